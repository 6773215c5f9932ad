/** A whole number from 0 to `below` − 1. */
export type Chance = (below: number) => number;

/** The same numbers for the same seed (mulberry32), so that a failing case can be run again. */
export function chance(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * Math.max(below, 0));
  };
}

const PIECES = [
  'a',
  'I held ',
  'the launch',
  '. ',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\n\n',
  '\r',
  '\u2028',
  '\t',
  'é',
  'e\u0301',
  '\u0301',
  '😀',
  '👩‍👩‍👧',
  '👍🏽',
  '🇬🇧',
  'שלום',
  'مرحبا ',
  '\u200f',
  '日本',
  '한',
  '\u1112\u1161\u11ab',
  '<script>',
  '&amp;',
  '’',
  '—',
  '\u200d',
];

/** Text as awkward as people and clipboards make it, without lone surrogates. */
export function randomText(roll: Chance): string {
  return Array.from({ length: roll(40) }, () => PIECES[roll(PIECES.length)]).join('');
}
