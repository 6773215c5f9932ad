import type { DrillChecked, DrillItem, DrillPut, DrillQueue, LiveCheck } from '$lib/ipc/bindings';
import { ipc, Problem } from '$lib/ipc/client';
import { keepUnfinished, unfinishedIn } from '$lib/state/unfinished-words';
import { LiveChecker } from '../practice/live/live-checker';
import { unchecked } from './unchecked';

/** Where a round of drills stands. */
export type Stage =
  | { kind: 'opening' }
  /** Nothing is due, or nothing is left. */
  | { kind: 'rest' }
  /** A sentence, to be said again. */
  | { kind: 'saying'; item: DrillItem };

/** What became of a try. */
export interface Verdict {
  /** The words it is about. */
  text: string;
  result: DrillChecked;
  /** The take they were put in, once they were. */
  put: DrillPut | null;
}

/** How a sentence of this round stands after its last try. */
export interface Outcome {
  drillId: number;
  passed: boolean;
  dueDay: string;
}

interface Try {
  logId: number;
  drillId: number;
  text: string;
  /** How the sentence stood before. */
  before: Outcome | undefined;
}

/** What is under way. */
type Busy = 'checking' | 'putting' | 'going' | null;

/** Where words that were not checked yet are kept, before the drill's id. */
const PLACE = 'drill:';

/** A round of drills: one sentence after the other, said again and checked on the spot. */
export class DrillRound {
  queue = $state.raw<DrillQueue | null>(null);
  stage = $state.raw<Stage>({ kind: 'opening' });
  /** What stands in the field. */
  text = $state('');
  /** The marks of the words as they are typed, with the words they are about. */
  live = $state.raw<{ check: LiveCheck; text: string } | null>(null);
  /** A command is on its way; another one waits for the user to ask again. */
  busy = $state<Busy>(null);
  /** How the sentences tried in this round stand, one each. */
  outcomes = $state.raw<readonly Outcome[]>([]);

