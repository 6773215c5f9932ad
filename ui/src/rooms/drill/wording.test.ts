import { expect, test } from 'vitest';
import {
  comingBack,
  lastTryLine,
  nextDue,
  onDay,
  outcomeLine,
  putLine,
  roundLeft,
  roundSummary,
} from './wording';
import type { Verdict } from './round.svelte';

const TODAY = '2026-03-10';

function verdict(passed: boolean, reason: string, dueDay: string): Verdict {
  const figures = { strong: 0, weak: 0, score: null };
  const result = {
    logId: 1,
    version: 2,
    passed,
    reason,
    marks: [],
    there: [],
    missing: null,
    figures,
    dueDay,
  };
  return { text: '', result: { ...result, canBePut: false }, put: null };
}

test.each([
  [verdict(true, 'A decision.', '2026-03-17'), 'Passed. Comes back Tue 17 March.'],
  [verdict(true, 'A decision.', '2026-03-11'), 'Passed. Comes back tomorrow.'],
  [verdict(false, 'Still activity, “tracked”.', TODAY), 'Not yet: still activity, “tracked”.'],
  [verdict(false, 'I do not find an action.', TODAY), 'Not yet: I do not find an action.'],
])('a verdict in words', (of, words) => expect(outcomeLine(of, TODAY)).toBe(words));

test('a try that did not pass stays in sight while its words are changed', () =>
  expect(lastTryLine(verdict(false, 'Still activity.', TODAY))).toBe('Last try: still activity.'));

test.each([
  ['2026-03-06', 'on Friday'],
  ['2026-03-09', 'yesterday'],
  ['2026-03-11', 'tomorrow'],
  ['2026-03-17', 'on Tue 17 March'],
  ['2026-02-02', 'on Mon 2 Feb'],
])('%s is %s', (day, words) => expect(onDay(day, TODAY)).toBe(words));

test.each([
  [1, '2026-03-11', 'The next sentence comes back tomorrow.'],
  [3, '2026-03-12', 'The next 3 sentences come back on Thu 12 March.'],
  [0, null, null],
])('%d due on %s', (nextDueCount, nextDueDay, words) =>
  expect(nextDue({ nextDueCount, nextDueDay }, TODAY)).toBe(words),
);

test.each([
  [['2026-03-11'], 'It comes back tomorrow.'],
  [['2026-03-17', '2026-03-17'], 'They come back on Tue 17 March.'],
  [['2026-03-17', '2026-03-11', '2026-03-17'], '1 comes back tomorrow, 2 on Tue 17 March.'],
  [
    ['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14'],
    '1 comes back tomorrow, 1 on Thu 12 March, 1 on Fri 13 March, the rest later.',
  ],
])('%j come back', (days, words) =>
  expect(
    comingBack(
      days.map((dueDay, drillId) => ({ drillId, passed: true, dueDay })),
      TODAY,
    ),
  ).toBe(words),
);

test('a take is named with its scores, if there are any', () => {
  const put = { answerId: 1, takeId: 2, ordinal: 3, score: 61, scoreBefore: 54 };
  expect(putLine(put)).toBe('In your answer as take 3, score 54 → 61.');
  expect(putLine({ ...put, scoreBefore: null })).toBe('In your answer as take 3, score 61.');
  expect(putLine({ ...put, score: null })).toBe('In your answer as take 3.');
  expect(roundLeft(0)).toBe('sentences, under a minute left');
});

test.each([
  [[true], 'The sentence passed.'],
  [[false], 'The sentence has not passed yet.'],
  [[true, false, true], '2 of 3 sentences passed.'],
])('a round of %j in words', (passed, words) =>
  expect(roundSummary(passed.map((one, drillId) => ({ drillId, passed: one, dueDay: TODAY })))).toBe(words),
);
