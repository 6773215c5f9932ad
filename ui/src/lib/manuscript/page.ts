import type { Finding } from './findings';
import { snap } from './graphemes';
import { paragraphsOf, type Paragraph } from './paragraphs';
import { segment, type Range, type Run } from './segments';

/** A stretch of text on the page, or a caret between two stretches. */
export type Piece = TextPiece | { caret: Finding };

/** A stretch of text with its marks. */
export interface TextPiece {
  run: Run;
  /** Marks that cover it, strong first: its line is drawn nearest the text. */
  marks: Finding[];
  /** The mark whose button this stretch is. A mark has one button, however many stretches it is cut into. */
  button: Finding | null;
  /** Marks that share all their words with others: their buttons take no room, at the end of this stretch. */
  also: Finding[];
  /** Words that were asked for ("where do I say this?"). */
  said: boolean;
}

/** A paragraph ready to be set. */
export interface PageParagraph extends Paragraph {
  pieces: Piece[];
}

/** The answer cut into paragraphs and pieces. `findings` must be in reading order; `cuts` begin a new piece. */
export function pageOf(
  text: string,
  findings: readonly Finding[],
  { said = [], cuts = [] }: { said?: readonly Range[]; cuts?: readonly number[] } = {},
): PageParagraph[] {
  const paragraphs = paragraphsOf(text);
  const carets = findings.filter((finding) => finding.kind === 'missing');
  const caretAt = new Map<number, Finding[]>();
  for (const caret of carets) {
    const at = caretPlace(text, paragraphs, caret.start);
    if (at !== null) caretAt.set(at, [...(caretAt.get(at) ?? []), caret]);
  }
  const edges = paragraphs.flatMap(({ start, end }) => [start, end]);
  const runs = segment(
    text,
    [...findings, ...said],
    [...edges, ...cuts.map((cut) => snap(text, cut, 'start')), ...caretAt.keys()],
  );

  const page: PageParagraph[] = [];
  let next = 0;
  for (const paragraph of paragraphs) {
    const pieces: Piece[] = [];
    for (let run = runs[next]; run && run.start < paragraph.end; run = runs[(next += 1)]) {
      if (run.end <= paragraph.start) continue;
      pieces.push(textPiece(run, findings));
      for (const caret of caretAt.get(run.end) ?? []) pieces.push({ caret });
    }
    page.push({ ...paragraph, pieces });
  }
  giveButtons(page, findings);
  return page;
}

/** Whether a piece is a caret. */
export function isCaret(piece: Piece): piece is { caret: Finding } {
  return 'caret' in piece;
}

function textPiece(run: Run, findings: readonly Finding[]): TextPiece {
  const marks = run.covering.flatMap((index) => findings[index] ?? []);
  const said = run.covering.some((index) => index >= findings.length);
  marks.sort((a, b) => Number(b.kind === 'strong') - Number(a.kind === 'strong'));
  return { run, marks, button: null, also: [], said };
}

/** Each mark gets one stretch as its button: the mark with the fewest to choose from chooses first. */
function giveButtons(page: readonly PageParagraph[], findings: readonly Finding[]): void {
  const stretches = new Map<Finding, TextPiece[]>();
  for (const paragraph of page) {
    for (const piece of paragraph.pieces) {
      if (isCaret(piece)) continue;
      for (const mark of piece.marks) {
        const own = stretches.get(mark);
        if (own) own.push(piece);
        else stretches.set(mark, [piece]);
      }
    }
  }
  const order = findings.filter((finding) => stretches.has(finding));
  order.sort((a, b) => (stretches.get(a)?.length ?? 0) - (stretches.get(b)?.length ?? 0));
  for (const finding of order) {
    const own = stretches.get(finding) ?? [];
    const free = own.find((piece) => piece.button === null);
    if (free) free.button = finding;
    else own[0]?.also.push(finding);
  }
}

/** A caret stands right behind a word of its paragraph, never at the start of a line. */
function caretPlace(text: string, paragraphs: readonly Paragraph[], at: number): number | null {
  let place: number | null = null;
  for (const paragraph of paragraphs) {
    if (place !== null && paragraph.start >= at) break;
    const within = Math.min(Math.max(at, paragraph.start), paragraph.end);
    const behind = paragraph.start + text.slice(paragraph.start, within).trimEnd().length;
    place = behind > paragraph.start ? snap(text, behind, 'end') : paragraph.end;
  }
  return place;
}
