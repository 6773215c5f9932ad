import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Actions, type Action } from './actions.svelte';

let letters = true;
let failed: ReturnType<typeof vi.fn<(thrown: unknown) => void>>;
let actions: Actions;

beforeEach(() => {
  document.body.innerHTML = '<input><button>b</button>';
  letters = true;
  failed = vi.fn<(thrown: unknown) => void>();
  actions = new Actions({ letterKeys: () => letters, failed });
});

function action(id: string, more: Partial<Action> = {}): Action & { run: ReturnType<typeof vi.fn> } {
  return { id, label: id, run: vi.fn(), ...more } as Action & { run: ReturnType<typeof vi.fn> };
}

/** Presses a key on an element and says whether an action took it. */
function press(key: string, held: KeyboardEventInit = {}, on = 'body'): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
  document
    .querySelector(on)
    ?.addEventListener('keydown', (e) => actions.press(e as KeyboardEvent), { once: true });
  document.querySelector(on)?.dispatchEvent(event);
  return event.defaultPrevented;
}

const ctrl: KeyboardEventInit = { ctrlKey: true };

describe('by key', () => {
  test.each<[what: string, keys: string, key: string, held: KeyboardEventInit, on: string, taken: boolean]>([
    ['a letter', 'j', 'j', {}, 'body', true],
    ['a letter in a field', 'j', 'j', {}, 'input', false],
    ['a modifier in a field', 'mod+k', 'k', ctrl, 'input', true],
    ['Enter on a button', 'enter', 'Enter', {}, 'button', false],
    ['Enter elsewhere', 'enter', 'Enter', {}, 'body', true],
    ['Space in a field', 'space', ' ', {}, 'input', false],
    ['Delete in a field', 'delete', 'Delete', {}, 'input', false],
    ['Escape in a field', 'esc', 'Escape', {}, 'input', true],
    ['undo in a field', 'mod+z', 'z', ctrl, 'input', false],
    ['undo elsewhere', 'mod+z', 'z', ctrl, 'body', true],
  ])('%s', (_what, keys, key, held, on, taken) => {
    const one = action('one', { keys });
    actions.add([one]);
    expect(press(key, held, on)).toBe(taken);
    expect(one.run).toHaveBeenCalledTimes(taken ? 1 : 0);
  });

  test('letters can be switched off; other keys go on', () => {
    letters = false;
    const letter = action('letter', { keys: 'j' });
    const space = action('space', { keys: 'space' });
    actions.add([letter, space]);
    expect(press('j')).toBe(false);
    expect(press(' ')).toBe(true);
  });

  test('a held key runs only what repeats', () => {
    const once = action('once', { keys: 'x' });
    const walk = action('walk', { keys: 'j', repeats: true });
    actions.add([once, walk]);
    expect(press('x', { repeat: true })).toBe(false);
    expect(press('j', { repeat: true })).toBe(true);
  });

  test('the room comes before the window, and leaves it whole', () => {
    const window = action('window', { keys: 'mod+k' });
    const room = action('room', { keys: 'mod+k' });
    actions.add([window]);
    const leave = actions.add([room]);
    press('k', ctrl);
    leave();
    press('k', ctrl);
    expect(room.run).toHaveBeenCalledTimes(1);
    expect(window.run).toHaveBeenCalledTimes(1);
  });

  test('what is not enabled lets the next one have the key', () => {
    const below = action('below', { keys: 'esc' });
    actions.add([below]);
    actions.add([action('above', { keys: 'esc', enabled: false })]);
    press('Escape');
    expect(below.run).toHaveBeenCalled();
  });

  test('nothing behind a dialog', () => {
    const one = action('one', { keys: 'j' });
    actions.add([one]);
    document.body.insertAdjacentHTML('beforeend', '<div aria-modal="true"></div>');
    expect(press('j')).toBe(false);
    expect(actions.run('one')).toBe(false);
    expect(one.run).not.toHaveBeenCalled();
  });
});

describe('the primary action', () => {
  test('takes mod and Enter, also from a field', () => {
    const main = action('main', { primary: true });
    actions.add([main]);
    expect(press('Enter', ctrl, 'input')).toBe(true);
    expect(main.run).toHaveBeenCalledTimes(1);
  });
  test('is the last one that is enabled', () => {
    actions.add([action('first', { primary: true })]);
    actions.add([action('second', { primary: true, enabled: false })]);
    expect(actions.primary?.id).toBe('first');
  });
  test('does not run twice for one long press', () => {
    const main = action('main', { primary: true });
    actions.add([main]);
    press('Enter', { ...ctrl, repeat: true });
    expect(main.run).not.toHaveBeenCalled();
  });
});

describe('by id', () => {
  test('runs, and says when there is none', () => {
    const one = action('one');
    const main = action('main', { primary: true });
    actions.add([one, main]);
    expect(actions.run('one')).toBe(true);
    expect(actions.run('primary')).toBe(true);
    expect(actions.run('other')).toBe(false);
    expect(main.run).toHaveBeenCalled();
  });
  test('lists each id once, as the room has it', () => {
    actions.add([action('a', { label: 'window' }), action('b')]);
    actions.add([action('a', { label: 'room' })]);
    expect(actions.all.map((one) => one.label)).toEqual(['b', 'room']);
  });
});

test.each<[what: string, run: () => unknown]>([
  [
    'thrown',
    () => {
      throw new Error('no');
    },
  ],
  ['rejected', () => Promise.reject(new Error('no'))],
])('what is %s is reported', async (_what, run) => {
  actions.add([action('bad', { run: run as never })]);
  actions.run('bad');
  await Promise.resolve();
  expect(failed).toHaveBeenCalledWith(new Error('no'));
});
