import { SvelteSet } from 'svelte/reactivity';
import type { Debrief, ReviewCost } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';
import { Problem } from '$lib/ipc/problem';
import { sendable } from './wording';

/** A debrief that is read, with the answers that are chosen for review and what they would cost. */
export class OpenDebrief {
  #debrief = $state.raw<Debrief | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #cost = $state.raw<ReviewCost | null>(null);
  /** Slots whose answers go to review. */
  readonly chosen = new SvelteSet<number>();
  /** Told apart so that only the last figure asked for is shown. */
  #asked = 0;

  /** @param failed told when the cost cannot be reckoned */
  constructor(
    readonly id: number,
    private readonly failed: (thrown: unknown) => void,
  ) {}

  get debrief(): Debrief | null {
    return this.#debrief;
  }

  /** Why it cannot be read. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /** What the chosen answers would cost; null while that is not known. */
  get cost(): ReviewCost | null {
    return this.#cost;
  }

  /** Reads it, and chooses what is suggested. What goes wrong is kept as `problem`. */
  async open(): Promise<void> {
    this.#problem = null;
    try {
      await this.#read();
    } catch (thrown) {
      this.#problem = Problem.from(thrown);
      return;
    }
    this.#choose(this.#debrief?.questions.filter((one) => one.suggestReview).map((one) => one.slot) ?? []);
  }

  /** Chooses an answer, or no longer. */
  toggle(slot: number, on: boolean): void {
    if (on) this.chosen.add(slot);
    else this.chosen.delete(slot);
    this.#reckon();
  }

  /** Sends the chosen answers to review. Returns how many were sent, and what takes it back. */
  async send(): Promise<{ sent: number; undo: () => Promise<void> }> {
    const slots = [...this.chosen].toSorted((a, b) => a - b);
    const ids = await ipc.sendMockToReview(this.id, slots);
    await this.#read();
    this.#choose([]);
    return {
      sent: ids.length,
      undo: async () => {
        for (const id of ids) await ipc.withdrawFromReview(id);
        await this.#read();
        this.#choose(slots);
      },
    };
  }

  async #read(): Promise<void> {
    this.#debrief = await ipc.debrief(this.id);
  }

  #choose(slots: readonly number[]): void {
    this.chosen.clear();
    for (const one of this.#debrief?.questions ?? []) {
      if (slots.includes(one.slot) && sendable(one)) this.chosen.add(one.slot);
    }
    this.#reckon();
  }

  #reckon(): void {
    const mine = ++this.#asked;
    const slots = [...this.chosen].toSorted((a, b) => a - b);
    if (slots.length === 0) {
      this.#cost = null;
      return;
    }
    ipc.mockReviewCost(this.id, slots).then(
      (cost) => {
        if (mine === this.#asked) this.#cost = cost;
      },
      (thrown: unknown) => {
        if (mine !== this.#asked) return;
        this.#cost = null;
        this.failed(thrown);
      },
    );
  }
}
