import type { Attachment } from 'svelte/attachments';
import { capParts } from '$lib/keys/chord';

/** Time the pointer rests before a tooltip shows, in milliseconds; the keyboard shows it at once. */
const REST_MS = 450;
/** Space between the element and its tooltip, and to the edge of the window, in pixels. */
const GAP = 6;

interface Options {
  /** Side it appears on; it turns over where there is no room. */
  side?: 'top' | 'right';
  keys?: string;
}

let shown: HTMLElement | undefined;

function hide() {
  shown?.remove();
  shown = undefined;
}

function place(tip: HTMLElement, target: Element, side: 'top' | 'right') {
  const at = target.getBoundingClientRect();
  const own = tip.getBoundingClientRect();
  let left = at.left + (at.width - own.width) / 2;
  let top = at.top - own.height - GAP;
  if (side === 'right' && at.right + GAP + own.width < innerWidth) {
    left = at.right + GAP;
    top = at.top + (at.height - own.height) / 2;
  } else if (top < GAP) {
    top = at.bottom + GAP;
  }
  tip.style.left = `${Math.max(GAP, Math.min(left, innerWidth - own.width - GAP))}px`;
  tip.style.top = `${top}px`;
}

/**
 * Shows a text beside an element while the pointer rests on it or the keyboard is on it; Escape hides it.
 * For sight only: the element has its own name or description for screen readers.
 */
export function tip(text: string | undefined, { side = 'top', keys }: Options = {}): Attachment {
  return (element) => {
    if (!text) return;
    let resting: ReturnType<typeof setTimeout> | undefined;

    const show = () => {
      hide();
      shown = document.createElement('div');
      shown.className = 'tip';
      shown.setAttribute('aria-hidden', 'true');
      const words = keys ? capParts(keys).map((part) => ('text' in part ? part.text : '')) : [];
      shown.textContent = words.length > 0 && words.every(Boolean) ? `${text} (${words.join(' ')})` : text;
      document.body.append(shown);
      place(shown, element, side);
    };
    const rest = () => {
      clearTimeout(resting);
      resting = setTimeout(show, REST_MS);
    };
    const leave = () => {
      clearTimeout(resting);
      hide();
    };
    const focus = () => {
      if (element.matches(':focus-visible')) show();
    };
    const escape = (event: Event) => {
      if ((event as KeyboardEvent).key === 'Escape') leave();
    };

    const heard: [string, (event: Event) => void][] = [
      ['pointerenter', rest],
      ['pointerleave', leave],
      ['pointerdown', leave],
      ['focus', focus],
      ['blur', leave],
      ['keydown', escape],
    ];
    for (const [name, hear] of heard) element.addEventListener(name, hear);
    return () => {
      leave();
      for (const [name, hear] of heard) element.removeEventListener(name, hear);
    };
  };
}
