import type { AnswerMode } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';
import { Problem } from '$lib/ipc/problem';
import type { Failure } from './draft/draft-saver';
import type { WritingDoor } from './writing.svelte';

/** Connects an answer being written to Rust. */
export function writingDoor(mode: AnswerMode): WritingDoor {
  return {
    save: (edit) => ipc.saveDraft(edit),
    stored: (takeId) => ipc.runningTake(takeId),
    checkLive: (text) => ipc.checkLive(text, mode),
    failure,
  };
}

/** What a failed save means for the words that were to be saved. */
export function failure(error: unknown): Failure {
  switch (Problem.from(error).code) {
    case 'stale':
      return 'stale';
    case 'not_found':
      return 'gone';
    case 'too_long':
    case 'invalid':
      return 'wait-for-edit';
    default:
      return 'retry';
  }
}
