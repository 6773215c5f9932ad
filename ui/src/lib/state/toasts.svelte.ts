import { createContext, type Component } from 'svelte';

/** A short message at the bottom that goes by itself. */
export interface ToastMessage {
  text: string;
  icon?: Component;
  /** Takes back what was just done. */
  undo?: () => Promise<void>;
}

/** How long a toast stays, in milliseconds. */
export const TOAST_MS = 8000;

/** One toast at a time; a new one takes the place of the old. */
export class Toasts {
  #current = $state.raw<ToastMessage | null>(null);
  #undoing = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failed: (thrown: unknown) => void;

  /** @param failed told when an undo throws */
  constructor(failed: (thrown: unknown) => void = () => undefined) {
    this.#failed = failed;
  }

  get current(): ToastMessage | null {
    return this.#current;
  }

  /** Whether an undo is on its way. */
  get undoing(): boolean {
    return this.#undoing;
  }

  show(message: ToastMessage): void {
    this.#current = message;
    this.release();
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.#current = null;
  }

  /** Keeps the toast while it is focused or hovered. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  /** Starts its time anew. */
  release(): void {
    clearTimeout(this.#timer);
    if (this.#current) this.#timer = setTimeout(() => this.dismiss(), TOAST_MS);
  }

  /** Takes back what the toast speaks of. */
  async undo(): Promise<void> {
    const message = this.#current;
    if (!message?.undo || this.#undoing) return;
    this.#undoing = true;
    clearTimeout(this.#timer);
    try {
      await message.undo();
    } catch (thrown) {
      this.#failed(thrown);
    } finally {
      this.#undoing = false;
      if (this.#current === message) this.dismiss();
    }
  }
}

export const [getToasts, setToasts] = createContext<Toasts>();
