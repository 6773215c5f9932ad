import type { Asked, MockDeed, MockEdit, MockNow } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';
import { Problem } from '$lib/ipc/problem';
import { countWords } from '../../practice/clock/spoken';
import { failure } from '../../practice/door';
import { DraftSaver, type DraftDoor, type SaveState } from '../../practice/draft/draft-saver';

/** How often Rust is asked how the mock stands, in milliseconds. */
export const LOOK_MS = 1_000;

const SAVED: SaveState = { kind: 'saved' };

/** The part of an answer that is being written. */
interface Part {
  slot: number;
  part: number;
}

/**
 * One mock being held: what Rust says of it, and the words of the part being answered.
 *
 * All times are Rust's, as of the last answer; nothing is counted here.
 */
export class Run {
  readonly id: number;
  /** The mock as it stood at the last answer. */
  now: MockNow;
  /** The words of the part being answered. */
  text = $state.raw('');
  /** Where the newest words are. */
  save = $state.raw<SaveState>(SAVED);
  /** The last thing to say politely; empty for none. */
  said = $state('');
  /** What is being done, while it is; nothing is written meanwhile. */
  doing = $state<MockDeed | null>(null);
  /** Words of a part that was closed by the limit before they were saved; empty for none. */
  late = $state.raw('');

  readonly #failed: (error: unknown) => void;
  #part: Part | null = null;
  #saver: DraftSaver | null = null;
  #looking = false;
  /** The last look failed: that was told. */
  #blind = false;
  #ticking: ReturnType<typeof setInterval> | undefined;

  /** @param failed told when Rust cannot be asked how the mock stands; once, until it can be again. */
  constructor(now: MockNow, failed: (error: unknown) => void) {
    this.id = now.id;
    this.now = $state.raw(now);
    this.#failed = failed;
    this.#turn(answered(now));
    this.wake();
  }

  /** Words of the part being answered. */
  get words(): number {
    return countWords(this.text);
  }

  get hasText(): boolean {
    return this.text.trim() !== '';
  }

  /** The page is in front: looks once a second. */
  wake(): void {
    this.#ticking ??= setInterval(() => void this.look(), LOOK_MS);
  }

  /** The page was left: looks no more, and saves what is not saved. @returns whether it is on the disk. */
  async rest(): Promise<boolean> {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    return this.flush();
  }

  /** Ends the work on this mock here; nothing is saved any more. */
  close(): void {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    this.#saver?.close();
    this.#saver = null;
  }

  /** A keystroke. */
  edit(text: string): void {
    if (this.doing !== null || !this.#saver) return;
    this.text = text;
    this.#saver.edit(text, 0);
  }

  /** Saves now. @returns whether everything is on the disk. */
  async flush(): Promise<boolean> {
    return this.#saver ? this.#saver.flush() : true;
  }

  /** Settles a conflict with the stored words: `text` is kept. */
  async keep(text: string): Promise<void> {
    this.text = text;
    await this.#saver?.keep(text);
  }

  /** Asks how the mock stands. Words come first: the look may be what ends the round. */
  async look(): Promise<void> {
    if (this.#looking || this.doing !== null) return;
    this.#looking = true;
    try {
      if (this.save.kind === 'unsaved') await this.flush();
      this.#adopt(await ipc.mockNow(this.id));
      this.#blind = false;
    } catch (error) {
      if (!this.#blind) this.#failed(error);
      this.#blind = true;
    } finally {
      this.#looking = false;
    }
  }

  /**
   * Does the next thing; words that are not on the disk go with it.
   *
   * @throws Problem when it is refused; the words stay, and are saved as before.
   */
  async do(deed: MockDeed): Promise<void> {
    if (this.doing !== null) return;
    this.doing = deed;
    const saver = this.#saver;
    try {
      const edit = await this.#handOver();
      const now = await ipc.mockDeed(this.id, deed, edit);
      saver?.close();
      this.#saver = null;
      this.#part = null;
      this.save = SAVED;
      this.late = '';
      this.#adopt(now);
    } catch (error) {
      saver?.resume(Problem.from(error).code === 'stale' ? error : undefined);
      throw error;
    } finally {
      this.doing = null;
    }
  }

  /** Stops saving, and gives the words that the disk does not hold yet. */
  async #handOver(): Promise<MockEdit | null> {
    const part = this.#part;
    if (!part || !this.#saver) return null;
    const { text, revision } = await this.#saver.handOver();
    return this.#saver.state.kind === 'saved' ? null : { ...part, revision, text };
  }

  /** Takes over what Rust says, unless something newer came before. */
  #adopt(now: MockNow): void {
    if (now.events < this.now.events) return;
    this.now = now;
    if (now.say !== null) this.said = now.say;
    const asked = answered(now);
    if (asked && same(asked, this.#part)) return;
    if (!asked && !this.#part) return;
    this.#turn(asked);
  }

  /** Another part is answered, or none. */
  #turn(asked: Asked | null): void {
    if (this.#part && this.save.kind !== 'saved') this.late = this.text;
    this.#saver?.close();
    this.#part = asked && { slot: asked.slot, part: asked.part };
    this.text = asked?.text ?? '';
    this.save = SAVED;
    this.#saver = asked && this.#saverOf(asked);
  }

  #saverOf({ slot, part, revision, text }: Asked): DraftSaver {
    const here = { slot, part };
    const door: DraftDoor = {
      save: async (edit) => {
        const now = await ipc.saveMockAnswer(this.id, { ...here, revision: edit.revision, text: edit.text });
        if (this.text === edit.text && same(here, this.#part)) this.save = SAVED;
        this.#adopt(now);
        return { revision: answered(now)?.revision ?? edit.revision };
      },
      stored: async () => {
        const now = await ipc.mockNow(this.id);
        this.#adopt(now);
        const asked = answered(now);
        if (!asked || !same(asked, here)) throw closed();
        return { text: asked.text, revision: asked.revision };
      },
      failure,
    };
    const saver: DraftSaver = new DraftSaver({ id: this.id, revision, text, elapsedMs: 0 }, door, (state) => {
      if (this.#saver === saver) this.save = state;
    });
    return saver;
  }
}

/** What is being answered; null while nothing is. */
function answered({ stage }: MockNow): Asked | null {
  return stage.stage === 'answering' ? stage.asked : null;
}

function same(a: Part, b: Part | null): boolean {
  return b !== null && a.slot === b.slot && a.part === b.part;
}

function closed(): Problem {
  return new Problem({ code: 'not_found', message: 'That answer is closed.', detail: null });
}
