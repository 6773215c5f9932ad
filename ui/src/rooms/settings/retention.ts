import type { RetentionCost } from '$lib/ipc/bindings';
import { count } from '$lib/words/counts';

/** Wanted recall, percent. */
export const LOWEST = 70;
export const HIGHEST = 97;

/** How far the other retention lies that a cost is held against, in percent points. */
const APART = 5;

/**
 * Minutes a day that a retention costs, between two known ones in proportion.
 * @returns none when it is not known.
 */
export function minutesFor(costs: readonly RetentionCost[], retention: number): number | null {
  const known = costs
    .flatMap(({ retention, minutesADay }) => (minutesADay === null ? [] : [{ retention, minutesADay }]))
    .sort((a, b) => a.retention - b.retention);
  const above = known.find((one) => one.retention >= retention);
  const below = known.findLast((one) => one.retention <= retention);
  if (!above || !below) return null;
  if (above.retention === below.retention) return above.minutesADay;
  const way = (retention - below.retention) / (above.retention - below.retention);
  return below.minutesADay + way * (above.minutesADay - below.minutesADay);
}

/**
 * "90%: 12 minutes a day; 85%: 8.": what a retention costs, beside one that costs less, or, at the lower end, more.
 * @returns none when nothing is in rotation, or nothing is known of it.
 */
export function costWords(costs: readonly RetentionCost[], retention: number): string | null {
  const here = minutesFor(costs, retention);
  if (here === null || here === 0) return null;
  const other = retention - APART >= LOWEST ? retention - APART : retention + APART;
  const there = minutesFor(costs, other);
  const beside = there === null ? '' : `; ${other}%: ${whole(there)}`;
  return `${retention}%: ${whole(here) < 1 ? 'under a minute' : count(whole(here), 'minute')} a day${beside}.`;
}

function whole(minutes: number): number {
  return Math.round(minutes);
}
