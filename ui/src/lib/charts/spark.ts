import { linePaths } from './line';
import { linear } from './scale';

/** A line without axes, in a row of text. */
export interface Spark {
  solid: string;
  dashed: string;
  /** The last place where something is. */
  end: { x: number; y: number } | null;
  /** Places whose neighbours are missing. */
  alone: { x: number; y: number }[];
}

/** Room for the dot at the end, in pixels. */
const EDGE = 4;

/**
 * Lays out a small line. Lines beside one another share `domain`, so that they can be compared.
 * @param values none where there is nothing to tell from
 */
export function spark(
  values: readonly (number | null)[],
  domain: readonly [low: number, high: number],
  width: number,
  height: number,
): Spark {
  const [low, high] = domain[0] === domain[1] ? [domain[0] - 1, domain[1] + 1] : domain;
  const y = linear([low, high], [height - EDGE, EDGE]);
  const step = values.length > 1 ? (width - 2 * EDGE) / (values.length - 1) : 0;
  const x = (i: number) => (values.length > 1 ? EDGE + i * step : width - EDGE);
  const places = values.map((value, i) => (value === null ? null : { x: x(i), y: y(value) }));
  const there = places.filter((place) => place !== null);
  return {
    ...linePaths(places, []),
    end: there.at(-1) ?? null,
    alone: places.flatMap((place, i) => (place && !places[i - 1] && !places[i + 1] ? [place] : [])),
  };
}
