import type { LoopView, RoundView } from '../bindings';
import { competency } from './questions';

function round(
  name: string,
  competencies: string[],
  minutes: number,
  questions: number,
  more: Partial<RoundView> = {},
): RoundView {
  return {
    name,
    minutes,
    opening: 5,
    closing: 5,
    questions,
    competencies: competencies.map(competency),
    kinds: [],
    levels: [],
    written: false,
    available: 4,
    ...more,
  };
}

function loop(id: string, name: string, summary: string, advice: string[], rounds: RoundView[]): LoopView {
  return { id, name, summary, advice, minutes: rounds.reduce((sum, one) => sum + one.minutes, 0), rounds };
}

/** A few loops, as the app would come with them. */
export const FAKE_LOOPS: readonly LoopView[] = [
  loop(
    'recruiter-screen',
    'Recruiter screen',
    'Scope, motivation, one story.',
    [],
    [round('Scope and story', ['program-execution'], 30, 1)],
  ),
  loop(
    'onsite-senior',
    'Full onsite',
    'Program, then influence, back to back.',
    ['Leave the last sentence of each answer to what changed.'],
    [
      round('Program sense', ['program-execution', 'dependencies-risk'], 40, 2),
      round('Influence', ['influence-without-authority', 'decisions-trade-offs'], 40, 2),
    ],
  ),
  loop(
    'onsite-principle-led',
    'Principle-led onsite',
    'A timed written answer first.',
    [],
    [
      round('Written answer', ['decisions-trade-offs'], 60, 1, {
        opening: 0,
        closing: 0,
        kinds: ['behavioural'],
        written: true,
      }),
      round('Judgement', ['decisions-trade-offs'], 55, 2),
    ],
  ),
];
