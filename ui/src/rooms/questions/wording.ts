import type { Origin, QuestionDetail, QuestionFilter, QuestionRow } from '$lib/ipc/bindings';
import { count, listed } from '$lib/words/counts';
import { dimensionLabel } from '$lib/words/labels';
import { isFiltered } from './filters';

/** The kinds of questions, the most frequent first. */
export const KINDS = ['behavioural', 'situational', 'technical', 'estimation'] as const;
/** The levels a question is asked at. */
export const LEVEL_NAMES = ['senior', 'principal', 'manager'] as const;

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `Behavioural` */
export function kindLabel(kind: string): string {
  return capitalised(kind);
}

/** `Principal` */
export function levelName(level: string): string {
  return capitalised(level);
}

/** `Situational, principal`; senior is what most are, and goes without saying. */
export function rowFacts({ kind, level, origin }: QuestionRow): string {
  return [kindLabel(kind), level !== 'senior' && level, origin.from === 'own' && 'own']
    .filter(Boolean)
    .join(', ');
}

/** `Behavioural, senior, 3 minutes. Probes decisions, impact, direction.` */
export function openFacts({ question }: QuestionDetail): string {
  const { kind, level, minutes, dimensions } = question;
  const heard = dimensions.map((dimension) => dimensionLabel(dimension).toLowerCase());
  return `${kindLabel(kind)}, ${level}, ${count(minutes, 'minute')}. Probes ${heard.join(', ')}.`;
}

/** Where a question comes from, as a sentence; nothing of one that came with the program. */
export function originWords(origin: Origin): string | null {
  switch (origin.from) {
    case 'builtIn':
      return null;
    case 'own':
      return 'Written by you.';
    case 'pack':
      return `From the pack “${origin.name}”.`;
    case 'file':
      return `From your own file ${origin.name}.`;
  }
}

/** `Answered 3 times, best 58, yesterday.`; nothing of one that is new. */
export function answeredWords({ takes, bestScore, seenDays }: QuestionRow): string | null {
  if (takes === 0) return null;
  const often = takes === 1 ? 'once' : takes === 2 ? 'twice' : `${takes} times`;
  const best = bestScore === null ? null : `best ${bestScore}`;
  const ago =
    seenDays === null
      ? null
      : seenDays === 0
        ? 'today'
        : seenDays === 1
          ? 'yesterday'
          : `${count(seenDays, 'day')} ago`;
  return `Answered ${[often, best, ago && `last ${ago}`].filter(Boolean).join(', ')}.`;
}

/** What a screen reader says of a row's score. */
export function scoreWords({ takes, bestScore }: QuestionRow): { shown: string; said: string } {
  if (takes === 0) return { shown: 'new', said: '' };
  return { shown: bestScore === null ? '–' : String(bestScore), said: 'best score ' };
}

/** Why no row is there, what would change that, and which button does it. */
export function noRows(filter: QuestionFilter): { line: string; next: string; act: 'all' | 'write' } {
  const words = filter.query.trim();
  if (words !== '') {
    return isFiltered(filter) || filter.competency !== null
      ? { line: `No question says “${words}” here.`, next: 'Without filters there may be one.', act: 'all' }
      : { line: `No question says “${words}”.`, next: 'Fewer or other words may find it.', act: 'all' };
  }
  const { level, kind, notAnswered, own, suspended } = filter;
  const only = (one: boolean) =>
    one && [level !== null, kind !== null, notAnswered, own, suspended].filter(Boolean).length === 1;
  if (only(own) && filter.competency === null) {
    const next = 'Write the one you hope nobody asks. It is practised and reviewed like every other.';
    return { line: 'No question of your own yet.', next, act: 'write' };
  }
  if (only(suspended))
    return {
      line: 'No question is suspended.',
      next: 'A suspended one is not asked until you resume it.',
      act: 'all',
    };
  if (only(notAnswered))
    return {
      line: 'Every question here has an answer.',
      next: 'Practise one again, or write your own.',
      act: 'all',
    };
  if (isFiltered(filter))
    return { line: 'No question fits these filters.', next: 'Without them there may be more.', act: 'all' };
  return { line: 'No question here yet.', next: 'Write one, or import a pack.', act: 'write' };
}

/** `2 new, 1 changed` */
export function counted(parts: [number, string][]): string {
  return listed(parts.filter(([n]) => n > 0).map(([n, what]) => `${n.toLocaleString('en-GB')} ${what}`));
}
