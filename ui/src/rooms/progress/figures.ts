import type { ChartValue } from '$lib/charts';
import type { Period, ProgressPoint } from '$lib/ipc/bindings';
import { duringPeriod, periodName, rowName } from './periods';

/** `5.1` */
export function rate(n: number): string {
  return n.toFixed(1);
}

/** `131`, `1,240`; less than a half is `<1`, not nothing. */
export function whole(n: number): string {
  const rounded = Math.round(n);
  return rounded === 0 && n > 0 ? '<1' : rounded.toLocaleString('en-GB');
}

/** One figure of the periods, for a chart and its table. */
export interface Series {
  /** What it is, with its unit: `Minutes of answering`. */
  title: string;
  /** After a value: `per 100 words`. */
  unit: string;
  format: (n: number) => string;
  of: (point: ProgressPoint) => number | null;
}

/** The figures of the periods, as places of a chart. */
export function seriesValues(
  points: readonly ProgressPoint[],
  period: Period,
  { of, format, unit }: Series,
): ChartValue[] {
  return points.map((point) => {
    const value = of(point);
    const says = value === null ? 'nothing to tell from' : `${format(value)} ${unit}`;
    return { value, open: point.unfinished, says: `${periodName(point, period)}: ${says}` };
  });
}

/**
 * A series in place of its picture, by its first and last value: `Pace, words a minute, weekly: 158 in the week of
 * 2 February, 131 in the week of 9 March, unfinished.`
 */
export function spoken(
  points: readonly ProgressPoint[],
  period: Period,
  head: string,
  { of, format }: Pick<Series, 'of' | 'format'>,
): string {
  const there = points.flatMap((point) => {
    const value = of(point);
    return value === null ? [] : [`${format(value)} ${duringPeriod(point, period)}`];
  });
  const first = there[0];
  if (first === undefined) return `${head}: nothing to tell from.`;
  const last = there.at(-1);
  return `${head}: ${there.length > 1 ? `${first}, ${last}` : first}.`;
}

/** A series as rows of a table. */
export function seriesRows(
  points: readonly ProgressPoint[],
  period: Period,
  { of, format }: Pick<Series, 'of' | 'format'>,
): string[][] {
  return points.map((point) => {
    const value = of(point);
    return [rowName(point, period), value === null ? '–' : format(value)];
  });
}

/** Coordination findings. */
export const COORDINATION: Series = {
  title: 'Coordination findings per 100 words',
  unit: 'per 100 words',
  format: rate,
  of: ({ coordination }) => coordination,
};

/** Time of answering. */
export const TALK_TIME: Series = {
  title: 'Minutes of answering',
  unit: 'min',
  format: whole,
  of: ({ minutes }) => minutes,
};

/** Pace of spoken takes. */
export const PACE: Series = {
  title: 'Words a minute',
  unit: 'words a minute',
  format: whole,
  of: ({ pace }) => pace,
};

/** Fillers of spoken takes. */
export const FILLERS: Series = {
  title: 'Fillers per minute',
  unit: 'a minute',
  format: rate,
  of: ({ fillers }) => fillers,
};

/** Words a minute at which one follows easily. */
export const EASY_PACE = [120, 150] as const;
