import { expect, it } from 'vitest';
import type { StoryText } from '$lib/ipc/bindings';
import { partsInText } from './parts-in-text';

function check(some: Partial<StoryText>, text: string, expected: Record<string, string>) {
  const story = {
    title: '',
    situation: '',
    task: '',
    action: '',
    result: '',
    numbers: [],
    fits: [],
    ...some,
  };
  const found = Object.entries(partsInText(text, story)).map(([part, { start, end }]) => [
    part,
    text.slice(start, end),
  ]);
  expect(Object.fromEntries(found)).toEqual(expected);
}

it.each<[string, Partial<StoryText>, string, Record<string, string>]>([
  [
    'all four',
    { situation: 'A.', task: 'B.', action: 'C.', result: 'D.' },
    'A.\n\nB.\n\nC.\n\nD.',
    { situation: 'A.', task: 'B.', action: 'C.', result: 'D.' },
  ],
  [
    'blank around a part',
    { situation: '  A.\n', result: 'D. ' },
    'A.\n\nD.',
    { situation: 'A.', result: 'D.' },
  ],
  [
    'the same words twice',
    { situation: 'We ship.', result: 'We ship.' },
    'We ship.\n\nWe ship.',
    { situation: 'We ship.', result: 'We ship.' },
  ],
  ['words that were changed by the check', { action: 'C.', result: 'D.' }, 'c\n\nD.', { result: 'D.' }],
  ['nothing', {}, '', {}],
])('finds the parts in the checked text: %s', (_what, some, text, expected) => check(some, text, expected));

it('gives equal parts different places', () => {
  const story = { situation: 'X', task: 'X', action: '', result: '', title: '', numbers: [], fits: [] };
  expect(partsInText('X\n\nX', story)).toEqual({
    situation: { start: 0, end: 1 },
    task: { start: 3, end: 4 },
  });
});
