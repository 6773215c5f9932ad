import type { AnswerFilter, AnswerRow, TakeSource } from '$lib/ipc/bindings';
import { count } from '$lib/words/counts';
import { dayAndMonth, dayOf, daysBetween, relativeDay, shortDay, timeOfDay } from '$lib/words/days';
import { clock } from '$lib/words/times';
import { isFiltered } from './filters';

/** Days back for which the weekday still says something. */
const WEEKDAY_DAYS = 10;

const SOURCE: Record<TakeSource, string> = {
  practice: 'practice',
  review: 'review',
  mock: 'mock interview',
  drill: 'drill',
};

/** The calendar a day is read in. */
export interface Calendar {
  /** Today, `YYYY-MM-DD`. */
  today: string;
  /** Hour at which a day starts. */
  dayStart: number;
}

/** "Today, 1:31" for what was spoken, "Yesterday, 134 words" for what was typed. */
export function rowFacts(row: AnswerRow, calendar: Calendar): string {
  const length = row.medium === 'spoken' ? clock(row.elapsedMs) : count(row.words, 'word');
  return `${capitalised(listDay(dayOf(row.finishedAt, calendar.dayStart), calendar.today))}, ${length}`;
}

/** "today, 18:40", "practice": when and in which room a take was given. */
export function takeFacts(take: { finishedAt: number; source: TakeSource }, calendar: Calendar): string[] {
  const day = relativeDay(dayOf(take.finishedAt, calendar.dayStart), calendar.today);
  return [`${day}, ${timeOfDay(take.finishedAt)}`, SOURCE[take.source]];
}

/** Why no row is there, and what would change that. */
export function noRows(filter: AnswerFilter, total: number): { line: string; next: string } {
  const words = filter.query.trim();
  if (words !== '' && filter.trashed) {
    return { line: `No answer in the trash says “${words}”.`, next: 'Fewer words may find it.' };
  }
  if (words !== '') {
    return isFiltered(filter)
      ? { line: `No answer says “${words}” here.`, next: 'Without filters there may be one.' }
      : { line: `No answer says “${words}”.`, next: 'Fewer or other words may find it.' };
  }
  if (isFiltered(filter))
    return { line: 'No answer fits these filters.', next: 'Without them there may be more.' };
  if (filter.trashed) return { line: 'The trash is empty.', next: 'Answers you put here can be restored.' };
  if (total > 0) return { line: 'Nothing to show.', next: 'The answers are in the trash.' };
  return { line: 'No answer yet.', next: 'Every take you finish is kept here, with its check.' };
}

/** `today`, `yesterday`, `Sat 7 Mar`, `24 Feb`, `24 Feb 2025`. */
function listDay(day: string, today: string): string {
  const ago = daysBetween(day, today);
  if (ago === 0 || ago === 1) return relativeDay(day, today);
  if (ago > 0 && ago <= WEEKDAY_DAYS) return shortDay(day);
  const year = day.slice(0, 4);
  return year === today.slice(0, 4) ? dayAndMonth(day) : `${dayAndMonth(day)} ${year}`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
