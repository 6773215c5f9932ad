/** Words a minute of calm, clear speech; the pace the budgets of the questions assume. */
export const WORDS_A_MINUTE = 130;

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** Words of a text: runs of letters and digits, with the apostrophes, hyphens and decimal points inside them. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** How long it would take to say so many words, in milliseconds. */
export function spokenMs(words: number): number {
  return Math.round((words / WORDS_A_MINUTE) * 60_000);
}
