import type { Grade, Graded, ReviewCompare, ReviewQueue } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';
import { finishWriting } from '../practice/finishing';
import type { Writing } from '../practice/writing.svelte';
import { leaveWriting, opened } from '../practice/writings';
import { ungraded } from './ungraded';

/** Where a round of review stands. */
export type Stage =
  | { kind: 'opening' }
  /** Nothing is due, or nothing is left. */
  | { kind: 'rest' }
  /** The question, to be answered from memory. */
  | { kind: 'asking'; writing: Writing }
  /** The answer beside the best take, to be graded. */
  | { kind: 'comparing'; compare: ReviewCompare };

/** A round of review: one due answer after the other, from memory, compared, graded. */
export class ReviewRound {
  queue = $state.raw<ReviewQueue | null>(null);
  stage = $state.raw<Stage>({ kind: 'opening' });
  /** A command is on its way; another one waits for the user to ask again. */
  busy = $state(false);
  /** Answers graded in this round. */
  graded = $state(0);
  /** Time spent on answers of this round, in milliseconds. */
  spentMs = $state(0);

  #left = false;
  #last: { logId: number; answerId: number; takeId: number | null; spentMs: number } | null = null;

  /** The answer in question. */
  get answerId(): number | null {
    if (this.stage.kind === 'asking') return this.stage.writing.take.answerId;
    return this.stage.kind === 'comparing' ? this.stage.compare.answerId : null;
  }

  get writing(): Writing | null {
    return this.stage.kind === 'asking' ? this.stage.writing : null;
  }

  /** Whether a grade can be taken back. */
  get canUndo(): boolean {
    return this.#last !== null || (this.queue?.undoable ?? null) !== null;
  }

  /** Reads what is due and shows the first of it, or the answer asked for. */
  async open(answerId?: number): Promise<void> {
    this.queue = await ipc.reviewQueue();
    await this.#show(answerId ?? this.queue.due[0]?.answerId);
  }

  /** The room is left: words on the page are saved. */
  leave(): void {
    this.#left = true;
    this.#leavePage();
  }

  /** Finishes the answer from memory and puts the best take beside it. */
  finish(): Promise<void> {
    return this.#once(async () => {
      if (this.stage.kind !== 'asking') return;
      this.#compare(await finishWriting(this.stage.writing, ipc.finishReview));
    });
  }

  /** Shows the best take without an answer. */
  reveal(): Promise<void> {
    return this.#once(async () => {
      if (this.stage.kind !== 'asking') return;
      const { writing } = this.stage;
      this.#compare(await finishWriting(writing, () => ipc.reveal(writing.take.answerId, false)));
    });
  }

  /** Grades the answer and goes on to the next. Resolves with null when something else was under way. */
  async grade(grade: Grade): Promise<Graded | null> {
    let graded: Graded | null = null;
    await this.#once(async () => {
      if (this.stage.kind !== 'comparing') return;
      const { answerId, cardVersion, memory } = this.stage.compare;
      const takeId = memory?.take.id ?? null;
      graded = await ipc.grade({ answerId, takeId, cardVersion, grade });
      const spentMs = memory?.take.elapsedMs ?? 0;
      this.#last = { logId: graded.logId, answerId, takeId, spentMs };
      this.graded += 1;
      this.spentMs += spentMs;
      ungraded.delete(answerId);
      await this.open();
    });
    return graded;
  }

  /** Takes the last grade back, also after the next question has come, and shows its answer again. */
  undo(): Promise<void> {
    return this.#once(async () => {
      const last = this.#last;
      const logId = last?.logId ?? this.queue?.undoable;
      if (logId == null) return;
      const before = this.queue?.due ?? [];
      this.queue = await ipc.undoGrade(logId);
      this.#last = null;
      if (last) {
        this.graded -= 1;
        this.spentMs -= last.spentMs;
        ungraded.set(last.answerId, last.takeId);
      }
      const back = this.queue.due.find((item) => !before.some((one) => one.answerId === item.answerId));
      await this.#show(last?.answerId ?? back?.answerId ?? this.queue.due[0]?.answerId);
    });
  }

  /** Puts the answer off until tomorrow. Resolves with its id, for {@link resume}. */
  bury(): Promise<number | null> {
    return this.#putAway(ipc.bury);
  }

  /** Takes the answer out of review until it is resumed. Resolves with its id, for {@link resume}. */
  suspend(): Promise<number | null> {
    return this.#putAway(ipc.suspend);
  }

  /** Undoes {@link bury} and {@link suspend}, and shows the answer again. */
  async resume(answerId: number): Promise<void> {
    this.queue = await ipc.resumeCard(answerId);
    await this.#show(answerId);
  }

  /** Makes another take the best of this answer. Resolves with the take that was, for the undo. */
  async keepAsBest(takeId: number): Promise<number | null> {
    if (this.stage.kind !== 'comparing') return null;
    const { answerId, best, memory } = this.stage.compare;
    const former = best.take.id;
    const version = Math.max(best.answerVersion, memory?.answerVersion ?? 0);
    await ipc.keepAsBest(answerId, takeId, version);
    const compare = await comparison(answerId, memory?.take.id ?? null);
    if (this.stage.kind === 'comparing' && this.stage.compare.answerId === answerId) this.#compare(compare);
    return former;
  }

  async #putAway(command: (answerId: number) => Promise<ReviewQueue>): Promise<number | null> {
    let put: number | null = null;
    await this.#once(async () => {
      const { answerId } = this;
      if (answerId === null) return;
      this.queue = await command(answerId);
      ungraded.delete(answerId);
      put = answerId;
      await this.#show(this.queue.due[0]?.answerId);
    });
    return put;
  }

  async #show(answerId: number | undefined): Promise<void> {
    if (answerId === undefined) {
      this.#leavePage();
      this.stage = { kind: 'rest' };
      return;
    }
    const takeId = ungraded.get(answerId);
    if (takeId !== undefined) {
      const compare = await comparison(answerId, takeId);
      this.#leavePage();
      this.#compare(compare);
      return;
    }
    const writing = opened(await ipc.startReview(answerId));
    if (this.#left) return leaveWriting(writing);
    if (this.writing !== writing) this.#leavePage();
    this.stage = { kind: 'asking', writing };
  }

  #compare(compare: ReviewCompare): void {
    ungraded.set(compare.answerId, compare.memory?.take.id ?? null);
    this.stage = { kind: 'comparing', compare };
  }

  #leavePage(): void {
    if (this.stage.kind === 'asking') void leaveWriting(this.stage.writing);
  }

  async #once(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await act();
    } finally {
      this.busy = false;
    }
  }
}

function comparison(answerId: number, takeId: number | null): Promise<ReviewCompare> {
  return takeId === null ? ipc.reveal(answerId, false) : ipc.compareReview(answerId, takeId);
}
