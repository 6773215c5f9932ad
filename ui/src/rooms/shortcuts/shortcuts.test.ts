import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { expectAccessible, renderIn } from '../../test/render';
import { shortcutGroups } from './groups';
import Shortcuts from './Shortcuts.svelte';

const action = (id: string, more = {}) => ({ id, label: id, run: () => undefined, ...more });

test('the room first, then places, then anywhere; what has no keys is left out', () => {
  const groups = shortcutGroups([
    action('palette', { keys: 'mod+k', group: 'Anywhere' }),
    action('today', { keys: 'mod+1', group: 'Go to' }),
    action('start', { primary: true, group: 'Practice' }),
    action('silent'),
  ]);
  expect(
    groups.map((group) => [group.name, group.shortcuts.map(({ keys, spoken }) => [keys, spoken])]),
  ).toEqual([
    ['Practice', [['mod+enter', 'Control Enter']]],
    ['Go to', [['mod+1', 'Control 1']]],
    ['Anywhere', [['mod+k', 'Control K']]],
  ]);
});

test('shows them, and says when letters are off', async () => {
  const { actions, settings } = renderIn(Shortcuts, { open: true });
  actions.add([action('Keep as best', { keys: 'b', group: 'Phrase check' })]);
  expect(await screen.findByText('Keep as best')).toBeInTheDocument();
  settings.read({ ...settings.value, letterKeys: false });
  expect(await screen.findByText(/Single letters are switched off/)).toBeInTheDocument();
  await expectAccessible(screen.getByRole('dialog'));
});
