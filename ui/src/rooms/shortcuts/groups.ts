import { ariaKeys } from '$lib/keys/chord';
import type { Action } from '$lib/state/actions.svelte';

/** A line of the sheet. */
export interface Shortcut {
  id: string;
  label: string;
  keys: string;
  /** For screen readers: `Control K`. */
  spoken: string;
}

const ANYWHERE = 'Anywhere';
const GO_TO = 'Go to';
const HERE = 'Here';

/** The shortcuts by their heads: those of the room first, then going to rooms, then what works anywhere. */
export function shortcutGroups(actions: readonly Action[]): { name: string; shortcuts: Shortcut[] }[] {
  const groups = new Map<string, Shortcut[]>();
  for (const { id, label, keys, primary, group = HERE } of actions) {
    const shown = keys ?? (primary ? 'mod+enter' : undefined);
    if (!shown) continue;
    const shortcut = { id, label, keys: shown, spoken: ariaKeys(shown).replaceAll('+', ' ') };
    groups.set(group, [...(groups.get(group) ?? []), shortcut]);
  }
  const order = (name: string) => (name === ANYWHERE ? 2 : name === GO_TO ? 1 : 0);
  return [...groups]
    .map(([name, shortcuts]) => ({ name, shortcuts }))
    .sort((a, b) => order(a.name) - order(b.name));
}
