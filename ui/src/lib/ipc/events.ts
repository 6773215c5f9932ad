import { listen } from '@tauri-apps/api/event';

/** What the shell tells the window. */
export interface ShellEvents {
  /** A menu item: the id of an action of the window. */
  menu: string;
  /** The window is about to close: save, then call `leave`. */
  closing: null;
  /** The number of answers due has changed. */
  due: number;
}

type Hear = <K extends keyof ShellEvents>(
  name: K,
  heard: (payload: ShellEvents[K]) => void,
) => Promise<() => void>;

const fromShell: Hear = (name, heard) =>
  listen(name, (event) => heard(event.payload as ShellEvents[typeof name]));

let source: Hear = fromShell;

/** Hears another source of events than the shell: tests and the plain browser. */
export function hearFrom(other: Hear): void {
  source = other;
}

/**
 * Hears an event until the returned function is called, also when that happens before the shell has
 * confirmed the subscription.
 */
export function on<K extends keyof ShellEvents>(
  name: K,
  heard: (payload: ShellEvents[K]) => void,
): () => void {
  let over = false;
  const subscribed = source(name, (payload) => {
    if (!over) heard(payload);
  });
  return () => {
    over = true;
    void subscribed.then((stop) => stop());
  };
}

/** Events that a test, or a plain browser, sends by itself. */
export class FakeShell {
  #heard = new Map<keyof ShellEvents, Set<(payload: never) => void>>();

  readonly hear: Hear = (name, heard) => {
    const all = this.#heard.get(name) ?? new Set();
    this.#heard.set(name, all.add(heard as (payload: never) => void));
    return Promise.resolve(() => void all.delete(heard as (payload: never) => void));
  };

  send<K extends keyof ShellEvents>(name: K, payload: ShellEvents[K]): void {
    for (const heard of this.#heard.get(name) ?? []) heard(payload as never);
  }
}
