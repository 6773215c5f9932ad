/** The score of a senior answer, and of a competency that is ready: the one line on every scale. */
export const SENIOR = 70;

/** "12 short of senior", "at senior", "4 above senior". */
export function distanceToSenior(score: number): string {
  if (score < SENIOR) return `${SENIOR - score} short of senior`;
  return score === SENIOR ? 'at senior' : `${score - SENIOR} above senior`;
}

/** "up 24", "down 3", "the same". */
export function changeInWords(score: number, before: number): string {
  if (score === before) return 'the same';
  return score > before ? `up ${score - before}` : `down ${before - score}`;
}
