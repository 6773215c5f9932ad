/**
 * Days are `YYYY-MM-DD` in the user's own calendar of practice, never instants: they are read and written
 * without a time zone.
 */

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const DAY_MS = 86_400_000;

/** Days since 1970-01-01. */
function number(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** The day so many days later. */
export function addDays(day: string, n: number): string {
  return new Date((number(day) + n) * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return number(to) - number(from);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(day: string): number {
  return (new Date(number(day) * DAY_MS).getUTCDay() + 6) % 7;
}

function parts(day: string) {
  const date = new Date(number(day) * DAY_MS);
  return {
    weekday: WEEKDAYS[date.getUTCDay()] ?? '',
    day: date.getUTCDate(),
    month: MONTHS[date.getUTCMonth()] ?? '',
    year: date.getUTCFullYear(),
  };
}

/** `Tuesday 31 March` */
export function longDay(day: string): string {
  const p = parts(day);
  return `${p.weekday} ${p.day} ${p.month}`;
}

/** `Tue 31 March` */
export function mediumDay(day: string): string {
  const p = parts(day);
  return `${p.weekday.slice(0, 3)} ${p.day} ${p.month}`;
}

/** `Tue 31 March 2026` */
export function fullDay(day: string): string {
  return `${mediumDay(day)} ${parts(day).year}`;
}

/** `Fri 13 Mar` */
export function shortDay(day: string): string {
  const p = parts(day);
  return `${p.weekday.slice(0, 3)} ${p.day} ${p.month.slice(0, 3)}`;
}

/** `2 Feb` */
export function dayAndMonth(day: string): string {
  const p = parts(day);
  return `${p.day} ${p.month.slice(0, 3)}`;
}

/** `2 February` */
export function dayOfMonth(day: string): string {
  const p = parts(day);
  return `${p.day} ${p.month}`;
}

/** The day of the month, alone. */
export function dayNumber(day: string): number {
  return parts(day).day;
}

/** `today`, `yesterday`, `tomorrow`, a weekday within the last six days, else `Fri 13 Mar`, with the year when it is another. */
export function relativeDay(day: string, today: string): string {
  const away = daysBetween(today, day);
  if (away === 0) return 'today';
  if (away === -1) return 'yesterday';
  if (away === 1) return 'tomorrow';
  if (away < 0 && away > -7) return parts(day).weekday;
  const year = parts(day).year;
  return year === parts(today).year ? shortDay(day) : `${shortDay(day)} ${year}`;
}

/** The calendar day of an instant (milliseconds since 1970), in the user's time zone, for days that start at `dayStart` o'clock. */
export function dayOf(instant: number, dayStart = 0): string {
  const local = new Date(instant - dayStart * 3_600_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}

/** `14:05`, in the user's time zone. */
export function timeOfDay(instant: number): string {
  const d = new Date(instant);
  return `${d.getHours()}:${String(d.getMinutes()).padStart(2, '0')}`;
}
