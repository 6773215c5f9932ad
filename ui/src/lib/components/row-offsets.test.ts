import { describe, expect, it, test } from 'vitest';
import { RowOffsets } from './row-offsets';

const rows = new RowOffsets([40, 40, 200, 40, 40]);

describe('RowOffsets', () => {
  test.each([
    [-5, 0],
    [0, 0],
    [39, 0],
    [40, 1],
    [80, 2],
    [279, 2],
    [280, 3],
    [10_000, 4],
  ])('at %d there is row %d', (y, row) => expect(rows.at(y)).toBe(row));

  it('knows where rows begin and where all end', () => {
    expect([rows.top(0), rows.top(3), rows.top(9), rows.total]).toEqual([0, 280, 360, 360]);
  });

  test.each([
    [0, 50, 1, [0, 2]],
    [90, 100, 1, [2, 3]],
    [300, 500, 1, [3, 5]],
    [0, 0, 4, [0, 4]],
    [350, 0, 4, [1, 5]],
    [0, 0, 90, [0, 5]],
  ])('from %d, %d high, at least %d: %j', (y, height, least, [first, end]) =>
    expect(rows.range(y, height, least)).toEqual({ first, end }),
  );

  it('is empty without rows', () => {
    const none = new RowOffsets([]);
    expect([none.total, none.at(40), none.range(0, 500, 40)]).toEqual([0, 0, { first: 0, end: 0 }]);
  });

  it('finds every row of many', () => {
    const heights = Array.from({ length: 10_000 }, (_, i) => 30 + ((i * 7) % 50));
    const many = new RowOffsets(heights);
    for (const row of [0, 1, 4_999, 9_998, 9_999]) {
      expect(many.at(many.top(row))).toBe(row);
      expect(many.at(many.top(row + 1) - 1)).toBe(row);
    }
  });
});
