import { StateEffect, StateField, type Transaction } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { Mark, MarkKind } from '$lib/ipc/bindings';
import { MARK_CLASS } from '$lib/words/labels';
import {
  movedMarks,
  NO_MARKS,
  sentenceAt,
  settledMarks,
  type LiveMarks,
  type Replaced,
} from '../live/settled-marks';

/** Puts the marks of a check on the page; they must be about the text that stands there. */
export const setMarks = StateEffect.define<LiveMarks>();

interface MarkLines {
  live: LiveMarks;
  /** Where the last keystroke left the cursor; null when it has left that sentence since. */
  writingAt: number | null;
  /** The marks on the page. */
  shown: Mark[];
  lines: DecorationSet;
}

const LINE: Record<MarkKind, Decoration> = {
  strong: lineOf('strong'),
  weak: lineOf('weak'),
  hidden_actor: lineOf('hidden_actor'),
  hedge: lineOf('hedge'),
  filler: lineOf('filler'),
};

/** The lines under marked words. Edits move them with their words, and clear the sentence being written. */
export const markLines = StateField.define<MarkLines>({
  create: () => ({ live: NO_MARKS, writingAt: null, shown: [], lines: Decoration.none }),
  update(value, transaction) {
    const live = liveAfter(value.live, transaction);
    const writingAt = writingAtAfter(value, live, transaction);
    if (live === value.live && writingAt === value.writingAt) return value;
    const shown = live === NO_MARKS ? [] : settledMarks(live, transaction.newDoc.toString(), writingAt);
    return { live, writingAt, shown, lines: drawn(shown, transaction.newDoc.length) };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.lines),
});

function lineOf(kind: MarkKind): Decoration {
  return Decoration.mark({ class: MARK_CLASS[kind] });
}

function liveAfter(live: LiveMarks, transaction: Transaction): LiveMarks {
  const set = transaction.effects.findLast((effect) => effect.is(setMarks));
  if (set) return set.value;
  if (!transaction.docChanged || live === NO_MARKS) return live;
  const replaced: Replaced[] = [];
  transaction.changes.iterChangedRanges((from, to) => replaced.push({ from, to }));
  return movedMarks(live, replaced, (position, side) => transaction.changes.mapPos(position, side));
}

function writingAtAfter(before: MarkLines, live: LiveMarks, transaction: Transaction): number | null {
  const cursor = transaction.newSelection.main.head;
  if (transaction.docChanged) return cursor;
  if (before.writingAt === null || !transaction.selection) return before.writingAt;
  return sentenceAt(live, before.writingAt) === sentenceAt(live, cursor) ? cursor : null;
}

function drawn(marks: readonly Mark[], length: number): DecorationSet {
  const ranges = marks
    .map((mark) => ({ kind: mark.kind, from: mark.start, to: Math.min(mark.end, length) }))
    .filter(({ from, to }) => from < to)
    .map(({ kind, from, to }) => LINE[kind].range(from, to));
  return Decoration.set(ranges, true);
}
