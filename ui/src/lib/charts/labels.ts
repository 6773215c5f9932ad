import type { Axis } from './values';

/** Sizes of a chart's type in pixels: labels of the axis, values at the marks. */
export const AXIS_PX = 11;
export const VALUE_PX = 12;

/** Room that is kept between two labels, in pixels. */
const GAP = 4;
/** Width of a letter as a share of its size, on the generous side: nothing is measured. */
const LETTER = 0.58;

/** A label on one line with others. */
export interface Label {
  index: number;
  text: string;
  /** Where it is held, in pixels: in the middle, or at its end by the edge of the chart. */
  x: number;
  anchor: 'start' | 'middle' | 'end';
  /** What it covers, in pixels. */
  left: number;
  right: number;
}

/** About how wide a text is, in pixels. */
export function textWidth(text: string, px: number): number {
  return text.length * px * LETTER;
}

/** A label in the middle of its place, or at the edge of the chart where it would stick out. */
export function label(index: number, text: string, x: number, px: number, width: number): Label {
  const wide = textWidth(text, px);
  if (x - wide / 2 < 0) return { index, text, x: 0, anchor: 'start', left: 0, right: wide };
  if (x + wide / 2 > width) {
    return { index, text, x: width, anchor: 'end', left: width - wide, right: width };
  }
  return { index, text, x, anchor: 'middle', left: x - wide / 2, right: x + wide / 2 };
}

/** Those labels that do not touch one before them in the list; the more important stand first. */
export function untouched<L extends Label>(labels: readonly L[]): L[] {
  const kept: L[] = [];
  for (const one of labels) {
    const touches = (other: L) => one.left < other.right + GAP && other.left < one.right + GAP;
    if (!kept.some(touches)) kept.push(one);
  }
  return kept;
}

/**
 * The labels below `n` places, as many as there is room for.
 * @param x the middle of a place, in pixels
 */
export function axisLabels(axis: Axis, n: number, x: (index: number) => number, width: number): Label[] {
  let labels: Label[] = [];
  for (let step = 1; step <= Math.max(1, n); step += 1) {
    labels = axis(step)
      .filter(({ index }) => index >= 0 && index < n)
      .map(({ index, text }) => label(index, text, x(index), AXIS_PX, width));
    const fits = labels.every(({ left, right }) => left >= 0 && right <= width);
    if (fits && untouched(labels).length === labels.length) return labels;
  }
  return untouched(labels);
}
