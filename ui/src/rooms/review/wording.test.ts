import { describe, expect, it } from 'vitest';
import { gradedMessage, nextDue, ordinal, reviewFacts, roundSummary, timeLeft } from './wording';

const TODAY = '2026-03-10';

describe('words of review', () => {
  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [111, '111th'],
  ])('counts %i as %s', (n, word) => expect(ordinal(n)).toBe(word));

  it('tells how often and when', () => {
    expect(reviewFacts('Launch', 4, '2026-02-24')).toEqual(['Launch', '5th time', 'last seen 24 February']);
    expect(reviewFacts('Launch', 0, null)).toEqual(['Launch', 'first time']);
  });

  it.each([
    [TODAY, 'Hard. Back today.'],
    ['2026-03-11', 'Hard. Back tomorrow.'],
    ['2026-03-13', 'Hard. Back on Fri 13 Mar.'],
  ])('says when a graded answer is back: %s', (day, said) =>
    expect(gradedMessage('hard', day, TODAY)).toBe(said),
  );

  it.each([
    [null, 0, null],
    ['2026-03-11', 1, 'The next answer comes back tomorrow.'],
    ['2026-03-31', 12, 'The next 12 answers come back on Tue 31 March.'],
  ])('says what comes next: %s', (nextDueDay, nextDueCount, said) =>
    expect(nextDue({ nextDueDay, nextDueCount }, TODAY)).toBe(said),
  );

  it.each([
    [0, 'under a minute left'],
    [1, 'about 1 minute left'],
    [10, 'about 10 minutes left'],
  ])('says how long %i minutes are', (minutes, said) => expect(timeLeft(minutes)).toBe(said));

  it('sums a round up', () => {
    expect(roundSummary(5, 12 * 60_000)).toBe('5 answers reviewed, 12 minutes.');
    expect(roundSummary(1, 10_000)).toBe('1 answer reviewed, under a minute.');
  });
});
