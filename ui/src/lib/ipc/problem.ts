import type { ErrorCode, ErrorView } from './bindings';

/** Something could not be done: the message says what is so and what to do. Every command rejects with this. */
export class Problem extends Error {
  readonly code: ErrorCode;
  /** What the system said, for a report. */
  readonly detail: string | null;

  constructor(view: ErrorView) {
    super(view.message);
    this.name = 'Problem';
    this.code = view.code;
    this.detail = view.detail;
  }

  /** Anything thrown, as a problem: what is not one of ours becomes a fault of ours, with what it said as detail. */
  static from(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    return new Problem({
      code: 'internal',
      message: 'That did not work, because of a fault in Answerable. What you typed is saved.',
      detail,
    });
  }
}
