import { describe, expect, test } from 'vitest';
import { bytes, count, listed, signed } from './counts';
import {
  addDays,
  dayAndMonth,
  dayOf,
  daysBetween,
  fullDay,
  longDay,
  mediumDay,
  relativeDay,
  shortDay,
  weekdayIndex,
} from './days';
import { clock, minutes, over, spokenTime } from './times';

function check<A extends unknown[]>(write: (...args: A) => unknown, cases: [...A, expected: unknown][]) {
  test.each(cases)(`${write.name} %#`, (...given) => {
    const expected = given.pop();
    expect(write(...(given as unknown as A))).toEqual(expected);
  });
}

describe('times', () => {
  check(clock, [
    [0, '0:00'],
    [91_999, '1:31'],
    [-5, '0:00'],
    [3_725_000, '1:02:05'],
  ]);
  check(over, [[36_400, '+0:36']]);
  check(minutes, [
    [16, '16 min'],
    [15.6, '16 min'],
    [0, '0 min'],
    [0.3, 'under 1 min'],
  ]);
  check(spokenTime, [
    [91_000, '1 minute 31 seconds'],
    [120_000, '2 minutes'],
    [1000, '1 second'],
    [0, '0 seconds'],
  ]);
});

describe('days', () => {
  check(longDay, [['2026-03-31', 'Tuesday 31 March']]);
  check(mediumDay, [['2026-03-31', 'Tue 31 March']]);
  check(fullDay, [['2026-03-31', 'Tue 31 March 2026']]);
  check(shortDay, [['2026-03-13', 'Fri 13 Mar']]);
  check(dayAndMonth, [['2026-02-02', '2 Feb']]);
  check(daysBetween, [
    ['2026-03-10', '2026-03-31', 21],
    ['2026-03-10', '2026-03-09', -1],
    // The clocks change on 29 March 2026.
    ['2026-03-28', '2026-03-30', 2],
  ]);
  check(addDays, [
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ]);
  check(weekdayIndex, [
    ['2026-03-09', 0],
    ['2026-03-15', 6],
  ]);
  check(relativeDay, [
    ['2026-03-10', '2026-03-10', 'today'],
    ['2026-03-09', '2026-03-10', 'yesterday'],
    ['2026-03-11', '2026-03-10', 'tomorrow'],
    ['2026-03-06', '2026-03-10', 'Friday'],
    ['2026-03-03', '2026-03-10', 'Tue 3 Mar'],
    ['2026-03-13', '2026-03-10', 'Fri 13 Mar'],
    ['2025-12-30', '2026-03-10', 'Tue 30 Dec 2025'],
  ]);
  test('a day of practice starts at its own hour', () => {
    const threeAtNight = new Date(2026, 2, 11, 3, 0).getTime();
    expect(dayOf(threeAtNight, 4)).toBe('2026-03-10');
    expect(dayOf(threeAtNight)).toBe('2026-03-11');
  });
});

describe('counts', () => {
  check(count, [
    [1, 'answer', 'answers', '1 answer'],
    [9, 'answer', 'answers', '9 answers'],
    [1200, 'word', 'words', '1,200 words'],
  ]);
  check(listed, [
    [['a'], 'and', 'a'],
    [['a', 'b', 'c'], 'and', 'a, b and c'],
    [[], 'and', ''],
  ]);
  check(bytes, [
    [0, '0 bytes'],
    [1_840_000, '1.8 MB'],
    [412_000_000, '412 MB'],
  ]);
  check(signed, [
    [4.2, '+4'],
    [-4, '−4'],
    [0.2, '0'],
  ]);
});
