import type { DrillPut, DrillQueue } from '$lib/ipc/bindings';
import { count } from '$lib/words/counts';
import { daysBetween, mediumDay, relativeDay } from '$lib/words/days';
import type { Outcome, Verdict } from './round.svelte';

/** "today", "tomorrow", "on Friday", "on Tue 17 March". */
export function onDay(day: string, today: string): string {
  const away = daysBetween(today, day);
  if (Math.abs(away) <= 1) return relativeDay(day, today);
  return `on ${away > 0 ? mediumDay(day) : relativeDay(day, today)}`;
}

/** "Passed. Comes back Tue 17 March.", "Not yet: still activity, “tracked the plan”." */
export function outcomeLine({ result }: Verdict, today: string): string {
  if (!result.passed) return `Not yet: ${uncapped(result.reason)}`;
  const soon = daysBetween(today, result.dueDay) <= 1;
  return `Passed. Comes back ${soon ? relativeDay(result.dueDay, today) : mediumDay(result.dueDay)}.`;
}

/** "Last try: still activity, “tracked the plan”." */
export function lastTryLine({ result }: Verdict): string {
  return `Last try: ${uncapped(result.reason)}`;
}

/** "In your answer as take 3, 54 → 61." */
export function putLine({ ordinal, score, scoreBefore }: DrillPut): string {
  const scores =
    score === null ? '' : scoreBefore === null ? `, score ${score}` : `, score ${scoreBefore} → ${score}`;
  return `In your answer as take ${ordinal}${scores}.`;
}

/** "sentences, about 2 minutes left": what follows "3 of 6". */
export function roundLeft(minutes: number): string {
  const left = minutes < 1 ? 'under a minute' : `about ${count(Math.round(minutes), 'minute')}`;
  return `sentences, ${left} left`;
}

/** "4 of 6 sentences passed." */
export function roundSummary(outcomes: readonly Outcome[]): string {
  if (outcomes.length === 1) {
    return outcomes[0]?.passed ? 'The sentence passed.' : 'The sentence has not passed yet.';
  }
  const passed = outcomes.filter((one) => one.passed).length;
  return `${passed} of ${count(outcomes.length, 'sentence')} passed.`;
}

/** "2 come back tomorrow, 4 on Tue 17 March.", "They come back tomorrow." At most three days are named. */
export function comingBack(outcomes: readonly Outcome[], today: string): string {
  const days = [...new Set(outcomes.map((one) => one.dueDay))].sort();
  const [first] = days;
  if (first !== undefined && days.length === 1) {
    return `${outcomes.length === 1 ? 'It comes' : 'They come'} back ${onDay(first, today)}.`;
  }
  const named = days.slice(0, 3).map((day, i) => {
    const n = outcomes.filter((one) => one.dueDay === day).length;
    return `${n}${i > 0 ? '' : n === 1 ? ' comes back' : ' come back'} ${onDay(day, today)}`;
  });
  return days.length > 3 ? `${named.join(', ')}, the rest later.` : `${named.join(', ')}.`;
}

/** "The next 3 sentences come back on Thu 12 March." Nothing when no sentence is to come. */
export function nextDue(
  queue: Pick<DrillQueue, 'nextDueDay' | 'nextDueCount'>,
  today: string,
): string | null {
  const { nextDueDay, nextDueCount } = queue;
  if (nextDueDay === null) return null;
  const when = onDay(nextDueDay, today);
  if (nextDueCount === 1) return `The next sentence comes back ${when}.`;
  return `The next ${count(nextDueCount, 'sentence')} come back ${when}.`;
}

/** A sentence after a colon: "still activity", but "I" stays. */
function uncapped(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}
