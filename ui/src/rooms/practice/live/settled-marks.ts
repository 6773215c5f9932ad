import type { LiveCheck, Mark, SentenceView } from '$lib/ipc/bindings';

/** Marks and sentences of one text, as the live check found them and edits have moved them since. */
export interface LiveMarks {
  marks: Mark[];
  sentences: SentenceView[];
}

/** A replaced stretch of the old text, in UTF-16 units. */
export interface Replaced {
  from: number;
  to: number;
}

/** Where a position of the old text stands in the new one; `side` says to which neighbour it clings. */
export type MovePosition = (position: number, side: -1 | 1) => number;

export const NO_MARKS: LiveMarks = { marks: [], sentences: [] };

/** A full stop, question mark or exclamation mark, with the quotes and brackets that may close after it. */
const TERMINATED = /[.!?…]["'”’)\]]*\s*$/u;

/** What a check found. A sentence ends with its last character that is not white space. */
export function liveMarks(check: Pick<LiveCheck, 'marks' | 'sentences'>, text: string): LiveMarks {
  return {
    marks: check.marks,
    sentences: check.sentences.map(({ start, end }) => ({
      start,
      end: start + text.slice(start, end).trimEnd().length,
    })),
  };
}

/**
 * The marks that may be shown: none in the sentence that is being written.
 *
 * @param writingAt where the last keystroke left the cursor; null when the cursor has gone elsewhere since.
 */
export function settledMarks(live: LiveMarks, text: string, writingAt: number | null): Mark[] {
  const open = live.sentences.filter((sentence) => !ended(sentence, text) || isWithin(sentence, writingAt));
  if (open.length === 0) return live.marks;
  return live.marks.filter((mark) => !open.some((sentence) => overlaps(mark, sentence)));
}

/** The sentence the cursor stands in; one at the very end of an ended sentence is past it. */
export function sentenceAt(live: LiveMarks, position: number): SentenceView | undefined {
  return live.sentences.find((sentence) => isWithin(sentence, position));
}

/** The marks after an edit: moved with their words, and gone from the sentences that were touched. */
export function movedMarks(live: LiveMarks, replaced: Replaced[], move: MovePosition): LiveMarks {
  const touched = live.sentences.filter((sentence) => replaced.some((edit) => touches(edit, sentence)));
  const untouched = <T extends SentenceView | Mark>(span: T) =>
    !touched.some((sentence) => overlaps(span, sentence)) && !replaced.some((edit) => touches(edit, span));
  const moved = <T extends SentenceView | Mark>(span: T): T => ({
    ...span,
    start: move(span.start, 1),
    end: move(span.end, -1),
  });
  return {
    marks: live.marks.filter(untouched).map(moved),
    sentences: live.sentences.filter((sentence) => !touched.includes(sentence)).map(moved),
  };
}

/** A sentence has ended when it is terminated, or when anything stands after it. */
function ended(sentence: SentenceView, text: string): boolean {
  const after = text.slice(sentence.end, sentence.end + 200);
  return (
    TERMINATED.test(text.slice(sentence.start, sentence.end)) || after.includes('\n') || after.trim() !== ''
  );
}

function isWithin(sentence: SentenceView, position: number | null): boolean {
  return position !== null && sentence.start < position && position < sentence.end;
}

function overlaps(a: SentenceView | Mark, b: SentenceView | Mark): boolean {
  return a.start < b.end && b.start < a.end;
}

/** An insertion at the edge of a span stands beside it, not in it. */
function touches(edit: Replaced, span: SentenceView | Mark): boolean {
  return edit.from < span.end && edit.to > span.start;
}
