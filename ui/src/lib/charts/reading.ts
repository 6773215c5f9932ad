import type { Attachment } from 'svelte/attachments';

/**
 * Says which of the elements with `data-index` is looked at: the pointer is over it, or the keyboard on it. Escape
 * ends it, as for every tooltip.
 */
export function reading(look: (index: number | null) => void): Attachment<HTMLElement> {
  return (list) => {
    const at = ({ target }: Event) => {
      const index = (target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset.index;
      look(index === undefined ? null : Number(index));
    };
    const end = () => look(null);
    const key = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') end();
    };
    list.addEventListener('pointerover', at);
    list.addEventListener('pointerleave', end);
    list.addEventListener('focusin', at);
    list.addEventListener('focusout', end);
    list.addEventListener('keydown', key);
    return () => {
      list.removeEventListener('pointerover', at);
      list.removeEventListener('pointerleave', end);
      list.removeEventListener('focusin', at);
      list.removeEventListener('focusout', end);
      list.removeEventListener('keydown', key);
    };
  };
}
