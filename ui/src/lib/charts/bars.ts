import { axisLabels, label, untouched, VALUE_PX, type Label } from './labels';
import { linear } from './scale';
import { written, type Axis, type ChartValue } from './values';

/** A bar, in pixels from the top left of the chart. */
export interface Bar {
  index: number;
  x: number;
  y: number;
  width: number;
  height: number;
  open: boolean;
}

/** Bars, laid out. */
export interface BarLayout {
  bars: Bar[];
  /** Middles of all places, also of those without a bar. */
  xs: number[];
  /** From the middle of a place to the middle of the next. */
  pitch: number;
  /** Height of the limit's line. */
  limit: number | null;
  /** Something is above the limit. */
  over: boolean;
  labels: (Label & { y: number })[];
  axis: Label[];
}

/** Few bars stand apart, many close together: width as a share of the way to the next. */
const WIDE = 0.59;
const CLOSE = 0.78;
const MANY = 10;
/** Nothing is wider, in pixels: one bar is a bar, not a wall. */
const WIDEST = 40;
/** What is there is seen, however little it is, in pixels. */
const LEAST = 2;
/** Between a bar and the foot of its value, in pixels. */
const ABOVE = 5;

/**
 * Lays out bars in a width.
 * @param top height of the highest bar's top, in pixels from the top
 * @param bottom height of the base line
 * @param limit a line that belongs to the scale: it is always in the picture
 */
export function barLayout(options: {
  values: readonly ChartValue[];
  width: number;
  top: number;
  bottom: number;
  limit: number | null;
  axis: Axis;
  /** How a value is written at its bar; null to write none. */
  format: ((value: number) => string) | null;
}): BarLayout {
  const { values, width, top, bottom, limit, axis, format } = options;
  const n = values.length;
  const share = n > MANY ? CLOSE : WIDE;
  const wide = Math.min(WIDEST, (share * width) / Math.max(1, n - 1 + share));
  const pitch = n > 1 ? (width - wide) / (n - 1) : width;
  const middle = (i: number) => i * pitch + wide / 2;
  const highest = Math.max(0, ...values.map(({ value }) => value ?? 0));
  const scale = linear([0, Math.max(highest, limit ?? 0) || 1], [bottom, top]);

  const bars = values.flatMap(({ value, open }, index): Bar[] => {
    if (value === null || value <= 0) return [];
    const height = Math.max(LEAST, bottom - scale(value));
    return [{ index, x: index * pitch, y: bottom - height, width: wide, height, open: open === true }];
  });
  const labels = !format
    ? []
    : written(values).flatMap((index) => {
        const value = values[index]?.value;
        if (value == null) return [];
        const text = format(value);
        const at = bars.find((bar) => bar.index === index)?.y ?? bottom;
        return [{ ...label(index, text, middle(index), VALUE_PX, width), y: at - ABOVE }];
      });
  return {
    bars,
    xs: values.map((_, i) => middle(i)),
    pitch,
    limit: limit === null ? null : scale(limit),
    over: limit !== null && highest > limit,
    labels: untouched(labels),
    axis: axisLabels(axis, n, middle, width),
  };
}
