import type { Period, ProgressPoint } from '$lib/ipc/bindings';
import type { Axis } from '$lib/charts';
import { dayAndMonth, dayNumber, dayOfMonth, mediumDay } from '$lib/words/days';

type Span = Pick<ProgressPoint, 'from' | 'unfinished'>;

const year = (day: string) => day.slice(0, 4);
/** `February` */
const month = (day: string) => dayOfMonth(day).replace(/^\d+ /, '');

const WORDS: Record<Period, { each: string; often: string; head: string }> = {
  day: { each: 'day', often: 'daily', head: 'Day' },
  week: { each: 'week', often: 'weekly', head: 'Week of' },
  month: { each: 'month', often: 'monthly', head: 'Month' },
};

/** `day`, `week`, `month`. */
export function periodWord(period: Period): string {
  return WORDS[period].each;
}

/** `daily`, `weekly`, `monthly`. */
export function howOften(period: Period): string {
  return WORDS[period].often;
}

/** The head of a table's column of periods: `Week of`, above {@link rowName}. */
export function rowHead(period: Period): string {
  return WORDS[period].head;
}

/** A period as the head of a table's row: `Tue 10 March`, `2 February`, `February 2026`. */
export function rowName(span: Span, period: Period): string {
  if (period !== 'week') return periodName(span, period);
  return span.unfinished ? `${dayOfMonth(span.from)}, unfinished` : dayOfMonth(span.from);
}

/** A period on its own: `Tue 10 March`, `Week of 2 February`, `February 2026`. */
export function periodName({ from, unfinished }: Span, period: Period): string {
  const name =
    period === 'day'
      ? mediumDay(from)
      : period === 'week'
        ? `Week of ${dayOfMonth(from)}`
        : `${month(from)} ${year(from)}`;
  return unfinished ? `${name}, unfinished` : name;
}

/** When a value is from, within a sentence: `on 10 March`, `in the week of 2 February`, `in February 2026`. */
export function duringPeriod({ from, unfinished }: Span, period: Period): string {
  const when =
    period === 'day'
      ? `on ${dayOfMonth(from)}`
      : period === 'week'
        ? `in the week of ${dayOfMonth(from)}`
        : `in ${month(from)} ${year(from)}`;
  return unfinished ? `${when}, unfinished` : when;
}

/** A period below a chart, after the one shown before it: its month stands there once. */
function short(day: string, period: Period, before: string | undefined, oneYear: boolean): string {
  if (period === 'month') {
    const name = month(day).slice(0, 3);
    const newYear = before === undefined ? !oneYear : year(before) !== year(day);
    return newYear ? `${name} ${year(day)}` : name;
  }
  const sameMonth = before !== undefined && before.slice(0, 7) === day.slice(0, 7);
  return sameMonth ? String(dayNumber(day)) : dayAndMonth(day);
}

/** The labels below periods: every one, or with a step some. With `full` each names its month, where there is room. */
export function periodAxis(points: readonly Span[], period: Period, full = false): Axis {
  const oneYear = new Set(points.map(({ from }) => year(from))).size < 2;
  return (step) => {
    // The first try names every month; the step after it is the first one again, in short.
    const long = full && step === 1 && period !== 'month';
    const every = full && period !== 'month' ? Math.max(1, step - 1) : step;
    const shown = points
      .map(({ from }, index) => ({ from, index }))
      .filter(({ index }) => index % every === 0);
    return shown.map(({ from, index }, i) => ({
      index,
      text: long ? dayAndMonth(from) : short(from, period, shown[i - 1]?.from, oneYear),
    }));
  };
}

/** `2 Feb` and `now` at the ends; the first alone where there is no room. */
export function endsAxis(points: readonly Span[], period: Period): Axis {
  return (step) => {
    const first = { index: 0, text: startOf(points, period) };
    const last = { index: points.length - 1, text: 'now' };
    return points.length > 1 && step === 1 ? [first, last] : [first];
  };
}

/** Where the periods begin: `2 Feb`, `Feb 2026`. */
export function startOf(points: readonly Span[], period: Period): string {
  const from = points[0]?.from;
  if (from === undefined) return '';
  return period === 'month' ? short(from, period, undefined, false) : dayAndMonth(from);
}
