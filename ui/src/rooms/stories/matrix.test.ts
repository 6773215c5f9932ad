import { describe, expect, it } from 'vitest';
import { moved, rowsOf, type Place } from './matrix';

const SIZE = { rows: 4, columns: 3 };
/** Row 2 is a hole. */
const isHole = (row: number) => row === 2;

describe('moving in the matrix', () => {
  it.each<[key: string, from: [number, number], to: [number, number], far?: boolean]>([
    ['ArrowDown', [0, 1], [1, 1]],
    ['ArrowDown', [3, 1], [3, 1]],
    ['ArrowUp', [0, 1], [-1, 1]],
    ['ArrowUp', [-1, 1], [-1, 1]],
    ['ArrowRight', [0, 1], [0, 2]],
    ['ArrowRight', [0, 2], [0, 2]],
    ['ArrowLeft', [0, 0], [0, 0]],
    ['Home', [1, 2], [1, 0]],
    ['End', [1, 0], [1, 2]],
    ['Home', [1, 2], [-1, 0], true],
    ['End', [1, 0], [3, 2], true],
    ['PageDown', [0, 1], [3, 1]],
    ['PageUp', [3, 1], [-1, 1]],
    // A hole is one cell: the column is kept for the rows beyond it.
    ['ArrowRight', [2, 1], [2, 1]],
    ['End', [2, 1], [2, 1]],
    ['ArrowDown', [2, 1], [3, 1]],
  ])('%s from %j leads to %j', (key, [row, column], to, far = false) => {
    expect(moved(key, far, { row, column }, SIZE, isHole)).toEqual({ row: to[0], column: to[1] });
  });

  it('leaves other keys alone', () => {
    expect(moved('a', false, { row: 0, column: 0 }, SIZE, isHole)).toBeNull();
  });

  it('never leaves the matrix, whatever is pressed', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    let at: Place = { row: -1, column: 0 };
    for (let i = 0; i < 500; i += 1) {
      at = moved(keys[(i * 7 + (i >> 3)) % keys.length] ?? '', i % 5 === 0, at, SIZE, isHole) ?? at;
      expect(at.row).toBeGreaterThanOrEqual(-1);
      expect(at.row).toBeLessThan(SIZE.rows);
      expect(at.column).toBeGreaterThanOrEqual(0);
      expect(at.column).toBeLessThan(SIZE.columns);
    }
  });
});

it('puts each cell into the column of its story', () => {
  const cell = { competency: 'b', score: 71, ready: true, answers: 1 };
  const story = { title: '', updatedAt: 0, answers: 0, bestScore: null, unwritten: [] };
  const rows = rowsOf({
    stories: [
      { ...story, id: 1, cells: [] },
      { ...story, id: 2, cells: [cell] },
    ],
    competencies: [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ],
    holes: ['a'],
    warnings: [],
  });
  expect(rows.map(({ hole, cells }) => [hole, cells])).toEqual([
    [true, [undefined, undefined]],
    [false, [undefined, cell]],
  ]);
});
