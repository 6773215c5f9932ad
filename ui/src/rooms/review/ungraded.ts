/** An answer that was given or shown, and is not graded yet. */
export interface Ungraded {
  /** Its take from memory; none when nothing was written. */
  takeId: number | null;
  /** It was said aloud, without a record. */
  saidAloud: boolean;
}

/**
 * Answers that were given or shown and are not graded yet: leaving the room and coming back leads to the grade, not to
 * the question again.
 */
export const ungraded = new Map<number, Ungraded>();
