import type { Debrief, MockFit, MockProblem, MockRow, MockSetup } from '../bindings';
import { Problem } from '../problem';
import type { FakeCommands } from './commands';
import { gone } from './gone';
import { FAKE_LOOPS } from './loops';
import { FakeMock } from './mock-run';
import { NOW } from './today';
import type { World } from './world';

type MockCommand =
  | 'mockRoom'
  | 'fitMock'
  | 'startMock'
  | 'mockNow'
  | 'saveMockAnswer'
  | 'mockDeed'
  | 'deleteMocks'
  | 'restoreMocks';

/** Mocks that were held before, for the list. */
const EARLIER: MockRow[] = [
  { id: 903, name: 'Cross-functional influence', day: '2026-03-07', score: 55, answered: 3, questions: 3 },
  { id: 902, name: 'Full onsite', day: '2026-02-28', score: 52, answered: 11, questions: 12 },
  { id: 901, name: 'Program sense', day: '2026-02-21', score: 47, answered: 3, questions: 3 },
];

/** The mocks of a world. */
export class FakeMocks {
  held: FakeMock[] = [];
  earlier: MockRow[] = EARLIER.map((row) => ({ ...row }));
  deleted = new Set<number>();
  custom: MockSetup | null = null;
  /** Debriefs that were asked for, by mock. */
  debriefs = new Map<number, Debrief>();

  get underWay(): FakeMock | null {
    return this.held.find((one) => one.stage !== 'ended') ?? null;
  }

  of(id: number): FakeMock {
    const mock = this.held.find((one) => one.id === id);
    if (!mock) throw gone('That interview is not there any more.');
    return mock;
  }

  get rows(): MockRow[] {
    const ended = this.held.filter((one) => one.stage === 'ended').map(rowOf);
    return [...ended.toReversed(), ...this.earlier].filter(({ id }) => !this.deleted.has(id));
  }
}

/** The commands of the Mock room before the debrief, working on a world. */
export function mockCommands(world: World): Pick<FakeCommands, MockCommand> {
  const { mocks, bank } = world;
  return {
    mockRoom: () => {
      const there = mocks.underWay;
      return {
        loops: [...FAKE_LOOPS],
        custom: mocks.custom,
        underWay: there && { id: there.id, name: there.setup.name, startedAt: NOW, place: there.place },
        earlier: mocks.rows,
        answered: 31,
        bank: 306,
        seed: 4721,
      };
    },
    fitMock: (setup) => fitOf(world, setup),
    startMock: (setup) => {
      if (mocks.underWay) throw invalid('Another interview is under way. Go on with it, or end it.');
      const problem = fitOf(world, setup).problems[0];
      if (problem) throw invalid(problem.message);
      const mock = new FakeMock(
        world.newId(),
        structuredClone(setup),
        bank.there.map((one) => one.question),
      );
      if (setup.loopId === null) mocks.custom = structuredClone(setup);
      mocks.held.push(mock);
      return mock.now();
    },
    mockNow: (id) => mocks.of(id).now(),
    saveMockAnswer: (id, edit) => {
      const mock = mocks.of(id);
      mock.save(edit);
      return mock.now();
    },
    mockDeed: (id, deed, edit) => {
      const mock = mocks.of(id);
      if (edit) mock.save(edit);
      mock.do(deed);
      return mock.now();
    },
    deleteMocks: (ids) => {
      for (const id of ids) mocks.deleted.add(id);
      return null;
    },
    restoreMocks: (ids) => {
      for (const id of ids) mocks.deleted.delete(id);
      return null;
    },
  };
}

function rowOf(mock: FakeMock): MockRow {
  const { id, setup, day, score, answered, slots } = mock;
  return { id, name: setup.name, day, score, answered, questions: slots.length };
}

function invalid(message: string): Problem {
  return new Problem({ code: 'invalid', message, detail: null });
}

function fitOf(world: World, setup: MockSetup): MockFit {
  const available = setup.rounds.map(
    (round) =>
      world.bank.there.filter(
        ({ question, suspended }) =>
          !suspended &&
          (round.competencies.length === 0 || round.competencies.includes(question.competency.id)) &&
          (round.kinds.length === 0 || round.kinds.includes(question.kind)),
      ).length,
  );
  const problems = setup.rounds.flatMap((round, i): MockProblem[] => {
    const there = available[i] ?? 0;
    if (there >= round.questions) return [];
    const fit = `Only ${there} ${there === 1 ? 'question fits' : 'questions fit'} this round, and it asks ${round.questions}.`;
    return [{ round: i, message: `${fit} Add a competency, or ask fewer.` }];
  });
  const minutes = setup.rounds.reduce((sum, round) => sum + round.minutes, 0);
  return {
    minutes,
    questions: setup.rounds.reduce((sum, round) => sum + round.questions, 0),
    endsAt: NOW + minutes * 60_000,
    available,
    problems,
  };
}
