import type { FakeCommands } from './commands';
import { gone } from './gone';
import type { World } from './world';

type ProgressCommand = 'progress';

/** The commands of this room, working on a world. */
export function progressCommands(_world: World): Pick<FakeCommands, ProgressCommand> {
  return {
    progress: () => {
      throw gone('Not made yet.');
    },
  };
}
