import { describe, expect, test } from 'vitest';
import type { MockRound } from '$lib/ipc/bindings';
import { FAKE_LOOPS } from '$lib/ipc/fake/loops';
import { answeredRounds, minutesLeftOut, moved, newRound, sameRounds } from './rounds';
import { askedAbout, sizeWords, span, underWayWords } from './wording';

const round = (some: Partial<MockRound> = {}): MockRound => ({ ...newRound('One'), ...some });

test.each([
  [25, '25 min'],
  [60, '1 h'],
  [120, '2 h'],
  [275, '4 h 35 min'],
  [0, '0 min'],
])('%i minutes are %s', (minutes, words) => expect(span(minutes)).toBe(words));

test.each<[rounds: MockRound[], words: string]>([
  [[round({ questions: 1, minutes: 20 })], 'One round, one question, 20 min.'],
  [Array.from({ length: 4 }, () => round()), 'Four rounds, 12 questions, 2 h.'],
])('the size of a loop', (rounds, words) => expect(sizeWords(rounds)).toBe(words));

describe('what a round asks about', () => {
  const labels = { execution: 'Program execution', api: 'API & platform programs' };
  test.each<[some: Partial<MockRound>, words: string]>([
    [{}, 'Any competency'],
    [{ competencies: ['execution', 'api'] }, 'Program execution, API & platform programs'],
    [{ competencies: ['api', 'execution'] }, 'API & platform programs, program execution'],
    [{ competencies: ['gone'] }, 'gone'],
    [{ kinds: ['technical', 'estimation'] }, 'Any competency; technical or estimation questions'],
    [{ written: true }, 'Any competency; answered in writing'],
  ])('%o', (some, words) => expect(askedAbout(round(some), labels)).toBe(words));
});

test('a loop is answered without what nobody answers in', () => {
  const onsite = FAKE_LOOPS[1];
  if (!onsite) throw new Error('the fake has no loop');
  const rounds = answeredRounds(onsite);
  expect(rounds.map((one) => one.minutes)).toEqual([30, 30]);
  expect(minutesLeftOut(onsite)).toBe(20);
  expect(sameRounds(rounds, answeredRounds(onsite))).toBe(true);
  expect(sameRounds(rounds, rounds.toReversed())).toBe(false);
});

test.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
  [7, 0, 'abc'],
])('an entry moved from %i to %i', (from, to, after) => {
  expect(moved(['a', 'b', 'c'], from, to).join('')).toBe(after);
});

test('a mock under way says where it stands', () => {
  expect(underWayWords({ id: 1, name: 'Onsite', startedAt: 0, place: 'Round 2, question 2 of 3' })).toBe(
    'Onsite, round 2, question 2 of 3',
  );
});
