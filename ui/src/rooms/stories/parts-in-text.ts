import type { StoryPart, StoryText } from '$lib/ipc/bindings';
import type { Range } from '$lib/manuscript/segments';
import { PARTS } from './wording';

/**
 * Where each written part stands in the text that was checked: the parts one after the other, parted by blank lines.
 * A part that is not found there, letter for letter, has no range: it is shown without marks.
 */
export function partsInText(text: string, story: StoryText): Partial<Record<StoryPart, Range>> {
  const found: Partial<Record<StoryPart, Range>> = {};
  let from = 0;
  for (const part of PARTS) {
    const words = story[part].trim();
    if (words === '') continue;
    const start = text.indexOf(words, from);
    if (start === -1) continue;
    const end = start + words.length;
    found[part] = { start, end };
    from = end;
  }
  return found;
}
