import type { Axis, ChartValue } from '$lib/charts';
import type { ForecastDay, ForecastView } from '$lib/ipc/bindings';
import { count } from '$lib/words/counts';
import { dayAndMonth, dayOfMonth, mediumDay } from '$lib/words/days';
import { theInterview, uncapped } from '../today/interview-words';
import { whole } from './figures';

/** Reviews that a share is worked out from at least. */
export const ENOUGH_REVIEWS = 20;
/** Bars between which there is room for a date in the middle. */
const MIDDLE_FROM = 7;

/** `Review until the onsite`; without an interview so many days on. */
export function forecastTitle({ interview, days }: ForecastView): string {
  if (interview) return `Review until ${theInterview(interview[0])}`;
  if (days.length < 2) return 'Review today';
  return days.length === 14
    ? 'Review in the next two weeks'
    : `Review in the next ${count(days.length, 'day')}`;
}

/** The place of the interview among the days. */
export function interviewPlace({ interview, days }: ForecastView): number | null {
  const at = interview ? days.findIndex(({ day }) => day === interview[1]) : -1;
  return at === -1 ? null : at;
}

function due(answers: number, sentences: number): string {
  const parts = [
    answers > 0 ? count(answers, 'answer') : '',
    sentences > 0 ? count(sentences, 'sentence') : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'nothing due';
}

/** Minutes of a day; none are nothing to do. */
export function dayMinutes({ minutes }: ForecastDay): number {
  return minutes ?? 0;
}

/** The days as places of a chart. */
export function forecastValues({ days, interview }: ForecastView): ChartValue[] {
  return days.map((one, i) => {
    const { day, answers, sentences } = one;
    const minutes = dayMinutes(one);
    const name = i === 0 ? 'Today' : mediumDay(day);
    const event = interview?.[1] === day ? `, ${uncapped(interview[0])}` : '';
    return { value: minutes, says: `${name}${event}: ${whole(minutes)} min, ${due(answers, sentences)}` };
  });
}

/** `today`, a date in the middle, the interview at the end. */
export function forecastAxis({ days, interview }: ForecastView): Axis {
  const end = days.length - 1;
  const middle = Math.floor(end / 2);
  const last = days[end];
  const mid = days[middle];
  return (step) => {
    const labels = [{ index: 0, text: 'today' }];
    if (last && end > 0 && step < 3) {
      const isInterview = interview?.[1] === last.day;
      labels.push({ index: end, text: isInterview ? uncapped(interview[0]) : dayAndMonth(last.day) });
    }
    if (mid && end >= MIDDLE_FROM && step < 2) labels.push({ index: middle, text: dayAndMonth(mid.day) });
    return labels;
  };
}

/** The forecast in place of its picture. */
export function forecastSpoken(view: ForecastView): string {
  const { days, interview, minutesADay } = view;
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return `${forecastTitle(view)}: nothing to tell from.`;
  const highest = days.reduce((high, day) => (dayMinutes(day) > dayMinutes(high) ? day : high), first);
  return [
    `${forecastTitle(view)}, minutes a day: ${whole(dayMinutes(first))} today`,
    days.length > 1 ? `; ${whole(dayMinutes(last))} on ${dayOfMonth(last.day)}` : '',
    `; at most ${whole(dayMinutes(highest))} on ${dayOfMonth(highest.day)}, of your ${minutesADay}.`,
    interview ? ` ${interview[0]} is on ${dayOfMonth(interview[1])}.` : '',
  ].join('');
}

/** What is in rotation: `64 answers and sentences in rotation.` */
export function inRotation({ answers, sentences }: ForecastView): string {
  if (answers > 0 && sentences > 0)
    return `${(answers + sentences).toLocaleString('en-GB')} answers and sentences in rotation.`;
  if (sentences > 0) return `${count(sentences, 'sentence')} in rotation.`;
  return answers > 0 ? `${count(answers, 'answer')} in rotation.` : 'Nothing is in rotation yet.';
}

/** Why there is no share of what was recalled yet. */
export function tooFewReviews({ reviews }: ForecastView): string {
  const there =
    reviews === 0 ? 'there is none yet' : `${reviews === 1 ? 'there is' : 'there are'} ${reviews}`;
  return `What share was recalled is shown from ${ENOUGH_REVIEWS} reviews in this time on; ${there}.`;
}
