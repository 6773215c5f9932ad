import { describe, expect, it } from 'vitest';
import { snap } from './graphemes';
import { LONGEST_BLOCK, paragraphsOf } from './paragraphs';
import { segment, type Range } from './segments';
import { chance, randomText, type Chance } from './testing/chance';

const CASES = 400;

function randomRanges(roll: Chance, length: number): Range[] {
  return Array.from({ length: roll(12) }, () => {
    const start = roll(length + 4) - 2;
    return { start, end: start + roll(24) - 2 };
  });
}

describe('segment', () => {
  it('keeps every character, covers exactly the ranges and never cuts within a character', () => {
    for (let seed = 0; seed < CASES; seed += 1) {
      const roll = chance(seed);
      const text = randomText(roll);
      const ranges = randomRanges(roll, text.length);
      const cuts = Array.from({ length: roll(5) }, () => snap(text, roll(text.length + 3) - 1, 'start'));
      const runs = segment(text, ranges, cuts);
      const what = JSON.stringify({ seed, text, ranges, cuts });

      expect(runs.map((run) => run.text).join(''), what).toBe(text);
      runs.forEach((run, order) => {
        expect(run.text, what).toBe(text.slice(run.start, run.end));
        expect(run.start, what).toBe(runs[order - 1]?.end ?? 0);
        expect(run.end, what).toBeGreaterThan(run.start);
        expect(snap(text, run.start, 'start'), what).toBe(run.start);
        expect(run.text, what).not.toMatch(/\p{Surrogate}/u);
      });
      ranges.forEach((range, index) => {
        const covered = runs.filter((run) => run.covering.includes(index));
        const start = snap(text, range.start, 'start');
        const end = snap(text, range.end, 'end');
        const expected = range.start < range.end && start < end ? text.slice(start, end) : '';
        expect(covered.map((run) => run.text).join(''), what).toBe(expected);
      });
    }
  });

  it.each([
    {
      name: 'two that overlap',
      ranges: [
        { start: 0, end: 6 },
        { start: 4, end: 10 },
      ],
      runs: ['abcd:0', 'ef:0,1', 'ghij:1'],
    },
    {
      name: 'one inside another',
      ranges: [
        { start: 0, end: 10 },
        { start: 3, end: 5 },
      ],
      runs: ['abc:0', 'de:0,1', 'fghij:0'],
    },
    {
      name: 'the same words twice',
      ranges: [
        { start: 2, end: 4 },
        { start: 2, end: 4 },
      ],
      runs: ['ab:', 'cd:0,1', 'efghij:'],
    },
    { name: 'one reaching outside', ranges: [{ start: -3, end: 99 }], runs: ['abcdefghij:0'] },
    { name: 'an empty one', ranges: [{ start: 4, end: 4 }], runs: ['abcdefghij:'] },
  ])('cuts $name', ({ ranges, runs }) => {
    expect(segment('abcdefghij', ranges).map((run) => `${run.text}:${run.covering.join()}`)).toEqual(runs);
  });

  it.each([
    { name: 'a family emoji', text: 'x👩‍👩‍👧y', start: 3, end: 4, marked: '👩‍👩‍👧' },
    { name: 'a letter with its accent', text: 'cafe\u0301s', start: 4, end: 5, marked: 'e\u0301' },
    { name: 'half of a pair', text: 'a😀b', start: 2, end: 3, marked: '😀' },
    { name: 'a flag', text: 'a🇬🇧🇩🇪b', start: 3, end: 5, marked: '🇬🇧' },
  ])('widens to the whole of $name', ({ text, start, end, marked }) => {
    const runs = segment(text, [{ start, end }]);
    expect(runs.find((run) => run.covering.length > 0)?.text).toBe(marked);
  });
});

describe('paragraphsOf', () => {
  it('drops only blank between paragraphs, whatever the text', () => {
    for (let seed = 0; seed < CASES; seed += 1) {
      const text = randomText(chance(seed));
      const paragraphs = paragraphsOf(text);
      let from = 0;
      for (const paragraph of paragraphs) {
        expect(text.slice(from, paragraph.start).trim()).toBe('');
        const own = text.slice(paragraph.start, paragraph.end);
        expect(own.trim()).toBe(own);
        expect(own).not.toMatch(/[\r\n\u2028\u2029]/u);
        from = paragraph.end;
      }
      expect(text.slice(from).trim()).toBe('');
    }
  });

  it.each([
    { text: '', lines: [] },
    { text: ' \n\n ', lines: [] },
    { text: 'one', lines: ['one'] },
    { text: '\n one \r\n\r\n\t two\rthree\n', lines: ['one', 'two', 'three'] },
  ])('splits $text', ({ text, lines }) => {
    expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(lines);
  });

  it.each([
    { name: 'at spaces', line: 'word '.repeat(5000).trim() },
    { name: 'without spaces', line: '👩‍👩‍👧'.repeat(3000) },
  ])('cuts a very long line $name into blocks that go on', ({ line }) => {
    const blocks = paragraphsOf(line);
    expect(blocks.length).toBeGreaterThan(2);
    expect(blocks.map(({ start, end }) => line.slice(start, end)).join('')).toBe(line);
    expect(blocks.every(({ start, end }) => end - start <= LONGEST_BLOCK)).toBe(true);
    expect(blocks.every(({ start }) => snap(line, start, 'start') === start)).toBe(true);
    expect(blocks.map((block) => block.continued)).toEqual(blocks.map((_, order) => order > 0));
  });
});
