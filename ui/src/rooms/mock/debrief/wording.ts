import type { AcrossTheLoop, Debrief, DebriefQuestion, DebriefRound, ReviewCost } from '$lib/ipc/bindings';
import { count, inWords } from '$lib/words/counts';
import { dayAndMonth, mediumDay, relativeDay } from '$lib/words/days';
import { clock, spokenTime } from '$lib/words/times';

/** Below this an answer is sent to review unless the user says otherwise. */
export const LINE = 55;

/** `Full onsite, Tue 10 March, seed 4721` */
export function placeWords({ name, day, setup }: Debrief): string {
  return `${name}, ${mediumDay(day)}, seed ${setup.seed}`;
}

/** `today`, else `28 Feb`. */
export function chartDay(day: string, today: string): string {
  return day === today ? 'today' : dayAndMonth(day);
}

/** `30:42 of 30:00`, with how the round ended where that was not by itself. */
export function roundTime({ time, atLimit, written }: DebriefRound): string {
  return [
    `${clock(time.usedMs)} of ${clock(time.budgetMs)}`,
    atLimit && 'ended at its limit',
    written && 'written',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Whether there are words to read, and to send anywhere. */
export function answered(question: DebriefQuestion): boolean {
  return question.asked && !question.skipped;
}

/** Whether the answer is still there and can be sent to review. */
export function sendable(question: DebriefQuestion): boolean {
  return question.answerId !== null && !question.inReview;
}

/** How a question's time reads: `9:12`, `skipped`, `not asked`. */
export function timeWords(question: DebriefQuestion): string {
  if (!question.asked) return 'not asked';
  return question.skipped ? 'skipped' : clock(question.time.usedMs);
}

/** A segment of the timeline for a screen reader: `question 2: 11 minutes 24 seconds, well over`. */
export function segmentWords(question: DebriefQuestion, number: number): string {
  const name = `question ${number}`;
  if (!question.asked) return `${name}: not asked`;
  if (question.skipped) return `${name}: skipped`;
  const over = question.wellOver ? ', well over' : question.time.phase === 'over' ? ', over' : '';
  return `${name}: ${spokenTime(question.time.usedMs)}${over}`;
}

/** `once, 0:48`, `3 times, 4:10`, `never`. */
export function pausedWords({ pauses, pausedMs }: AcrossTheLoop): string {
  return pauses === 0 ? 'never' : `${timesWords(pauses)}, ${clock(pausedMs)}`;
}

/** `once`, `twice`, `3 times` */
export function timesWords(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`;
}

/** `2.2`; a dash without words. */
export function rate(perHundred: number | null): string {
  return perHundred === null ? '–' : perHundred.toFixed(1);
}

/** `7 of 12`; a dash without answers. */
export function outOf(n: number, answers: number): string {
  return answers === 0 ? '–' : `${n} of ${answers}`;
}

/** What was answered, where it was not everything: `4 of 12 questions were not asked, 1 was skipped.` */
export function leftOpen(questions: readonly DebriefQuestion[]): string | null {
  const notAsked = questions.filter((one) => !one.asked).length;
  const skipped = questions.filter((one) => one.asked && one.skipped).length;
  if (skipped > 0 && skipped === questions.length) return 'Every question was skipped.';
  const was = (n: number, what: string) => `${n} ${n === 1 ? 'was' : 'were'} ${what}`;
  const parts = [notAsked > 0 && was(notAsked, 'not asked'), skipped > 0 && was(skipped, 'skipped')];
  const said = parts.filter(Boolean).join(', ');
  return said && `Of ${count(questions.length, 'question')}, ${said}.`;
}

/** What would be sent to review, and what that costs. */
export function reviewWords(
  questions: readonly DebriefQuestion[],
  chosen: ReadonlySet<number>,
  cost: ReviewCost | null,
  today: string,
): string {
  const n = chosen.size;
  if (n === 0) return nothingChosen(questions);
  const below = questions.filter((one) => one.suggestReview);
  const suggested = below.length === n && below.every((one) => chosen.has(one.slot));
  const what = suggested
    ? `${count(n, 'answer')} ${n === 1 ? 'is' : 'are'} below ${LINE}.`
    : `${count(n, 'answer')} chosen.`;
  if (!cost || cost.answers === 0) return what;
  const from = cost.from === null ? '' : ` from ${relativeDay(cost.from, today)}`;
  const minutes = cost.minutesADay === 0 ? 'under 1 minute' : count(cost.minutesADay, 'minute');
  return `${what} ${n === 1 ? 'It comes' : 'They come'} back${from}, ${minutes} a day.`;
}

function nothingChosen(questions: readonly DebriefQuestion[]): string {
  const there = questions.filter((one) => one.answerId !== null);
  if (there.length === 0) return 'No answer to send to review.';
  const inReview = there.filter((one) => one.inReview).length;
  if (inReview === there.length) return `${inReview === 1 ? 'The answer is' : 'All answers are'} in review.`;
  if (questions.some((one) => one.suggestReview)) return 'No answer chosen for review.';
  if (inReview > 0)
    return `${count(inReview, 'answer')} of this mock ${inReview === 1 ? 'is' : 'are'} in review.`;
  return there.some((one) => one.score !== null)
    ? `No answer is below ${LINE}.`
    : 'No answer chosen for review.';
}

/** `Sent four answers to review.` */
export function sentWords(n: number): string {
  return `Sent ${inWords(n)} ${n === 1 ? 'answer' : 'answers'} to review.`;
}

/** The questions of a round with their number in the whole mock, from 1. */
export function numbered(
  debrief: Debrief,
): { round: DebriefRound; questions: [number, DebriefQuestion][] }[] {
  return debrief.rounds.map((round, r) => ({
    round,
    questions: debrief.questions.flatMap((one, i): [number, DebriefQuestion][] =>
      one.round === r ? [[i + 1, one]] : [],
    ),
  }));
}

/** Paragraphs of an answer, without empty ones. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
}
