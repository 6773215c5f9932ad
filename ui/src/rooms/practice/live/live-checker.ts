import type { LiveCheck } from '$lib/ipc/bindings';

/** A check follows the last keystroke by this long, in milliseconds. */
export const CHECK_AFTER_MS = 400;
/** The same for texts longer than {@link LONG_TEXT}, in milliseconds. */
export const CHECK_LONG_AFTER_MS = 1_500;
/** From this length on a check costs enough to be felt between two keystrokes, in UTF-16 units. */
export const LONG_TEXT = 20_000;
/** Beyond this length (over three hours of speech) live marks pause, in UTF-16 units. */
export const TOO_LONG_TEXT = 200_000;

/** How long after the last keystroke a text is checked, in milliseconds; null for never. */
export function checkDelay(length: number): number | null {
  if (length > TOO_LONG_TEXT) return null;
  return length > LONG_TEXT ? CHECK_LONG_AFTER_MS : CHECK_AFTER_MS;
}

/**
 * Checks the text as it is written: after a pause, one check at a time, and only the answer
 * about the text that still stands is passed on.
 */
export class LiveChecker {
  readonly #check: (text: string) => Promise<LiveCheck>;
  readonly #found: (live: LiveCheck) => void;
  #text = '';
  #edition = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #checking = false;
  #again = false;
  #on = true;

  constructor(check: (text: string) => Promise<LiveCheck>, found: (live: LiveCheck) => void) {
    this.#check = check;
    this.#found = found;
  }

  /** A keystroke: whatever is under way is about an older text now. */
  edited(text: string): void {
    this.#text = text;
    this.#edition += 1;
    this.#again = false;
    clearTimeout(this.#timer);
    const delay = checkDelay(text.length);
    if (this.#on && delay !== null) this.#timer = setTimeout(() => void this.#run(), delay);
  }

  /** Switches checking on (and checks what is there at once) or off. */
  switch(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    clearTimeout(this.#timer);
    if (on && checkDelay(this.#text.length) !== null) void this.#run();
  }

  close(): void {
    this.#on = false;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    if (this.#checking) {
      this.#again = true;
      return;
    }
    this.#checking = true;
    const edition = this.#edition;
    try {
      const live = await this.#check(this.#text);
      if (this.#on && edition === this.#edition) this.#found(live);
    } catch {
      // Marks are an aid: without them one can still write. The next pause tries again.
    } finally {
      this.#checking = false;
    }
    if (this.#again && this.#on) {
      this.#again = false;
      await this.#run();
    }
  }
}
