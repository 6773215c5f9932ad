/** One place of a chart, in order from left to right. */
export interface ChartValue {
  /** None where there is nothing to tell from: the line breaks there. */
  value: number | null;
  /** Not over yet: drawn dashed. */
  open?: boolean;
  /** What is read at it: `Week of 2 February: 5.1`. */
  says: string;
}

/** A label below a place. */
export interface AxisLabel {
  index: number;
  text: string;
}

/**
 * The labels below a chart, for a step: at 1 every one there is room for in an ideal world, at 2 about every second.
 * The chart asks for larger steps until none touches another.
 */
export type Axis = (step: number) => readonly AxisLabel[];

/** All values are written down up to this many; of more, the first and the last. */
const FEW = 6;

/**
 * The places whose value is written at the mark, the more important first.
 * @param few so many are all written; of more, the first and the last
 */
export function written(values: readonly ChartValue[], few = FEW): number[] {
  const there = values.flatMap(({ value }, i) => (value === null ? [] : [i]));
  const first = there[0];
  const last = there.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first === last) return [first];
  return there.length > few ? [first, last] : [first, last, ...there.slice(1, -1)];
}
