import { describe, expect, test } from 'vitest';
import { progressOf } from '$lib/ipc/fake/progress';
import type { DimensionTrend, ForecastView, Period, ProgressPoint } from '$lib/ipc/bindings';
import { bestState, bestWords } from './best';
import { COORDINATION, PACE, rate, seriesRows, seriesValues, spoken, TALK_TIME, whole } from './figures';
import {
  forecastAxis,
  forecastSpoken,
  forecastTitle,
  forecastValues,
  inRotation,
  interviewPlace,
  tooFewReviews,
} from './forecast';
import { duringPeriod, endsAxis, periodAxis, periodName, rowName, startOf } from './periods';
import { beginning, begunAt, trendDomain, trendRead, trendRows, trendSpoken } from './trends';

const span = (from: string, unfinished = false) => ({ from, unfinished });
const drawn = progressOf('due', 'six_weeks', []);
const texts = (labels: readonly { text: string }[]) => labels.map(({ text }) => text);

describe('periods', () => {
  test.each<[Period, string, string, string, string]>([
    ['day', '2026-03-10', 'Tue 10 March', 'on 10 March', 'Tue 10 March'],
    ['week', '2026-02-02', 'Week of 2 February', 'in the week of 2 February', '2 February'],
    ['month', '2026-02-01', 'February 2026', 'in February 2026', 'February 2026'],
  ])('a %s', (period, from, name, during, row) => {
    expect(periodName(span(from), period)).toBe(name);
    expect(duringPeriod(span(from), period)).toBe(during);
    expect(rowName(span(from), period)).toBe(row);
    expect(rowName(span(from, true), period)).toBe(`${row}, unfinished`);
  });

  const weeks = ['2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23', '2026-03-02', '2026-03-09'].map(
    (from) => span(from),
  );
  const months = ['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01'].map((from) => span(from));

  test.each<[string, string[], string[]]>([
    ['below bars', texts(periodAxis(weeks, 'week')(1)), ['2 Feb', '9', '16', '23', '2 Mar', '9']],
    ['every second', texts(periodAxis(weeks, 'week')(2)), ['2 Feb', '16', '2 Mar']],
    [
      'with room for every month',
      texts(periodAxis(weeks, 'week', true)(1)),
      ['2 Feb', '9 Feb', '16 Feb', '23 Feb', '2 Mar', '9 Mar'],
    ],
    ['and with less', texts(periodAxis(weeks, 'week', true)(2)), ['2 Feb', '9', '16', '23', '2 Mar', '9']],
    ['months of two years', texts(periodAxis(months, 'month')(1)), ['Nov 2025', 'Dec', 'Jan 2026', 'Feb']],
    ['months of one', texts(periodAxis(months.slice(2), 'month')(1)), ['Jan', 'Feb']],
    ['ends', texts(endsAxis(weeks, 'week')(1)), ['2 Feb', 'now']],
    ['ends without room', texts(endsAxis(weeks, 'week')(2)), ['2 Feb']],
    ['one period', texts(endsAxis(weeks.slice(0, 1), 'week')(1)), ['2 Feb']],
  ])('labels %s', (_, labels, expected) => expect(labels).toEqual(expected));

  test('where they begin', () => {
    expect(startOf(weeks, 'week')).toBe('2 Feb');
    expect(startOf(months, 'month')).toBe('Nov 2025');
    expect(startOf([], 'week')).toBe('');
  });
});

describe('figures', () => {
  test.each<[number, string]>([
    [0, '0'],
    [0.4, '<1'],
    [131.4, '131'],
    [1240, '1,240'],
  ])('%f is %s', (n, words) => expect(whole(n)).toBe(words));
  test('a rate keeps its decimal', () => expect(rate(3)).toBe('3.0'));

  const point = (from: string, coordination: number | null): ProgressPoint => ({
    from,
    to: from,
    unfinished: false,
    takes: 1,
    words: 100,
    coordination,
    minutes: 4,
    pace: null,
    fillers: null,
  });

  test.each<[string, ProgressPoint[], string]>([
    [
      'first and last',
      drawn.points,
      'Findings: 5.1 in the week of 2 February, 2.4 in the week of 9 March, unfinished.',
    ],
    [
      'empty periods at the ends are passed over',
      [point('2026-02-02', null), point('2026-02-09', 3), point('2026-02-16', 2), point('2026-02-23', null)],
      'Findings: 3.0 in the week of 9 February, 2.0 in the week of 16 February.',
    ],
    ['one', [point('2026-02-02', 3)], 'Findings: 3.0 in the week of 2 February.'],
    ['none', [point('2026-02-02', null)], 'Findings: nothing to tell from.'],
  ])('in words: %s', (_, points, words) => {
    expect(spoken(points, 'week', 'Findings', COORDINATION)).toBe(words);
  });

  test('what is read at a place', () => {
    expect(seriesValues(drawn.points, 'week', TALK_TIME)[0]).toEqual({
      value: 138,
      open: false,
      says: 'Week of 2 February: 138 min',
    });
    expect(seriesValues([point('2026-02-02', 1)], 'week', PACE)[0]?.says).toBe(
      'Week of 2 February: nothing to tell from',
    );
  });

  test('rows of a table', () => {
    expect(seriesRows(drawn.points, 'week', COORDINATION).at(-1)).toEqual(['9 March, unfinished', '2.4']);
    expect(seriesRows([point('2026-02-02', null)], 'week', COORDINATION)).toEqual([['2 February', '–']]);
  });
});

