import type { Grade, ReviewQueue } from '$lib/ipc/bindings';
import { count } from '$lib/words/counts';
import { dayOfMonth, daysBetween, mediumDay, relativeDay, shortDay } from '$lib/words/days';

/** The grades as buttons and messages name them. */
export const GRADE_LABEL: Record<Grade, string> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
};

/** "Influence without authority", "5th time", "last seen 24 February". */
export function reviewFacts(competency: string, timesBefore: number, lastDay: string | null): string[] {
  const facts = [competency, timesBefore === 0 ? 'first time' : `${ordinal(timesBefore + 1)} time`];
  if (lastDay !== null) facts.push(`last seen ${dayOfMonth(lastDay)}`);
  return facts;
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th`. */
export function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  const ending = teen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[n % 10] ?? 'th');
  return `${n}${ending}`;
}

/** "about 10 minutes left" */
export function timeLeft(minutes: number): string {
  return minutes < 1 ? 'under a minute left' : `about ${count(Math.round(minutes), 'minute')} left`;
}

/** "today", else "Fri 13 Mar": the date on a grade button. */
export function dueLabel(day: string, today: string): string {
  return day === today ? 'today' : shortDay(day);
}

/** "Hard. Back on Fri 13 Mar." */
export function gradedMessage(grade: Grade, dueDay: string, today: string): string {
  const back = daysBetween(today, dueDay) <= 1 ? relativeDay(dueDay, today) : `on ${shortDay(dueDay)}`;
  return `${GRADE_LABEL[grade]}. Back ${back}.`;
}

/** "The next answer comes back tomorrow." Nothing when no answer is to come. */
export function nextDue(
  queue: Pick<ReviewQueue, 'nextDueDay' | 'nextDueCount'>,
  today: string,
): string | null {
  const { nextDueDay, nextDueCount } = queue;
  if (nextDueDay === null) return null;
  const days = daysBetween(today, nextDueDay);
  const when = days <= 1 ? relativeDay(nextDueDay, today) : `on ${mediumDay(nextDueDay)}`;
  if (nextDueCount === 1) return `The next answer comes back ${when}.`;
  return `The next ${count(nextDueCount, 'answer')} come back ${when}.`;
}

/** "5 answers reviewed, 12 minutes." */
export function roundSummary(answers: number, spentMs: number): string {
  const minutes = Math.round(spentMs / 60_000);
  const time = minutes < 1 ? 'under a minute' : count(minutes, 'minute');
  return `${count(answers, 'answer')} reviewed, ${time}.`;
}
