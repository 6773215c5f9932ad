import { hasLead, leadPath, placeNotes, type NoteBox } from './note-layout';

/** A note as it stands in the document. Lengths are CSS pixels from the sheet's top left corner. */
export interface MeasuredNote extends NoteBox {
  id: string;
  /** From the note's top to the middle of its first line. */
  head: number;
}

/** What the layout of a sheet needs to know. */
export interface Measured {
  textRight: number;
  textBottom: number;
  notesLeft: number;
  notes: MeasuredNote[];
  /** Middle of the line on which each part of the story begins. */
  parts: number[];
}

/** Where everything beside the text goes. */
export interface Placed {
  tops: ReadonlyMap<string, number>;
  leads: readonly { id: string; path: string; open: boolean }[];
  /** Letters in the gutter: top, and length of the hairline to the next. */
  letters: readonly { top: number; length: number }[];
  /** Room the notes need. */
  height: number;
}

const LETTER = 18;
const LETTER_GAP = 4;
const LEAD_START = 6;
const LEAD_END = { closed: 7, open: 12 };

/** Reads all positions at once, so that the browser lays out once. Notes that follow the text need no place. */
export function measureSheet(sheet: HTMLElement): Measured | null {
  const text = sheet.querySelector<HTMLElement>('[data-sheet="text"]');
  const column = sheet.querySelector<HTMLElement>('[data-sheet="notes"]');
  if (!text || !column) return null;
  const origin = sheet.getBoundingClientRect();
  const textBox = text.getBoundingClientRect();
  const beside = getComputedStyle(column).position !== 'static';
  const found = beside ? [...column.querySelectorAll<HTMLElement>('[data-note]')] : [];
  const lines = firstLines(text, origin.top, new Set(found.map((note) => note.dataset.note ?? '')));
  const notes: MeasuredNote[] = [];
  for (const note of found) {
    const line = lines.marks.get(note.dataset.note ?? '');
    const first = note.querySelector<HTMLElement>('[data-head]');
    if (!line || !first || note.dataset.note === undefined) continue;
    const lineHeight = Number.parseFloat(getComputedStyle(first).lineHeight) || first.offsetHeight;
    const head = first.offsetTop + note.clientTop + lineHeight / 2;
    const open = note.dataset.open === 'true';
    notes.push({ id: note.dataset.note, y: line - head, height: note.offsetHeight, head, open });
  }
  return {
    textRight: textBox.right - origin.left,
    textBottom: textBox.bottom - origin.top,
    notesLeft: column.getBoundingClientRect().left - origin.left,
    notes,
    parts: lines.parts,
  };
}

/** Places notes, leads and letters. */
export function layOutSheet(measured: Measured): Placed {
  const tops = placeNotes(measured.notes);
  const placed = new Map<string, number>();
  const leads: Placed['leads'][number][] = [];
  let height = 0;
  measured.notes.forEach((note, index) => {
    const top = tops[index] ?? 0;
    placed.set(note.id, top);
    height = Math.max(height, top + note.height);
    if (!hasLead(note, top)) return;
    const from = { x: measured.textRight + LEAD_START, y: note.y + note.head };
    const to = { x: measured.notesLeft - (note.open ? LEAD_END.open : LEAD_END.closed), y: top + note.head };
    leads.push({ id: note.id, path: leadPath(from, to), open: note.open });
  });
  return { tops: placed, leads, letters: placeLetters(measured), height };
}

/** Letters on the line where their part begins, joined by a hairline; two on one line stand under each other. */
function placeLetters({ parts, textBottom }: Measured): Placed['letters'] {
  const boxes = parts.map((middle) => ({ y: middle - LETTER / 2, height: LETTER, open: false }));
  const tops = placeNotes(boxes, 0, LETTER_GAP);
  return tops.map((top, index) => {
    const next = tops[index + 1];
    const end = next === undefined ? textBottom - 6 : next - LETTER_GAP;
    return { top, length: Math.max(0, end - top - LETTER - 5) };
  });
}

/** Middles of the lines on which marks and parts begin. Only what is needed: in a long answer each costs a layout. */
function firstLines(text: HTMLElement, top: number, wanted: ReadonlySet<string>) {
  const marks = new Map<string, number>();
  const parts: number[] = [];
  const middle = (element: Element): number | null => {
    const box = element.getClientRects()[0];
    return box ? box.top - top + box.height / 2 : null;
  };
  for (const element of text.querySelectorAll<HTMLElement>('[data-marks]')) {
    for (const id of element.dataset.marks?.split(' ') ?? []) {
      if (marks.has(id) || !wanted.has(id)) continue;
      const line = middle(element);
      if (line !== null) marks.set(id, line);
    }
  }
  for (const element of text.querySelectorAll<HTMLElement>('[data-part]')) {
    const line = middle(element);
    if (line !== null) parts[Number(element.dataset.part)] = line;
  }
  return { marks, parts };
}
