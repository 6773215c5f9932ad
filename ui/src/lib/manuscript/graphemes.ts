const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Below this code unit nothing combines, except CR LF. */
const FIRST_COMBINING = 0x300;
/** A cluster longer than this (a "zalgo" text) is cut rather than searched. */
const LONGEST_CLUSTER = 256;

/**
 * The nearest place at or before (`'start'`) or at or after (`'end'`) a UTF-16 offset where text may be cut
 * without taking apart a surrogate pair, an emoji sequence or a letter and its combining marks.
 */
export function snap(text: string, offset: number, side: 'start' | 'end'): number {
  const at = Math.min(Math.max(Math.trunc(offset), 0), text.length);
  if (at === 0 || at === text.length) return at;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (before < FIRST_COMBINING && after < FIRST_COMBINING && !(before === 13 && after === 10)) return at;

  // A window that begins and ends where nothing combines is as good as the whole text, and cheap in a long one.
  let from = at - 1;
  while (from > 0 && at - from < LONGEST_CLUSTER && text.charCodeAt(from) >= FIRST_COMBINING) from -= 1;
  let to = at + 1;
  while (to < text.length && to - at < LONGEST_CLUSTER && text.charCodeAt(to) >= FIRST_COMBINING) to += 1;
  const cluster = segmenter.segment(text.slice(from, to)).containing(at - from);
  if (!cluster || cluster.index + from === at) return at;
  return side === 'start' ? from + cluster.index : from + cluster.index + cluster.segment.length;
}
