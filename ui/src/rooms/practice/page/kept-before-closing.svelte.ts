import { Problem } from '$lib/ipc/problem';
import { getSession } from '$lib/state/session.svelte';
import { notSaved } from '../draft/not-saved';
import type { Writing } from '../writing.svelte';
import { saveHeld } from '../writings';

/** Words on a page. */
type Kept = Pick<Writing, 'flush' | 'save'>;

/**
 * Saves the words on a page before the window closes. Call while a component is being set up.
 *
 * Words that cannot be written keep the window open: the problem says why.
 */
export function keptBeforeClosing(writing: () => Kept | null): void {
  const session = getSession();
  $effect(() => session.beforeClosing(() => saved(writing())));
}

async function saved(writing: Kept | null): Promise<void> {
  await saveHeld();
  if (!writing || (await writing.flush())) return;
  const { save } = writing;
  if (save.kind !== 'failed') {
    throw new Problem({
      code: 'stale',
      message: 'The words on this page are not saved: the take holds another text, or was closed elsewhere.',
      detail: null,
    });
  }
  const { code, detail } = Problem.from(save.error);
  throw new Problem({ code, detail, message: notSaved(save.error) });
}
