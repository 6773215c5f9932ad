import type { Attachment } from 'svelte/attachments';

/**
 * Makes the elements that match `selector` one tab stop: arrows, Home and End move focus among them, and the last
 * one focused (or the current one) is where Tab comes back to.
 */
export function roving(
  selector: string,
  orientation: 'vertical' | 'horizontal' | 'both' = 'vertical',
): Attachment<HTMLElement> {
  return (list) => {
    const items = () => [...list.querySelectorAll<HTMLElement>(selector)];
    const stop = (on: HTMLElement | undefined) => {
      for (const item of items()) item.tabIndex = item === on ? 0 : -1;
    };
    const settle = () => {
      const all = items();
      if (all.some((item) => item.tabIndex === 0 && item === document.activeElement)) return;
      stop(all.find((item) => item.matches('[aria-current]:not([aria-current="false"])')) ?? all[0]);
    };
    const steps: Record<string, number> = {
      ...(orientation !== 'horizontal' && { ArrowDown: 1, ArrowUp: -1 }),
      ...(orientation !== 'vertical' && { ArrowRight: 1, ArrowLeft: -1 }),
    };

    const keydown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const all = items();
      const here = all.indexOf(event.target as HTMLElement);
      if (here === -1) return;
      const step = steps[event.key];
      const to =
        step !== undefined
          ? here + step
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? all.length - 1
              : -1;
      const next = all[to];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    const focusin = (event: FocusEvent) => {
      const item = event.target as HTMLElement;
      if (item.matches(selector)) stop(item);
    };

    settle();
    const changed = new MutationObserver(settle);
    changed.observe(list, { childList: true, subtree: true, attributeFilter: ['aria-current'] });
    list.addEventListener('keydown', keydown);
    list.addEventListener('focusin', focusin);
    return () => {
      changed.disconnect();
      list.removeEventListener('keydown', keydown);
      list.removeEventListener('focusin', focusin);
    };
  };
}
