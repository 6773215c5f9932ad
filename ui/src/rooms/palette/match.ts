/** A stretch of a text, in UTF-16 units, end exclusive. */
export type Range = [start: number, end: number];

/** A stretch of a text that did or did not match. */
export interface Piece {
  text: string;
  match: boolean;
}

/** Where the words of a query are in a text; null when one of them is not there. Case does not count. */
export function find(text: string, query: string): Range[] | null {
  const low = text.toLowerCase();
  // A letter that grows when lowered ("İ") would move everything after it.
  if (low.length !== text.length)
    return query.trim() === '' || low.includes(query.trim().toLowerCase()) ? [] : null;
  const ranges: Range[] = [];
  for (const word of query.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = low.indexOf(word);
    if (at === -1) return null;
    ranges.push([at, at + word.length]);
  }
  return ranges;
}

/** A text cut at its matches; ranges may overlap, touch, or reach past the end. */
export function pieces(text: string, ranges: readonly Range[]): Piece[] {
  const cut: Piece[] = [];
  let from = 0;
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const begin = Math.max(start, from);
    const stop = Math.min(end, text.length);
    if (stop <= begin) continue;
    if (begin > from) cut.push({ text: text.slice(from, begin), match: false });
    cut.push({ text: text.slice(begin, stop), match: true });
    from = stop;
  }
  if (from < text.length) cut.push({ text: text.slice(from), match: false });
  return cut;
}
