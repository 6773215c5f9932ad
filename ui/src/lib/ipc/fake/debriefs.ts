import type { Debrief, DebriefQuestion, MockRow, MockSetup, MockTime } from '../bindings';
import { DAY, NOW } from './today';

/** A question as it was drawn: its words, minutes and seconds used, score. */
type Drawn = [prompt: string, minutes: number, seconds: number, score: number];

const ROUNDS: [name: string, questions: Drawn[]][] = [
  [
    'Program sense',
    [
      [
        'You inherit a program with a date and no owner for the API contract. What happens in week one?',
        9,
        12,
        70,
      ],
      ['Which of your programs would you stop, and how did you know?', 11, 24, 58],
      ['Walk me through a plan you changed after it was approved.', 10, 6, 66],
    ],
  ],
  [
    'System design',
    [
      ['Where does your current architecture lose data, and who would notice first?', 10, 36, 69],
      [
        'Design the rollout of a new authentication service that eleven product teams depend on. Where does it break first?',
        12,
        54,
        72,
      ],
      ['Two services disagree about the state of an order. Which one is right?', 8, 18, 64],
    ],
  ],
  [
    'Cross-functional influence',
    [
      ['A director says yes in the meeting and no in the hallway. What do you do?', 9, 48, 47],
      ['Tell me about a team that changed its roadmap because of you.', 10, 12, 66],
      ['How do you hold a partner team to a date without their manager?', 11, 18, 52],
    ],
  ],
  [
    'Leadership & behavioural',
    [
      ['What did you get wrong last year, and what is different now?', 8, 48, 71],
      ['Tell me about a decision you made without enough information.', 9, 6, 43],
      ['What do you believe about running programs that your peers do not?', 11, 36, 54],
    ],
  ],
];

const ANSWER =
  'I owned the move of the checkout to the new ledger. Two teams wrote to both, and nobody could say which one was right.\n\nI tracked the gap each morning and made sure everyone stayed on track. It was decided to keep the old one for another quarter.';
const PROBE = 'Which option did you reject, and what would have made you take it?';
const PROBE_ANSWER = 'Stopping all writes for a night. With fewer than ten thousand orders I would have.';

const MINUTE = 60_000;

/** A time, with its phase. */
export function timeOf(usedMs: number, budgetMs: number): MockTime {
  const phase = usedMs > budgetMs ? 'over' : usedMs >= budgetMs * 0.9 ? 'last_tenth' : 'in_time';
  return { usedMs, budgetMs, phase };
}

/** The mean of the scores that are there. */
export function mean(scores: readonly (number | null)[]): number | null {
  const there = scores.filter((score) => score !== null);
  if (there.length === 0) return null;
  return Math.round(there.reduce((sum, score) => sum + score, 0) / there.length);
}

/** Mocks as points of the line, oldest first. */
export function pointsOf(rows: readonly MockRow[]): Debrief['soFar'] {
  return rows
    .flatMap(({ id, name, day, score }) => (score === null ? [] : [{ id, name, day, score }]))
    .toReversed();
}

const SETUP: MockSetup = {
  loopId: 'onsite-senior',
  name: 'Full onsite',
  rounds: ROUNDS.map(([name, questions]) => ({
    name,
    minutes: 30,
    questions: questions.length,
    competencies: [],
    kinds: [],
    written: false,
  })),
  level: 'senior',
  prefer: 'new',
  probes: 2,
  preparationSeconds: 60,
  endsAtLimit: false,
  seed: 4721,
};

/** The debrief of the pictures, as mock `row`: its answers are not in any world yet. */
export function drawnDebrief(row: MockRow, before: readonly MockRow[]): Debrief {
  const { id, name, day } = row;
  const questions = ROUNDS.flatMap(([, drawn], round) => drawn.map((one) => ({ round, one }))).map(
    ({ round, one: [prompt, minutes, seconds, score] }, slot): DebriefQuestion => {
      const usedMs = minutes * MINUTE + seconds * 1000;
      return {
        slot,
        round,
        questionId: `drawn-${slot}`,
        prompt,
        answerId: null,
        takeId: null,
        skipped: false,
        asked: true,
        time: timeOf(usedMs, 10 * MINUTE),
        wellOver: usedMs >= 10.5 * MINUTE,
        score,
        answer: ANSWER,
        probes: slot % 2 === 0 ? [{ probe: PROBE, answer: PROBE_ANSWER }] : [],
        writtenDown: [
          'Says what broke, and who noticed.',
          score < 55 ? 'Names no decision: the plan is told, the choice is not.' : 'Names a decision.',
        ],
        inReview: false,
        suggestReview: score < 55,
      };
    },
  );
  const last = before[0] ?? null;
  return {
    id,
    name,
    day,
    startedAt: NOW,
    endedAt: NOW + 130 * MINUTE,
    setup: { ...SETUP, name },
    score: row.score,
    headline:
      'Strong on systems and clear about risk. When a choice was needed, the answer named the plan and not the choice.',
    rounds: ROUNDS.map(([title], round) => {
      const own = questions.filter((one) => one.round === round);
      return {
        name: title,
        time: timeOf(
          own.reduce((sum, { time }) => sum + time.usedMs, 0),
          30 * MINUTE,
        ),
        score: mean(own.map(({ score }) => score)),
        atLimit: false,
        written: false,
      };
    }),
    questions,
    dimensions: [
      { dimension: 'ownership', now: 66, before: last && 55 },
      { dimension: 'systems', now: 72, before: last && 63 },
      { dimension: 'decisions', now: 48, before: last && 38 },
      { dimension: 'foresight', now: 63, before: last && 54 },
      { dimension: 'direction', now: 55, before: last && 50 },
      { dimension: 'impact', now: 62, before: last && 54 },
      { dimension: 'influence', now: 61, before: last && 50 },
    ],
    comparedWith: last,
    soFar: pointsOf([row, ...before]),
    across: {
      weakPer100: 2.2,
      weakPer100Before: last && 3.6,
      decisions: 7,
      numbers: 5,
      answers: 12,
      pauses: 1,
      pausedMs: 48_000,
      left: 0,
      skipped: 0,
    },
    whereTimeWent: [
      'System design took the most, 1:48 over its 30 minutes.',
      'The longest answer was about the rollout, 12:54.',
    ],
  };
}

/** The mock of the pictures. */
export const DRAWN_ROW: MockRow = {
  id: 904,
  name: 'Full onsite',
  day: DAY,
  score: 61,
  answered: 12,
  questions: 12,
};
