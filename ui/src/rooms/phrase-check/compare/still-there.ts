import type { Mark } from '$lib/ipc/bindings';

/** How many are worth naming. */
const MOST = 2;

/** Words of weak or hidden-actor marks that both takes have, as the later take writes them, longest first. */
export function stillThere(before: readonly Mark[], after: readonly Mark[]): string[] {
  const repairable = (mark: Mark) => mark.kind === 'weak' || mark.kind === 'hidden_actor';
  const former = before.filter(repairable).map((mark) => plain(mark.text));
  const kept = new Map<string, string>();
  for (const mark of after.filter(repairable)) {
    const words = plain(mark.text);
    // "We" alone is in nearly every pair of takes and says nothing.
    if (words.includes(' ') && former.some((other) => other === words)) kept.set(words, mark.text.trim());
  }
  return [...kept.values()].sort((a, b) => b.length - a.length).slice(0, MOST);
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
