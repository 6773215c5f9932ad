import type { InterviewView, PracticeDay, TodayView } from '../bindings';
import { QUESTIONS } from './questions';
import { marksOf } from './reading';

/** The day of the design's pictures. */
export const DAY = '2026-03-10';
/** Half past nine on that day, in milliseconds since 1970. */
export const NOW = Date.parse(`${DAY}T09:30:00Z`);

/** Competencies as the pictures name them, with the best score of their answers. The first eleven are ready. */
const READINESS: [label: string, score: number | null][] = [
  ['Program execution', 78],
  ['Dependencies & risk', 81],
  ['Cross-team', 74],
  ['Stakeholders', 72],
  ['Communication', 85],
  ['Roadmap', 71],
  ['Launch', 76],
  ['Incidents', 79],
  ['Metrics', 70],
  ['Process', 73],
  ['Conflict', 75],
  ['Decisions & trade-offs', 58],
  ['Technical debt', 54],
  ['Data & ML', 49],
  // High enough, but it would not be recalled on the day.
  ['Vendors', 77],
  ['Hiring', null],
  ['Estimation', null],
];

/** The interview of the pictures: in 21 days, 11 of 17 competencies ready. */
export const INTERVIEW: InterviewView = {
  name: 'Onsite',
  day: '2026-03-31',
  daysLeft: 21,
  cells: READINESS.map(([label, score], i) => ({
    competency: label.toLowerCase().replace(/[^a-z]+/g, '-'),
    label,
    score,
    ready: i < 11,
  })),
  nextToClose: ['decisions', 'technical debt', 'data & ML'],
  later: [{ name: 'Acme screen', day: '2026-04-14' }],
};

const MINUTES = [
  22, 31, 0, 18, 27, 40, 0, 25, 28, 30, 0, 33, 52, 12, 30, 0, 26, 31, 29, 45, 20, 34, 28, 0, 30, 27, 124, 0,
  31, 26, 33, 0, 28, 61, 18, 26,
];

/** Practice since 2 February: 29 of 36 days. */
export const CALENDAR: PracticeDay[] = MINUTES.map((minutes, i) => ({
  day: new Date(Date.parse('2026-02-02T00:00:00Z') + i * 86_400_000).toISOString().slice(0, 10),
  minutes,
})).filter(({ minutes }) => minutes > 0);

const WEAK_SENTENCE =
  'For the analytics pipeline I tracked progress against the plan and escalated when something slipped.';

/** Today on first launch. */
export function firstRun(): TodayView {
  return {
    day: DAY,
    first: QUESTIONS[0] ?? null,
    headline: '',
    advice: null,
    plan: [],
    plannedMinutes: 0,
    minutesADay: 30,
    due: 0,
    weakest: null,
    interview: null,
    calendar: [],
    daysSinceFirst: 0,
    lastSession: null,
  };
}

/** Today with answers due, as drawn. */
export function dueToday(due = 9): TodayView {
  const question = QUESTIONS[2];
  if (!question) throw new Error('the fake has no question');
  return {
    day: DAY,
    first: null,
    headline: 'Half an hour: nine answers to say again, six sentences to repair, one new question.',
    advice: '21 days hold 14 of your 17 competencies. Leave out hiring, vendors and estimation.',
    plan: [
      {
        step: { step: 'review' },
        label: 'Review',
        detail: `${due} answers due, 4 competencies`,
        minutes: 16,
      },
      { step: { step: 'drill' }, label: 'Drill', detail: '6 of your own sentences', minutes: 4 },
      {
        step: { step: 'new', question },
        label: 'New question',
        detail: question.competency.label,
        minutes: 8,
      },
    ],
    plannedMinutes: 28,
    minutesADay: 30,
    due,
    weakest: {
      dimension: 'decisions',
      score: 41,
      answers: 10,
      sentence: {
        takeId: 1,
        text: WEAK_SENTENCE,
        marks: marksOf(WEAK_SENTENCE),
        ask: 'What did you choose not to do, and why?',
        finishedAt: NOW - 4 * 86_400_000,
      },
    },
    interview: INTERVIEW,
    calendar: CALENDAR,
    daysSinceFirst: 36,
    lastSession: {
      day: '2026-03-09',
      minutes: 26,
      reviewed: 5,
      new: 1,
      coordinationBefore: 2.7,
      coordination: 2.4,
    },
  };
}

/** Today with nothing due, no interview, and one short day of practice behind. */
export function nothingDue(): TodayView {
  const question = QUESTIONS[1];
  if (!question) throw new Error('the fake has no question');
  return {
    day: DAY,
    first: null,
    headline: 'Nothing is due. One new question takes eight minutes.',
    advice: null,
    plan: [
      {
        step: { step: 'new', question },
        label: 'New question',
        detail: question.competency.label,
        minutes: 8,
      },
    ],
    plannedMinutes: 8,
    minutesADay: 30,
    due: 0,
    weakest: null,
    interview: null,
    calendar: [{ day: '2026-03-09', minutes: 6 }],
    daysSinceFirst: 2,
    lastSession: {
      day: '2026-03-09',
      minutes: 6,
      reviewed: 0,
      new: 1,
      coordinationBefore: null,
      coordination: 2.4,
    },
  };
}
