import { describe, expect, it } from 'vitest';
import { chance, randomText } from '$lib/manuscript/testing/chance';
import { refundStory } from '../fixture';
import { alignParagraphs } from './align';
import { firstPair } from './pair.svelte';
import { stillThere } from './still-there';
import { diffWords, type DiffPiece } from './word-diff';

/** Changed words in brackets. */
function shown(pieces: readonly DiffPiece[]): string {
  return pieces
    .map(({ text, changed }) => (changed ? `[${text.trimEnd()}]${/\s*$/u.exec(text)?.[0]}` : text))
    .join('');
}

describe('diffWords', () => {
  it.each([
    {
      name: 'the same',
      left: 'I held the launch.',
      right: 'I held the launch.',
      l: 'I held the launch.',
      r: 'I held the launch.',
    },
    {
      name: 'case and punctuation',
      left: 'To both services, again.',
      right: 'to both services again',
      l: 'To both services, again.',
      r: 'to both services again',
    },
    {
      name: 'a word added',
      left: 'We shipped it.',
      right: 'We finally shipped it.',
      l: 'We shipped it.',
      r: 'We [finally] shipped it.',
    },
    { name: 'everything', left: 'One two.', right: 'Three four.', l: '[One two.]', r: '[Three four.]' },
    {
      name: 'a short word alone between changes',
      left: 'alpha beta and gamma delta',
      right: 'one two and three four',
      l: '[alpha beta and gamma delta]',
      r: '[one two and three four]',
    },
    {
      name: 'a long word alone between changes',
      left: 'alpha orders gamma',
      right: 'one orders three',
      l: '[alpha] orders [gamma]',
      r: '[one] orders [three]',
    },
    {
      name: 'two short words between changes',
      left: 'alpha I was gamma',
      right: 'one I was three',
      l: '[alpha] I was [gamma]',
      r: '[one] I was [three]',
    },
    {
      name: 'a chance word that starts what is kept',
      left: 'I passed it on and waited. It was decided.',
      right: 'It was decided.',
      l: '[I passed it on and waited.] It was decided.',
      r: 'It was decided.',
    },
    { name: 'an empty side', left: '', right: 'New words.', l: '', r: '[New words.]' },
    {
      name: 'an emoji for another',
      left: 'done 👍 today',
      right: 'done 👎 today',
      l: 'done [👍] today',
      r: 'done [👎] today',
    },
  ])('marks $name', ({ left, right, l, r }) => {
    const diff = diffWords(left, right);
    expect(shown(diff.left)).toBe(l);
    expect(shown(diff.right)).toBe(r);
  });

  it('keeps both texts whole and counts the changed words', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const [left, right] = [randomText(chance(seed)), randomText(chance(seed + 1000))];
      const diff = diffWords(left, right);
      expect(diff.left.map((piece) => piece.text).join('')).toBe(left);
      expect(diff.right.map((piece) => piece.text).join('')).toBe(right);
      const changed = diff.left
        .filter((piece) => piece.changed)
        .flatMap(({ text }) => text.match(/\S+/gu) ?? []);
      expect(diff.removed).toBeGreaterThanOrEqual(changed.length);
    }
  });
});

describe('alignParagraphs', () => {
  const shape = (left: string, right: string) =>
    alignParagraphs(left, right).map(
      (pair) =>
        `${pair.left ? left.slice(pair.left.start, pair.left.end) : '–'} | ${pair.right ? right.slice(pair.right.start, pair.right.end) : '–'}`,
    );

  it.each([
    {
      name: 'equal texts',
      left: 'one alpha\ntwo beta',
      right: 'one alpha\ntwo beta',
      rows: ['one alpha | one alpha', 'two beta | two beta'],
    },
    {
      name: 'a paragraph put in front',
      left: 'refunds twice',
      right: 'a new beginning\nrefunds twice',
      rows: ['– | a new beginning', 'refunds twice | refunds twice'],
    },
    {
      name: 'one replaced by another',
      left: 'refunds twice\nhappy stakeholders',
      right: 'refunds twice\nforty monthly errors',
      rows: ['refunds twice | refunds twice', 'happy stakeholders | forty monthly errors'],
    },
    { name: 'nothing against something', left: '', right: 'words', rows: ['– | words'] },
  ])('puts $name side by side', ({ left, right, rows }) => {
    expect(shape(left, right)).toEqual(rows);
  });

  it('shows every paragraph once, in order, on its own side', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const [left, right] = [randomText(chance(seed)), randomText(chance(seed + 1000))];
      const pairs = alignParagraphs(left, right);
      for (const [text, of] of [
        [left, pairs.flatMap((pair) => pair.left ?? [])],
        [right, pairs.flatMap((pair) => pair.right ?? [])],
      ] as const) {
        const words = of.map(({ start, end }) => text.slice(start, end)).join('');
        expect(words.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        of.forEach(({ start }, index) => expect(start).toBeGreaterThanOrEqual(of[index - 1]?.end ?? 0));
      }
    }
  });

  it('pairs the paragraphs of the two takes of a story', () => {
    const { first, second } = refundStory();
    expect(alignParagraphs(first.text, second.text).every((pair) => pair.left && pair.right)).toBe(true);
  });
});

describe('stillThere', () => {
  it('names the weak words of the earlier take that the later one still has', () => {
    const { first, second } = refundStory();
    expect(stillThere(first.marks, second.marks)).toEqual([
      'set up a weekly sync and kept the teams updated on their tickets',
      'I followed up with them until they came round',
    ]);
    expect(stillThere(first.marks, [])).toEqual([]);
  });
});

describe('firstPair', () => {
  const { second } = refundStory();
  const take = (id: number, best = false) => ({ ...second.take, id, best });

  it.each([
    { name: 'the last and the best', takes: [take(1, true), take(2), take(3)], pair: [1, 3] },
    {
      name: 'the last and the one before, when the last is the best',
      takes: [take(1), take(2), take(3, true)],
      pair: [2, 3],
    },
    { name: 'nothing, with one take', takes: [take(1, true)], pair: null },
  ])('begins with $name', ({ takes, pair }) => {
    expect(firstPair(takes)).toEqual(pair);
  });
});
