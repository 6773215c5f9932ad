import { snap } from './graphemes';

/** A range of the text in UTF-16 units, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A stretch of text that is covered by the same ranges from its first to its last character. */
export interface Run extends Range {
  text: string;
  /** Indexes of the ranges that cover it, ascending. */
  covering: number[];
}

/**
 * Cuts a text into runs at the ends of overlapping ranges and at `cuts`. The runs' texts, joined, are the text.
 *
 * Ranges may be in any order, overlap, be empty (they cover nothing) or reach outside the text (they are clipped).
 * A range that begins or ends within a character as people see it is widened to the whole of it; cuts are taken as
 * they are (a paragraph may begin with what would combine with the blank before it).
 */
export function segment(text: string, ranges: readonly Range[], cuts: readonly number[] = []): Run[] {
  if (text === '') return [];
  const edges = new Map<number, { open: number[]; close: number[] }>();
  const edgeAt = (at: number) => {
    let edge = edges.get(at);
    if (!edge) edges.set(at, (edge = { open: [], close: [] }));
    return edge;
  };
  edgeAt(0);
  ranges.forEach((range, index) => {
    if (!(range.start < range.end)) return;
    const start = snap(text, range.start, 'start');
    const end = snap(text, range.end, 'end');
    if (start >= end) return;
    edgeAt(start).open.push(index);
    edgeAt(end).close.push(index);
  });
  for (const cut of cuts) edgeAt(Math.min(Math.max(cut, 0), text.length));

  const places = [...edges.keys()].filter((at) => at < text.length).sort((a, b) => a - b);
  const active = new Set<number>();
  return places.map((start, order) => {
    const edge = edgeAt(start);
    for (const index of edge.close) active.delete(index);
    for (const index of edge.open) active.add(index);
    const end = places[order + 1] ?? text.length;
    return { start, end, text: text.slice(start, end), covering: [...active].sort((a, b) => a - b) };
  });
}
