import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { fakeRules } from '$lib/ipc/fake/rules';
import { Problem } from '$lib/ipc/problem';
import { expectAccessible, renderIn } from '../../test/render';
import { entryGroups, type Sources } from './entries';
import { find, pieces } from './match';
import Palette from './Palette.svelte';

describe('find', () => {
  test.each<[text: string, query: string, found: [number, number][] | null]>([
    ['Keep as best', '', []],
    ['Keep as best', 'best', [[8, 12]]],
    [
      'Keep as best',
      'BEST keep',
      [
        [8, 12],
        [0, 4],
      ],
    ],
    ['Keep as best', 'best of', null],
    ['İstanbul', 'stan', []],
    ['İstanbul', 'x', null],
  ])('in %j for %j: %j', (text, query, found) => expect(find(text, query)).toEqual(found));
});

describe('pieces', () => {
  test.each<[text: string, ranges: [number, number][], marked: string]>([
    ['decides', [[0, 4]], '[deci]des'],
    ['abc', [], 'abc'],
    [
      'abcdef',
      [
        [3, 5],
        [0, 1],
      ],
      '[a]bc[de]f',
    ],
    [
      'abcdef',
      [
        [0, 3],
        [2, 5],
      ],
      '[abc][de]f',
    ],
    ['abc', [[2, 9]], 'ab[c]'],
    ['', [[0, 2]], ''],
  ])('of %j at %j', (text, ranges, marked) => {
    const cut = pieces(text, ranges);
    expect(cut.map((piece) => (piece.match ? `[${piece.text}]` : piece.text)).join('')).toBe(marked);
    expect(cut.map((piece) => piece.text).join('')).toBe(text);
  });
});

describe('entryGroups', () => {
  const nothing: Sources = {
    query: '',
    actions: [],
    found: { questions: [], said: [] },
    rules: [],
    today: '2026-03-10',
    dayStart: 4,
  };
  const action = (id: string, more = {}) => ({ id, label: id, run: () => undefined, ...more });

  test('without a query: what can be done here, the primary first, and the rooms', () => {
    const groups = entryGroups({
      ...nothing,
      actions: [
        action('b'),
        action('a', { primary: true }),
        action('x', { hidden: true }),
        action('y', { enabled: false }),
        action('z', { group: 'Go to' }),
      ],
    });
    expect(groups.map((group) => [group.name, group.entries.map((entry) => entry.id)])).toEqual([
      ['Do', ['do a', 'do b']],
      [
        'Go to',
        [
          'room today',
          'room practice',
          'room mock',
          'room review',
          'room answers',
          'room stories',
          'room questions',
          'room progress',
          'room settings',
        ],
      ],
    ]);
  });

  test('with a query: sections of Settings, and a search of the answers and of the questions', () => {
    const [places] = entryGroups({ ...nothing, query: 'rules' });
    expect(places?.entries.map((entry) => entry.label.map((piece) => piece.text).join(''))).toEqual([
      'Settings, phrase rules',
      'Answers with “rules”',
      'Questions with “rules”',
    ]);
  });

  test('with a query: rules by their note or id, each leading to its page', () => {
    const rules = fakeRules();
    expect(entryGroups({ ...nothing, rules })).toEqual(entryGroups(nothing));
    const group = (query: string) =>
      entryGroups({ ...nothing, query, rules }).find(({ name }) => name === 'Rules')?.entries ?? [];
    const [rule] = group('changed their mind');
    expect(rule?.label.map((piece) => piece.text).join('')).toBe('Rule: what changed their mind?');
    const id = 'influence/i-followed-up-with-them-';
    expect(rule).toMatchObject({
      meta: id,
      open: { route: { room: 'settings', section: 'rules', rule: id } },
    });
    expect(group('followed-up').map((entry) => entry.meta)).toEqual([id]);
    expect(group('zebra')).toEqual([]);
  });

  test('the match in what was said stays on its words', () => {
    const [said] = entryGroups({
      ...nothing,
      query: 'deci',
      found: {
        questions: [],
        said: [
          {
            takeId: 7,
            snippet: { text: '…It was decided…', matches: [[8, 12]] },
            finishedAt: Date.parse('2026-03-09T12:00:00'),
          },
        ],
      },
    });
    expect(said?.entries[0]?.label).toEqual([
      { text: '“…It was ', match: false },
      { text: 'deci', match: true },
      { text: 'ded…”', match: false },
    ]);
    expect(said?.entries[0]?.meta).toBe('yesterday');
  });
});

