import type {
  BestByCompetency,
  Dimension,
  DimensionTrend,
  ForecastDay,
  ForecastView,
  PracticeDay,
  ProgressPoint,
  ProgressRange,
  ProgressView,
} from '../bindings';
import { CALENDAR, DAY } from './today';

const DAY_MS = 86_400_000;

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Figures of one period; what is left out there is nothing to tell from. */
interface Figures {
  minutes?: number;
  coordination?: number;
  pace?: number;
  fillers?: number;
}

/** Periods one after another, the last one not over. */
function points(first: string, days: number, figures: readonly Figures[]): ProgressPoint[] {
  return figures.map(({ minutes = 0, coordination, pace, fillers }, i) => ({
    from: later(first, days * i),
    to: later(first, days * (i + 1) - 1),
    unfinished: i === figures.length - 1,
    takes: Math.round(minutes / 6),
    words: Math.round(minutes * 58),
    coordination: coordination ?? null,
    minutes,
    pace: pace ?? null,
    fillers: fillers ?? null,
  }));
}

function trends(scores: Record<Dimension, readonly (number | null)[]>): DimensionTrend[] {
  const all = Object.entries(scores) as [Dimension, readonly (number | null)[]][];
  const found = all.map(([dimension, values]) => {
    const there = values.filter((value) => value !== null);
    return { dimension, scores: [...values], first: there[0] ?? null, last: there.at(-1) ?? null };
  });
  const lowest = Math.min(...found.flatMap(({ last }) => (last === null ? [] : [last])));
  return found.map((one) => ({ ...one, lowest: one.last === lowest }));
}

/** Six weeks as drawn. */
const SIX_WEEKS: readonly Figures[] = [
  { coordination: 5.1, minutes: 138, pace: 158, fillers: 6.2 },
  { coordination: 4.6, minutes: 180, pace: 151, fillers: 5.8 },
  { coordination: 3.9, minutes: 181, pace: 149, fillers: 4.1 },
  { coordination: 3.3, minutes: 243, pace: 142, fillers: 3.9 },
  { coordination: 2.9, minutes: 197, pace: 136, fillers: 2.6 },
  { coordination: 2.4, minutes: 26, pace: 131, fillers: 1.9 },
];

/** Two weeks by the day: the calendar's minutes, nothing on days off, and today not begun. */
const TWO_WEEKS: readonly Figures[] = [
  { coordination: 3.4, minutes: 20, pace: 143, fillers: 4.2 },
  { coordination: 3.2, minutes: 34, pace: 144, fillers: 3.8 },
  { coordination: 3.5, minutes: 28, pace: 140, fillers: 4 },
  {},
  { coordination: 3.1, minutes: 30, pace: 141, fillers: 3.6 },
  { coordination: 3.2, minutes: 27, pace: 139, fillers: 3.1 },
  { coordination: 2.9, minutes: 124, pace: 137, fillers: 2.7 },
  {},
  { coordination: 3, minutes: 31, pace: 138, fillers: 2.6 },
  { coordination: 2.8, minutes: 26, pace: 135, fillers: 2.4 },
  { coordination: 2.9, minutes: 33, pace: 134, fillers: 2.2 },
  {},
  { coordination: 2.6, minutes: 28, pace: 132, fillers: 2.1 },
  { coordination: 2.4, minutes: 26, pace: 131, fillers: 1.9 },
];

/** Before the six weeks: nine weeks in autumn, a long break, and a week of trying. */
const BEFORE: readonly Figures[] = [
  { coordination: 6.8, minutes: 24 },
  { coordination: 6.9, minutes: 41 },
  { coordination: 6.2, minutes: 36 },
  { coordination: 6.4, minutes: 52, pace: 171, fillers: 7.9 },
  { coordination: 5.9, minutes: 47, pace: 168, fillers: 7.4 },
  {},
  { coordination: 6, minutes: 22, pace: 169, fillers: 7.1 },
  { coordination: 5.6, minutes: 38, pace: 166, fillers: 7.2 },
  { coordination: 5.7, minutes: 15, pace: 164, fillers: 6.8 },
  {},
  {},
  {},
  {},
  { coordination: 5.5, minutes: 19, pace: 161, fillers: 6.5 },
];

const DIMENSIONS: Record<Dimension, readonly number[]> = {
  ownership: [38, 44, 45, 55, 57, 63],
  systems: [44, 45, 55, 54, 62, 66],
  decisions: [26, 31, 30, 34, 38, 41],
  foresight: [39, 40, 46, 49, 57, 58],
  direction: [40, 42, 45, 49, 47, 52],
  impact: [35, 38, 45, 43, 55, 55],
  influence: [33, 38, 36, 45, 44, 49],
};

/** The dimensions over periods of another length: the six weeks' figures, stretched over those that have answers. */
function stretched(figures: readonly Figures[], from: number): DimensionTrend[] {
  const of = (values: readonly number[]) =>
    figures.map(({ coordination }, i) => {
      if (coordination === undefined) return null;
      const way = from + ((values.length - 1 - from) * i) / Math.max(1, figures.length - 1);
      const low = values[Math.floor(way)] ?? 0;
      const high = values[Math.ceil(way)] ?? low;
      return Math.round(low + (high - low) * (way % 1));
    });
  return trends(
    Object.fromEntries(Object.entries(DIMENSIONS).map(([name, values]) => [name, of(values)])) as Record<
      Dimension,
      (number | null)[]
    >,
  );
}

