import { ipc } from '$lib/ipc/client';
import { Run } from './run.svelte';

/** Mocks whose page was left and whose last words are not on the disk yet, by id. */
const held = new Map<number, Run>();

/** Opens the page of a mock. Words that could not be saved when it was left are still on it. */
export async function openRun(id: number, failed: (error: unknown) => void): Promise<Run> {
  const there = held.get(id);
  held.delete(id);
  if (!there) return new Run(await ipc.mockNow(id), failed);
  there.wake();
  await there.look();
  return there;
}

/** Leaves the page: its words go to the disk, and stay in memory, tried again, until they are there. */
export async function restRun(run: Run): Promise<void> {
  held.set(run.id, run);
  const saved = await run.rest();
  if (!saved || held.get(run.id) !== run) return;
  held.delete(run.id);
  run.close();
}

/** Saves what pages that were left still hold, before the window closes. */
export async function saveHeldRuns(): Promise<void> {
  await Promise.all([...held.values()].map((run) => run.flush()));
}
