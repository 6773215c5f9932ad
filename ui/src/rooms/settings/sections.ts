import Database from '@lucide/svelte/icons/database';
import Info from '@lucide/svelte/icons/info';
import Keyboard from '@lucide/svelte/icons/keyboard';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import SpellCheck from '@lucide/svelte/icons/spell-check';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import Timer from '@lucide/svelte/icons/timer';
import type { Component } from 'svelte';

/** Parts of the Settings page, in order. */
export const SECTIONS = [
  { id: 'appearance', label: 'Appearance', icon: SunMoon },
  { id: 'practice', label: 'Practice', icon: Timer },
  { id: 'review', label: 'Review', icon: RotateCcw },
  { id: 'rules', label: 'Phrase rules', icon: SpellCheck },
  { id: 'keyboard', label: 'Keyboard', icon: Keyboard },
  { id: 'data', label: 'Data', icon: Database },
  { id: 'about', label: 'About', icon: Info },
] as const satisfies readonly { id: string; label: string; icon: Component }[];

/** The id of a part of the page. */
export type SectionId = (typeof SECTIONS)[number]['id'];
