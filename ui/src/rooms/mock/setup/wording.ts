import type { MockFit, MockPreference, MockRound, MockUnderWay } from '$lib/ipc/bindings';
import { inWords, listed } from '$lib/words/counts';
import { kindLabel } from '../../questions/wording';

/** `25 min`, `2 h`, `2 h 20 min` */
export function span(minutes: number): string {
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  return [h > 0 && `${h} h`, (m > 0 || h === 0) && `${m} min`].filter(Boolean).join(' ');
}

/** `Four rounds, twelve questions, 2 h.` */
export function sizeWords(rounds: readonly MockRound[]): string {
  const questions = rounds.reduce((sum, round) => sum + round.questions, 0);
  const minutes = rounds.reduce((sum, round) => sum + round.minutes, 0);
  const words = (n: number, one: string) => `${inWords(n)} ${n === 1 ? one : `${one}s`}`;
  const line = `${words(rounds.length, 'round')}, ${words(questions, 'question')}, ${span(minutes)}.`;
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** What a round asks about: `Execution, dependencies; situational`. */
export function askedAbout(round: MockRound, labels: Readonly<Record<string, string>>): string {
  const competencies = round.competencies.map((id) => labels[id] ?? id);
  const kinds = round.kinds.map((kind) => kindLabel(kind).toLowerCase());
  return [
    competencies.length === 0 ? 'Any competency' : capitalisedFirst(competencies).join(', '),
    kinds.length > 0 && `${listed(kinds, 'or')} questions`,
    round.written && 'answered in writing',
  ]
    .filter(Boolean)
    .join('; ');
}

/** In a list only the first label begins with a capital, unless it is written in capitals. */
function capitalisedFirst(labels: string[]): string[] {
  return labels.map((label, i) =>
    i === 0 || /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1),
  );
}

/** `Full onsite, round 2, question 2 of 3` */
export function underWayWords({ name, place }: MockUnderWay): string {
  return `${name}, ${place.charAt(0).toLowerCase()}${place.slice(1)}`;
}

/** Which questions are preferred, as choices. */
export const PREFERENCES: readonly { value: MockPreference; label: string }[] = [
  { value: 'new', label: 'Mostly new to me' },
  { value: 'weak', label: 'Mostly my weak ones' },
  { value: 'due', label: 'Mostly those due for review' },
  { value: 'any', label: 'No preference' },
];

/** Times to think, in seconds, as choices. */
export const THINKING: readonly { value: number; label: string }[] = [
  { value: 0, label: 'None' },
  { value: 30, label: '30 seconds' },
  { value: 60, label: '1 minute' },
  { value: 120, label: '2 minutes' },
  { value: 300, label: '5 minutes' },
];

/** What is wrong with a round, else null. */
export function problemOf(fit: MockFit | null, round: number | null): string | null {
  return fit?.problems.find((one) => one.round === round)?.message ?? null;
}
