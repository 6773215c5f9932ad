import type {
  CompetencyView,
  Level,
  LoopView,
  MockFit,
  MockPreference,
  MockRoom,
  MockRound,
  MockSetup,
} from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';
import { EVERY } from '../../questions/filters';
import { answeredRounds, bare, MOST_ROUNDS, moved, newRound, sameRounds, type EditedRound } from './rounds';

/** A pause in editing after which the set-up is looked at anew, in milliseconds. */
export const PAUSE_MS = 150;
/** The choice that is no loop of the app's. */
export const CUSTOM = 'custom';
/** Probes after an answer, when there are any. */
const MOST_PROBES = 3;

/** How a mock is held, whichever its rounds are. */
interface How {
  level: Level;
  prefer: MockPreference;
  probes: number;
  preparationSeconds: number;
  endsAtLimit: boolean;
  seed: number;
}

/** A loop that was chosen, as far as it was changed. */
interface Choice {
  name: string;
  rounds: EditedRound[];
}

/** The mock that is being chosen: its rounds, how it is held, and whether it can be. */
export class Choosing {
  room = $state.raw<MockRoom | null>(null);
  competencies = $state.raw<CompetencyView[]>([]);
  /** A loop's id, or {@link CUSTOM}. */
  chosen = $state<string>(CUSTOM);
  how = $state.raw<How>({
    level: 'senior',
    prefer: 'new',
    probes: MOST_PROBES,
    preparationSeconds: 30,
    endsAtLimit: false,
    seed: 0,
  });
  /** The last look at the set-up; null until there was one. */
  fit = $state.raw<MockFit | null>(null);

  /** What was changed stays while another loop is looked at. */
  #choices = $state.raw<Record<string, Choice>>({});
  #next = 0;
  #asked = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #failed: (error: unknown) => void;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  get choice(): Choice {
    return this.#choices[this.chosen] ?? { name: '', rounds: [] };
  }

  /** The loop of the app's that is chosen; null for one of the user's own. */
  get loop(): LoopView | null {
    return this.room?.loops.find((one) => one.id === this.chosen) ?? null;
  }

  /** The loop is no more as it came. */
  get changed(): boolean {
    return this.loop !== null && !sameRounds(answeredRounds(this.loop), this.choice.rounds);
  }

  /** Labels of the competencies by id. */
  get labels(): Record<string, string> {
    return Object.fromEntries(this.competencies.map(({ id, label }) => [id, label]));
  }

  /** The set-up as it stands. A changed loop is one of the user's own. */
  get setup(): MockSetup {
    return {
      loopId: this.loop && !this.changed ? this.loop.id : null,
      name: this.choice.name.trim(),
      rounds: this.choice.rounds.map((round) => ({ ...bare(round), name: round.name.trim() })),
      ...this.how,
    };
  }

  /**
   * Asks what there is to choose from.
   *
   * @param like a mock that is to be held again, by id; null for none.
   */
  async begin(level: Level, like: number | null): Promise<void> {
    const [room, list, again] = await Promise.all([
      ipc.mockRoom(),
      ipc.questions({ ...EVERY, limit: 1 }),
      like === null ? null : ipc.debrief(like),
    ]);
    this.competencies = list.competencies.map((one) => one.competency);
    this.#choices = Object.fromEntries([
      ...room.loops.map((loop) => [loop.id, this.#choiceOf(loop.name, answeredRounds(loop))] as const),
      [CUSTOM, this.#own(room.custom)] as const,
    ]);
    this.how = { ...this.how, level, seed: room.seed };
    this.room = room;
    this.chosen = room.loops[0]?.id ?? CUSTOM;
    if (again) this.#take(again.setup);
    this.look(0);
  }

  /** Asks again for the lists beside the set-up. */
  async refresh(): Promise<void> {
    this.room = await ipc.mockRoom();
  }

  leave(): void {
    clearTimeout(this.#pause);
    this.#asked += 1;
  }

  choose(id: string): void {
    if (this.chosen === id) return;
    this.chosen = id;
    this.fit = null;
    this.look(0);
  }

  change(some: Partial<How>): void {
    this.how = { ...this.how, ...some };
    this.look();
  }

  rename(name: string): void {
    this.#edit({ name });
  }

  edit(place: number, some: Partial<MockRound>): void {
    this.#edit({ rounds: this.choice.rounds.map((one, i) => (i === place ? { ...one, ...some } : one)) });
  }

  add(): void {
    const { rounds } = this.choice;
    if (rounds.length >= MOST_ROUNDS) return;
    this.#edit({ rounds: [...rounds, this.#keyed(newRound(`Round ${rounds.length + 1}`))] });
  }

  remove(place: number): void {
    this.#edit({ rounds: this.choice.rounds.filter((_, i) => i !== place) });
  }

  /** Puts a removed round back. */
  restore(place: number, round: EditedRound): void {
    const { rounds } = this.choice;
    this.#edit({ rounds: [...rounds.slice(0, place), round, ...rounds.slice(place)] });
  }

  move(from: number, to: number): void {
    if (to < 0 || to >= this.choice.rounds.length || from === to) return;
    this.#edit({ rounds: moved(this.choice.rounds, from, to) });
  }

  /** The loop as it came. */
  putBack(): void {
    const { loop } = this;
    if (loop) this.#edit(this.#choiceOf(loop.name, answeredRounds(loop)));
  }

  /** Another seed than the present one. */
  throwDice(): void {
    const seed = Math.floor(Math.random() * 9999);
    this.change({ seed: seed >= this.how.seed ? seed + 1 : seed });
  }

  /** Looks, after a pause in editing, whether the set-up can be held, and when it would end. */
  look(afterMs = PAUSE_MS): void {
    clearTimeout(this.#pause);
    const mine = (this.#asked += 1);
    this.#pause = setTimeout(() => void this.#look(mine), afterMs);
  }

  async #look(mine: number): Promise<void> {
    try {
      const fit = await ipc.fitMock(this.setup);
      if (mine === this.#asked) this.fit = fit;
    } catch (error) {
      if (mine === this.#asked) this.#failed(error);
    }
  }

  #edit(some: Partial<Choice>): void {
    this.#choices = { ...this.#choices, [this.chosen]: { ...this.choice, ...some } };
    this.look();
  }

  /** A mock that is to be held again: with its own seed it asks the same. */
  #take({ loopId, name, rounds, ...how }: MockSetup): void {
    const id = loopId !== null && this.#choices[loopId] ? loopId : CUSTOM;
    this.#choices = { ...this.#choices, [id]: this.#choiceOf(name, rounds) };
    this.chosen = id;
    this.how = how;
  }

  #own(custom: MockSetup | null): Choice {
    return custom
      ? this.#choiceOf(custom.name, custom.rounds)
      : this.#choiceOf('My loop', [newRound('Round 1')]);
  }

  #choiceOf(name: string, rounds: readonly MockRound[]): Choice {
    return { name, rounds: rounds.map((round) => this.#keyed(round)) };
  }

  #keyed(round: MockRound): EditedRound {
    return { ...bare(round), key: this.#next++ };
  }
}
