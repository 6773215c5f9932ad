import type { Grade, Graded, ReviewCompare, ReviewItem, ReviewQueue } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';
import { Problem } from '$lib/ipc/problem';
import { finishWriting } from '../practice/finishing';
import type { Writing } from '../practice/writing.svelte';
import { leaveWriting, opened } from '../practice/writings';
import { ungraded, type Ungraded } from './ungraded';
import { GRADE_LABEL } from './wording';

/** Where a round of review stands. */
export type Stage =
  | { kind: 'opening' }
  /** Nothing is due, or nothing is left. */
  | { kind: 'rest' }
  /** The question, to be answered from memory. */
  | { kind: 'asking'; writing: Writing }
  /** The answer beside the best take, to be graded. */
  | { kind: 'comparing'; compare: ReviewCompare };

/** An answer that was graded in this round. */
export interface Done {
  answerId: number;
  prompt: string;
  grade: Grade;
  dueDay: string;
  /** Time spent on it, in milliseconds. */
  spentMs: number;
}

/** Something done in this round that can be taken back. */
interface Step {
  /** Said when it is taken back. */
  takenBack: string;
  undo: () => Promise<void>;
}

/** What cannot be taken back now cannot be taken back later either. */
const FINAL = new Set(['stale', 'not_found', 'invalid']);

/** A round of review: one due answer after the other, from memory, compared, graded. */
export class ReviewRound {
  queue = $state.raw<ReviewQueue | null>(null);
  stage = $state.raw<Stage>({ kind: 'opening' });
  /** A command is on its way; another one waits for the user to ask again. */
  busy = $state(false);
  /** Answers graded in this round, in order. */
  done = $state.raw<readonly Done[]>([]);

  /** Ends when what is being done has ended. */
  #acting: Promise<unknown> = Promise.resolve();

  /** Steps of this round, the newest last. Those before it are grades only, and the queue names them. */
  #steps = $state.raw<readonly Step[]>([]);
  #left = false;
  #now: () => number;
  /** When the question was shown, and how long it took to say its answer aloud. */
  #shownAt = 0;
  #aloudMs = 0;

  /** @param now a clock in milliseconds that only goes forward */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The answer in question. */
  get answerId(): number | null {
    if (this.stage.kind === 'asking') return this.stage.writing.take.answerId;
    return this.stage.kind === 'comparing' ? this.stage.compare.answerId : null;
  }

  /** The answer in question as the queue names it; one that is not due today has no place there. */
  get item(): ReviewItem | undefined {
    return this.queue?.due.find((item) => item.answerId === this.answerId);
  }

  get writing(): Writing | null {
    return this.stage.kind === 'asking' ? this.stage.writing : null;
  }

