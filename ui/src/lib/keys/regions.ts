const REGIONS = 'nav[aria-label], main, aside, footer[aria-label]';
const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea, select, [tabindex]:not([tabindex="-1"]), [contenteditable="true"]';

function visible(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 || element.offsetParent !== null;
}

/** Moves focus to the next region of the window (F6), or the previous one; wraps around. */
export function moveRegion(root: ParentNode, step: 1 | -1): void {
  const regions = [...root.querySelectorAll<HTMLElement>(REGIONS)].filter(visible);
  if (regions.length === 0) return;
  // The innermost region holds focus: an aside or a stage bar lies inside main.
  const here = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next =
    here === -1 ? (step === 1 ? 0 : regions.length - 1) : (here + step + regions.length) % regions.length;
  const region = regions[next];
  if (!region) return;
  const target =
    region.tagName === 'MAIN' ? heading(region) : (region.querySelector<HTMLElement>(FOCUSABLE) ?? region);
  if (!target.hasAttribute('tabindex') && !target.matches(FOCUSABLE)) target.tabIndex = -1;
  target.focus();
}

function heading(main: HTMLElement): HTMLElement {
  return main.querySelector<HTMLElement>('h1') ?? main;
}

/**
 * Moves focus to the heading of a room, and keeps it there while the room is still being put together: a room that is
 * asking for its data has no heading yet, or another one. It ends when the user puts focus somewhere else, or with the
 * returned function.
 */
export function focusHeading(main: HTMLElement): () => void {
  const nowhere = () => {
    const at = document.activeElement;
    return at === null || at === document.body || at === main || !main.contains(at);
  };
  const focus = () => {
    const h1 = main.querySelector<HTMLElement>('h1');
    if (!h1) return;
    if (!h1.hasAttribute('tabindex')) h1.tabIndex = -1;
    h1.focus({ preventScroll: true });
  };
  const settling = new MutationObserver(() => {
    if (document.activeElement === document.body) focus();
  });
  const end = () => {
    settling.disconnect();
    document.removeEventListener('focusin', moved);
  };
  const moved = (event: FocusEvent) => {
    if (!(event.target instanceof HTMLHeadingElement)) end();
  };

  // A room may have put focus where one types; then there is nothing to do.
  if (!nowhere()) return () => {};
  if (main.querySelector('h1')) focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  document.addEventListener('focusin', moved);
  settling.observe(main, { childList: true, subtree: true });
  return end;
}
