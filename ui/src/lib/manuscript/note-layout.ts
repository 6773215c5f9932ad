/** A margin note before it is placed. Lengths are CSS pixels from the top of the sheet. */
export interface NoteBox {
  /** Where its top would be if it were alone: on the line of its mark. */
  y: number;
  height: number;
  open: boolean;
}

/** Space that is kept between two notes. */
export const NOTE_GAP = 7;
/** A note moved further than this from its line loses its lead. */
export const LEAD_REACH = 20;

/**
 * The tops of notes in reading order, so that none touch. Where two would, the lower moves down; an open note
 * keeps its line, and the ones above it move up instead, as long as there is room under `top`.
 */
export function placeNotes(notes: readonly NoteBox[], top = 0, gap = NOTE_GAP): number[] {
  const tops: number[] = [];
  pushDown(notes, tops, 0, top, gap);
  const open = notes.findIndex((note) => note.open);
  const anchor = notes[open];
  if (!anchor) return tops;

  const needed = notes.slice(0, open).reduce((sum, note) => sum + note.height + gap, top);
  tops[open] = Math.max(anchor.y, needed);
  let floor = tops[open];
  for (let above = open - 1; above >= 0; above -= 1) {
    const note = notes[above];
    const placed = tops[above];
    if (!note || placed === undefined) break;
    floor = tops[above] = Math.min(placed, floor - note.height - gap);
  }
  pushDown(notes, tops, open + 1, tops[open] + anchor.height + gap, gap);
  return tops;
}

/** Whether a note is near enough to its line for a thin lead; the open one always is. */
export function hasLead(note: NoteBox, top: number): boolean {
  return note.open || Math.abs(top - note.y) <= LEAD_REACH;
}

/** A soft line from the text's edge to a note, as an SVG path. */
export function leadPath(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const bend = 12;
  const n = (value: number) => Number(value.toFixed(1));
  return `M${n(from.x)} ${n(from.y)}C${n(from.x + bend)} ${n(from.y)} ${n(to.x - bend)} ${n(to.y)} ${n(to.x)} ${n(to.y)}`;
}

function pushDown(
  notes: readonly NoteBox[],
  tops: number[],
  first: number,
  limit: number,
  gap: number,
): void {
  let least = limit;
  for (let index = first; index < notes.length; index += 1) {
    const note = notes[index];
    if (!note) return;
    const placed = Math.max(note.y, least);
    tops[index] = placed;
    least = placed + note.height + gap;
  }
}
