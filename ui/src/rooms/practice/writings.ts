import type { RunningTake } from '$lib/ipc/bindings';
import { writingDoor } from './door';
import { Writing } from './writing.svelte';

/** Answers whose page was left and whose words are not on the disk yet, by take. */
const held = new Map<number, Writing>();

/**
 * Opens the page of a take. Words that could not be saved when it was left are still on it.
 *
 * @param read reads the take as it is stored.
 */
export async function openWriting(takeId: number, read: () => Promise<RunningTake>): Promise<Writing> {
  return takeHeld(takeId) ?? opened(await read());
}

/** The page of a take that was read already. */
export function opened(take: RunningTake): Writing {
  return takeHeld(take.id) ?? new Writing(take, writingDoor(take.question.mode));
}

/** Leaves the page: its words go to the disk, and stay in memory, tried again, until they are there. */
export async function leaveWriting(writing: Writing): Promise<void> {
  if (writing.closed) return;
  const id = writing.take.id;
  held.set(id, writing);
  const saved = await writing.rest();
  if (saved && held.get(id) === writing) {
    held.delete(id);
    writing.close();
  }
}

/** Saves what pages that were left still hold, before the window closes. */
export async function saveHeld(): Promise<void> {
  await Promise.all([...held.values()].map((writing) => writing.flush()));
}

function takeHeld(takeId: number): Writing | undefined {
  const writing = held.get(takeId);
  held.delete(takeId);
  writing?.wake();
  return writing;
}