describe('the palette', () => {
  function open() {
    const onshortcuts = vi.fn();
    return { onshortcuts, ...renderIn(Palette, { open: true, onshortcuts }) };
  }
  const field = () => screen.getByRole('combobox');
  const options = () => screen.getAllByRole('option');
  const selected = () => screen.getByRole('option', { selected: true });

  test('is a combobox over a list, the first row selected', async () => {
    open();
    await waitFor(() => expect(field()).toHaveFocus());
    expect(field()).toHaveAttribute('aria-activedescendant', options()[0]?.id);
    expect(selected()).toBe(options()[0]);
    await expectAccessible(screen.getByRole('dialog'));
  });

  test('finds questions and words said, with the match underlined', async () => {
    const { user } = open();
    await user.type(field(), 'deci');
    const group = await screen.findByRole('group', { name: 'Questions' });
    await waitFor(() => expect(within(group).getAllByRole('option')).toHaveLength(2));
    expect(group.querySelector('b')).toHaveTextContent('deci');
    expect(screen.getByRole('group', { name: 'Said in your answers' })).toHaveTextContent('decided');
    expect(screen.getByRole('status')).toHaveTextContent('9 results');
    await expectAccessible(screen.getByRole('dialog'));
  });

  test('asks once for a word typed in one go', async () => {
    const { calls } = open();
    // At once, so that no pause between the letters depends on how busy the machine is.
    for (const value of ['d', 'de', 'dec', 'decision']) void fireEvent.input(field(), { target: { value } });
    await screen.findByRole('group', { name: 'Questions' });
    expect(calls.filter(([name]) => name === 'find')).toEqual([['find', 'decision']]);
  });

  test('arrows move and wrap; Enter opens the answer', async () => {
    const { user, navigation } = open();
    await user.type(field(), 'reversed');
    await screen.findByRole('group', { name: 'Questions' });
    await user.keyboard('{ArrowUp}');
    expect(selected()).toBe(options().at(-1));
    await user.keyboard('{ArrowDown}');
    expect(selected()).toHaveTextContent('Tell me about a decision of yours that you reversed.');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(navigation.route.room).toBe('check'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('mod and Enter opens and starts', async () => {
    const { user, navigation } = open();
    await user.type(field(), 'reversed');
    await screen.findByRole('group', { name: 'Questions' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(navigation.route).toEqual({ room: 'practice', questionId: 'reversed-decision' }),
    );
  });

  test('a question that was never answered is started by Enter too', async () => {
    const { user, navigation } = open();
    await user.type(field(), 'said no');
    await screen.findByRole('group', { name: 'Questions' });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(navigation.route).toEqual({ room: 'practice', questionId: 'team-said-no' }));
  });

  test('runs an action of the room', async () => {
    const run = vi.fn();
    const { user, actions } = open();
    actions.add([{ id: 'keep', label: 'Keep as best', run }]);
    await user.type(field(), 'keep');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(run).toHaveBeenCalledTimes(1));
  });

  test('a row is opened by pointer', async () => {
    const { user, navigation } = open();
    await user.click(screen.getByRole('option', { name: /Answers/ }));
    await waitFor(() => expect(navigation.route).toEqual({ room: 'answers' }));
  });

  test('Escape closes it; the next time it starts empty', async () => {
    const { user } = open();
    await user.type(field(), 'deci');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('leads to all shortcuts', async () => {
    const { user, onshortcuts } = open();
    await user.click(screen.getByRole('button', { name: /all shortcuts/ }));
    await waitFor(() => expect(onshortcuts).toHaveBeenCalled());
  });

  test('a search that fails is reported, and places can still be reached', async () => {
    const { user, fail, toasts } = open();
    fail('find', new Problem({ code: 'internal', message: 'The search did not work.', detail: null }));
    await user.type(field(), 'settings');
    await waitFor(() => expect(toasts.current?.text).toBe('The search did not work.'));
    expect(selected()).toHaveTextContent('Settings');
  });
});
