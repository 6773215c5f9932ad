import type { Axis } from './values';

/** Sizes of a chart's type in pixels: labels of the axis, values at the marks. */
export const AXIS_PX = 11;
export const VALUE_PX = 12;

/** Room that is kept between two labels, in pixels. */
const GAP = 4;
/** Width of a letter as a share of its size, on the generous side: nothing is measured. */
const LETTER = 0.58;

/** A label with its middle, on one line with others. */
export interface Label {
  index: number;
  text: string;
  /** Its middle, in pixels. */
  x: number;
}

/** About how wide a text is, in pixels. */
export function textWidth(text: string, px: number): number {
  return text.length * px * LETTER;
}

/** A middle so close to `x` as keeps the whole label within a width. */
export function within(x: number, text: string, px: number, width: number): number {
  const half = textWidth(text, px) / 2;
  return Math.max(half, Math.min(x, width - half));
}

function touch(a: Label, b: Label, px: number): boolean {
  return Math.abs(a.x - b.x) < (textWidth(a.text, px) + textWidth(b.text, px)) / 2 + GAP;
}

/** Those labels that do not touch one before them in the list; the more important stand first. */
export function untouched<L extends Label>(labels: readonly L[], px: number): L[] {
  const kept: L[] = [];
  for (const label of labels) if (!kept.some((other) => touch(label, other, px))) kept.push(label);
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
      .map(({ index, text }) => ({ index, text, x: within(x(index), text, AXIS_PX, width) }));
    if (untouched(labels, AXIS_PX).length === labels.length) return labels;
  }
  return untouched(labels, AXIS_PX);
}
