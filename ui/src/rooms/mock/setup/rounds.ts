import type { LoopView, MockRound, RoundView } from '$lib/ipc/bindings';

/** The limits Rust holds a set-up to. */
export const MOST_ROUNDS = 8;
export const MOST_QUESTIONS = 12;
export const MOST_MINUTES = 180;
export const LONGEST_NAME = 60;

/** A round with the name by which the list tells it from others while it is moved and renamed. */
export interface EditedRound extends MockRound {
  key: number;
}

/** A round as it is answered: introductions and the candidate's own questions are left out. */
export function answeredRound(round: RoundView): MockRound {
  return {
    name: round.name,
    minutes: Math.max(1, round.minutes - round.opening - round.closing),
    questions: round.questions,
    competencies: round.competencies.map((one) => one.id),
    kinds: [...round.kinds],
    written: round.written,
  };
}

/** The rounds of a loop as they are answered. */
export function answeredRounds(loop: LoopView): MockRound[] {
  return loop.rounds.map(answeredRound);
}

/** Minutes of a loop that nobody answers in. */
export function minutesLeftOut(loop: LoopView): number {
  return loop.rounds.reduce((sum, round) => sum + round.opening + round.closing, 0);
}

/** A round to begin with. */
export function newRound(name: string): MockRound {
  return { name, minutes: 30, questions: 3, competencies: [], kinds: [], written: false };
}

/** Whether two lists of rounds ask the same. */
export function sameRounds(a: readonly MockRound[], b: readonly MockRound[]): boolean {
  return JSON.stringify(a.map(bare)) === JSON.stringify(b.map(bare));
}

/** A round as Rust knows it. */
export function bare({ name, minutes, questions, competencies, kinds, written }: MockRound): MockRound {
  return { name, minutes, questions, competencies, kinds, written };
}

/** The list with the entry at `from` put at `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from);
  const entry = list[from];
  return entry === undefined ? [...list] : [...rest.slice(0, to), entry, ...rest.slice(to)];
}
