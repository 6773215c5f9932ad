import type { RuleView } from '$lib/ipc/bindings';
import { patternText } from '$lib/rules/pattern-words';
import { dimensionLabel } from '$lib/words/labels';

/** The rules that speak of every word of a query: in their note, reason, question, pattern, examples, dimension or file. */
export function matching(rules: readonly RuleView[], query: string): RuleView[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter((rule) => {
    const text = [
      rule.id,
      dimensionLabel(rule.dimension),
      rule.note,
      rule.why,
      rule.ask,
      rule.say,
      rule.file,
      ...rule.deeds,
      ...rule.patterns.map(patternText),
      ...rule.hits,
      ...rule.misses,
    ]
      .join('\n')
      .replace(/[{}]/g, '')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
