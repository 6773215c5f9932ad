import type { DraftEdit, DraftSaved, RunningTake } from '$lib/ipc/bindings';

/** What the window holds of an answer that is being written. */
export interface Draft {
  /** The whole text. */
  text: string;
  /** Time spent so far, in milliseconds. */
  elapsedMs: number;
}

/** A text as the disk holds it. */
export type StoredText = Pick<RunningTake, 'text' | 'revision'>;

/** Where the newest text is. */
export type SaveState =
  /** On the disk. */
  | { kind: 'saved' }
  /** In memory; a save is due within {@link LATEST_MS}, or on its way. */
  | { kind: 'unsaved' }
  /** In memory; the last save failed and is tried again. */
  | { kind: 'failed'; error: unknown }
  /** In memory, and the disk holds a text this window has not seen: the user chooses. */
  | { kind: 'conflict'; stored: StoredText }
  /** In memory only: the take was finished or discarded elsewhere. */
  | { kind: 'gone' };

/** What a failed call means for the saver. */
export type Failure = 'stale' | 'gone' | 'retry' | 'wait-for-edit';

/** The two calls the saver makes, and how it reads their errors. */
export interface DraftDoor {
  save(edit: DraftEdit): Promise<Pick<DraftSaved, 'revision'>>;
  stored(takeId: number): Promise<StoredText>;
  failure(error: unknown): Failure;
}

/** A pause in typing this long saves, in milliseconds. */
export const QUIET_MS = 250;
/** While typing goes on, no text waits longer than this for its save, in milliseconds. */
export const LATEST_MS = 600;
/** The running clock alone is worth a save this often, in milliseconds. */
export const CLOCK_MS = 5_000;
/** Waits before the first, second, … retry of a failed save, in milliseconds; the last one repeats. */
export const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

/** How many unanswered texts are remembered. */
const UNANSWERED_KEPT = 8;
/** A flush writes once, once more for words that came meanwhile, and once more after a lost answer. */
const FLUSH_ROUNDS = 3;

/**
 * Gets the newest text of one take to the disk.
 *
 * One save is in flight at a time, each names the revision the one before it returned, and
 * a text that arrives meanwhile replaces any that still waits: the latest one wins.
 */
