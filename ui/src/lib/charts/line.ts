import { line } from 'd3-shape';
import { axisLabels, label, untouched, VALUE_PX, type Label } from './labels';
import { linear, points, roundFigures } from './scale';
import { written, type Axis, type ChartValue } from './values';

/** The rectangle in which a line is drawn, in pixels from the top left of the chart. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What the height of a line chart means. */
export type Range =
  /** From nothing to a round figure, with hairlines at round figures. */
  | { from: 'zero' }
  /** Around the values and a band that is shaded: where one would like them to be. */
  | { from: 'values'; band: readonly [low: number, high: number] };

/** A dot of a line. */
export interface Dot {
  index: number;
  x: number;
  y: number;
  /** Neither neighbour is there: without its dot one would not see it. */
  alone: boolean;
}

/** A line, laid out. */
export interface LineLayout {
  /** The path through what is over. */
  solid: string;
  /** The path to what is not over yet. */
  dashed: string;
  dots: Dot[];
  /** Middles of all places, also of empty ones. */
  xs: number[];
  /** Heights of the hairlines, with their figure. */
  ticks: { y: number; value: number }[];
  band: { top: number; bottom: number } | null;
  labels: (Label & { y: number })[];
  axis: Label[];
}

/** Hairlines aimed at. */
const LINES = 3;
/** Space between a dot and the foot of its value, in pixels, above it and below. */
const ABOVE = 10;
const BELOW = 20;
/** A rise to the next place that is steep, in pixels. */
const STEEP = 16;
/** Figures at hairlines closer together would touch, in pixels. */
const TICKS_APART = 12;
/** Share of the values' span that is left free above and below. */
const MARGIN = 0.18;

type Place = { x: number; y: number } | null;

/** The path through what is there: broken at what is not, and apart from that the way to what is not over yet. */
export function linePaths(
  places: readonly Place[],
  open: readonly boolean[],
): { solid: string; dashed: string } {
  const through = line<Place>()
    .defined((place) => place !== null)
    .x((place) => place?.x ?? 0)
    .y((place) => place?.y ?? 0);
  const solid = through(places.map((place, i) => (open[i] ? null : place))) ?? '';
  const dashed = places
    .map((place, i) => {
      const before = places[i - 1];
      return place && before && (open[i] || open[i - 1]) ? (through([before, place]) ?? '') : '';
    })
    .join('');
  return { solid, dashed };
}

/** Where values lie, with round figures to draw hairlines at. */
export function heights(values: readonly number[], range: Range, plot: Pick<Plot, 'top' | 'bottom'>) {
  if (range.from === 'zero') {
    const { top, figures } = roundFigures(Math.max(0, ...values) || 1, LINES);
    return { y: linear([0, top], [plot.bottom, plot.top]), ticks: figures };
  }
  const low = Math.min(...values, range.band[0]);
  const high = Math.max(...values, range.band[1]);
  const free = (high - low) * MARGIN || 1;
  return { y: linear([low - free, high + free], [plot.bottom, plot.top]), ticks: [...range.band] };
}

/** Whether the line comes from above on every side, and so steeply that it would cross a value above the place. */
function valley(places: readonly Place[], i: number): boolean {
  const here = places[i];
  const around = [places[i - 1], places[i + 1]].filter((place) => place != null);
  if (!here || around.length === 0) return false;
  return around.every(({ y }) => y <= here.y) && around.some(({ y }) => here.y - y > STEEP);
}

/** Lays out a line chart of a width. */
export function lineLayout(options: {
  values: readonly ChartValue[];
  range: Range;
  plot: Plot;
  width: number;
  axis: Axis;
  format: (value: number) => string;
}): LineLayout {
  const { values, range, plot, width, axis, format } = options;
  const x = points(values.length, [plot.left, plot.right]);
  const { y, ticks } = heights(
    values.flatMap(({ value }) => (value === null ? [] : [value])),
    range,
    plot,
  );
  const places: Place[] = values.map(({ value }, i) => (value === null ? null : { x: x(i), y: y(value) }));
  const dots = places.flatMap((place, index): Dot[] =>
    place ? [{ ...place, index, alone: !places[index - 1] && !places[index + 1] }] : [],
  );
  // Beside a band there are figures enough.
  const labels = written(values, range.from === 'zero' ? undefined : 2).flatMap((index) => {
    const place = places[index];
    const value = values[index]?.value;
    if (!place || value == null) return [];
    const text = format(value);
    const below = valley(places, index) && place.y + BELOW < plot.bottom;
    const y = below ? place.y + BELOW : place.y - ABOVE;
    return [{ ...label(index, text, place.x, VALUE_PX, width), y }];
  });
  return {
    ...linePaths(
      places,
      values.map(({ open }) => open === true),
    ),
    dots,
    xs: values.map((_, i) => x(i)),
    ticks: ticks
      .map((value) => ({ value, y: y(value) }))
      .filter((tick, i, all) => i === 0 || Math.abs(tick.y - (all[0]?.y ?? 0)) >= TICKS_APART),
    band: range.from === 'values' ? { top: y(range.band[1]), bottom: y(range.band[0]) } : null,
    labels: untouched(labels),
    axis: axisLabels(axis, values.length, x, width),
  };
}
