import type { Grade, Interview, ReviewQueue } from '$lib/ipc/bindings';
import { count, inWords } from '$lib/words/counts';
import { dayOfMonth, daysBetween, mediumDay, relativeDay, shortDay } from '$lib/words/days';
import { theInterview } from '../today/interview-words';

/** The grades as buttons and messages name them. */
export const GRADE_LABEL: Record<Grade, string> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
};

/** An answer that lapsed three times or more. */
export const REWRITE =
  'Three times it did not come back. Write it anew: shorter, with the one decision that matters.';

/** What is known of an answer when it is asked for again. */
export interface AskedAgain {
  competency: string;
  /** How often it was given before. */
  timesBefore: number;
  lastDay: string | null;
  /** How often it would come back before the interview. */
  timesToInterview?: number | null;
}

/** "Influence without authority", "5th time", "last seen 24 February", "twice more before the onsite". */
export function reviewFacts(asked: AskedAgain, interview: Interview | null): string[] {
  const { competency, timesBefore, lastDay, timesToInterview } = asked;
  const facts = [competency, timesBefore === 0 ? 'first time' : `${ordinal(timesBefore + 1)} time`];
  if (lastDay !== null) facts.push(`last seen ${dayOfMonth(lastDay)}`);
  if (interview && timesToInterview != null)
    facts.push(`${timesMore(timesToInterview)} before ${theInterview(interview.name)}`);
  return facts;
}

function timesMore(n: number): string {
  if (n === 0) return 'not again';
  return n === 1 ? 'once more' : n === 2 ? 'twice more' : `${inWords(n)} times more`;
}

/** "12 more are due; they are spread over the next days." None when none is left. */
export function leftWords(leftForLater: number): string | null {
  if (leftForLater === 0) return null;
  if (leftForLater === 1) return '1 more is due; it comes within the next days.';
  return `${leftForLater.toLocaleString('en-GB')} more are due; they are spread over the next days.`;
}

/** "Back today.", "Back on Fri 13 Mar." */
export function backOn(day: string, today: string): string {
  return `Back ${daysBetween(today, day) <= 1 ? relativeDay(day, today) : `on ${shortDay(day)}`}.`;
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
  return `${GRADE_LABEL[grade]}. ${backOn(dueDay, today)}`;
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
