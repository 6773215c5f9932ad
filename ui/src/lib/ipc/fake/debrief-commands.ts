import type { Debrief } from '../bindings';
import type { FakeCommands } from './commands';
import { NOW } from './today';
import type { World } from './world';

type DebriefCommand = 'debrief' | 'mockReviewCost' | 'sendMockToReview' | 'exportDebrief';

/** The commands of the debrief, working on a world. */
export function debriefCommands(world: World): Pick<FakeCommands, DebriefCommand> {
  return {
    debrief: (id) => debriefOf(world, id),
    mockReviewCost: (_id, slots) => ({ answers: slots.length, minutesADay: slots.length, from: null }),
    sendMockToReview: (_id, slots) => [...slots],
    exportDebrief: (_id, format) => `/home/you/Downloads/debrief-2026-03-10.${format}`,
  };
}

function debriefOf(world: World, id: number): Debrief {
  const mock = world.mocks.of(id);
  return {
    id,
    name: mock.setup.name,
    day: mock.day,
    startedAt: NOW,
    endedAt: NOW,
    setup: mock.setup,
    score: mock.score,
    headline: '',
    rounds: [],
    questions: [],
    dimensions: [],
    comparedWith: null,
    soFar: [],
    across: {
      weakPer100: null,
      weakPer100Before: null,
      decisions: 0,
      numbers: 0,
      answers: mock.answered,
      pauses: mock.pauses,
      pausedMs: 0,
      left: 0,
      skipped: 0,
    },
    whereTimeWent: [],
  };
}
