import type { RuleView } from '$lib/ipc/bindings';
import { dimensionLabel } from '$lib/words/labels';

/** The rules that speak of every word of a query: in their note, reason, question, examples or dimension. */
export function matching(rules: readonly RuleView[], query: string): RuleView[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter((rule) => {
    const text = [
      rule.id,
      dimensionLabel(rule.dimension),
      rule.note,
      rule.why,
      rule.ask,
      ...rule.hits,
      ...rule.misses,
    ]
      .join('\n')
      .replace(/[{}]/g, '')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
