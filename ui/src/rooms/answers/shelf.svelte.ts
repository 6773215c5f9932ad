import type { AnswerFilter, AnswerList, AnswerRow, CheckView } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';
import { ALL } from './filters';

/** A search follows the last keystroke by this long, in milliseconds. */
export const SEARCH_AFTER_MS = 120;
/** Rows shown at first, and with each "more". */
export const PAGE = 200;

/** The answers as the room shows them: what is asked for, what was found, and the one that is open. */
export class Shelf {
  filter = $state.raw<AnswerFilter>(ALL);
  list = $state.raw<AnswerList | null>(null);
  /** The answer that is selected. */
  selected = $state<number | null>(null);
  /** The take that is open, with its check; null while it is read. */
  open = $state.raw<CheckView | null>(null);
  /** How many rows are shown; the rest follow on request. */
  shown = $state(PAGE);

  readonly #failed: (error: unknown) => void;
  #search: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #opened = 0;

  /** @param failed told when answers cannot be read. */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  get rows(): AnswerRow[] {
    return this.list?.rows ?? [];
  }

  get row(): AnswerRow | null {
    return this.rows.find((row) => row.id === this.selected) ?? null;
  }

  /** Opens the room: at a take, or with words to look for. */
  async start(takeId: number | undefined, query: string | undefined): Promise<void> {
    if (query !== undefined) this.filter = { ...this.filter, query };
    if (takeId !== undefined) await this.openTake(takeId);
    await this.refresh();
  }

  /** Asks for other answers; words are looked for once typing pauses. */
  change(asks: Partial<AnswerFilter>): void {
    const typing = asks.query !== undefined && asks.query.trim() !== '';
    this.filter = { ...this.filter, ...asks };
    clearTimeout(this.#search);
    if (typing) this.#search = setTimeout(() => void this.refresh(), SEARCH_AFTER_MS);
    else void this.refresh();
  }

  /** Reads the list again. The selection stays with its answer; when that is gone, its place is taken by the next. */
  async refresh(): Promise<void> {
    const mine = (this.#asked += 1);
    const place = this.rows.findIndex((row) => row.id === this.selected);
    try {
      const list = await ipc.answers(this.filter);
      if (mine !== this.#asked) return;
      this.list = list;
      this.shown = PAGE;
      const still = list.rows.some((row) => row.id === this.selected);
      if (!still && this.open === null) this.select(list.rows[0]?.id ?? null);
      else if (!still) this.select(list.rows[Math.min(Math.max(place, 0), list.rows.length - 1)]?.id ?? null);
    } catch (error) {
      if (mine === this.#asked) this.#failed(error);
    }
  }

  /** Selects an answer and opens the take its row is about. */
  select(answerId: number | null): void {
    if (answerId === this.selected && this.open?.answerId === answerId) return;
    this.selected = answerId;
    const row = this.row;
    if (row) void this.openTake(row.takeId);
    else this.open = null;
  }

  /** Opens a take and selects its answer. */
  async openTake(takeId: number): Promise<void> {
    const mine = (this.#opened += 1);
    try {
      const check = await ipc.check(takeId);
      if (mine !== this.#opened) return;
      this.open = check;
      this.selected = check.answerId;
    } catch (error) {
      if (mine === this.#opened) this.#failed(error);
    }
  }

  /** Stars an answer or takes its star away. */
  async star(answerId: number, on: boolean): Promise<void> {
    await ipc.star(answerId, on);
    if (this.open?.answerId === answerId) this.open = { ...this.open, starred: on };
    await this.refresh();
  }

  async trash(answerId: number): Promise<void> {
    await ipc.trash(answerId);
    await this.refresh();
  }

  /** Brings an answer back from the trash. */
  async restore(answerId: number): Promise<void> {
    await ipc.untrash(answerId);
    await this.refresh();
  }

  /** Takes back {@link trash}: the answer is selected again. */
  async untrash(answerId: number, takeId: number): Promise<void> {
    await ipc.untrash(answerId);
    await this.openTake(takeId);
    await this.refresh();
  }

  async deleteForever(answerId: number): Promise<void> {
    await ipc.deleteForever(answerId);
    await this.refresh();
  }

  close(): void {
    clearTimeout(this.#search);
    this.#asked += 1;
    this.#opened += 1;
  }
}
