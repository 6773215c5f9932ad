import type { FakeCommands } from './commands';
import { progressOf } from './progress';
import type { World } from './world';

type ProgressCommand = 'progress';

/** The commands of this room, working on a world. */
export function progressCommands(world: World): Pick<FakeCommands, ProgressCommand> {
  return { progress: (range) => progressOf(world.story, range, world.today.calendar) };
}
