import { createContext } from 'svelte';
import type { FileProblem, Ready, Start } from '$lib/ipc/bindings';
import { daysBetween } from '$lib/words/days';

/** What the whole window knows beside the settings: the day, what is due, and files that could not be read. */
export class Session {
  /** Today, in the user's calendar of practice. */
  today = $state('');
  /** Answers due. */
  due = $state(0);
  /** Files of the user's own that could not be read. */
  fileProblems = $state.raw<FileProblem[]>([]);

  /** Shows the window anew after the answers were opened again: a backup was restored. */
  reopen: (start: Start) => void = () => undefined;

  // Asked at closing only: nothing is drawn from it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #savers = new Set<() => Promise<void>>();

  read(ready: Ready): void {
    this.today = ready.today;
    this.due = ready.due;
    this.fileProblems = ready.problems;
  }

  /** Days from today to a day; negative when it is past. */
  daysTo(day: string): number {
    return this.today === '' ? 0 : daysBetween(this.today, day);
  }

  /**
   * Called when the window is about to close, before it does: a room that holds unsaved words saves them here.
   * Returns a function that takes it back.
   */
  beforeClosing(save: () => Promise<void>): () => void {
    this.#savers.add(save);
    return () => void this.#savers.delete(save);
  }

  /** Saves everything that is held in the window. */
  async saveAll(): Promise<void> {
    await Promise.all([...this.#savers].map((save) => save()));
  }
}

export const [getSession, setSession] = createContext<Session>();
