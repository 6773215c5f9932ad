/**
 * Words that were typed for a sentence and not passed yet, by drill: another sentence, another room and a skip leave
 * them where they are.
 */
export const unchecked = new Map<number, string>();
