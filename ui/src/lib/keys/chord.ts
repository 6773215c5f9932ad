/**
 * Keys as actions write them: `mod+enter`, `shift+delete`, `j`, `?`. `mod` is Command on macOS and Control elsewhere.
 */
export interface Chord {
  mod: boolean;
  alt: boolean;
  shift: boolean;
  /** As `KeyboardEvent.key`, lower case: `enter`, `arrowup`, `k`, `?`, ` `. */
  key: string;
}

const NAMED: Record<string, string> = {
  esc: 'escape',
  space: ' ',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  plus: '+',
};

/** Whether this is a Mac, where `mod` is the Command key. */
export const onMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

/** Reads `mod+shift+k`. */
export function chord(keys: string): Chord {
  const parts = keys.toLowerCase().split('+');
  const last = parts.pop() ?? '';
  return {
    mod: parts.includes('mod'),
    alt: parts.includes('alt'),
    shift: parts.includes('shift'),
    key: NAMED[last] ?? last,
  };
}

/** Whether a key press is this chord. Shift counts only where it is written, or with a modifier: `?` and `!` need it on many keyboards. */
export function presses(event: KeyboardEvent, wanted: Chord, mac = onMac): boolean {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const stray = mac ? event.ctrlKey : event.metaKey;
  if (stray || mod !== wanted.mod || event.altKey !== wanted.alt) return false;
  if (event.key.toLowerCase() !== wanted.key) return false;
  return wanted.shift === event.shiftKey || (!wanted.shift && !wanted.mod && /^[^a-z0-9]$/.test(wanted.key));
}

/** Whether the chord is a single letter, figure or sign: a shortcut the user may switch off (WCAG 2.1.4). */
export function isLetter(wanted: Chord): boolean {
  return !wanted.mod && !wanted.alt && wanted.key.length === 1 && wanted.key !== ' ';
}

/** Whether the chord is a key without modifier that means something in a text field: letters, Space, Enter, arrows, Delete. */
export function isBare(wanted: Chord): boolean {
  return !wanted.mod && !wanted.alt && wanted.key !== 'escape' && !/^f\d+$/.test(wanted.key);
}

const ACTIVATED =
  'button, a[href], summary, input, [role="button"], [role="option"], [role="tab"], [role="menuitem"], [role="switch"]';

/** Whether this press works the focused control itself: Enter or Space on a button. */
export function activates(target: EventTarget | null, pressed: Chord): boolean {
  if (pressed.key !== 'enter' && pressed.key !== ' ') return false;
  return target instanceof Element && target.closest(ACTIVATED) !== null;
}

/** Whether keys pressed on this element write text. */
export function writesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[contenteditable="true"]')) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'range', 'button', 'submit', 'reset'].includes(target.type)
  );
}

/** A part of a key cap: a word, or the name of a drawn key. */
export type CapPart =
  { text: string } | { drawn: 'command' | 'enter' | 'shift' | 'up' | 'down' | 'left' | 'right' | 'option' };

const SPOKEN: Record<string, string> = {
  enter: 'Enter',
  escape: 'Escape',
  ' ': 'Space',
  arrowup: 'ArrowUp',
  arrowdown: 'ArrowDown',
  arrowleft: 'ArrowLeft',
  arrowright: 'ArrowRight',
  delete: 'Delete',
  '+': 'Plus',
};
const WRITTEN: Record<string, string> = { escape: 'esc', ' ': 'Space', delete: 'Delete' };
const DRAWN: Record<string, 'enter' | 'up' | 'down' | 'left' | 'right'> = {
  enter: 'enter',
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
};

/** What a key cap shows: `⌘ ⏎` drawn on a Mac, `Ctrl` written elsewhere. */
export function capParts(keys: string, mac = onMac): CapPart[] {
  const { mod, alt, shift, key } = chord(keys);
  const parts: CapPart[] = [];
  if (mod) parts.push(mac ? { drawn: 'command' } : { text: 'Ctrl' });
  if (alt) parts.push(mac ? { drawn: 'option' } : { text: 'Alt' });
  if (shift) parts.push(mac ? { drawn: 'shift' } : { text: 'Shift' });
  const drawn = DRAWN[key];
  if (drawn) parts.push({ drawn });
  else
    parts.push({ text: WRITTEN[key] ?? (/^f\d+$/.test(key) || key.length === 1 ? key.toUpperCase() : key) });
  return parts;
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(keys: string, mac = onMac): string {
  const { mod, alt, shift, key } = chord(keys);
  return [mod && (mac ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift', SPOKEN[key] ?? key.toUpperCase()]
    .filter(Boolean)
    .join('+');
}
