import { describe, expect, it } from 'vitest';
import { gradedMessage, leftWords, nextDue, ordinal, reviewFacts, roundSummary, timeLeft } from './wording';

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
    const facts = reviewFacts({ competency: 'Launch', timesBefore: 4, lastDay: '2026-02-24' }, null);
    expect(facts).toEqual(['Launch', '5th time', 'last seen 24 February']);
    const first = reviewFacts({ competency: 'Launch', timesBefore: 0, lastDay: null }, null);
    expect(first).toEqual(['Launch', 'first time']);
  });

  it.each([
    [0, 'Onsite', 'not again before the onsite'],
    [1, 'Onsite', 'once more before the onsite'],
    [2, 'Onsite', 'twice more before the onsite'],
    [3, 'Acme', 'three times more before Acme'],
    [null, 'Onsite', undefined],
  ])('tells that %s times are left before %s', (timesToInterview, name, said) => {
    const asked = { competency: 'Launch', timesBefore: 4, lastDay: null, timesToInterview };
    expect(reviewFacts(asked, { name, day: '2026-03-31' })[2]).toBe(said);
    expect(reviewFacts(asked, null)).toHaveLength(2);
  });

  it.each([
    [0, null],
    [1, '1 more is due; it comes within the next days.'],
    [12, '12 more are due; they are spread over the next days.'],
  ])('says that %i are left for later', (left, said) => expect(leftWords(left)).toBe(said));

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
