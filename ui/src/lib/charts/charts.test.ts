import { describe, expect, test } from 'vitest';
import { barLayout } from './bars';
import { axisLabels, label, untouched, type Label } from './labels';
import { heights, lineLayout, linePaths } from './line';
import { spark } from './spark';
import { written, type Axis, type ChartValue } from './values';

const values = (...all: (number | null)[]): ChartValue[] =>
  all.map((value, i) => ({ value, open: i === all.length - 1, says: String(value) }));
const every: Axis = (step) =>
  Array.from({ length: 60 }, (_, index) => ({ index, text: `${index} Feb` })).filter(
    ({ index }) => index % step === 0,
  );
const none: Axis = () => [];
const plain = (value: number) => String(value);

test.each<[(number | null)[], number[]]>([
  [[], []],
  [[null, null], []],
  [[null, 3, null], [1]],
  [
    [1, null, 3],
    [0, 2],
  ],
  [
    [1, 2, 3, 4, 5, 6],
    [0, 5, 1, 2, 3, 4],
  ],
  [
    [null, 1, 2, 3, 4, 5, 6, 7, null],
    [1, 7],
  ],
])('of %j the values at %j are written', (all, expected) => {
  expect(written(values(...all))).toEqual(expected);
});

describe('labels', () => {
  test.each([
    [150, 'middle', 150],
    [0, 'start', 0],
    [300, 'end', 300],
    [12, 'start', 0],
  ])('at %i of 300 a label is held at its %s', (x, anchor, at) => {
    expect(label(0, '2 Feb', x, 11, 300)).toMatchObject({ anchor, x: at });
  });

  test('one that touches a more important one gives way', () => {
    const at = (index: number, x: number) => label(index, '23 Feb', x, 11, 300);
    expect(untouched([at(0, 20), at(2, 280), at(1, 40)]).map(({ index }) => index)).toEqual([0, 2]);
  });

  test.each([
    [6, 600, 6],
    [6, 200, 3],
    [40, 300, 6],
    [1, 300, 1],
    [0, 300, 0],
    [6, 20, 1],
  ])('%i places in %i pixels have %i labels', (n, width, expected) => {
    const x = (i: number) => (n > 1 ? (i * width) / (n - 1) : width / 2);
    expect(axisLabels(every, n, x, width)).toHaveLength(expected);
  });
});

describe('a line', () => {
  const at = (x: number, y: number) => ({ x, y });

  test.each<[string, Parameters<typeof linePaths>, { solid: string; dashed: string }]>([
    ['goes through all', [[at(0, 1), at(1, 2), at(2, 3)], []], { solid: 'M0,1L1,2L2,3', dashed: '' }],
    [
      'is broken where nothing is, and does not go down to zero',
      [[at(0, 1), at(1, 2), null, at(3, 3), at(4, 4)], []],
      { solid: 'M0,1L1,2M3,3L4,4', dashed: '' },
    ],
    [
      'is dashed to what is not over',
      [
        [at(0, 1), at(1, 2), at(2, 3)],
        [false, false, true],
      ],
      { solid: 'M0,1L1,2', dashed: 'M1,2L2,3' },
    ],
    [
      'has nothing dashed after an empty period',
      [
        [at(0, 1), null, at(2, 3)],
        [false, false, true],
      ],
      { solid: 'M0,1Z', dashed: '' },
    ],
    ['is nothing without values', [[null, null], []], { solid: '', dashed: '' }],
  ])('%s', (_, [places, open], expected) => {
    expect(linePaths(places, open)).toEqual(expected);
  });

  test.each([
    [
      [5.1, 2.4],
      [0, 2, 4, 6],
    ],
    [[], [0, 0.5, 1]],
    [
      [0, 0],
      [0, 0.5, 1],
    ],
    [[600], [0, 200, 400, 600]],
  ])('of %j from zero has hairlines at %j', (all, ticks) => {
    const scale = heights(all, { from: 'zero' }, { top: 26, bottom: 164 });
    expect(scale.ticks).toEqual(ticks);
    expect(scale.y(0)).toBe(164);
    expect(scale.y(ticks.at(-1) ?? 0)).toBe(26);
  });

  test.each([[[158, 131]], [[90]], [[240, 250]], [[]]])('of %j leaves room around a band', (all) => {
    const { y } = heights(all, { from: 'values', band: [120, 150] }, { top: 26, bottom: 94 });
    for (const value of [...all, 120, 150]) {
      expect(y(value)).toBeGreaterThan(26);
      expect(y(value)).toBeLessThan(94);
    }
  });

  const lined = (all: ChartValue[], width = 650, band?: [number, number]) =>
    lineLayout({
      values: all,
      range: band ? { from: 'values', band } : { from: 'zero' },
      plot: { left: 6, right: Math.max(7, width - 44), top: 26, bottom: 164 },
      width,
      axis: every,
      format: plain,
    });

  test.each<[number[], boolean[]]>([
    [
      [5, 4.6, 4.1],
      [true, true, true],
    ],
    [
      [5, 3, 5],
      [true, false, true],
    ],
    [
      [3, 5, 5],
      [false, true, true],
    ],
    // No room between the point and the base line.
    [
      [5, 0.2, 5],
      [true, true, true],
    ],
  ])('the values %j stand above their points: %j', (all, above) => {
    const { labels, dots } = lined(values(...all));
    const ordered = [...labels].sort((a, b) => a.index - b.index);
    expect(ordered.map(({ index, y }) => y < (dots[index]?.y ?? 0))).toEqual(above);
  });

  test('a point without neighbours is marked as such', () => {
    const layout = lined(values(null, 2, null, 3, 4));
    expect(layout.dots.map(({ index, alone }) => [index, alone])).toEqual([
      [1, true],
      [3, false],
      [4, false],
    ]);
    expect(layout.xs).toHaveLength(5);
  });

  test('one point stands in the middle', () => {
    const [dot] = lined(values(2.4)).dots;
    expect(dot).toMatchObject({ x: 306, alone: true });
  });

  test('the figures of a thin band do not touch', () => {
    expect(lined(values(20, 600), 300, [120, 150]).ticks).toHaveLength(1);
    expect(lined(values(131, 158), 300, [120, 150]).ticks).toHaveLength(2);
  });
});

