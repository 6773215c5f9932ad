import { describe, expect, test } from 'vitest';
import { activates, ariaKeys, capParts, chord, isBare, isLetter, presses, writesText } from './chord';

function press(key: string, held: Partial<KeyboardEventInit> = {}) {
  return new KeyboardEvent('keydown', { key, ...held });
}

describe('presses', () => {
  test.each<[keys: string, mac: boolean, key: string, held: KeyboardEventInit, expected: boolean]>([
    ['mod+k', false, 'k', { ctrlKey: true }, true],
    ['mod+k', false, 'K', { ctrlKey: true }, true],
    ['mod+k', true, 'k', { metaKey: true }, true],
    ['mod+k', true, 'k', { ctrlKey: true }, false],
    ['mod+k', false, 'k', {}, false],
    ['mod+k', false, 'k', { ctrlKey: true, shiftKey: true }, false],
    ['k', false, 'k', { ctrlKey: true }, false],
    ['k', false, 'K', { shiftKey: true }, false],
    ['?', false, '?', { shiftKey: true }, true],
    ['!', false, '!', {}, true],
    ['mod+plus', false, '+', { ctrlKey: true }, true],
    ['shift+f6', false, 'F6', { shiftKey: true }, true],
    ['f6', false, 'F6', { shiftKey: true }, false],
    ['space', false, ' ', {}, true],
    ['esc', false, 'Escape', {}, true],
    ['alt+up', false, 'ArrowUp', { altKey: true }, true],
  ])('%s, on a Mac %s, by %s %o: %s', (keys, mac, key, held, expected) => {
    expect(presses(press(key, held), chord(keys), mac)).toBe(expected);
  });
});

test.each<[keys: string, letter: boolean, bare: boolean]>([
  ['j', true, true],
  ['?', true, true],
  ['1', true, true],
  ['space', false, true],
  ['enter', false, true],
  ['up', false, true],
  ['mod+k', false, false],
  ['esc', false, false],
  ['f6', false, false],
])('%s: letter %s, bare %s', (keys, letter, bare) => {
  expect(isLetter(chord(keys))).toBe(letter);
  expect(isBare(chord(keys))).toBe(bare);
});

describe('caps and names', () => {
  test('a Mac draws Command and Return', () => {
    expect(capParts('mod+enter', true)).toEqual([{ drawn: 'command' }, { drawn: 'enter' }]);
    expect(ariaKeys('mod+enter', true)).toBe('Meta+Enter');
  });
  test('others write Ctrl', () => {
    expect(capParts('mod+shift+k', false)).toEqual([{ text: 'Ctrl' }, { text: 'Shift' }, { text: 'K' }]);
    expect(ariaKeys('mod+k', false)).toBe('Control+K');
  });
  test('escape is short on the cap', () => expect(capParts('esc')).toEqual([{ text: 'esc' }]));
});

describe('where keys write', () => {
  function element(html: string): Element {
    document.body.innerHTML = html;
    const found = document.body.querySelector('[data-here]');
    if (!found) throw new Error('no element');
    return found;
  }
  test.each<[html: string, writes: boolean]>([
    ['<input data-here>', true],
    ['<textarea data-here></textarea>', true],
    ['<div contenteditable="true"><b data-here>x</b></div>', true],
    ['<input type="checkbox" data-here>', false],
    ['<input type="range" data-here>', false],
    ['<button data-here></button>', false],
  ])('%s: %s', (html, writes) => expect(writesText(element(html))).toBe(writes));

  test('Enter on a button is the button’s own', () => {
    const button = element('<button><span data-here></span></button>');
    expect(activates(button, chord('enter'))).toBe(true);
    expect(activates(button, chord('space'))).toBe(true);
    expect(activates(button, chord('j'))).toBe(false);
    expect(activates(element('<p data-here></p>'), chord('enter'))).toBe(false);
  });
});
