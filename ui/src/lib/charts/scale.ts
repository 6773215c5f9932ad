import { nice as niceDomain, ticks } from 'd3-array';

/** Two ends, in the order of the axis. */
export type Ends = readonly [from: number, to: number];

/** Where values lie: `domain` is stretched over `range`, in pixels. A domain without length lies in the middle. */
export function linear(domain: Ends, range: Ends): (value: number) => number {
  const length = domain[1] - domain[0];
  if (length === 0) return () => (range[0] + range[1]) / 2;
  return (value) => range[0] + ((value - domain[0]) / length) * (range[1] - range[0]);
}

/** Where the places of a list lie, the first and the last at the ends; a single one in the middle. */
export function points(count: number, range: Ends): (index: number) => number {
  return linear([0, Math.max(0, count - 1)], range);
}

/** The round figures around 0 and `highest`, about `count` of them, and the highest of them. */
export function roundFigures(highest: number, count: number): { top: number; figures: number[] } {
  const [, top] = niceDomain(0, highest, count);
  return { top, figures: ticks(0, top, count) };
}
