import type { ModelView } from '$lib/ipc/bindings';
import { count } from '$lib/words/counts';

/** How many reviews there are, and how many it takes. */
export function reviewsWords({ reviews, needed }: Pick<ModelView, 'reviews' | 'needed'>): string {
  const there = `${count(reviews, 'review')} so far`;
  if (reviews >= needed) return `${there}.`;
  return `${there}. It can be fitted to yours from ${needed.toLocaleString('en-GB')} on.`;
}

/**
 * What came of the last fit: both losses, and whether it was kept. None before the first.
 * "On reviews it had not seen: 0.412 before, 0.397 after. Kept."
 */
export function fitWords(model: Pick<ModelView, 'lossBefore' | 'lossAfter' | 'result'>): string | null {
  const { lossBefore, lossAfter, result } = model;
  if (lossBefore === null || lossAfter === null) return result;
  const losses = `On reviews it had not seen: ${lossBefore.toFixed(3)} before, ${lossAfter.toFixed(3)} after.`;
  return `${losses} ${lossAfter < lossBefore ? 'Kept.' : 'Not kept: it was no better.'}`;
}
