import type { IgnoredMark, TakeTab } from '$lib/ipc/bindings';
import type { Toasts } from '$lib/state/toasts.svelte';
import { shortDay } from '$lib/words/days';
import Calendar from '@lucide/svelte/icons/calendar';
import EyeOff from '@lucide/svelte/icons/eye-off';
import Star from '@lucide/svelte/icons/star';
import type { OpenCheck } from './open-check.svelte';
import { shortQuote } from './words';

/** What can be done with a check and taken back: each says what it did, with its undo. They throw what Rust says. */
export class Changes {
  readonly #check: OpenCheck;
  readonly #toasts: Toasts;

  constructor(check: OpenCheck, toasts: Toasts) {
    this.#check = check;
    this.#toasts = toasts;
  }

  /** Keeps a take as best; the undo keeps the former. */
  async keepAsBest(take: TakeTab): Promise<void> {
    const former = await this.#check.keepAsBest(take);
    this.#toasts.show({
      text: `Take ${take.ordinal} is kept as best.`,
      icon: Star,
      undo: former ? () => this.#check.keepAsBest(former).then(() => undefined) : undefined,
    });
  }

  /** Puts the answer into review. */
  async sendToReview(): Promise<void> {
    await this.#check.sendToReview();
    const due = this.#check.view?.card?.dueDay;
    this.#toasts.show({
      text: due ? `In review, due ${shortDay(due)}.` : 'In review.',
      icon: Calendar,
      undo: () => this.#check.withdrawFromReview(),
    });
  }

  /** Leaves a finding out of the take that is shown. */
  async ignore(mark: IgnoredMark): Promise<void> {
    const takeId = await this.#check.ignore(mark);
    this.#toasts.show({
      text: `“${shortQuote(mark.text)}” is left out of this take.`,
      icon: EyeOff,
      undo: () => this.#check.restore(takeId, mark),
    });
  }
}
