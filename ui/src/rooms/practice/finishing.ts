import type { DraftEdit } from '$lib/ipc/bindings';
import { Problem } from '$lib/ipc/problem';
import type { Writing } from './writing.svelte';

/**
 * Finishes a take: `finish` gets the newest text under the last revision. When it is refused, the
 * page goes on saving, and the problem is thrown on.
 */
export async function finishWriting<T>(
  writing: Writing,
  finish: (edit: DraftEdit) => Promise<T>,
): Promise<T> {
  const edit = await writing.handOver();
  try {
    const finished = await finish(edit);
    writing.close();
    return finished;
  } catch (error) {
    writing.goOn(Problem.from(error).code === 'stale' ? error : undefined);
    throw error;
  }
}