  /** Whether something can be taken back: a step of this round, or a grade of one before. */
  get canUndo(): boolean {
    return this.#steps.length > 0 || (this.queue?.undoable ?? null) !== null;
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

  /**
   * Shows the best take without a written answer.
   * @param saidAloud it was said; else it did not come
   */
  reveal(saidAloud: boolean): Promise<void> {
    return this.#once(async () => {
      if (this.stage.kind !== 'asking') return;
      const { writing } = this.stage;
      const spent = this.#now() - this.#shownAt;
      this.#compare(await finishWriting(writing, () => ipc.reveal(writing.take.answerId, saidAloud)));
      // Somebody who went away did not speak all the while.
      this.#aloudMs = saidAloud ? Math.min(spent, writing.take.budgetMs * 2) : 0;
    });
  }

  /** Grades the answer and goes on to the next. Resolves with null when something else was under way. */
  async grade(grade: Grade): Promise<Graded | null> {
    let graded: Graded | null = null;
    await this.#once(async () => {
      if (this.stage.kind !== 'comparing') return;
      const { answerId, cardVersion, memory, best, saidAloud } = this.stage.compare;
      const takeId = memory?.take.id ?? null;
      const answer = await ipc.grade({ answerId, takeId, cardVersion, grade });
      graded = answer;
      const spentMs = memory?.take.elapsedMs ?? this.#aloudMs;
      const done = { answerId, prompt: best.question.prompt, grade, dueDay: answer.dueDay, spentMs };
      this.done = [...this.done, done];
      ungraded.delete(answerId);
      this.#did(`${GRADE_LABEL[grade]} taken back.`, async () => {
        this.queue = await ipc.undoGrade(answer.logId);
        this.done = this.done.filter((one) => one !== done);
        this.#aloudMs = memory ? 0 : spentMs;
        ungraded.set(answerId, { takeId, saidAloud });
        await this.#show(answerId);
      });
      await this.open();
    });
    return graded;
  }

  /**
   * Takes the last step back, then the one before, without end, and shows its answer again. Resolves with what to say
   * of it; null when nothing was taken back.
   */
  async undo(): Promise<string | null> {
    // Asked for while something is being done, it is that which is taken back.
    await this.#acting;
    let said: string | null = null;
    await this.#once(async () => {
      const step = this.#steps.at(-1);
      if (step) {
        try {
          await step.undo();
        } catch (thrown) {
          if (FINAL.has(Problem.from(thrown).code)) this.#steps = this.#steps.slice(0, -1);
          throw thrown;
        }
        this.#steps = this.#steps.slice(0, -1);
        said = step.takenBack;
        return;
      }
      const logId = this.queue?.undoable ?? null;
      if (logId === null) return;
      const before = this.queue?.due ?? [];
      this.queue = await ipc.undoGrade(logId);
      const back = this.queue.due.find((item) => !before.some((one) => one.answerId === item.answerId));
      said = 'The grade is taken back.';
      await this.#show(back?.answerId ?? this.queue.due[0]?.answerId);
    });
    return said;
  }

  /** Puts the answer off until tomorrow. Resolves with false when something else was under way. */
  bury(): Promise<boolean> {
    return this.#putAway(ipc.bury, ipc.resumeCard, 'Not buried any more.');
  }

  /** Takes the answer out of review until it is let back in. */
  suspend(): Promise<boolean> {
    return this.#putAway(ipc.suspend, ipc.resumeCard, 'Not suspended any more.');
  }

  /**
   * Lets the answer come back on a day of the user's choice.
   * @param today where the undo leads when the answer was due before: a day that is past cannot be set
   */
  reschedule(day: string, today: string): Promise<boolean> {
    const due = this.item?.dueDay ?? today;
    const former = due < today ? today : due;
    return this.#putAway(
      (answerId) => ipc.reschedule(answerId, day),
      (answerId) => ipc.reschedule(answerId, former),
      'Its date is as it was.',
    );
  }

  /** Lets a suspended answer back in, and shows what is due when nothing was. */
  letBackIn(answerId: number): Promise<void> {
    return this.#once(async () => {
      this.queue = await ipc.resumeCard(answerId);
      this.#did('Suspended again.', async () => {
        this.queue = await ipc.suspend(answerId);
        if (this.answerId === answerId) await this.#show(this.queue.due[0]?.answerId);
      });
      if (this.stage.kind === 'rest') await this.#show(this.queue.due[0]?.answerId);
    });
  }

  /** Half of the day's minutes more, today. */
  async more(): Promise<void> {
    await this.#once(async () => {
      this.queue = await ipc.reviewMore();
      await this.#show(this.queue.due[0]?.answerId);
    });
  }

  /**
   * Leaves the answer as it stands, its date untouched, for a take in Practice. Resolves with its question; null while
   * words from memory are on the page.
   */
  async practise(): Promise<string | null> {
    let questionId: string | null = null;
    await this.#once(async () => {
      if (this.stage.kind === 'comparing') questionId = this.stage.compare.best.question.id;
      if (this.stage.kind !== 'asking' || this.stage.writing.hasText) return;
      const { writing } = this.stage;
      const question = writing.take.question.id;
      // An answer has one running take: the empty one from memory makes room.
      await finishWriting(writing, () => ipc.discardTake(writing.take.id));
      questionId = question;
    });
    return questionId;
  }

  /** Makes another take the best of this answer. Resolves with false when it is not on the screen any more. */
  async keepAsBest(takeId: number): Promise<boolean> {
    const former = await this.#best(takeId);
    if (former === null) return false;
    this.#did('The best take is the one before again.', async () => void (await this.#best(former)));
    return true;
  }

  /** Resolves with the take that was the best. */
  async #best(takeId: number): Promise<number | null> {
    if (this.stage.kind !== 'comparing') return null;
    const { answerId, best, memory, saidAloud } = this.stage.compare;
    const version = Math.max(best.answerVersion, memory?.answerVersion ?? 0);
    await ipc.keepAsBest(answerId, takeId, version);
    const compare = await comparison(answerId, { takeId: memory?.take.id ?? null, saidAloud });
    if (this.stage.kind === 'comparing' && this.stage.compare.answerId === answerId) this.#compare(compare);
    return best.take.id;
  }

  async #putAway(
    command: (answerId: number) => Promise<ReviewQueue>,
    back: (answerId: number) => Promise<ReviewQueue>,
    takenBack: string,
  ): Promise<boolean> {
    let put = false;
    await this.#once(async () => {
      const { answerId } = this;
      if (answerId === null) return;
      this.queue = await command(answerId);
      const given = ungraded.get(answerId);
      ungraded.delete(answerId);
      this.#did(takenBack, async () => {
        this.queue = await back(answerId);
        if (given) ungraded.set(answerId, given);
        await this.#show(answerId);
      });
      put = true;
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
    const given = ungraded.get(answerId);
    if (given) {
      const compare = await comparison(answerId, given);
      this.#leavePage();
      this.#compare(compare);
      return;
    }
    const writing = opened(await ipc.startReview(answerId));
    if (this.#left) return leaveWriting(writing);
    if (this.writing !== writing) this.#leavePage();
    this.#shownAt = this.#now();
    this.#aloudMs = 0;
    this.stage = { kind: 'asking', writing };
  }

  #compare(compare: ReviewCompare): void {
    ungraded.set(compare.answerId, {
      takeId: compare.memory?.take.id ?? null,
      saidAloud: compare.saidAloud,
    });
    this.stage = { kind: 'comparing', compare };
  }

  #did(takenBack: string, undo: () => Promise<void>): void {
    this.#steps = [...this.#steps, { takenBack, undo }];
  }

  #leavePage(): void {
    if (this.stage.kind === 'asking') void leaveWriting(this.stage.writing);
  }

  async #once(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const acting = act();
    this.#acting = acting.catch(() => undefined);
    try {
      await acting;
    } finally {
      this.busy = false;
    }
  }
}

function comparison(answerId: number, { takeId, saidAloud }: Ungraded): Promise<ReviewCompare> {
  return takeId === null ? ipc.reveal(answerId, saidAloud) : ipc.compareReview(answerId, takeId);
}