const BEST: readonly [label: string, score: number | null][] = [
  ['Conflict & trust', null],
  ['Data & ML programs', null],
  ['Thought leadership & career', null],
  ['Technical debt', 51],
  ['Ambiguity & direction', 52],
  ['Decisions & trade-offs', 58],
  ['Incidents & crisis', 69],
  ['Dependencies & risk', 70],
  ['Stakeholder communication', 70],
  ['Technical depth', 70],
  ['Program execution', 71],
  ['Failure & learning', 71],
  ['Accountability & mechanisms', 72],
  ['API & platform programs', 72],
  ['Impact & metrics', 74],
  ['Influence without authority', 74],
  ['System thinking & architecture', 78],
];

function best(scoreOf: (label: string, score: number | null) => number | null): BestByCompetency[] {
  return BEST.map(([label, drawn]) => {
    const score = scoreOf(label, drawn);
    return {
      competency: { id: label.toLowerCase().replaceAll(' & ', '-').replaceAll(' ', '-'), label },
      score,
      ready: score !== null && score >= 70,
    };
  }).sort((a, b) => (a.score ?? -1) - (b.score ?? -1));
}

function forecastDays(minutes: readonly number[], answers: number): ForecastDay[] {
  return minutes.map((each, i) => ({
    day: later(DAY, i),
    minutes: each,
    answers: answers === 0 ? 0 : Math.round((each * 2) / 3),
    sentences: Math.round(each / 4),
  }));
}

const FORECAST: ForecastView = {
  days: forecastDays([16, 11, 14, 9, 18, 12, 7, 13, 10, 15, 9, 12, 8, 11, 14, 10, 9, 16, 13, 19, 22, 0], 48),
  minutesADay: 30,
  interview: ['Onsite', '2026-03-31'],
  answers: 48,
  sentences: 16,
  reviews: 171,
  recalled: 91,
  expected: 92,
  wanted: 90,
};

/** Nobody has answered anything: nothing to draw. */
function nothing(range: ProgressRange): ProgressView {
  return {
    range,
    period: range === 'two_weeks' ? 'day' : 'week',
    takes: 0,
    headline: null,
    tooFew: 'Nothing to compare yet. Your first answer begins it.',
    points:
      range === 'two_weeks'
        ? points('2026-02-25', 1, Array<Figures>(14).fill({}))
        : points(
            range === 'all' ? '2026-03-09' : '2026-02-02',
            7,
            Array<Figures>(range === 'all' ? 1 : 6).fill({}),
          ),
    dimensions: trends(
      Object.fromEntries(Object.keys(DIMENSIONS).map((name) => [name, [null]])) as Record<Dimension, null[]>,
    ),
    spoken: false,
    forecast: {
      ...FORECAST,
      days: forecastDays(Array<number>(14).fill(0), 0),
      interview: null,
      answers: 0,
      sentences: 0,
      reviews: 0,
      recalled: null,
      expected: null,
    },
    best: best(() => null),
    calendar: [],
    step: null,
  };
}

/** Three typed answers of one evening: something to see, too little to say anything from. */
function few(range: ProgressRange, calendar: PracticeDay[]): ProgressView {
  const empty = nothing(range);
  const all: Figures[] = empty.points.map(({ from, to }) =>
    from <= '2026-03-09' && to >= '2026-03-09' ? { coordination: 2.4, minutes: 6 } : {},
  );
  const there = all.map(({ coordination }) => coordination !== undefined);
  const shown = (score: number | null) => there.map((is) => (is ? score : null));
  return {
    ...empty,
    takes: 4,
    tooFew: 'Four answers so far. What changes shows from two weeks with answers on.',
    points: empty.points.map((point, i) => ({
      ...point,
      coordination: all[i]?.coordination ?? null,
      minutes: all[i]?.minutes ?? 0,
      takes: there[i] ? 4 : 0,
      words: there[i] ? 348 : 0,
    })),
    dimensions: trends({
      ownership: shown(48),
      systems: shown(44),
      decisions: shown(37),
      foresight: shown(41),
      direction: shown(null),
      impact: shown(52),
      influence: shown(null),
    }),
    forecast: {
      ...empty.forecast,
      days: forecastDays([0, 0, 6, 0, 0, 0, 0, 0, 2, 4, 0, 0, 0, 0], 3),
      answers: 3,
      reviews: 0,
    },
    best: best((label) =>
      label === 'Dependencies & risk' ? 71 : label === 'Decisions & trade-offs' ? 44 : null,
    ),
    calendar,
  };
}

/** The figures as drawn, for each range. */
function drawn(range: ProgressRange): ProgressView {
  const shape = {
    two_weeks: { period: 'day', first: '2026-02-25', days: 1, figures: TWO_WEEKS, from: 3 },
    six_weeks: { period: 'week', first: '2026-02-02', days: 7, figures: SIX_WEEKS, from: 0 },
    all: { period: 'week', first: '2025-10-27', days: 7, figures: [...BEFORE, ...SIX_WEEKS], from: 0 },
  } as const;
  const { period, first, days, figures, from } = shape[range];
  return {
    range,
    period,
    takes: 171,
    headline:
      range === 'two_weeks'
        ? 'Coordination is down by a third. Decisions are still the lowest.'
        : range === 'all'
          ? 'Coordination is down to a third. Decisions are still the lowest.'
          : 'Coordination is down by half. Decisions are still the lowest.',
    tooFew: null,
    points: points(first, days, figures),
    dimensions: stretched(figures, from),
    spoken: true,
    forecast: FORECAST,
    best: best((_, score) => score),
    calendar: CALENDAR,
    step: { label: 'Practise decisions', questionId: 'late-or-incomplete' },
  };
}

/** Progress of a story. */
export function progressOf(story: string, range: ProgressRange, calendar: PracticeDay[]): ProgressView {
  if (story === 'first-run') return nothing(range);
  return story === 'nothing-due' ? few(range, calendar) : drawn(range);
}
