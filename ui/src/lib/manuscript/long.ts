/** Beyond this many words notes for all marks would cost more than they tell. */
const LONG_WORDS = 20_000;
/** Beyond this many marks the margin is full anyway. */
const MANY_MARKS = 400;
/** No word of an answer is so short that 20,000 of them fit into fewer UTF-16 units. */
const UNITS_A_WORD = 2;

/** Whether an answer is so long that only the open note is laid out, and only text near the window is set. */
export function isLong(text: string, marks: number): boolean {
  if (marks > MANY_MARKS) return true;
  if (text.length < LONG_WORDS * UNITS_A_WORD) return false;
  let words = 0;
  for (const _ of text.matchAll(/\S+/gu)) if ((words += 1) > LONG_WORDS) return true;
  return false;
}
