import { describe, expect, it } from 'vitest';
import { accessibleName, findingsOf, ignoredMark, type Finding } from './findings';
import { isCaret, pageOf } from './page';
import { chance, randomText } from './testing/chance';
import { mark, missing } from './testing/marks';

/** Pieces as text: `[words|kinds]` for marks, `*` before the button of one, `^` for a caret. */
function shown(text: string, findings: Finding[]): string[] {
  return pageOf(text, findings).map(({ pieces }) =>
    pieces
      .map((piece) => {
        if (isCaret(piece)) return '^';
        const { run, marks, button, also } = piece;
        if (marks.length === 0) return run.text;
        const owner = button ? `*${marks.indexOf(button)}` : '';
        return `[${owner}${run.text}|${marks.map((one) => one.kind).join('+')}]${'+'.repeat(also.length)}`;
      })
      .join(''),
  );
}

describe('pageOf', () => {
  const text = 'one two three four';
  it.each([
    { name: 'a mark', text, marks: [mark(text, 'two')], page: ['one [*0two|weak] three four'] },
    {
      name: 'strong nearest the text',
      text,
      marks: [mark(text, 'one two'), mark(text, 'two three', 'strong')],
      page: ['[*0one |weak][*0two|strong+weak][ three|strong] four'],
    },
    {
      name: 'one within another',
      text,
      marks: [mark(text, 'one two three'), mark(text, 'two', 'hidden_actor')],
      page: ['[*0one |weak][*1two|weak+hidden_actor][ three|weak] four'],
    },
    {
      name: 'the same words twice',
      text,
      marks: [mark(text, 'two'), mark(text, 'two', 'strong')],
      page: ['one [*1two|strong+weak]+ three four'],
    },
    {
      name: 'a mark over two paragraphs',
      text: 'one two\n\nthree',
      marks: [mark('one two\n\nthree', 'two\n\nthree')],
      page: ['one [*0two|weak]', '[three|weak]'],
    },
  ])('sets $name', ({ text: source, marks, page }) => {
    expect(shown(source, findingsOf({ marks, missing: [] }))).toEqual(page);
  });

  it.each([
    { name: 'behind its word', at: 3, page: ['one^ two', 'three'] },
    { name: 'behind the word, not behind the space', at: 4, page: ['one^ two', 'three'] },
    { name: 'between paragraphs: at the end of the first', at: 9, page: ['one two^', 'three'] },
    { name: 'at the start of a paragraph: at the end of the one before', at: 9, page: ['one two^', 'three'] },
    { name: 'at the end', at: 14, page: ['one two', 'three^'] },
    { name: 'past the end', at: 99, page: ['one two', 'three^'] },
  ])('puts a caret $name', ({ at, page }) => {
    expect(shown('one two\n\nthree', findingsOf({ marks: [], missing: [missing('lesson', at)] }))).toEqual(
      page,
    );
  });

  it('sets the answer letter for letter and gives each mark in sight exactly one button', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const roll = chance(seed);
      const source = randomText(roll);
      const marks = Array.from({ length: roll(8) }, (_, index) => {
        const start = roll(source.length);
        const end = start + 1 + roll(20);
        return { ...mark(source, ''), start, end, text: source.slice(start, end), rule: `r/${index}` };
      });
      const findings = findingsOf({ marks, missing: [missing('lesson', roll(source.length + 2))] });
      const page = pageOf(source, findings, { cuts: [roll(source.length + 1)] });
      const words = page.map(({ pieces }) =>
        pieces.map((piece) => (isCaret(piece) ? '' : piece.run.text)).join(''),
      );
      expect(words).toEqual(page.map(({ start, end }) => source.slice(start, end)));

      const texts = page.flatMap(({ pieces }) => pieces.flatMap((piece) => (isCaret(piece) ? [] : piece)));
      const covered = new Set(texts.flatMap((piece) => piece.marks));
      const buttons = texts.flatMap((piece) => [piece.button ?? [], piece.also].flat());
      expect(buttons).toHaveLength(covered.size);
      expect(new Set(buttons)).toEqual(covered);
      const carets = page.flatMap(({ pieces }) => pieces.filter(isCaret));
      expect(carets).toHaveLength(page.length === 0 ? 0 : 1);
    }
  });
});

describe('findings', () => {
  const text = 'We shipped on time.';

  it('come in reading order, with ids of their own even for equal marks', () => {
    const twice = [mark(text, 'shipped'), mark(text, 'shipped'), mark(text, 'We', 'hidden_actor')];
    const found = findingsOf({ marks: twice, missing: [missing('lesson', 2)] });
    expect(found.map((finding) => finding.words)).toEqual(['We', '', 'shipped', 'shipped']);
    expect(new Set(found.map((finding) => finding.id)).size).toBe(4);
  });

  it.each([
    {
      finding: { ...mark(text, 'shipped on time'), note: 'what moved?' },
      name: 'shipped on time: weak, what moved?',
    },
    { finding: { ...mark(text, 'shipped', 'filler'), note: '' }, name: 'shipped: filler' },
    { finding: { ...mark('a\nb', 'a\nb', 'hidden_actor'), note: 'who?' }, name: 'a b: hidden actor, who?' },
  ])('are named $name', ({ finding, name }) => {
    const [found] = findingsOf({ marks: [finding], missing: [] });
    expect(found && accessibleName(found)).toBe(name);
  });

  it.each([
    { ask: 'What did you learn?', note: 'what did you learn?' },
    { ask: 'I or we?', note: 'I or we?' },
    { ask: 'SLA or SLO?', note: 'SLA or SLO?' },
    { ask: 'Éric said?', note: 'éric said?' },
  ])('begin their note in lower case: $note', ({ ask, note }) => {
    const [found] = findingsOf({ marks: [], missing: [{ ...missing('x', 0), ask }] });
    expect(found?.note).toBe(note);
    expect(found && accessibleName(found)).toBe(`missing here: ${note}`);
    expect(found && ignoredMark(found)).toBeNull();
  });
});
