import type { Origin, PackPlan, QuestionDraft, QuestionView } from '../bindings';
import { gone } from './gone';
import { competency, QUESTIONS } from './questions';

/** A question with what the user did with it. */
export interface Kept {
  question: QuestionView;
  origin: Origin;
  theme: string;
  suspended: boolean;
  note: string;
  /** Goes up with each revision; of questions of one's own. */
  version: number;
  deleted: boolean;
}

/** What the next file that is looked at would do. */
export type NextPlan = Omit<PackPlan, 'token' | 'name' | 'format'>;

/** The bank of the fake: the questions that come with it, and those that are written and imported. */
export class FakeBank {
  kept: Kept[] = QUESTIONS.map((question) => kept(question, { from: 'builtIn' }));
  /** What the next file would do. */
  nextPlan: NextPlan = {
    new: [
      {
        id: 'shared-kettle',
        prompt: 'Tell me about a program that everybody owned and nobody ran.',
        notes: [],
      },
    ],
    changed: [],
    same: [],
    refused: [],
    problems: [],
    canApply: true,
  };
  /** The plan that was shown last. */
  pending: PackPlan | null = null;

  /** Those that are not deleted. */
  get there(): Kept[] {
    return this.kept.filter((one) => !one.deleted);
  }

  of(id: string): Kept {
    const found = this.there.find((one) => one.question.id === id);
    if (!found) throw gone('That question is not in the bank any more.');
    return found;
  }

  add(question: QuestionView, origin: Origin): Kept {
    const added = kept(question, origin);
    this.kept.push(added);
    return added;
  }
}

function kept(question: QuestionView, origin: Origin): Kept {
  return { question, origin, theme: 'my own', suspended: false, note: '', version: 1, deleted: false };
}

/** A question as its writer would write it. */
export function draftOf({ question, theme }: Kept): QuestionDraft {
  const { prompt, dimensions, kind, level, minutes, probes, strong, featureQuote, featureWhy, tags } =
    question;
  return {
    prompt,
    competency: question.competency.id,
    dimensions,
    kind,
    level,
    minutes,
    probes,
    strong,
    featureQuote,
    featureWhy,
    tags,
    theme,
  };
}

/** What a draft says, as a question of the bank. */
export function questionOfDraft(id: string, draft: QuestionDraft): QuestionView {
  const written = (texts: string[]) => texts.filter((text) => text.trim() !== '');
  return {
    id,
    prompt: draft.prompt,
    competency: competency(draft.competency),
    dimensions: draft.dimensions as QuestionView['dimensions'],
    kind: draft.kind,
    level: draft.level,
    mode: draft.kind === 'behavioural' ? 'behavioral' : 'situational',
    minutes: draft.minutes,
    probes: written(draft.probes),
    strong: written(draft.strong),
    featureQuote: draft.featureQuote,
    featureWhy: draft.featureWhy,
    tags: written(draft.tags),
  };
}
