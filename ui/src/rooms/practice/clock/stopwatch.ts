/**
 * A gap between two looks at the clock longer than this means that the computer slept, in
 * milliseconds. Timers of a window in the background still fire once a minute.
 */
export const SLEEP_MS = 150_000;

/**
 * Counts the time spent on an answer, pauses left out.
 *
 * The time of day is an argument of every call, so the count can be tested without waiting.
 */
export class Stopwatch {
  #elapsedMs: number;
  #seenAt: number | null = null;

  constructor(elapsedMs = 0) {
    this.#elapsedMs = elapsedMs;
  }

  get running(): boolean {
    return this.#seenAt !== null;
  }

  start(now: number): void {
    this.#seenAt ??= now;
  }

  pause(now: number): void {
    this.elapsed(now);
    this.#seenAt = null;
  }

  /** Milliseconds so far. A gap longer than {@link SLEEP_MS} and a clock that was set back count as nothing. */
  elapsed(now: number): number {
    if (this.#seenAt !== null) {
      const gap = now - this.#seenAt;
      if (gap > 0 && gap <= SLEEP_MS) this.#elapsedMs += gap;
      this.#seenAt = now;
    }
    return this.#elapsedMs;
  }
}
