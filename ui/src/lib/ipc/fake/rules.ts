import type { RuleView } from '../bindings';
import { PHRASES } from './reading';

/** A rule for each phrase the fake knows. */
export function fakeRules(): RuleView[] {
  return PHRASES.map((phrase) => ({
    id: `${phrase.dimension}/${phrase.words
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .slice(0, 24)}`,
    dimension: phrase.dimension,
    kind: phrase.kind,
    note: phrase.note,
    why: phrase.why ?? 'It says that time was spent, not what was settled by it.',
    ask: phrase.ask,
    say: phrase.say ?? null,
    patterns: [phrase.words],
    deeds: [],
    file: null,
    hits: [`Last spring {${phrase.words}} for two teams.`],
    misses: ['I decided to cut the second phase, because the data would not be ready.'],
    on: true,
  }));
}
