import { paragraphsOf } from '$lib/manuscript/paragraphs';
import type { Range } from '$lib/manuscript/segments';

/** Two paragraphs that tell the same, or one that the other take does not have. */
export interface ParagraphPair {
  left: Range | null;
  right: Range | null;
}

/** Two paragraphs are the same one when they share at least this much of the shorter one's words. */
const SAME = 0.25;
/** Beyond this many pairs to weigh, paragraphs are put side by side in the order they come. */
const MOST_PAIRS = 40_000;

/**
 * Puts the paragraphs of two takes side by side, in order, so that the pairs share as many words as can be
 * (the usual alignment by dynamic programming, with shared words as the gain).
 */
export function alignParagraphs(left: string, right: string): ParagraphPair[] {
  const a = paragraphsOf(left);
  const b = paragraphsOf(right);
  if (a.length * b.length > MOST_PAIRS) return side(a, b);

  const wordsA = a.map((one) => contentWords(left.slice(one.start, one.end)));
  const wordsB = b.map((one) => contentWords(right.slice(one.start, one.end)));
  // best[i][j]: most words shared by the paragraphs from i and from j on.
  const best: number[][] = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const gain = (i: number, j: number) => shared(wordsA[i], wordsB[j]);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = best[i];
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), gain(i, j) + at(i + 1, j + 1));
    }
  }

  const pairs: ParagraphPair[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const together = gain(i, j);
    if (together > 0 && at(i, j) === together + at(i + 1, j + 1)) {
      pairs.push({ left: a[i++] ?? null, right: b[j++] ?? null });
    } else if (at(i, j) === at(i + 1, j)) pairs.push({ left: a[i++] ?? null, right: null });
    else pairs.push({ left: null, right: b[j++] ?? null });
  }
  while (i < a.length) pairs.push({ left: a[i++] ?? null, right: null });
  while (j < b.length) pairs.push({ left: null, right: b[j++] ?? null });
  return closeGaps(pairs);
}

/** A paragraph that only one take has, right beside one that only the other has: they took each other's place. */
function closeGaps(pairs: readonly ParagraphPair[]): ParagraphPair[] {
  const closed: ParagraphPair[] = [];
  for (const pair of pairs) {
    const open = closed.findIndex(
      (one, index) =>
        closed.slice(index).every((later) => later.left === null || later.right === null) &&
        ((one.left === null && pair.right === null) || (one.right === null && pair.left === null)),
    );
    const partner = closed[open];
    if (!partner) closed.push({ ...pair });
    else if (partner.left === null) partner.left = pair.left;
    else partner.right = pair.right;
  }
  return closed;
}

function side(a: readonly Range[], b: readonly Range[]): ParagraphPair[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => ({
    left: a[index] ?? null,
    right: b[index] ?? null,
  }));
}

function shared(a: Set<string> | undefined, b: Set<string> | undefined): number {
  if (!a || !b) return 0;
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count >= SAME * Math.min(a.size, b.size) ? count : 0;
}

/** Words that say what a paragraph is about: five letters or more, or every word where there are none so long. */
function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const long = words.filter((word) => word.length > 4);
  return new Set(long.length > 0 ? long : words);
}
