import type { MarkKind } from '$lib/ipc/bindings';
import { MARK_CLASS } from '$lib/words/labels';

/** A mark in the text, or the caret where something is missing. */
export type FindingKind = MarkKind | 'missing';

/** In the order of the legend. */
export const FINDING_KINDS: readonly FindingKind[] = [
  'strong',
  'weak',
  'hidden_actor',
  'missing',
  'hedge',
  'filler',
];

/** What the legend and the counts call a kind. */
export const KIND_LABEL: Record<FindingKind, string> = {
  strong: 'Strong',
  weak: 'Weak',
  hidden_actor: 'Who?',
  missing: 'Missing',
  hedge: 'Hedge',
  filler: 'Filler',
};

/** What a screen reader says of a mark, after its words. */
export const KIND_SPOKEN: Record<FindingKind, string> = {
  strong: 'strong',
  weak: 'weak',
  hidden_actor: 'hidden actor',
  missing: 'missing',
  hedge: 'hedge',
  filler: 'filler',
};

/** Hedges and fillers are so common that their notes wait until they are opened. */
export const QUIET_KINDS: ReadonlySet<FindingKind> = new Set<FindingKind>(['hedge', 'filler']);

/** The class of a kind's note, in styles/marks.css. */
export function noteClass(kind: FindingKind): string {
  return `note-${kind.replace('_', '-')}`;
}

/** The class of a kind's line, in styles/marks.css; a caret has none. */
export function lineClass(kind: FindingKind): string {
  return kind === 'missing' ? '' : MARK_CLASS[kind];
}
