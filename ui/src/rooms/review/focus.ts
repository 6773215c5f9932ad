/**
 * Whether focus is on nothing that has a use for Enter and Space itself: no button, link, field
 * or page, so that the two keys can be the room's.
 */
export function onNothing(): boolean {
  const focused = document.activeElement;
  return !focused?.closest(
    'button, a, input, select, textarea, summary, [contenteditable="true"], [role="menu"]',
  );
}
