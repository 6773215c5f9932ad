/**
 * Answers that were given or shown and are not graded yet, with their take from memory, if there is
 * one: leaving the room and coming back leads to the grade, not to the question again.
 */
export const ungraded = new Map<number, number | null>();
