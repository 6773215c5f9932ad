import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { Actions } from './actions.svelte';

test('actions that change at one time are all still there', () => {
  const actions = new Actions({ letterKeys: () => true, failed: () => {} });
  let turn = $state(0);
  const stop = $effect.root(() => {
    actions.use(() => [{ id: 'one', label: `One ${turn}`, run: () => {} }]);
    actions.use(() => [{ id: 'two', label: `Two ${turn}`, run: () => {} }]);
    actions.use(() => [{ id: 'three', label: `Three ${turn}`, run: () => {} }]);
  });
  const labels = () => actions.all.map((action) => action.label).sort();
  flushSync();
  expect(labels()).toEqual(['One 0', 'Three 0', 'Two 0']);
  turn = 1;
  flushSync();
  expect(labels()).toEqual(['One 1', 'Three 1', 'Two 1']);
  stop();
  expect(labels()).toEqual([]);
});
