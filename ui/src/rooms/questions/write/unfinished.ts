import type { OwnDraft } from './own-draft.svelte';

/** Drafts that were left without being saved, by the question they revise: leaving the page loses nothing. */
const left = new Map<string, OwnDraft>();

const NEW_ONE = '';

/** The draft that was left of a question; of a new one for null. */
export function unfinished(id: string | null): OwnDraft | undefined {
  return left.get(id ?? NEW_ONE);
}

/** Keeps a draft for when its page is opened again. */
export function keepUnfinished(draft: OwnDraft): void {
  left.set(draft.id ?? NEW_ONE, draft);
}

/** Forgets a draft: it was saved or discarded. */
export function forgetUnfinished(id: string | null): void {
  left.delete(id ?? NEW_ONE);
}
