import type { StoryDetail, StoryText } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';

/** Longest title, in characters. */
export const LONGEST_TITLE = 120;

const BLANK: StoryText = {
  title: '',
  situation: '',
  task: '',
  action: '',
  result: '',
  numbers: [],
  fits: [],
};

/** What is written: a story that is there, or a new one, which an answer may tell. */
export type Subject = { story: number } | { answer: number } | 'new';

/** A number while it is written; the id tells rows apart when they move. */
export interface NumberRow {
  id: number;
  value: string;
  meaning: string;
}

/** A field of which something is to be said. */
export type Field = 'title' | `number ${number}`;

/** A story while it is written: its words as typed, and what keeps them from being saved. */
export class StoryDraft {
  readonly subject: Subject;
  /** The version the words began from; 0 for a new one. */
  version = $state(0);
  text = $state<Omit<StoryText, 'numbers'>>(structuredClone(BLANK));
  numbers = $state<NumberRow[]>([]);

  #next = 1;
  #tried = $state(false);
  readonly #start: string;

  /** @param from words to begin with: those of the story, or of the answer it is made from. */
  constructor(subject: Subject, from: Partial<StoryText> = {}, version = 0) {
    const { numbers, ...words } = { ...structuredClone(BLANK), ...structuredClone(from) };
    this.subject = subject;
    this.version = version;
    this.text = words;
    this.numbers = numbers.map((number) => ({ id: this.#next++, ...number }));
    this.#start = this.#words();
  }

  /** The story that is edited; null for a new one. */
  get id(): number | null {
    return typeof this.subject === 'object' && 'story' in this.subject ? this.subject.story : null;
  }

  /** Whether anything was changed since it was begun. */
  get changed(): boolean {
    return this.#words() !== this.#start;
  }

  /** Everything that was typed, for {@link goOn}. */
  written(): string {
    const { version } = this;
    const numbers = this.numbers.map(({ value, meaning }) => ({ value, meaning }));
    return JSON.stringify({ version, ...this.text, numbers });
  }

  /** Goes on with what was typed before, as {@link written} put it. What cannot be read is left alone. */
  goOn(written: string): void {
    try {
      const { version, numbers, ...words } = JSON.parse(written) as StoryText & { version: number };
      this.numbers = numbers.map(({ value, meaning }) => ({ id: this.#next++, value, meaning }));
      this.text = { ...structuredClone(BLANK), ...words };
      this.version = version;
    } catch {
      // Words of another version of the program.
    }
  }

  /** Whether it holds words that are nowhere else: changed ones, or some of an answer. */
  get worthKeeping(): boolean {
    const { title, situation, task, action, result } = this.text;
    return (
      this.changed || (this.id === null && [title, situation, task, action, result].some((one) => one !== ''))
    );
  }

  /** Everything that keeps it from being saved, in the order of the page. */
  get wrong(): { field: Field; message: string }[] {
    const title = [...this.text.title.trim()].length;
    const found: { field: Field; message: string }[] = [];
    if (title === 0) found.push({ field: 'title', message: 'Give it a name that you will know it by.' });
    if (title > LONGEST_TITLE) {
      const message = `A title has at most ${LONGEST_TITLE} characters. This one has ${title}.`;
      found.push({ field: 'title', message });
    }
    for (const { id, value, meaning } of this.numbers) {
      if (value.trim() === '' && meaning.trim() !== '') {
        found.push({ field: `number ${id}`, message: 'Write the figure, or remove the row.' });
      }
    }
    return found;
  }

  /** What is wrong with a field, once it was tried to save. */
  problem(field: Field): string | null {
    return this.#tried ? (this.wrong.find((one) => one.field === field)?.message ?? null) : null;
  }

  /** Says that it fits a competency, or that it does not. */
  toggleFit(competency: string): void {
    const { fits } = this.text;
    this.text.fits = fits.includes(competency)
      ? fits.filter((one) => one !== competency)
      : [...fits, competency];
  }

  addNumber(): NumberRow {
    const row = { id: this.#next++, value: '', meaning: '' };
    this.numbers.push(row);
    return row;
  }

  removeNumber(id: number): void {
    this.numbers = this.numbers.filter((row) => row.id !== id);
  }

  /** Moves a number up (−1) or down (1). Says whether there was room. */
  moveNumber(id: number, step: 1 | -1): boolean {
    const from = this.numbers.findIndex((row) => row.id === id);
    const to = from + step;
    const row = this.numbers[from];
    if (!row || to < 0 || to >= this.numbers.length) return false;
    this.numbers = this.numbers.filter((one) => one !== row).toSpliced(to, 0, row);
    return true;
  }

  /**
   * Saves it; from now on what is wrong is spoken of. Null when something is.
   * @throws Problem when it cannot be kept, with code `stale` when the story was changed meanwhile. The words stay.
   */
  async save(): Promise<StoryDetail | null> {
    this.#tried = true;
    if (this.wrong.length > 0) return null;
    return ipc.saveStory({ id: this.id, version: this.version, text: this.sent() });
  }

  /** The words as they are sent: without blank numbers. */
  sent(): StoryText {
    const text = $state.snapshot(this.text);
    const numbers = this.numbers
      .map(({ value, meaning }) => ({ value: value.trim(), meaning: meaning.trim() }))
      .filter(({ value, meaning }) => value !== '' || meaning !== '');
    return { ...text, title: text.title.trim(), numbers };
  }

  #words(): string {
    return JSON.stringify([this.text, this.numbers.map(({ value, meaning }) => [value, meaning])]);
  }
}
