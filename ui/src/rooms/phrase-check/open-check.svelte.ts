import type { CheckView, IgnoredMark, RuleView, TakeTab } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';

/** The check that is on the screen, and what can be done with it. Every change answers with the check as it is then. */
export class OpenCheck {
  #view = $state.raw<CheckView | null>(null);
  #asked = 0;

  /** What is shown; null until the first answer. */
  get view(): CheckView | null {
    return this.#view;
  }

  /** Shows a take. The former stays in sight until it is there. Says whether it was still wanted by then. */
  async show(takeId: number): Promise<boolean> {
    const asked = (this.#asked += 1);
    const view = await ipc.check(takeId);
    if (asked !== this.#asked) return false;
    this.#view = view;
    return true;
  }

  /** Reads the take that is shown again: rules or level are others now. */
  async again(): Promise<void> {
    await this.show(this.#wanted().take.id);
  }

  /** Keeps a take as the answer's best. Gives the take that was best before. */
  async keepAsBest(take: TakeTab): Promise<TakeTab | null> {
    const view = this.#wanted();
    const former = view.takes.find((one) => one.best) ?? null;
    await this.#after(await ipc.keepAsBest(view.answerId, take.id, view.answerVersion));
    return former;
  }

  /** Puts the answer into review. */
  async sendToReview(): Promise<void> {
    await this.#after(await ipc.sendToReview(this.#wanted().answerId));
  }

  /** Takes the answer out of review again. */
  async withdrawFromReview(): Promise<void> {
    await this.#after(await ipc.withdrawFromReview(this.#wanted().answerId));
  }

  /** Leaves a finding out of the take that is shown. Gives the take's id, for the undo. */
  async ignore(mark: IgnoredMark): Promise<number> {
    const takeId = this.#wanted().take.id;
    await this.#after(await ipc.ignoreFinding(takeId, mark));
    return takeId;
  }

  /** Puts a finding back. */
  async restore(takeId: number, mark: IgnoredMark): Promise<void> {
    await this.#after(await ipc.restoreFinding(takeId, mark));
  }

  /** Switches a rule on or off everywhere, and reads the take again without it. */
  async setRule(id: string, on: boolean): Promise<RuleView> {
    const rule = await ipc.setRule(id, on);
    await this.again();
    return rule;
  }

  /** A change may answer with the latest take: what is shown stays what was shown. */
  async #after(answer: CheckView): Promise<void> {
    const shown = this.#wanted();
    if (answer.answerId !== shown.answerId) return;
    if (answer.take.id === shown.take.id) {
      this.#asked += 1;
      this.#view = answer;
    } else await this.show(shown.take.id);
  }

  #wanted(): CheckView {
    if (!this.#view) throw new Error('No check is shown yet');
    return this.#view;
  }
}
