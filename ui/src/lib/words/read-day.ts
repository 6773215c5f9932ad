import { addDays, daysBetween, fullDay } from './days';

/** A day as somebody typed it, or what is wrong with it. */
export type ReadDay = { day: string } | { problem: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
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
];
/** Nobody prepares longer; further away it is a slip of the pen. */
const FURTHEST_DAYS = 2 * 366;

const HOW = 'Write it like 31 March, or 2026-03-31.';

interface Parts {
  day: number;
  /** 1–12 */
  month: number;
  year?: number;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3)) + 1;
}

function year(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const n = Number(text);
  return n < 100 ? 2000 + n : n;
}

/** Takes the words apart: `31 March 2026`, `March 31`, `2026-03-31`, `31/3/26`, day before month. */
function parts(text: string): Parts | null {
  const words = text
    .toLowerCase()
    .replace(/\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/g, ' ')
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/[,.]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const figures = /^(\d{1,2})[/ -](\d{1,2})(?:[/ -](\d{2}|\d{4}))?$/.exec(words);
  if (figures) return { day: Number(figures[1]), month: Number(figures[2]), year: year(figures[3]) };
  const dayFirst = /^(\d{1,2}) (?:of )?([a-z]{3,9})(?: (\d{2}|\d{4}))?$/.exec(words);
  if (dayFirst)
    return { day: Number(dayFirst[1]), month: monthOf(dayFirst[2] ?? ''), year: year(dayFirst[3]) };
  const monthFirst = /^([a-z]{3,9}) (\d{1,2})(?: (\d{2}|\d{4}))?$/.exec(words);
  if (monthFirst) {
    return { day: Number(monthFirst[2]), month: monthOf(monthFirst[1] ?? ''), year: year(monthFirst[3]) };
  }
  return null;
}

function written(y: number, month: number, day: number): string {
  return `${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Reads a day to come. Without a year it is the next such day, today included.
 * @param today `YYYY-MM-DD`
 */
export function readDay(text: string, today: string): ReadDay {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'Give the day of the interview.' };
  if (/^today$/i.test(trimmed)) return { day: today };
  if (/^tomorrow$/i.test(trimmed)) return { day: addDays(today, 1) };
  const read = parts(trimmed);
  if (!read) return { problem: HOW };
  const { day, month } = read;
  const name = MONTH_NAMES[month - 1];
  if (name === undefined) return { problem: `There is no such month. ${HOW}` };

  const thisYear = Number(today.slice(0, 4));
  let y = read.year ?? thisYear;
  if (read.year === undefined && day <= daysIn(y, month) && written(y, month, day) < today) y += 1;
  const most = daysIn(y, month);
  if (day < 1 || day > most) {
    return {
      problem: `${name} has ${most} days${month === 2 ? (y === thisYear ? ' this year' : ` in ${y}`) : ''}.`,
    };
  }
  const found = written(y, month, day);
  const away = daysBetween(today, found);
  if (away < 0) return { problem: `${fullDay(found)} is past. Today is ${fullDay(today)}.` };
  if (away > FURTHEST_DAYS) return { problem: `${fullDay(found)} is more than two years away.` };
  return { day: found };
}
