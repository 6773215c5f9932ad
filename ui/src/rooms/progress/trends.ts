import type { DimensionTrend, Period, ProgressPoint } from '$lib/ipc/bindings';
import { dimensionLabel } from '$lib/words/labels';
import { whole } from './figures';
import { rowName } from './periods';

/** More figures in a row than this say less, not more. */
const MOST_FIGURES = 14;

/** What a dimension began at; none when the first score is the last one too. */
export function beginning({ scores, first }: DimensionTrend): number | null {
  return scores.filter((score) => score !== null).length > 1 ? first : null;
}

/** A dimension in place of its line: `Ownership from 38 to 63`. */
export function trendSpoken(trend: DimensionTrend): string {
  const { dimension, last, lowest } = trend;
  const name = dimensionLabel(dimension);
  if (last === null) return `${name}: nothing to tell from`;
  const first = beginning(trend);
  const way = first === null ? `${name}: ${last}` : `${name} from ${first} to ${last}`;
  return lowest ? `${way}, the lowest` : way;
}

/** What a dimension was in each period; of many periods the lowest and the highest. */
export function trendRead({ dimension, scores, first, last }: DimensionTrend, period: Period): string {
  const name = dimensionLabel(dimension);
  const there = scores.filter((score) => score !== null);
  if (there.length === 0) return `${name}: nothing to tell from`;
  if (scores.length > MOST_FIGURES) {
    return `${name}: ${first} to ${last}, between ${whole(Math.min(...there))} and ${whole(Math.max(...there))}`;
  }
  const figures = scores.map((score) => (score === null ? '–' : whole(score)));
  return `${name} by ${period}: ${figures.join(', ')}`;
}

/** Lowest and highest score of all dimensions: they are drawn on one scale. */
export function trendDomain(trends: readonly DimensionTrend[]): [number, number] {
  const all = trends.flatMap(({ scores }) => scores.filter((score) => score !== null));
  return all.length === 0 ? [0, 100] : [Math.min(...all), Math.max(...all)];
}

/** The dimensions as a table: periods below one another. */
export function trendRows(
  trends: readonly DimensionTrend[],
  points: readonly ProgressPoint[],
  period: Period,
): string[][] {
  return points.map((point, i) => [
    rowName(point, period),
    ...trends.map(({ scores }) => {
      const score = scores[i] ?? null;
      return score === null ? '–' : whole(score);
    }),
  ]);
}

/** The first period in which any dimension has a figure; 0 when none has. */
export function begunAt(trends: readonly Pick<DimensionTrend, 'scores'>[]): number {
  const first = trends
    .map(({ scores }) => scores.findIndex((score) => score !== null))
    .filter((index) => index >= 0);
  return first.length > 0 ? Math.min(...first) : 0;
}
