import { snap } from './graphemes';

/** A stretch of the text that is set as one block. Offsets are UTF-16 units, end exclusive. */
export interface Paragraph {
  start: number;
  end: number;
  /** It goes on from the block before it: a very long line was cut, so that only what is near the window is set. */
  continued: boolean;
}

/** A block longer than this many UTF-16 units is cut at a space. */
export const LONGEST_BLOCK = 6000;

const LINE_END = /\r\n|[\n\r\u2028\u2029]/gu;

/** Lines that hold something, without the blank around them. */
export function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let from = 0;
  for (const match of text.matchAll(LINE_END)) {
    addLine(found, text, from, match.index);
    from = match.index + match[0].length;
  }
  addLine(found, text, from, text.length);
  return found;
}

function addLine(found: Paragraph[], text: string, from: number, to: number): void {
  const line = text.slice(from, to);
  const trimmed = line.trim();
  if (trimmed === '') return;
  let start = from + line.length - line.trimStart().length;
  const end = start + trimmed.length;
  let continued = false;
  while (end - start > LONGEST_BLOCK) {
    const cut = cutBefore(text, start, start + LONGEST_BLOCK);
    found.push({ start, end: cut, continued });
    start = cut;
    continued = true;
  }
  found.push({ start, end, continued });
}

/** After the last space of the block, or, in a line without spaces, between two characters. */
function cutBefore(text: string, start: number, limit: number): number {
  const space = text.lastIndexOf(' ', limit - 1);
  if (space > start) return space + 1;
  const cut = snap(text, limit, 'start');
  return cut > start ? cut : limit;
}
