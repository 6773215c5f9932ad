import type { Level } from '$lib/ipc/bindings';

/** The score of an answer at its level, and of a competency that is ready: the one line on every scale. */
export const SENIOR = 70;

/** "12 short of senior", "at principal", "4 above manager". */
export function distanceTo(level: Level, score: number): string {
  if (score < SENIOR) return `${SENIOR - score} short of ${level}`;
  return score === SENIOR ? `at ${level}` : `${score - SENIOR} above ${level}`;
}

/** "up 24", "down 3", "the same". */
export function changeInWords(score: number, before: number): string {
  if (score === before) return 'the same';
  return score > before ? `up ${score - before}` : `down ${before - score}`;
}
