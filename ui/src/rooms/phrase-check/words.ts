import type { CheckView, Readable, TakeTab } from '$lib/ipc/bindings';
import { changeInWords } from '$lib/summary/senior';
import { count } from '$lib/words/counts';
import { clock } from '$lib/words/times';

/** What is said instead of a score when there is none. */
export const UNSCORED: Record<Exclude<Readable, 'scored'>, string> = {
  short: 'Under 25 words: marked, not scored.',
  too_short: 'Under eight words: too short to mark.',
  not_english: 'This check reads English. The answer is kept as it is.',
};

/** Whether the check has something to say beside the text. */
export function isRead(view: CheckView): boolean {
  return view.readable === 'scored' || view.readable === 'short';
}

/** "5 strong, 4 weak, 2 to ask who. Score 58, up 24." */
export function spokenSummary(view: CheckView): string {
  if (!isRead(view)) return UNSCORED[view.readable as 'too_short'];
  const of = (kind: string) => view.marks.filter((mark) => mark.kind === kind).length;
  const found = [
    `${of('strong')} strong`,
    `${of('weak')} weak`,
    of('hidden_actor') > 0 && `${of('hidden_actor')} to ask who`,
    view.missing.length > 0 && `${view.missing.length} missing`,
  ];
  const marks = `${found.filter(Boolean).join(', ')}.`;
  if (!view.scores) return `${marks} ${UNSCORED.short}`;
  const before = view.previous?.score;
  const score = view.scores.overall;
  return `${marks} Score ${score}${before == null ? '' : `, ${changeInWords(score, before)}`}.`;
}

/** "Typed", "4:05 of 6:00", "134 words". */
export function takeFacts(take: TakeTab): string[] {
  const medium = take.medium === 'typed' ? 'Typed' : 'Spoken';
  return [`${medium}, ${clock(take.elapsedMs)} of ${clock(take.budgetMs)}`, count(take.words, 'word')];
}

/** Short enough for a toast: "followed up with…". */
export function shortQuote(words: string, longest = 40): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(' ', longest);
  return `${line.slice(0, cut > 0 ? cut : longest)}…`;
}
