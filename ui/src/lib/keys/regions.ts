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
 * Moves focus to the heading of a room. A room that is still asking for its data has none yet: then focus
 * waits for it, unless the user has put it somewhere else meanwhile. Returns a function that stops waiting.
 */
export function focusHeading(main: HTMLElement): () => void {
  const focus = () => {
    const h1 = main.querySelector<HTMLElement>('h1');
    if (!h1) return false;
    if (!h1.hasAttribute('tabindex')) h1.tabIndex = -1;
    // A room may have put focus where one types.
    if (!main.contains(document.activeElement) || document.activeElement === main) {
      h1.focus({ preventScroll: true });
    }
    return true;
  };
  if (focus()) return () => {};
  const seen = new MutationObserver(() => {
    if (focus()) seen.disconnect();
  });
  seen.observe(main, { childList: true, subtree: true });
  return () => seen.disconnect();
}
