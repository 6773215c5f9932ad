import type { CheckView, StoryText } from '$lib/ipc/bindings';

/** The parts of a take as the parts of a story: what was spoken of one part in several stretches becomes its paragraphs. */
export function storyOfTake({ text, structure }: Pick<CheckView, 'text' | 'structure'>): Partial<StoryText> {
  const story = { situation: '', task: '', action: '', result: '' };
  for (const { part, start, end } of structure.parts) {
    const words = text.slice(start, end).trim();
    if (words !== '') story[part] = story[part] === '' ? words : `${story[part]}\n\n${words}`;
  }
  return story;
}
