import type { DraftEdit, LiveCheck, Mark, RunningTake } from '$lib/ipc/bindings';
import { countWords } from './clock/spoken';
import { Stopwatch } from './clock/stopwatch';
import { timeMessage } from './clock/time-messages';
import { DraftSaver, type DraftDoor, type SaveState } from './draft/draft-saver';
import { LiveChecker, LONG_TEXT } from './live/live-checker';

/** How often the shown time moves, in milliseconds. */
const TICK_MS = 250;

/** What an answer being written needs from outside. */
export interface WritingDoor extends DraftDoor {
  checkLive(text: string): Promise<LiveCheck>;
}

/** Whether the time counts: it waits for the first keystroke, and stops on request. */
export type ClockState = 'waiting' | 'running' | 'paused';

/** One take being written: its text, its clock, its saves and its live marks, from opening to finishing. */
export class Writing {
  readonly take: RunningTake;
  /** The text as it stands. */
  text = $state.raw('');
  /** Where the newest text is. */
  save = $state.raw<SaveState>({ kind: 'saved' });
  /** Time spent, in whole milliseconds. */
  elapsedMs = $state(0);
  clock = $state<ClockState>('waiting');
  words = $state(0);
  /** The last live check of the text that stands, and that text; null until one came. */
  live = $state.raw<{ check: LiveCheck; text: string } | null>(null);
  /** The marks the page shows, for the counts. */
  shown = $state.raw<readonly Mark[]>([]);
  /** A polite message about the time; empty for none. */
  said = $state('');

  readonly #saver: DraftSaver;
  readonly #checker: LiveChecker;
  readonly #stopwatch: Stopwatch;
  readonly #now: () => number;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #counted = '';
  #closed = false;

  /** @param now milliseconds of a clock that only goes forward. */
  constructor(take: RunningTake, door: WritingDoor, now: () => number = () => performance.now()) {
    this.take = take;
    this.text = take.text;
    this.#count();
    this.elapsedMs = take.elapsedMs;
    this.#now = now;
    this.#stopwatch = new Stopwatch(take.elapsedMs);
    this.#saver = new DraftSaver(take, door, (state) => (this.save = state));
    this.#checker = new LiveChecker(door.checkLive, (check) => (this.live = { check, text: this.text }));
    this.#checker.edited(this.text);
    this.wake();
  }

  get hasText(): boolean {
    return this.text.trim() !== '';
  }

  /** A keystroke. It starts the clock, and goes on with a paused one. */
  edit(text: string): void {
    this.text = text;
    if (text.length <= LONG_TEXT) this.#count();
    this.resumeClock();
    this.#saver.edit(text, this.elapsedMs);
    this.#checker.edited(text);
  }

  /** The page is in front again: the clock goes on when there is text already. */
  wake(): void {
    this.#ticking ??= setInterval(() => this.#tick(), TICK_MS);
    if (this.hasText) this.resumeClock();
  }

  /** The page was left: the clock stops, and what is not saved is saved. @returns whether it is on the disk. */
  async rest(): Promise<boolean> {
    this.pauseClock();
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    return this.#saver.flush();
  }

  pauseClock(): void {
    if (this.clock !== 'running') return;
    this.#tick();
    this.#stopwatch.pause(this.#now());
    this.clock = 'paused';
    void this.#saver.flush();
  }

  resumeClock(): void {
    this.#stopwatch.start(this.#now());
    this.clock = 'running';
  }

  /** Switches live marks on or off; what was found stays out of sight while they are off. */
  markAsTyped(on: boolean): void {
    this.#checker.switch(on);
    if (!on) this.live = null;
  }

  /** Saves now. @returns whether everything is on the disk. */
  flush(): Promise<boolean> {
    this.#tick();
    return this.#saver.flush();
  }

  /** Stops the clock and the saves, and gives what to finish the take with. */
  handOver(): Promise<DraftEdit> {
    this.#tick();
    return this.#saver.handOver();
  }

  /** Goes on after {@link handOver}, when finishing was refused. */
  goOn(error?: unknown): void {
    this.#saver.resume(error);
  }

  /** Settles a conflict with the stored text: `text` is kept. */
  async keep(text: string): Promise<void> {
    this.text = text;
    this.#count();
    this.#checker.edited(text);
    await this.#saver.keep(text);
  }

  /** The take was finished or discarded, or everything is saved: there is nothing to do any more. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Ends the work on this take here; nothing is saved any more. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    this.#saver.close();
    this.#checker.close();
  }

  /** Words of a long text are counted with the clock instead of with each keystroke. */
  #count(): void {
    if (this.#counted === this.text) return;
    this.#counted = this.text;
    this.words = countWords(this.text);
  }

  #tick(): void {
    this.#count();
    if (this.clock !== 'running') return;
    const before = this.elapsedMs;
    this.elapsedMs = Math.round(this.#stopwatch.elapsed(this.#now()));
    this.said = timeMessage(before, this.elapsedMs, this.take.budgetMs) ?? this.said;
    this.#saver.tick(this.elapsedMs);
  }
}
