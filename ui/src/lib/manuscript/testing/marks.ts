import type { Mark, MarkKind, MissingView } from '$lib/ipc/bindings';

/** A mark on the first place of some words in a text. */
export function mark(text: string, words: string, kind: MarkKind = 'weak', own: Partial<Mark> = {}): Mark {
  const start = text.indexOf(words);
  return {
    start,
    end: start + words.length,
    text: words,
    kind,
    rule: `ownership/${kind}`,
    dimension: 'ownership',
    actor: 'own',
    points: kind === 'strong' ? 4 : -3,
    note: 'what did you own?',
    why: 'It says that time was spent.',
    ask: 'What did you own?',
    say: null,
    fix: null,
    ...own,
  };
}

/** Something missing at a place. */
export function missing(item: string, at: number): MissingView {
  return { item, at, ask: `What of the ${item}?`, gain: 3, fix: null };
}
