import type {
  Asked,
  MockDeed,
  MockEdit,
  MockNow,
  MockSetup,
  MockTime,
  PartDone,
  QuestionView,
  SlotState,
} from '../bindings';
import { Problem } from '../problem';
import { DAY } from './today';

const MINUTE = 60_000;
/** More than this between two looks is time away. */
const MOST_SEEN_MS = 120_000;

interface Slot {
  round: number;
  number: number;
  question: QuestionView;
  state: SlotState;
  usedMs: number;
  thoughtMs: number;
  done: PartDone[];
}

type Stage = 'preparing' | 'answering' | 'break' | 'ended';

/** One mock of the fake: a small machine that is moved by deeds and by time that passes. */
export class FakeMock {
  readonly day = DAY;
  deleted = false;
  score: number | null = 58;
  paused = false;
  stage: Stage = 'preparing';
  slots: Slot[];
  /** The question that is asked, or was last. */
  at = 0;
  text = '';
  revision = 1;
  events = 1;
  pauses = 0;

  #over: boolean[];
  #atLimit = false;
  #restedMs = 0;
  #seen = performance.now();
  #say: string | null = null;

  constructor(
    readonly id: number,
    readonly setup: MockSetup,
    questions: readonly QuestionView[],
  ) {
    let next = setup.seed;
    this.slots = setup.rounds.flatMap((round, r) =>
      Array.from({ length: round.questions }, (_, n): Slot => {
        const question = questions[next++ % questions.length];
        if (!question) throw new Error('the fake has no question');
        const state = 'coming';
        return { round: r, number: n + 1, question, state, usedMs: 0, thoughtMs: 0, done: [] };
      }),
    );
    this.#over = setup.rounds.map(() => false);
    this.#ask(0);
  }

  get place(): string {
    const { round, number } = this.#slot;
    if (this.stage === 'break') return `After round ${round + 1}`;
    return `Round ${round + 1}, question ${number} of ${this.setup.rounds[round]?.questions}`;
  }

  get answered(): number {
    return this.slots.filter((slot) => slot.state === 'answered').length;
  }

  /** The mock as it stands now; the time since the last look has passed. */
  now(): MockNow {
    this.look();
    const say = this.#say;
    this.#say = null;
    return {
      id: this.id,
      events: this.events,
      name: this.setup.name,
      rounds: this.setup.rounds.map((round, r) => ({
        name: round.name,
        slots: this.slots.filter((slot) => slot.round === r).map((slot) => slot.state),
        over: this.#over[r] ?? false,
        time: this.#roundTime(r),
      })),
      time: time(
        this.slots.reduce((sum, slot) => sum + slot.usedMs, 0),
        this.setup.rounds.reduce((sum, round) => sum + round.minutes * MINUTE, 0),
      ),
      stage: this.#stageView(),
      paused: this.paused,
      say,
    };
  }

  /** Lets the time since the last look pass. */
  look(): void {
    const at = performance.now();
    const passed = Math.min(MOST_SEEN_MS, at - this.#seen);
    this.#seen = at;
    if (this.paused) return;
    if (this.stage === 'break') this.#restedMs += passed;
    else if (this.stage === 'preparing') this.#think(passed);
    else if (this.stage === 'answering') this.#answer(passed);
  }

  save(edit: MockEdit): void {
    const slot = this.slots[edit.slot];
    if (this.stage !== 'answering' || edit.slot !== this.at || edit.part !== slot?.done.length) {
      throw new Problem({ code: 'not_found', message: 'That answer is closed.', detail: null });
    }
    if (edit.revision !== this.revision) {
      const message = 'This answer was changed in the meantime. It is shown as it is now.';
      throw new Problem({ code: 'stale', message, detail: null });
    }
    this.text = edit.text;
    this.revision += 1;
  }

  do(deed: MockDeed): void {
    this.look();
    this.events += 1;
    switch (deed) {
      case 'begin':
        this.stage = 'answering';
        return;
      case 'done':
        return this.#done();
      case 'skip':
        return this.#leaveSlot(this.#words() ? 'answered' : 'skipped');
      case 'pause':
      case 'leave':
        this.pauses += 1;
        this.paused = true;
        return;
      case 'resume':
        this.paused = false;
        return;
      case 'next_round':
        return this.#ask(this.at + 1);
      case 'end':
        if (this.stage === 'answering') this.#close(this.#words() ? 'answered' : 'skipped');
        this.paused = false;
        this.stage = 'ended';
    }
  }

  get #slot(): Slot {
    const slot = this.slots[this.at];
    if (!slot) throw new Error('the mock has no such slot');
    return slot;
  }

