import type { CheckView, TakeTab } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';

/** The earlier take of the pair at the left, the later at the right. */
export interface TakePair {
  left: CheckView;
  right: CheckView;
}

/** Which two takes to begin with: the last and the best; when they are the same, the last and the one before. */
export function firstPair(takes: readonly TakeTab[]): [left: number, right: number] | null {
  const last = takes.at(-1);
  const best = takes.find((take) => take.best);
  const other = best && best.id !== last?.id ? best : takes.at(-2);
  return last && other ? [other.id, last.id] : null;
}

/** The two takes that are compared. */
export class ComparedTakes {
  #pair = $state.raw<TakePair | null>(null);
  #asked = 0;

  /** Both takes; null until they are there. */
  get pair(): TakePair | null {
    return this.#pair;
  }

  /** Compares two takes, the earlier at the left. */
  async show(one: number, other: number): Promise<void> {
    const asked = (this.#asked += 1);
    const [a, b] = await Promise.all([ipc.check(one), ipc.check(other)]);
    if (asked !== this.#asked) return;
    this.#pair = a.take.ordinal <= b.take.ordinal ? { left: a, right: b } : { left: b, right: a };
  }
}