describe('dimensions', () => {
  const trend = (scores: (number | null)[], own: Partial<DimensionTrend> = {}): DimensionTrend => {
    const there = scores.filter((score) => score !== null);
    return {
      dimension: 'decisions',
      scores,
      first: there[0] ?? null,
      last: there.at(-1) ?? null,
      lowest: false,
      ...own,
    };
  };
  const many = Array.from({ length: 40 }, (_, i) => 30 + (i % 20));

  test.each<[string, DimensionTrend, string, string]>([
    ['two', trend([26, 41]), 'Decisions from 26 to 41', 'Decisions by week: 26, 41'],
    [
      'the lowest',
      trend([26, null, 41], { lowest: true }),
      'Decisions from 26 to 41, the lowest',
      'Decisions by week: 26, –, 41',
    ],
    ['one', trend([null, 37]), 'Decisions: 37', 'Decisions by week: –, 37'],
    ['none', trend([null]), 'Decisions: nothing to tell from', 'Decisions: nothing to tell from'],
    ['many', trend(many), 'Decisions from 30 to 49', 'Decisions: 30 to 49, between 30 and 49'],
  ])('%s', (_, one, inWords, read) => {
    expect(trendSpoken(one)).toBe(inWords);
    expect(trendRead(one, 'week')).toBe(read);
  });

  test('one figure has no beginning', () => {
    expect(beginning(trend([null, 37]))).toBeNull();
    expect(beginning(trend([26, 37]))).toBe(26);
  });
  test('share one scale', () => {
    expect(trendDomain([trend([26, 41]), trend([66])])).toEqual([26, 66]);
    expect(trendDomain([trend([null])])).toEqual([0, 100]);
  });
  test('as rows', () => {
    expect(trendRows(drawn.dimensions, drawn.points, 'week')[0]).toEqual(
      ['2 February', 38, 44, 26, 39, 40, 35, 33].map(String),
    );
  });
});

describe('the forecast', () => {
  const full = drawn.forecast;
  const of = (own: Partial<ForecastView>): ForecastView => ({ ...full, ...own });
  const open = of({ interview: null, days: full.days.slice(0, 14) });

  test.each<[ForecastView, string]>([
    [full, 'Review until the onsite'],
    [of({ interview: ['Acme', '2026-03-31'] }), 'Review until Acme'],
    [open, 'Review in the next two weeks'],
    [of({ interview: null }), 'Review in the next 22 days'],
    [of({ interview: null, days: full.days.slice(0, 1) }), 'Review today'],
  ])('is named', (view, title) => expect(forecastTitle(view)).toBe(title));

  test.each<[string, ForecastView, number, string[]]>([
    ['to the interview', full, 1, ['today', 'onsite', '20 Mar']],
    ['with less room', full, 2, ['today', 'onsite']],
    ['with none', full, 3, ['today']],
    ['without an interview', open, 1, ['today', '23 Mar', '16 Mar']],
    ['of three days', of({ days: full.days.slice(0, 3) }), 1, ['today', '12 Mar']],
    ['of a day', of({ days: full.days.slice(0, 1) }), 1, ['today']],
  ])('has labels %s', (_, view, step, labels) => {
    expect(texts(forecastAxis(view)(step))).toEqual(labels);
  });

  test('the flag stands at the interview', () => {
    expect(interviewPlace(full)).toBe(21);
    expect(interviewPlace(open)).toBeNull();
    expect(interviewPlace(of({ interview: ['Acme', '2027-01-01'] }))).toBeNull();
  });

  test('in words', () => {
    expect(forecastSpoken(full)).toBe(
      'Review until the onsite, minutes a day: 16 today; 0 on 31 March; at most 22 on 30 March, of your 30. Onsite is on 31 March.',
    );
    expect(forecastSpoken(of({ days: [] }))).toBe('Review until the onsite: nothing to tell from.');
    const says = forecastValues(full).map((value) => value.says);
    expect(says[0]).toBe('Today: 16 min, 11 answers, 4 sentences');
    expect(says.at(-1)).toBe('Tue 31 March, onsite: 0 min, nothing due');
  });

  test.each<[number, number, string]>([
    [48, 16, '64 answers and sentences in rotation.'],
    [1, 0, '1 answer in rotation.'],
    [0, 2, '2 sentences in rotation.'],
    [0, 0, 'Nothing is in rotation yet.'],
  ])('%i answers and %i sentences', (answers, sentences, words) => {
    expect(inRotation(of({ answers, sentences }))).toBe(words);
  });

  test.each<[number, string]>([
    [0, 'there is none yet'],
    [1, 'there is 1'],
    [19, 'there are 19'],
  ])('with %i reviews', (reviews, there) => {
    expect(tooFewReviews(of({ reviews }))).toBe(
      `What share was recalled is shown from 20 reviews in this time on; ${there}.`,
    );
  });
});

test.each<[number | null, boolean, string, string]>([
  [null, false, 'none', 'Technical debt: none answered yet'],
  [51, false, 'below', 'Technical debt: 51, not ready'],
  [74, false, 'fading', 'Technical debt: 74, not ready: review it first'],
  [70, true, 'ready', 'Technical debt: 70, ready'],
])('a competency with %s, ready %s, is %s', (score, ready, state, words) => {
  const one = { competency: { id: 'technical-debt', label: 'Technical debt' }, score, ready };
  expect(bestState(one)).toBe(state);
  expect(bestWords(one)).toBe(words);
});

test('dimensions begin where the first of them has a figure', () => {
  expect(begunAt([{ scores: [null, null, 3] }, { scores: [null, 2, null] }])).toBe(1);
  expect(begunAt([{ scores: [null, null] }])).toBe(0);
  expect(begunAt([])).toBe(0);
});
