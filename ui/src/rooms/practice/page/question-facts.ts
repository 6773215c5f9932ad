import type { QuestionView } from '$lib/ipc/bindings';
import { dimensionLabel } from '$lib/words/labels';

/** Competency, level, and what the question listens for. */
export function questionFacts(question: QuestionView): string[] {
  const facts = [question.competency.label, capitalised(question.level)];
  const heard = question.dimensions.map((dimension) => dimensionLabel(dimension).toLowerCase());
  if (heard.length > 0) facts.push(`listens for ${heard.join(', ')}`);
  return facts;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
