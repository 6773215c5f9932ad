import { createContext, untrack } from 'svelte';
import { activates, chord, isBare, isLetter, presses, writesText } from '$lib/keys/chord';

/** Something the user can do here and now, by key, by menu, or from the palette. */
export interface Action {
  /** Stable: `room.today`, `check.compare`. The menu sends the same ids. */
  id: string;
  /** A verb with its object: `Keep as best`. */
  label: string;
  /** `mod+enter`, `j`, `?`. */
  keys?: string;
  /** May return a promise: what it rejects with is reported. */
  run: () => unknown;
  /** False when it cannot be done now; it is then neither run nor listed in the palette. */
  enabled?: boolean;
  /** The one primary action of the screen: `mod+enter` runs it. */
  primary?: boolean;
  /** Head under which the shortcuts sheet lists it: `Anywhere`, `Phrase check`. */
  group?: string;
  /** Not listed in the palette (moves within a list, for example). */
  hidden?: boolean;
  /** Runs again while the key is held: moves from one to the next. */
  repeats?: boolean;
}

/** What the registry needs to know of the rest of the window. */
interface Surroundings {
  /** Whether single letters are shortcuts. */
  letterKeys: () => boolean;
  /** Told when an action throws. */
  failed: (thrown: unknown) => void;
}

/** All actions of what is mounted now. Later ones, of the room, come before earlier ones, of the window. */
export class Actions {
  /** What is offered. Kept beside the state: while effects are torn down, state reads as it was before them. */
  #offered: readonly (readonly Action[])[] = [];
  #groups = $state.raw<readonly (readonly Action[])[]>([]);
  #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Every action, the window's own first; one that the room registers again hides the window's. */
  get all(): Action[] {
    const every = this.#groups.flat();
    return every.filter((action, i) => !every.slice(i + 1).some((later) => later.id === action.id));
  }

  /** The one primary action of the screen. */
  get primary(): Action | undefined {
    return this.#groups.flat().findLast((action) => action.primary && action.enabled !== false);
  }

  /**
   * Offers actions while the calling component is mounted. Give a function when labels or `enabled` change.
   * Call it while the component is being set up.
   */
  use(actions: Action[] | (() => Action[])): void {
    $effect(() => this.add(typeof actions === 'function' ? actions() : actions));
  }

  /** Offers actions until the returned function is called. */
  add(actions: readonly Action[]): () => void {
    this.#offer([...this.#offered, actions]);
    return () => this.#offer(this.#offered.filter((group) => group !== actions));
  }

  #offer(groups: readonly (readonly Action[])[]): void {
    this.#offered = groups;
    untrack(() => (this.#groups = groups));
  }

  /** Runs an action by its id, as the menu and the palette do. Says whether there was one that could be run. */
  run(id: string): boolean {
    const action =
      id === 'primary'
        ? this.primary
        : this.#groups.flat().findLast((one) => one.id === id && one.enabled !== false);
    if (!action || blocked()) return false;
    this.perform(action);
    return true;
  }

  /** Runs the action of a key press, if there is one. For the window's `keydown`. */
  press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || blocked()) return;
    const writing = writesText(event.target);
    const action = this.#groups.flat().findLast((one) => {
      if (!one.keys || one.enabled === false || (event.repeat && !one.repeats)) return false;
      const keys = chord(one.keys);
      if (!presses(event, keys)) return false;
      // A field gets what one types, and a focused button its own Enter and Space.
      if (isBare(keys) && (writing || activates(event.target, keys))) return false;
      return !isLetter(keys) || this.#around.letterKeys();
    });
    const chosen = action ?? (!event.repeat && presses(event, MOD_ENTER) ? this.primary : undefined);
    if (!chosen) return;
    // A field keeps its own undo.
    if (writing && chosen.keys && presses(event, MOD_Z)) return;
    event.preventDefault();
    this.perform(chosen);
  };

  /** Runs an action now, whatever is open; what it throws is reported. */
  perform(action: Action): void {
    try {
      const done = action.run();
      if (done instanceof Promise) done.catch(this.#around.failed);
    } catch (thrown) {
      this.#around.failed(thrown);
    }
  }
}

const MOD_ENTER = chord('mod+enter');
const MOD_Z = chord('mod+z');

/** While a dialog is open, nothing behind it can be done. */
function blocked(): boolean {
  return document.querySelector('[aria-modal="true"]:not([data-state="closed"])') !== null;
}

export const [getActions, setActions] = createContext<Actions>();
