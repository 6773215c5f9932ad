import type { StoryPart } from '$lib/ipc/bindings';

/** What a part of the story is called. */
export const PART_LABEL: Record<StoryPart, string> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
};

/** Its letter in the gutter. */
export const PART_LETTER: Record<StoryPart, string> = { situation: 'S', task: 'T', action: 'A', result: 'R' };
