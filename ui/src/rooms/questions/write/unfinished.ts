import { Problem } from '$lib/ipc/problem';
import { keepUnfinished, unfinishedIn } from '$lib/state/unfinished-words';
import type { Session } from '$lib/state/session.svelte';
import type { OwnDraft } from './own-draft.svelte';

/** Drafts that are not saved, by the question they revise: going to another room loses nothing, and closing asks. */
const held = new Map<string, { draft: OwnDraft; stop: () => void }>();

const NEW_ONE = '';

/** The draft that was begun of a question; of a new one for null. */
export function unfinished(id: string | null): OwnDraft | undefined {
  return held.get(id ?? NEW_ONE)?.draft;
}

/** Holds a draft until it is saved or discarded. While it says something new, the window asks before it closes. */
export function hold(draft: OwnDraft, session: Session): void {
  held.get(draft.id ?? NEW_ONE)?.stop();
  const stop = session.beforeClosing(async () => {
    if (draft.changed) throw unsaved(draft);
  });
  held.set(draft.id ?? NEW_ONE, { draft, stop });
}

/** Forgets a draft: it was saved or discarded. */
export function letGo(id: string | null): void {
  held.get(id ?? NEW_ONE)?.stop();
  held.delete(id ?? NEW_ONE);
  keepUnfinished(placeOf(id), '');
}

/** Keeps what a draft says on the disk, as long as it says something new. */
export function keep(draft: OwnDraft): void {
  keepUnfinished(placeOf(draft.id), draft.changed ? draft.written() : '');
}

/** What was written of a question when the window was last closed or crashed, for {@link OwnDraft.goOn}. */
export async function kept(id: string | null): Promise<string | undefined> {
  const place = placeOf(id);
  return (await unfinishedIn(place)).get(place);
}

function placeOf(id: string | null): string {
  return `question:${id ?? NEW_ONE}`;
}

function unsaved({ id }: OwnDraft): Problem {
  const message =
    id === null
      ? 'The question you are writing is not in the bank yet. Keep the window open to add it.'
      : 'The question you are revising is not saved yet. Keep the window open to save it.';
  return new Problem({ code: 'invalid', message, detail: null });
}
