import { ipc } from '$lib/ipc/client';

/** A pause in typing this long saves, in milliseconds. */
export const QUIET_MS = 300;
/** While typing goes on, no words wait longer than this, in milliseconds. */
export const LATEST_MS = 1_000;

/** A save that failed is tried again after this long, in milliseconds. */
export const AGAIN_MS = 5_000;

interface Place {
  /** What stands there. */
  words: string;
  /** What the disk holds, or will once the saves on their way have arrived; nothing when a save failed. */
  stored: string | undefined;
  quiet?: ReturnType<typeof setTimeout> | undefined;
  latest?: ReturnType<typeof setTimeout> | undefined;
  /** The save on its way, and those before it: they arrive in order. */
  saving: Promise<void>;
}

const places = new Map<string, Place>();

/**
 * Keeps what is typed in a place outside of takes on the disk, shortly after each pause: neither a crash nor a power cut
 * loses it. None at all forgets it. A save that fails is tried again, with the next words or after a while.
 * @param place names what is written, and comes back from {@link unfinishedIn}: `drill:12`
 */
export function keepUnfinished(place: string, words: string): void {
  const at = places.get(place) ?? { words: '', stored: '', saving: Promise.resolve() };
  places.set(place, at);
  at.words = words;
  clearTimeout(at.quiet);
  at.quiet = undefined;
  if (words === at.stored) return;
  at.quiet = setTimeout(() => void save(place, at), QUIET_MS);
  at.latest ??= setTimeout(() => void save(place, at), LATEST_MS);
}

/** What was typed and not finished in the places whose names begin like this, by place. */
export async function unfinishedIn(beginning: string): Promise<Map<string, string>> {
  const known = [...places].filter(([place]) => place.startsWith(beginning)).map(([, at]) => at);
  await Promise.all(known.map((at) => at.saving));
  const all = new Map((await ipc.unfinished(beginning)).map(({ place, words }) => [place, words]));
  // The answers can have been opened anew meanwhile, from a backup: the disk knows best, but for what waits to be saved.
  for (const [place, at] of places) {
    const waits = at.quiet !== undefined || at.latest !== undefined;
    if (place.startsWith(beginning) && !waits) at.stored = all.get(place) ?? '';
  }
  for (const [place, words] of all) {
    if (!places.has(place)) places.set(place, { words, stored: words, saving: Promise.resolve() });
  }
  return all;
}

function save(place: string, at: Place): Promise<void> {
  clearTimeout(at.quiet);
  clearTimeout(at.latest);
  at.quiet = at.latest = undefined;
  const { words } = at;
  at.stored = words;
  at.saving = at.saving.then(async () => {
    try {
      await ipc.keepUnfinished(place, words);
    } catch {
      at.stored = undefined;
      // Not spoken of here: a full disk is, where something is to be finished.
      at.latest ??= setTimeout(() => void save(place, at), AGAIN_MS);
    }
  });
  return at.saving;
}
