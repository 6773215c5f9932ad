import type { FakeCommands } from './commands';
import { gone } from './gone';
import type { World } from './world';

type DrillCommand = 'drillQueue' | 'checkDrill' | 'undoDrill' | 'putDrill' | 'suspendDrill';

/** The commands of this room, working on a world. */
export function drillCommands(_world: World): Pick<FakeCommands, DrillCommand> {
  return {
    drillQueue: () => {
      throw gone('Not made yet.');
    },
    checkDrill: () => {
      throw gone('Not made yet.');
    },
    undoDrill: () => {
      throw gone('Not made yet.');
    },
    putDrill: () => {
      throw gone('Not made yet.');
    },
    suspendDrill: () => {
      throw gone('Not made yet.');
    },
  };
}
