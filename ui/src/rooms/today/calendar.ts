import { addDays, dayAndMonth, dayNumber, daysBetween, weekdayIndex } from '$lib/words/days';

/** Columns of the calendar: as many weeks as fit beside Today. */
const WEEKS = 9;
/** Weeks still to come that are shown, when no interview says how many. */
const WEEKS_AHEAD = 2;

/** What a day of the calendar shows. */
export type DayMark =
  { kind: 'practised'; minutes: number } | { kind: 'off' } | { kind: 'to-come' } | { kind: 'interview' };

/** One place in the calendar: columns are weeks, rows are days from Monday. */
export interface CalendarDay {
  day: string;
  column: number;
  row: number;
  mark: DayMark;
  today: boolean;
}

/** The calendar of practice, laid out. */
export interface Calendar {
  /** Head of each column: `2 Feb` at the start of a month, else `9`. */
  heads: string[];
  days: CalendarDay[];
}

function monday(day: string): string {
  return addDays(day, -weekdayIndex(day));
}

/**
 * Lays out the weeks around today: from the first practice, or as far back as there is room, to the week of the
 * interview when it is near enough.
 * @param practised minutes by day, oldest first
 */
export function calendar(
  practised: readonly { day: string; minutes: number }[],
  today: string,
  interview: string | null,
): Calendar {
  const coming = interview !== null && interview >= today ? interview : null;
  const first = practised[0]?.day ?? today;
  const thisWeek = monday(today);
  const furthest = addDays(thisWeek, 7 * (WEEKS - 1));
  const wanted = coming && monday(coming) <= furthest ? monday(coming) : addDays(thisWeek, 7 * WEEKS_AHEAD);
  const back = addDays(wanted, -7 * (WEEKS - 1));
  const start = back > monday(first) ? back : monday(first);

  const minutes = new Map(practised.map((one) => [one.day, one.minutes]));
  const heads: string[] = [];
  const days: CalendarDay[] = [];
  for (let column = 0; column < WEEKS; column += 1) {
    const week = addDays(start, 7 * column);
    const newMonth = column === 0 || week.slice(0, 7) !== addDays(week, -7).slice(0, 7);
    heads.push(newMonth ? dayAndMonth(week) : String(dayNumber(week)));
    for (let row = 0; row < 7; row += 1) {
      const day = addDays(week, row);
      if (day < first || (coming && day > coming)) continue;
      const done = minutes.get(day) ?? 0;
      const mark: DayMark =
        day === coming
          ? { kind: 'interview' }
          : done > 0
            ? { kind: 'practised', minutes: done }
            : daysBetween(day, today) > 0
              ? { kind: 'off' }
              : { kind: 'to-come' };
      days.push({ day, column, row, mark, today: day === today });
    }
  }
  return { heads, days };
}

/** Radius of a day's dot in pixels: its area grows with the minutes, up to about an hour. */
export function radius(minutes: number): number {
  return Math.min(8.2, 2.25 + 0.735 * Math.sqrt(minutes));
}
