import { clock } from '$lib/words/times';

/**
 * What to say politely when the time passes half, the start of the last tenth, or the end.
 *
 * @param beforeMs elapsed at the last look
 * @param nowMs elapsed now
 * @returns the latest message passed in between; null when none was.
 */
export function timeMessage(beforeMs: number, nowMs: number, budgetMs: number): string | null {
  if (budgetMs <= 0) return null;
  const passed = (share: number) => beforeMs < budgetMs * share && nowMs >= budgetMs * share;
  const left = (share: number) => clock(Math.round(budgetMs * (1 - share)));
  if (passed(1)) return 'The time is up. You can go on.';
  if (passed(0.9)) return `Last tenth: ${left(0.9)} left.`;
  if (passed(0.5)) return `Half the time: ${left(0.5)} left.`;
  return null;
}
