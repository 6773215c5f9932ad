import { Problem } from '$lib/ipc/problem';

/** The room a text has, as people are told it. */
const MOST = '2 MB';

/** What is so when a save failed, where the words are meanwhile, and what makes it work again. */
export function notSaved(error: unknown): string {
  switch (Problem.from(error).code) {
    case 'disk_full':
      return 'Not saved: the disk is full. Your words are held in memory; free some space and they will be written.';
    case 'not_writable':
      return 'Not saved: the data folder cannot be written. Your words are held in memory; allow writing to it and they will be written.';
    case 'too_long':
      return `Not saved: the answer is longer than the ${MOST} an answer may have. All of it is still on this page; shorten it and it will be written.`;
    default:
      return 'Not saved: the answers could not be written. Your words are held in memory, and it is tried again.';
  }
}
