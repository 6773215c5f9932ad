import type { TroubleKind } from '$lib/ipc/bindings';

/** What a trouble at the start is called, and what can be done about it. */
export interface TroubleWords {
  /** What is so. */
  title: string;
  /** What is safe. */
  safe: string;
  /** What to do, when there is no backup to restore. */
  next: string;
  /** What to do with a backup; none where a backup would not help. */
  restore?: string;
}

/** Exhaustive by type: each trouble has its own screen. */
export const TROUBLE: Record<TroubleKind, TroubleWords> = {
  missing: {
    title: 'The file with your answers is not there.',
    safe: 'There was one when Answerable last closed. It may have been moved, or it lies on a disk that is not connected. Nothing has been created in its place.',
    next: 'Put the file back, or connect the disk, then try again.',
    restore: 'If you know where it is, put it back and try again. Otherwise restore the latest backup.',
  },
  empty: {
    title: 'The file with your answers is empty.',
    safe: 'It holds no bytes at all, which happens when a disk fills up or a copy is cut off. It has been left as it is.',
    next: 'If you have a copy of it, put it in its place and try again.',
    restore: 'The latest backup holds your answers as they were then.',
  },
  damaged: {
    title: 'The file with your answers is damaged.',
    safe: 'It has been left as it is, so that nothing in it is lost further.',
    next: 'If you have a copy of it, put it in its place and try again.',
    restore: 'The latest backup was opened and checked when it was made. What came after it is not in it.',
  },
  newer: {
    title: 'Your answers were written by a newer version of Answerable.',
    safe: 'They are all there. This version does not know how they are kept, so it has not touched them.',
    next: 'Install the latest version, then open it again.',
  },
  wrong_file: {
    title: 'The file in the place of your answers is another file.',
    safe: 'It is not a file that Answerable wrote, so it has been left alone.',
    next: 'Move it somewhere else and put your own file back, then try again.',
    restore: 'Move it somewhere else and put your own file back, or restore the latest backup.',
  },
  not_writable: {
    title: 'Answerable may not write to its folder.',
    safe: 'Your answers are there and have not been changed. Without writing, nothing you type could be kept.',
    next: 'Allow your account to write to the folder below, then try again.',
  },
  disk_full: {
    title: 'The disk is full.',
    safe: 'Your answers are there and have not been changed.',
    next: 'Free some space, about 50 MB, then try again.',
  },
  already_open: {
    title: 'Your answers are open in another window.',
    safe: 'Only one window may write to them at a time, so that neither overwrites the other.',
    next: 'Go to that window. If it is closed, wait a moment, then try again.',
  },
  other: {
    title: 'Your answers could not be opened.',
    safe: 'Nothing has been changed. What the system said is below.',
    next: 'Try again. If it stays so, restart the computer, then try once more.',
    restore: 'Try again. If it stays so, restore the latest backup.',
  },
};
