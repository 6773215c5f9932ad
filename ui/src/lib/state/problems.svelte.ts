import { createContext } from 'svelte';
import { Problem } from '$lib/ipc/problem';
import { PRESENTATION } from '$lib/ipc/problems';
import { Toasts } from './toasts.svelte';

/** What went wrong, where the user sees it. */
export class Problems {
  #banner = $state.raw<Problem | null>(null);
  #toasts: () => Toasts;

  constructor(toasts: () => Toasts) {
    this.#toasts = toasts;
  }

  /** The problem that stays in sight until it is closed or cleared. */
  get banner(): Problem | null {
    return this.#banner;
  }

  /** Shows anything thrown, as a toast or a banner. */
  report(thrown: unknown): void {
    const problem = Problem.from(thrown);
    const { place, icon } = PRESENTATION[problem.code];
    if (place === 'banner') this.#banner = problem;
    else this.#toasts().show({ text: problem.message, icon });
  }

  /** Takes the banner away: the user closed it, or the thing works again. */
  clear(): void {
    this.#banner = null;
  }
}

export const [getProblems, setProblems] = createContext<Problems>();
