import type { QuestionDetail, QuestionFilter, QuestionList, QuestionRow } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';
import { EVERY } from './filters';

/** A search follows the last keystroke by this long, in milliseconds. */
export const SEARCH_AFTER_MS = 120;
/** Rows asked for at first; more follow as one scrolls, four times as many each time. */
export const FIRST_ROWS = 200;

/** The bank as the room shows it: what is asked for, what was found, and the question that is open. */
export class Browsing {
  filter = $state.raw<QuestionFilter>(EVERY);
  list = $state.raw<QuestionList | null>(null);
  /** The open question. */
  detail = $state.raw<QuestionDetail | null>(null);

  readonly #failed: (error: unknown) => void;
  #search: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #opened = 0;
  #limit = FIRST_ROWS;
  #listed = Promise.resolve();

  /** @param failed told when questions cannot be read. */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  get rows(): QuestionRow[] {
    return this.list?.rows ?? [];
  }

  get openId(): string | null {
    return this.detail?.question.id ?? null;
  }

  /** Resolves once the list shows what was changed last. */
  get listed(): Promise<void> {
    return this.#listed;
  }

  /** Opens the room: with words to look for, or at a question, which is then shown among those of its competency. */
  async start(questionId?: string, query?: string): Promise<void> {
    if (query !== undefined) this.filter = { ...EVERY, query };
    if (questionId !== undefined && (await this.open(questionId))) {
      const fits = this.rows.some((row) => row.id === questionId);
      const competency = this.detail?.question.competency.id ?? null;
      if (!fits) this.filter = { ...EVERY, competency };
    }
    await this.refresh();
    const missing = () => this.openId !== null && !this.rows.some((row) => row.id === this.openId);
    while (missing() && this.rows.length < (this.list?.matching ?? 0)) await this.more();
    if (this.detail === null && this.filter.query === '' && this.rows[0]) await this.open(this.rows[0].id);
  }

  /** Asks for other questions; words are looked for once typing pauses, and among all competencies. */
  change(asks: Partial<QuestionFilter>): void {
    const typing = asks.query !== undefined && asks.query.trim() !== '';
    const begins = typing && this.filter.query.trim() === '';
    this.filter = { ...this.filter, ...(begins && { competency: null }), ...asks };
    this.#limit = FIRST_ROWS;
    clearTimeout(this.#search);
    if (typing) this.#search = setTimeout(() => void this.refresh(), SEARCH_AFTER_MS);
    else void this.refresh();
  }

  /** Reads the list again. A question that is open stays so while it is in it. */
  async refresh(): Promise<void> {
    const mine = (this.#asked += 1);
    try {
      const list = await ipc.questions({ ...this.filter, limit: this.#limit });
      if (mine !== this.#asked) return;
      this.list = list;
      const whole = list.rows.length === list.matching;
      if (whole && !list.rows.some((row) => row.id === this.openId)) this.close();
    } catch (error) {
      if (mine === this.#asked) this.#failed(error);
    }
  }

  /** Reads further rows, if there are any. */
  async more(): Promise<void> {
    if (this.list === null || this.rows.length >= this.list.matching) return;
    this.#limit = Math.max(this.#limit, this.rows.length) * 4;
    await this.refresh();
  }

  /** Opens a question. Says whether it is there. */
  async open(id: string): Promise<boolean> {
    const mine = (this.#opened += 1);
    try {
      const detail = await ipc.questionDetail(id);
      if (mine === this.#opened) this.detail = detail;
      return true;
    } catch (error) {
      if (mine === this.#opened) this.#failed(error);
      return false;
    }
  }

  /** Closes the open question. */
  close(): void {
    this.#opened += 1;
    this.detail = null;
  }

  async suspend(id: string, on: boolean): Promise<void> {
    this.#changed(await ipc.suspendQuestion(id, on));
  }

  async review(id: string, on: boolean): Promise<QuestionDetail> {
    const detail = await ipc.reviewQuestion(id, on);
    this.#changed(detail);
    return detail;
  }

  async note(id: string, note: string): Promise<void> {
    this.#changed(await ipc.saveQuestionNote(id, note));
  }

  async delete(id: string): Promise<void> {
    await ipc.deleteQuestions([id]);
    if (this.openId === id) this.close();
    await this.refresh();
  }

  /** Takes back {@link delete}: the question is open again. */
  async restore(id: string): Promise<void> {
    await ipc.restoreQuestions([id]);
    await this.open(id);
    await this.refresh();
  }

  /** All ids that the filter lists, those not here yet too. */
  async allIds(): Promise<string[]> {
    const list = await ipc.questions({ ...this.filter, limit: null });
    return list.rows.map((row) => row.id);
  }

  /** Ends what is on its way: the room is left. */
  leave(): void {
    clearTimeout(this.#search);
    this.#asked += 1;
    this.#opened += 1;
  }

  /** Shows what is stored by now. The list follows; what was done can be taken back before it is there. */
  #changed(detail: QuestionDetail): void {
    if (this.openId === detail.question.id) this.detail = detail;
    this.#listed = this.refresh();
  }
}
