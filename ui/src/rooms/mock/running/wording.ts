import type { Asked, MockNow, MockTime, RoundNow } from '$lib/ipc/bindings';
import { count } from '$lib/words/counts';
import { clock, spokenTime } from '$lib/words/times';

/** `Round 2, question 2 of 3` */
export function placeOf({ round, number, of }: Asked): string {
  return `Round ${round + 1}, question ${number} of ${of}`;
}

/** `6:18 left`, `0:36 over`. What is used and what is left, as they are shown, make the budget. */
export function leftOf({ usedMs, budgetMs }: MockTime): string {
  if (usedMs > budgetMs) return `${clock(usedMs - budgetMs)} over`;
  return `${clock(budgetMs - Math.floor(usedMs / 1000) * 1000)} left`;
}

/** The question being asked; null in a break and at the end. */
export function askedOf({ stage }: MockNow): Asked | null {
  return stage.stage === 'preparing' || stage.stage === 'answering' ? stage.asked : null;
}

/** The round that is on, or that comes next, from 0. */
export function roundOf(now: MockNow): number {
  const asked = askedOf(now);
  if (asked) return asked.round;
  return now.stage.stage === 'break' ? now.stage.ended + 1 : now.rounds.length - 1;
}

/** The strip of rounds, for a screen reader: `Round 2 of 4. 45 minutes of 120 minutes.` */
export function stripWords(now: MockNow): string {
  const round = Math.min(roundOf(now), now.rounds.length - 1) + 1;
  return `Round ${round} of ${now.rounds.length}. ${spokenTime(now.time.usedMs)} of ${spokenTime(now.time.budgetMs)}.`;
}

/** `3 questions, 30 min` */
export function roundFacts({ slots, time }: RoundNow): string {
  return `${count(slots.length, 'question')}, ${Math.round(time.budgetMs / 60_000)} min`;
}

/** Tells stages apart: focus moves when it changes. */
export function stageKey(now: MockNow): string {
  const { stage } = now;
  if (stage.stage === 'ended') return 'ended';
  if (now.paused) return 'paused';
  if (stage.stage === 'break') return `break ${stage.ended}`;
  return `${stage.stage} ${stage.asked.slot} ${stage.asked.part}`;
}
