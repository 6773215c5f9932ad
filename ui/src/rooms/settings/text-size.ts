import type { Action } from '$lib/state/actions.svelte';
import type { SettingsState } from '$lib/state/settings.svelte';

/** Text sizes, in percent of the window's zoom. */
export const SMALLEST = 80;
export const LARGEST = 200;
/** One press of larger or smaller. */
export const STEP = 10;

/** The next size in a direction, within the range. */
export function nextSize(size: number, direction: 1 | -1): number {
  return Math.max(SMALLEST, Math.min(LARGEST, size + direction * STEP));
}

/** Larger, smaller and normal text, by key, menu and palette. */
export function textSizeActions(settings: SettingsState): Action[] {
  const change = (textSize: number) => settings.change({ textSize });
  return [
    {
      id: 'text-larger',
      label: 'Larger text',
      keys: 'mod+plus',
      group: 'Anywhere',
      run: () => change(nextSize(settings.value.textSize, 1)),
    },
    {
      id: 'text-smaller',
      label: 'Smaller text',
      keys: 'mod+-',
      group: 'Anywhere',
      run: () => change(nextSize(settings.value.textSize, -1)),
    },
    {
      id: 'text-normal',
      label: 'Normal text size',
      keys: 'mod+0',
      group: 'Anywhere',
      run: () => change(100),
    },
  ];
}