  #words(): boolean {
    return this.text.trim() !== '' || this.#slot.done.length > 0;
  }

  #budget({ round }: Slot): number {
    const { minutes, questions } = this.setup.rounds[round] ?? { minutes: 1, questions: 1 };
    return (minutes * MINUTE) / questions;
  }

  #roundTime(round: number): MockTime {
    const used = this.slots
      .filter((slot) => slot.round === round)
      .reduce((sum, { usedMs }) => sum + usedMs, 0);
    return time(used, (this.setup.rounds[round]?.minutes ?? 1) * MINUTE);
  }

  #ask(at: number): void {
    this.at = at;
    this.text = '';
    this.#slot.state = 'current';
    this.#restedMs = 0;
    this.#atLimit = false;
    this.stage = this.setup.preparationSeconds > 0 ? 'preparing' : 'answering';
  }

  #think(passed: number): void {
    const slot = this.#slot;
    slot.thoughtMs += passed;
    if (slot.thoughtMs < this.setup.preparationSeconds * 1000) return;
    this.stage = 'answering';
    this.events += 1;
  }

  #answer(passed: number): void {
    const slot = this.#slot;
    const half = this.#budget(slot) / 2;
    if (slot.usedMs < half && slot.usedMs + passed >= half) {
      this.#say = 'Half of the time for this question is used.';
    }
    slot.usedMs += passed;
    const round = this.#roundTime(slot.round);
    if (!this.setup.endsAtLimit || round.usedMs < round.budgetMs) return;
    this.events += 1;
    this.#close(this.#words() ? 'answered' : 'skipped');
    while (this.slots[this.at + 1]?.round === slot.round) {
      this.at += 1;
      this.#slot.state = 'skipped';
    }
    this.#endRound(true);
  }

  #done(): void {
    const slot = this.#slot;
    const part = slot.done.length;
    const written = this.setup.rounds[slot.round]?.written ?? false;
    const probes = written ? 0 : Math.min(this.setup.probes, slot.question.probes.length);
    if (part >= probes || slot.usedMs > this.#budget(slot) * 0.9) return this.#leaveSlot('answered');
    slot.done.push({ probe: this.#probe(part), text: this.text });
    this.text = '';
  }

  #probe(part: number): string | null {
    return part === 0 ? null : (this.#slot.question.probes[part - 1] ?? null);
  }

  #close(state: SlotState): void {
    const slot = this.#slot;
    slot.done.push({ probe: this.#probe(slot.done.length), text: this.text });
    slot.state = state;
    this.text = '';
  }

  #leaveSlot(state: SlotState): void {
    const { round } = this.#slot;
    this.#close(state);
    if (this.slots[this.at + 1]?.round === round) this.#ask(this.at + 1);
    else this.#endRound(false);
  }

  #endRound(atLimit: boolean): void {
    this.#over[this.#slot.round] = true;
    this.#atLimit = atLimit;
    this.#restedMs = 0;
    this.stage = this.at + 1 < this.slots.length ? 'break' : 'ended';
  }

  #stageView(): MockNow['stage'] {
    switch (this.stage) {
      case 'preparing':
        return {
          stage: 'preparing',
          asked: this.#asked(),
          time: time(this.#slot.thoughtMs, this.setup.preparationSeconds * 1000),
        };
      case 'answering':
        return { stage: 'answering', asked: this.#asked() };
      case 'break': {
        const restedMs = Math.round(this.#restedMs);
        return { stage: 'break', ended: this.#slot.round, atLimit: this.#atLimit, restedMs };
      }
      case 'ended':
        return { stage: 'ended' };
    }
  }

  #asked(): Asked {
    const slot = this.#slot;
    const round = this.setup.rounds[slot.round];
    const part = slot.done.length;
    const probe = this.#probe(part);
    return {
      slot: this.at,
      round: slot.round,
      number: slot.number,
      of: round?.questions ?? 1,
      prompt: slot.question.prompt,
      probe: probe === null ? null : { number: part, text: probe },
      done: [...slot.done],
      part,
      text: this.text,
      revision: this.revision,
      written: round?.written ?? false,
      time: time(slot.usedMs, this.#budget(slot)),
    };
  }
}

function time(used: number, budget: number): MockTime {
  const usedMs = Math.round(used);
  const budgetMs = Math.round(budget);
  const phase = usedMs > budgetMs ? 'over' : usedMs >= budgetMs * 0.9 ? 'last_tenth' : 'in_time';
  return { usedMs, budgetMs, phase };
}