describe('bars', () => {
  const laid = (all: (number | null)[], options: Partial<Parameters<typeof barLayout>[0]> = {}) =>
    barLayout({
      values: values(...all),
      width: 300,
      top: 18,
      bottom: 100,
      limit: null,
      axis: none,
      format: plain,
      ...options,
    });

  test('stand on the base line, the highest reaches the top, the last is open', () => {
    const { bars } = laid([138, 243, 26]);
    expect(bars.map(({ y, height }) => y + height)).toEqual([100, 100, 100]);
    expect(bars[1]?.y).toBe(18);
    expect(bars.map(({ open }) => open)).toEqual([false, false, true]);
  });

  test('reach from edge to edge', () => {
    for (const n of [2, 6, 14, 40, 60]) {
      const { bars } = laid(Array<number>(n).fill(5));
      const last = bars.at(-1);
      expect(bars[0]?.x).toBe(0);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(300);
      for (const [i, bar] of bars.entries()) {
        const next = bars[i + 1];
        if (next) expect(next.x).toBeGreaterThan(bar.x + bar.width);
      }
    }
  });

  test.each<[string, (number | null)[], number]>([
    ['nothing', [], 0],
    ['nothing to tell from', [null, null], 0],
    ['all zeros', [0, 0, 0], 0],
    ['one', [6], 1],
  ])('%s', (_, all, bars) => expect(laid(all).bars).toHaveLength(bars));

  test('a single bar is not a wall', () => expect(laid([6]).bars[0]?.width).toBe(40));

  test('very little is still seen', () => {
    expect(laid([0.01, 600]).bars[0]?.height).toBe(2);
  });

  test('the limit belongs to the scale', () => {
    const under = laid([10, 20], { limit: 30 });
    expect(under).toMatchObject({ limit: 18, over: false });
    const over = laid([10, 60], { limit: 30 });
    expect(over).toMatchObject({ limit: 59, over: true });
  });

  test('without a format nothing is written', () => {
    expect(laid([10, 20], { format: null }).labels).toEqual([]);
  });
});

describe('a small line', () => {
  test('ends in its last value, and lines beside one another share a scale', () => {
    const low = spark([26, 41], [26, 66], 128, 24);
    const high = spark([44, 66], [26, 66], 128, 24);
    expect(low.end?.y).toBeGreaterThan(high.end?.y ?? 0);
    expect(high.end).toEqual({ x: 124, y: 4 });
  });
  test.each<[(number | null)[], number, number]>([
    [[null, null], 0, 0],
    [[50], 1, 1],
    [[50, 50], 1, 0],
    [[null, 50, null], 1, 1],
  ])('%j', (all, ends, alone) => {
    const layout = spark(all, [50, 50], 128, 24);
    expect([layout.end === null ? 0 : 1, layout.alone.length]).toEqual([ends, alone]);
    if (layout.end) expect(layout.end.y).toBe(12);
  });
});

test('labels neither touch nor leave the chart, at any width and number', () => {
  const clear = (labels: readonly Label[], width: number) => {
    const sorted = [...labels].sort((a, b) => a.left - b.left);
    for (const [i, { left, right }] of sorted.entries()) {
      if (labels.length > 1) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(width);
      }
      const next = sorted[i + 1];
      if (next) expect(next.left).toBeGreaterThan(right);
    }
  };
  for (let width = 120; width <= 1000; width += 55) {
    for (let n = 1; n <= 60; n += n < 8 ? 1 : 9) {
      const all = values(...Array.from({ length: n }, (_, i) => ((i * 37) % 11) * 123));
      const bars = barLayout({
        values: all,
        width,
        top: 18,
        bottom: 100,
        limit: 30,
        axis: every,
        format: plain,
      });
      const line = lineLayout({
        values: all,
        range: { from: 'zero' },
        plot: { left: 6, right: width - 44, top: 26, bottom: 164 },
        width,
        axis: every,
        format: plain,
      });
      for (const labels of [bars.labels, bars.axis, line.labels, line.axis]) clear(labels, width);
    }
  }
});
