import { expect, test } from 'vitest';
import { patternPieces, patternText } from './pattern-words';

test.each([
  ['follow/verb up', 'follow up'],
  ['(take/verb | keep/verb) the key', 'take or keep the key'],
  ['@take_over <object>', 'take over or the like something'],
  ['from <number> to <number>', 'from a number to a number'],
  ['<adjective> <noun>', 'an adjective a noun'],
  ['have/verb ..5 (stopped | (cut | pulled) back)', 'have … stopped or cut or pulled back'],
  ['a ( b', 'a b'],
  ['b ) c', 'b'],
  ['', ''],
])('%j reads %j', (pattern, text) => expect(patternText(pattern)).toBe(text));

test('what may be left out is told', () => {
  expect(patternPieces('the? (a | b)? key')).toEqual([
    { kind: 'words', text: 'the', optional: true },
    {
      kind: 'choice',
      of: [[{ kind: 'words', text: 'a' }], [{ kind: 'words', text: 'b' }]],
      optional: true,
    },
    { kind: 'words', text: 'key' },
  ]);
});