  /** The last try of the sentence in the field. */
  #last = $state.raw<Verdict | null>(null);
  /** The user goes on with words that did not pass. */
  #rewriting = $state(false);
  #tries = $state.raw<readonly Try[]>([]);
  /** Skipped and failed sentences, in the order they come again. */
  #later = $state.raw<readonly number[]>([]);
  // What is said again was done, not what one would do.
  readonly #checker = new LiveChecker(
    (text) => ipc.checkLive(text, 'behavioral'),
    (check) => (this.live = { check, text: this.text }),
  );

  get item(): DrillItem | null {
    return this.stage.kind === 'saying' ? this.stage.item : null;
  }

  /** The last try, while its words stand in the field as they were checked. */
  get verdict(): Verdict | null {
    return this.#last?.text === this.text && !this.#rewriting ? this.#last : null;
  }

  /** The last try, when it did not pass and its words are being changed. */
  get before(): Verdict | null {
    return this.#last && !this.#last.result.passed && !this.verdict ? this.#last : null;
  }

  /** Whether words stand in the field that were not checked. */
  get typed(): boolean {
    return this.item !== null && this.text.trim() !== '' && this.#last?.text !== this.text;
  }

  /** Sentences of this round that need not come again in it. */
  get done(): number {
    const due = this.queue?.due ?? [];
    return this.outcomes.filter((of) => !due.some((one) => one.drillId === of.drillId)).length;
  }

  get canUndo(): boolean {
    return this.#tries.length > 0 || (this.queue?.undoable ?? null) !== null;
  }

  /** Whether another sentence is due beside this one. */
  get canSkip(): boolean {
    return (this.queue?.due.length ?? 0) > 1;
  }

  /** Marks appear while typing, or do not. */
  markAsTyped(on: boolean): void {
    this.#checker.switch(on);
    if (!on) this.live = null;
  }

  /** Reads what is due and shows the first of it. */
  async open(): Promise<void> {
    const [queue, before] = await Promise.all([ipc.drillQueue(), unfinishedIn(PLACE)]);
    this.queue = queue;
    // What was typed before a crash is there again.
    for (const [place, words] of before) {
      const drillId = Number(place.slice(PLACE.length));
      if (!unchecked.has(drillId)) unchecked.set(drillId, words);
    }
    this.#show(this.#inOrder()[0]);
  }

  /** The room is left: the words in the field wait for it. */
  leave(): void {
    this.#keepWords();
    this.#checker.close();
  }

  edit(text: string): void {
    if (text === this.text) return;
    this.text = text;
    if (this.item) keepUnfinished(`${PLACE}${this.item.drillId}`, text);
    this.#checker.edited(text);
  }

  /** Checks the words in the field. They stay there, whatever comes of it. */
  check(): Promise<void> {
    return this.#once('checking', async () => {
      const { item, text } = this;
      if (!item) return;
      let result: DrillChecked;
      try {
        result = await ipc.checkDrill({ drillId: item.drillId, version: item.version, text });
      } catch (error) {
        if (Problem.from(error).code === 'stale') await this.#reread(item.drillId);
        throw error;
      }
      const { drillId } = item;
      const { logId, version, passed, dueDay } = result;
      this.#tries = [...this.#tries, { logId, drillId, text, before: this.#outcomeOf(drillId) }];
      this.#settle(drillId, { drillId, passed, dueDay });
      if (passed && this.text === text) keepUnfinished(`${PLACE}${drillId}`, '');
      this.stage = { kind: 'saying', item: { ...item, version, tries: item.tries + 1 } };
      this.#last = { text, result, put: null };
      this.#rewriting = false;
    });
  }

  /** Goes back to words that did not pass. */
  again(): void {
    this.#rewriting = true;
  }

  /** Whether the words in the field are those of the last try, which did not pass. */
  get unchanged(): boolean {
    return this.#last?.text === this.text;
  }

  /** Goes on to the next sentence. One that did not pass comes again at the end of the round. */
  next(): Promise<void> {
    return this.#once('going', async () => {
      const { item } = this;
      this.queue = await ipc.drillQueue();
      if (item) this.#putOff(item.drillId);
      this.#keepWords();
      this.#show(this.#inOrder()[0]);
    });
  }

  /** Leaves this sentence for the end of the round. */
  async skip(): Promise<void> {
    if (this.verdict) return this.next();
    if (!this.item || !this.canSkip || this.busy) return;
    this.#putOff(this.item.drillId);
    this.#keepWords();
    this.#show(this.#inOrder()[0]);
  }

  /** Takes the last try back and shows its sentence with its words. Says whether there was one. */
  async undo(): Promise<boolean> {
    let undone = false;
    await this.#once('going', async () => {
      const last = this.#tries.at(-1);
      const logId = last?.logId ?? this.queue?.undoable;
      if (logId == null) return;
      const before = this.queue?.due ?? [];
      this.queue = await ipc.undoDrill(logId);
      this.#tries = this.#tries.slice(0, -1);
      const id =
        last?.drillId ??
        this.queue.due.find((item) => !before.some((one) => one.drillId === item.drillId))?.drillId;
      if (last) this.#settle(last.drillId, last.before);
      this.#keepWords();
      if (last && last.drillId !== this.item?.drillId) unchecked.set(last.drillId, last.text);
      this.#show(this.queue.due.find((item) => item.drillId === id) ?? this.#inOrder()[0]);
      undone = true;
    });
    return undone;
  }

  /** Puts words that passed into the answer, as a new take. */
  async put(): Promise<DrillPut | null> {
    let put: DrillPut | null = null;
    await this.#once('putting', async () => {
      const { verdict } = this;
      if (!verdict?.result.canBePut || verdict.put) return;
      put = await ipc.putDrill(verdict.result.logId);
      if (this.#last === verdict) this.#last = { ...verdict, put };
    });
    return put;
  }

  /** Leaves this sentence out of drills. Resolves with its id, for {@link letIn}. */
  async leaveOut(): Promise<number | null> {
    let out: number | null = null;
    await this.#once('going', async () => {
      const { item } = this;
      if (!item) return;
      this.queue = await ipc.suspendDrill(item.drillId, true);
      this.#settle(item.drillId, undefined);
      this.#keepWords();
      out = item.drillId;
      this.#show(this.#inOrder()[0]);
    });
    return out;
  }

  /** Undoes {@link leaveOut}, and shows the sentence again. */
  async letIn(drillId: number): Promise<void> {
    this.queue = await ipc.suspendDrill(drillId, false);
    this.#keepWords();
    this.#show(this.queue.due.find((item) => item.drillId === drillId) ?? this.#inOrder()[0]);
  }

  /** Lets a sentence back in that was left out some time ago. The one on the screen stays there. */
  async letBackIn(drillId: number): Promise<void> {
    this.queue = await ipc.suspendDrill(drillId, false);
    if (!this.item) this.#show(this.#inOrder()[0]);
  }

  /** What is due, with the sentences that were put off at the end. */
  #inOrder(): DrillItem[] {
    const due = this.queue?.due ?? [];
    const rank = (item: DrillItem) => this.#later.indexOf(item.drillId);
    return due.toSorted((a, b) => rank(a) - rank(b));
  }

  #putOff(drillId: number): void {
    this.#later = [...this.#later.filter((one) => one !== drillId), drillId];
  }

  #outcomeOf(drillId: number): Outcome | undefined {
    return this.outcomes.find((one) => one.drillId === drillId);
  }

  #settle(drillId: number, outcome: Outcome | undefined): void {
    const others = this.outcomes.filter((one) => one.drillId !== drillId);
    this.outcomes = outcome ? [...others, outcome] : others;
  }

  #keepWords(): void {
    const { item, text } = this;
    if (!item) return;
    const passed = this.#last?.text === text && this.#outcomeOf(item.drillId)?.passed;
    if (text.trim() === '' || passed) unchecked.delete(item.drillId);
    else unchecked.set(item.drillId, text);
    keepUnfinished(`${PLACE}${item.drillId}`, unchecked.get(item.drillId) ?? '');
  }

  #show(item: DrillItem | undefined): void {
    this.#last = null;
    this.#rewriting = false;
    this.live = null;
    this.text = (item && unchecked.get(item.drillId)) ?? '';
    this.stage = item ? { kind: 'saying', item } : { kind: 'rest' };
    this.#checker.edited(this.text);
  }

  /** The sentence has changed elsewhere: it is shown as it is now, beside the words in the field. */
  async #reread(drillId: number): Promise<void> {
    this.queue = await ipc.drillQueue();
    const item = this.queue.due.find((one) => one.drillId === drillId);
    if (item) this.stage = { kind: 'saying', item };
  }

  async #once(busy: Busy, act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = busy;
    try {
      await act();
    } finally {
      this.busy = null;
    }
  }
}
