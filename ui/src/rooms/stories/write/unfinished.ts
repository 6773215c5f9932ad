import { Problem } from '$lib/ipc/problem';
import { keepUnfinished, unfinishedIn } from '$lib/state/unfinished-words';
import type { Session } from '$lib/state/session.svelte';
import type { StoryDraft, Subject } from './story-draft.svelte';

/** Drafts that are not saved, by what they write: going to another room loses nothing, and closing asks. */
const held = new Map<string, { draft: StoryDraft; stop: () => void }>();

/** The draft that was begun of a story. */
export function unfinished(subject: Subject): StoryDraft | undefined {
  return held.get(keyOf(subject))?.draft;
}

/** Holds a draft until it is saved or discarded. While it is changed, the window asks before it closes. */
export function hold(draft: StoryDraft, session: Session): void {
  held.get(keyOf(draft.subject))?.stop();
  const stop = session.beforeClosing(async () => {
    if (draft.changed) throw unsaved(draft);
  });
  held.set(keyOf(draft.subject), { draft, stop });
}

/** Forgets a draft: it was saved or discarded. */
export function letGo(subject: Subject): void {
  held.get(keyOf(subject))?.stop();
  held.delete(keyOf(subject));
  keepUnfinished(placeOf(subject), '');
}

/** Keeps what a draft says on the disk, as long as that is nowhere else. */
export function keep(draft: StoryDraft): void {
  keepUnfinished(placeOf(draft.subject), draft.worthKeeping ? draft.written() : '');
}

/** What was written of a story when the window was last closed or crashed, for {@link StoryDraft.goOn}. */
export async function kept(subject: Subject): Promise<string | undefined> {
  const place = placeOf(subject);
  return (await unfinishedIn(place)).get(place);
}

function placeOf(subject: Subject): string {
  return `story:${keyOf(subject)}`;
}

function keyOf(subject: Subject): string {
  return JSON.stringify(subject);
}

function unsaved({ id, text }: StoryDraft): Problem {
  const title = text.title.trim();
  const which = title === '' ? 'The story you are writing' : `“${title}”`;
  const message =
    id === null
      ? `${which} is not saved yet. Keep the window open to save it.`
      : `Your changes to ${which} are not saved yet. Keep the window open to save them.`;
  return new Problem({ code: 'invalid', message, detail: null });
}
