import { SvelteSet } from 'svelte/reactivity';
import type { DraftCheck, DraftField, QuestionDraft, SavedQuestion } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';

/** A draft is judged this long after the last keystroke, in milliseconds. */
export const CHECK_AFTER_MS = 250;

/** Entries a list is shown with at least, and has at most. */
export const ENTRIES = {
  probes: { least: 2, most: 4 },
  strong: { least: 3, most: 5 },
} as const;
/** Dimensions a question probes at most. */
export const MOST_DIMENSIONS = 4;

const BLANK: QuestionDraft = {
  prompt: '',
  competency: '',
  dimensions: [],
  kind: 'behavioural',
  level: 'senior',
  minutes: 3,
  probes: ['', ''],
  strong: ['', '', ''],
  featureQuote: '',
  featureWhy: '',
  tags: [],
  theme: '',
};

/** A question of the user's own while it is written: its fields, and what is to be said of them. */
export class OwnDraft {
  /** The question that is revised; null for a new one. */
  readonly id: string | null;
  /** What the window saw of it. */
  readonly version: number | null;
  draft = $state<QuestionDraft>(structuredClone(BLANK));
  check = $state.raw<DraftCheck | null>(null);
  /** Tags as they are typed, parted by commas. */
  tags = $state('');

  readonly #failed: (error: unknown) => void;
  readonly #start: string;
  /** Fields that were left once: only these are spoken of before the first try to save. */
  readonly #left = new SvelteSet<string>();
  #tried = $state(false);
  #pause: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /**
   * @param failed told when a draft cannot be judged.
   * @param from fields to begin with.
   */
  constructor(
    failed: (error: unknown) => void,
    id: string | null,
    version: number | null = null,
    from: QuestionDraft | null = null,
  ) {
    this.#failed = failed;
    this.id = id;
    this.version = version;
    if (from) {
      const filled = (texts: string[], least: number) => [
        ...texts,
        ...Array.from({ length: Math.max(0, least - texts.length) }, () => ''),
      ];
      this.draft = {
        ...structuredClone(from),
        probes: filled(from.probes, ENTRIES.probes.least),
        strong: filled(from.strong, ENTRIES.strong.least),
      };
      this.tags = from.tags.filter((tag) => tag !== 'own').join(', ');
    }
    this.#start = this.#words();
  }

  /** Whether anything was changed since it was begun. */
  get changed(): boolean {
    return this.#words() !== this.#start;
  }

  /** Everything that was typed, for {@link goOn}. */
  written(): string {
    return JSON.stringify([this.draft, this.tags]);
  }

  /** Goes on with what was typed before, as {@link written} put it. What cannot be read is left alone. */
  goOn(written: string): void {
    try {
      const [draft, tags] = JSON.parse(written) as [QuestionDraft, string];
      this.draft = { ...structuredClone(BLANK), ...draft };
      this.tags = tags;
    } catch {
      // Words of another version of the program.
    }
  }

  /** How many things keep it from being saved; null while that is not known. */
  get wrong(): number | null {
    return this.check?.problems.length ?? null;
  }

  /** Whether it was tried to save it. */
  get tried(): boolean {
    return this.#tried;
  }

  /** What is wrong with a field, or with an entry of its list, once there is reason to speak of it. */
  problem(field: DraftField, entry: number | null = null): string | null {
    const found = this.check?.problems.find((one) => one.field === field && one.entry === entry);
    return found && (this.#tried || this.#left.has(place(field, entry))) ? found.message : null;
  }

  /** What is wrong with a list that is typed as one line. */
  anyProblem(field: DraftField): string | null {
    const found = this.check?.problems.find((one) => one.field === field);
    return found && (this.#tried || this.#left.has(field)) ? found.message : null;
  }

  /** What may be meant otherwise: misspelt words. */
  hint(field: DraftField, entry: number | null = null): string | null {
    const found = this.check?.hints.filter((one) => one.field === field && one.entry === entry) ?? [];
    return found.length > 0 ? found.map((one) => one.message).join(' ') : null;
  }

  /** A field was left. */
  leave(field: DraftField, entry: number | null = null): void {
    this.#left.add(place(field, entry));
  }

  /** The first field that is wrong, with its entry. */
  get firstWrong(): { field: DraftField; entry: number | null } | null {
    return this.check?.problems[0] ?? null;
  }

  /** Something was typed: it is judged once typing pauses. */
  typed(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.judge(), CHECK_AFTER_MS);
  }

  /** Has it judged now. */
  async judge(): Promise<void> {
    clearTimeout(this.#pause);
    const mine = (this.#asked += 1);
    try {
      const check = await ipc.checkOwnQuestion(this.id, this.#sent());
      if (mine === this.#asked) this.check = check;
    } catch (error) {
      if (mine === this.#asked) this.#failed(error);
    }
  }

  /** Saves it. What is wrong with it is spoken of from now on. */
  async save(): Promise<SavedQuestion> {
    clearTimeout(this.#pause);
    const mine = (this.#asked += 1);
    const saved = await ipc.saveOwnQuestion(this.id, this.version, this.#sent());
    this.#tried = true;
    if (saved.outcome === 'refused' && mine === this.#asked) this.check = saved.check;
    return saved;
  }

  /** Chooses a dimension, or takes it back. The first one chosen is the main one. */
  toggle(dimension: string): void {
    const { dimensions } = this.draft;
    this.draft.dimensions = dimensions.includes(dimension)
      ? dimensions.filter((one) => one !== dimension)
      : [...dimensions, dimension].slice(0, MOST_DIMENSIONS);
    this.leave('dimensions');
    this.typed();
  }

  add(list: keyof typeof ENTRIES): void {
    if (this.draft[list].length < ENTRIES[list].most) this.draft[list].push('');
  }

  remove(list: keyof typeof ENTRIES, entry: number): void {
    this.draft[list].splice(entry, 1);
    this.typed();
  }

  /** Ends what is on its way: its page is left. */
  close(): void {
    clearTimeout(this.#pause);
    this.#asked += 1;
  }

  #sent(): QuestionDraft {
    const tags = this.tags
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '');
    return { ...$state.snapshot(this.draft), tags };
  }

  #words(): string {
    return JSON.stringify(this.#sent());
  }
}

function place(field: DraftField, entry: number | null): string {
  return entry === null ? field : `${field} ${entry}`;
}
