import { describe, expect, it, test } from 'vitest';
import type { DebriefQuestion } from '$lib/ipc/bindings';
import { drawnDebrief, DRAWN_ROW } from '$lib/ipc/fake/debriefs';
import { drawn, inOneSentence } from './so-far';
import { leftOpen, outOf, pausedWords, rate, reviewWords, segmentWords, timesWords } from './wording';

const TODAY = '2026-03-10';

function asked(...given: Partial<DebriefQuestion>[]): DebriefQuestion[] {
  const [like] = drawnDebrief(DRAWN_ROW, []).questions;
  if (!like) throw new Error('nothing drawn');
  return given.map((own, slot) => ({ ...like, slot, answerId: slot + 1, ...own }));
}

describe('what goes to review', () => {
  const cost = (answers: number, minutesADay = 6, from: string | null = '2026-03-11') => ({
    answers,
    minutesADay,
    from,
  });
  const low = { suggestReview: true, score: 40 };

  test.each<
    [questions: DebriefQuestion[], chosen: number[], cost: ReturnType<typeof cost> | null, said: string]
  >([
    [
      asked(low, low, {}),
      [0, 1],
      cost(2),
      '2 answers are below 55. They come back from tomorrow, 6 minutes a day.',
    ],
    [asked(low), [0], cost(1, 1), '1 answer is below 55. It comes back from tomorrow, 1 minute a day.'],
    [asked(low), [0], cost(1, 0, null), '1 answer is below 55. It comes back, under 1 minute a day.'],
    [
      asked(low, {}),
      [0, 1],
      cost(2, 3, '2026-03-13'),
      '2 answers chosen. They come back from Fri 13 Mar, 3 minutes a day.',
    ],
    [asked(low, {}), [1], null, '1 answer chosen.'],
    [asked(low), [], null, 'No answer chosen for review.'],
    [asked({}), [], null, 'No answer is below 55.'],
    [asked({ score: null }), [], null, 'No answer chosen for review.'],
    [asked({ inReview: true }), [], null, 'The answer is in review.'],
    [asked({ inReview: true }, { inReview: true }), [], null, 'All answers are in review.'],
    [asked({ inReview: true }, {}), [], null, '1 answer of this mock is in review.'],
    [asked({ answerId: null, skipped: true }), [], null, 'No answer to send to review.'],
  ])('case %#', (questions, chosen, cost, said) => {
    expect(reviewWords(questions, new Set(chosen), cost, TODAY)).toBe(said);
  });
});

test.each<[Partial<DebriefQuestion>[], string | null]>([
  [[{}, {}], null],
  [[{ skipped: true }, { skipped: true }], 'Every question was skipped.'],
  [[{ skipped: true }, {}], 'Of 2 questions, 1 was skipped.'],
  [
    [{}, { asked: false }, { asked: false }, { skipped: true }],
    'Of 4 questions, 2 were not asked, 1 was skipped.',
  ],
  [[], null],
])('what was left open %#', (questions, said) => {
  expect(leftOpen(asked(...questions)) || null).toBe(said);
});

it('says a segment of the timeline', () => {
  const [fine, long] = drawnDebrief(DRAWN_ROW, []).questions;
  const [skipped, not] = asked({ skipped: true }, { asked: false });
  if (!fine || !long || !skipped || !not) throw new Error('nothing drawn');
  expect(segmentWords(fine, 1)).toBe('question 1: 9 minutes 12 seconds');
  expect(segmentWords(long, 2)).toBe('question 2: 11 minutes 24 seconds, well over');
  expect(segmentWords({ ...long, wellOver: false }, 2)).toBe('question 2: 11 minutes 24 seconds, over');
  expect(segmentWords(skipped, 3)).toBe('question 3: skipped');
  expect(segmentWords(not, 4)).toBe('question 4: not asked');
});

it('says figures', () => {
  const { across } = drawnDebrief(DRAWN_ROW, []);
  expect(pausedWords(across)).toBe('once, 0:48');
  expect(pausedWords({ ...across, pauses: 0, pausedMs: 0 })).toBe('never');
  expect([1, 2, 3].map(timesWords)).toEqual(['once', 'twice', '3 times']);
  expect([rate(2), rate(null)]).toEqual(['2.0', '–']);
  expect([outOf(7, 12), outOf(0, 0)]).toEqual(['7 of 12', '–']);
});

describe('the line of mocks', () => {
  const points = (...scores: number[]) =>
    scores.map((score, i) => ({ id: i, name: 'Full onsite', day: `2026-03-0${i + 1}`, score }));

  it('lies as it was drawn', () => {
    const { dots, senior } = drawn(points(47, 52, 55, 61));
    expect(senior).toBe(22);
    expect(dots.map(({ y }) => y)).toEqual([68, 58, 52, 40]);
    expect(dots[0]?.x).toBe(20);
    expect(dots.at(-1)?.x).toBe(240);
  });

  it.each([[[0]], [[100]], [[0, 100]], [[70, 70]], [[1, 2, 3, 4, 5, 6, 7, 8]]])(
    'stays within its drawing: %j',
    (scores) => {
      const { dots, senior } = drawn(points(...scores));
      for (const y of [senior, ...dots.map((dot) => dot.y)]) {
        expect(y).toBeGreaterThanOrEqual(22);
        expect(y).toBeLessThanOrEqual(68);
      }
    },
  );

  it('writes the first and the last day only, when there are many', () => {
    const labelled = drawn(points(1, 2, 3, 4, 5, 6, 7)).dots.filter((dot) => dot.labelled);
    expect(labelled.map((dot) => dot.point.id)).toEqual([0, 6]);
  });

  it('can be read', () => {
    expect(inOneSentence(points(47, 61), '2026-03-02')).toBe(
      'Mock scores: 47 on 1 March, 61 today. Senior is 70.',
    );
  });
});