export class DraftSaver {
  readonly #takeId: number;
  readonly #door: DraftDoor;
  readonly #changed: (state: SaveState) => void;
  #revision: number;
  #draft: Draft;
  #savedElapsedMs: number;
  #unsaved = false;
  #state: SaveState = { kind: 'saved' };
  #flight: Promise<void> | null = null;
  /** Texts whose save was not answered: the disk may hold one of them all the same. */
  #unanswered: string[] = [];
  #failures = 0;
  #stopped = false;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    take: Pick<RunningTake, 'id' | 'revision' | 'text' | 'elapsedMs'>,
    door: DraftDoor,
    changed: (state: SaveState) => void,
  ) {
    this.#takeId = take.id;
    this.#revision = take.revision;
    this.#draft = { text: take.text, elapsedMs: take.elapsedMs };
    this.#savedElapsedMs = take.elapsedMs;
    this.#door = door;
    this.#changed = changed;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** A keystroke: takes the new text and sees that it is saved in time. */
  edit(text: string, elapsedMs: number): void {
    if (this.#stopped) return;
    this.#draft = { text, elapsedMs };
    this.#unsaved = true;
    if (this.#choosing) return;
    if (this.#state.kind === 'failed') {
      void this.#write();
      return;
    }
    this.#report({ kind: 'unsaved' });
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.#write(), QUIET_MS);
    this.#latest ??= setTimeout(() => void this.#write(), LATEST_MS);
  }

  /** The clock moved: saved on its own only every {@link CLOCK_MS}, else with the next text. */
  tick(elapsedMs: number): void {
    if (this.#stopped) return;
    this.#draft = { ...this.#draft, elapsedMs };
    if (this.#unsaved || this.#choosing || this.#flight) return;
    if (elapsedMs - this.#savedElapsedMs >= CLOCK_MS) void this.#write();
  }

  /**
   * Saves now what is not saved yet, the clock included.
   *
   * @returns whether everything is on the disk.
   */
  async flush(): Promise<boolean> {
    for (let round = 0; round < FLUSH_ROUNDS; round += 1) {
      await this.#landed();
      if (!this.#behind || this.#stopped || this.#choosing) break;
      if (round > 0 && this.#state.kind === 'failed') break;
      await this.#write();
    }
    await this.#landed();
    return !this.#unsaved;
  }

  /** Stops saving and gives the newest text under the last revision, for finishing the take. */
  async handOver(): Promise<DraftEdit> {
    this.#stop();
    await this.#flight;
    return { takeId: this.#takeId, revision: this.#revision, ...this.#draft };
  }

  /** Goes on saving after {@link handOver}, when finishing was refused. */
  resume(error?: unknown): void {
    this.#stopped = false;
    if (error !== undefined) void this.#fail(error);
    else if (this.#behind && !this.#choosing) void this.#write();
  }

  /** Ends the work; nothing is saved any more. */
  close(): void {
    this.#stop();
  }

  /** Settles a conflict: this text replaces the stored one. */
  async keep(text: string): Promise<void> {
    if (this.#state.kind !== 'conflict') return;
    this.#revision = this.#state.stored.revision;
    this.#draft = { ...this.#draft, text };
    this.#unsaved = true;
    this.#report({ kind: 'unsaved' });
    await this.#write();
  }

  get #choosing(): boolean {
    return this.#state.kind === 'conflict' || this.#state.kind === 'gone';
  }

  get #behind(): boolean {
    return this.#unsaved || this.#draft.elapsedMs > this.#savedElapsedMs;
  }

  async #landed(): Promise<void> {
    while (this.#flight) await this.#flight;
  }

  #stop(): void {
    this.#stopped = true;
    this.#clearTimers();
  }

  #clearTimers(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#latest);
    clearTimeout(this.#retry);
    this.#latest = undefined;
  }

  #report(state: SaveState): void {
    if (state.kind === this.#state.kind && state.kind !== 'failed') return;
    this.#state = state;
    this.#changed(state);
  }

  /** Joins the save in flight, then saves what came meanwhile. */
  async #write(): Promise<void> {
    this.#clearTimers();
    const flight = this.#flight;
    if (flight) {
      await flight;
      if (this.#stopped || this.#choosing || this.#flight || !this.#unsaved) return;
    }
    this.#flight = this.#attempt().finally(() => {
      this.#flight = null;
    });
    await this.#flight;
  }

  async #attempt(): Promise<void> {
    const sent = this.#draft;
    this.#unsaved = false;
    try {
      const saved = await this.#door.save({
        takeId: this.#takeId,
        revision: this.#revision,
        ...sent,
      });
      this.#revision = saved.revision;
      this.#savedElapsedMs = sent.elapsedMs;
      this.#failures = 0;
      this.#unanswered = [];
      this.#report(this.#unsaved ? { kind: 'unsaved' } : { kind: 'saved' });
    } catch (error) {
      this.#unsaved = true;
      this.#unanswered = [...this.#unanswered, sent.text].slice(-UNANSWERED_KEPT);
      await this.#fail(error);
    }
  }

  async #fail(error: unknown): Promise<void> {
    const failure = this.#door.failure(error);
    if (failure === 'stale') return this.#compareWithStored();
    if (failure === 'gone') return this.#report({ kind: 'gone' });
    this.#report({ kind: 'failed', error });
    this.#clearTimers();
    if (failure === 'retry' && !this.#stopped) this.#retryLater();
  }

  #retryLater(): void {
    const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)];
    this.#failures += 1;
    this.#retry = setTimeout(() => void this.#write(), wait);
  }

  /**
   * The disk holds another revision than the one named. When its text is one this window
   * wrote (the answer to an earlier save was lost), only the revision is behind.
   */
  async #compareWithStored(): Promise<void> {
    let stored: StoredText;
    try {
      stored = await this.#door.stored(this.#takeId);
    } catch (error) {
      if (this.#door.failure(error) === 'gone') return this.#report({ kind: 'gone' });
      this.#report({ kind: 'failed', error });
      if (!this.#stopped) this.#retryLater();
      return;
    }
    if (stored.text === this.#draft.text || this.#unanswered.includes(stored.text)) {
      this.#revision = stored.revision;
      this.#report({ kind: 'unsaved' });
      if (!this.#stopped) this.#retryLater();
      return;
    }
    this.#clearTimers();
    this.#report({ kind: 'conflict', stored });
  }
}
