import type { FakeCommands } from './commands';
import { gone } from './gone';
import type { World } from './world';

type StoryCommand =
  | 'stories'
  | 'story'
  | 'saveStory'
  | 'deleteStories'
  | 'restoreStories'
  | 'linkStory'
  | 'answerStories'
  | 'linkableAnswers'
  | 'exportStories';

/** The commands of this room, working on a world. */
export function storyCommands(_world: World): Pick<FakeCommands, StoryCommand> {
  return {
    stories: () => {
      throw gone('Not made yet.');
    },
    story: () => {
      throw gone('Not made yet.');
    },
    saveStory: () => {
      throw gone('Not made yet.');
    },
    deleteStories: () => {
      throw gone('Not made yet.');
    },
    restoreStories: () => {
      throw gone('Not made yet.');
    },
    linkStory: () => {
      throw gone('Not made yet.');
    },
    answerStories: () => {
      throw gone('Not made yet.');
    },
    linkableAnswers: () => {
      throw gone('Not made yet.');
    },
    exportStories: () => {
      throw gone('Not made yet.');
    },
  };
}
