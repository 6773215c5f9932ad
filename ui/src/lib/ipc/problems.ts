import CircleAlert from '@lucide/svelte/icons/circle-alert';
import HardDrive from '@lucide/svelte/icons/hard-drive';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import type { Component } from 'svelte';
import type { ErrorCode } from './bindings';

/** How a problem is shown. */
export interface Presentation {
  /** A banner stays until it is closed or the thing works again; a toast goes by itself. */
  place: 'banner' | 'toast';
  icon: Component;
}

/**
 * How each problem is shown. What keeps words from being written stays in sight; the rest passes.
 * The record is exhaustive by type: a new code in Rust does not compile here until it has a place.
 */
export const PRESENTATION: Record<ErrorCode, Presentation> = {
  stale: { place: 'toast', icon: RotateCcw },
  not_found: { place: 'toast', icon: CircleAlert },
  empty_answer: { place: 'toast', icon: CircleAlert },
  too_long: { place: 'banner', icon: CircleAlert },
  disk_full: { place: 'banner', icon: HardDrive },
  not_writable: { place: 'banner', icon: HardDrive },
  invalid: { place: 'toast', icon: CircleAlert },
  not_open: { place: 'banner', icon: HardDrive },
  storage: { place: 'banner', icon: HardDrive },
  internal: { place: 'toast', icon: CircleAlert },
};
