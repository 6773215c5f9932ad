import { expect, it } from 'vitest';
import { cellWords, foundWords, holesWords, rowFacts, unwrittenWords, withinSentence } from './wording';

it.each([
  ['Data & ML programs', 'data & ML programs'],
  ['API & platform programs', 'API & platform programs'],
  ['Thought leadership & career', 'thought leadership & career'],
])('writes %s within a sentence as %s', (label, words) => expect(withinSentence(label)).toBe(words));

const competencies = Array.from({ length: 9 }, (_, i) => ({ id: `c${i}`, label: `Name ${i}` }));

it.each<[number, string | null]>([
  [0, null],
  [1, 'One competency has no story: name 0'],
  [3, 'Three competencies have no story: name 0, name 1, name 2'],
  [6, 'Six competencies have no story: name 0, name 1, name 2, name 3, name 4, name 5'],
  [9, 'Nine competencies have no story: name 0, name 1, name 2, name 3, name 4 and four more'],
])('says of %i holes: %s', (n, says) => {
  const words = holesWords({ competencies, holes: competencies.slice(0, n).map((one) => one.id) });
  expect(words && `${words.says}: ${words.names.join(', ')}${words.more}`).toBe(says);
});

it.each([
  [undefined, 'not told'],
  [{ competency: 'c', score: null, ready: false, answers: 0 }, 'fits, not answered'],
  [{ competency: 'c', score: null, ready: false, answers: 2 }, 'answered, without a score'],
  [{ competency: 'c', score: 70, ready: true, answers: 1 }, '70, ready'],
  [{ competency: 'c', score: 69, ready: false, answers: 3 }, '69, below 70, best of 3'],
])('says of the cell %j: %s', (cell, words) => expect(cellWords(cell)).toBe(words));

it('says of a row what it covers and lacks', () => {
  const cell = (n: number) => ({ competency: `c${n}`, score: null, ready: false, answers: 0 });
  const row = { id: 1, title: '', updatedAt: 0, answers: 2, bestScore: 70, cells: [cell(1), cell(4)] };
  expect(rowFacts({ ...row, unwritten: [] }, competencies)).toBe('2 answers: name 1 and name 4');
  expect(rowFacts({ ...row, answers: 0, cells: [], unwritten: [] }, competencies)).toBe('No answer with it');
  expect(unwrittenWords({ ...row, unwritten: ['result', 'numbers'] })).toBe('Unwritten: result and numbers');
  expect(unwrittenWords({ ...row, unwritten: [] })).toBeNull();
});

it('counts what the check found', () => {
  const kinds = (...of: string[]) => of.map((kind) => ({ kind }));
  expect(foundWords(kinds('strong', 'weak', 'strong', 'hedge'))).toBe('2 strong, 1 weak');
  expect(foundWords(kinds('hidden_actor'))).toBe('0 strong, 0 weak, 1 to ask who');
});
