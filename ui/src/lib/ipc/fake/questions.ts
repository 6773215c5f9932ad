import type { CompetencyView, QuestionView } from '../bindings';

const COMPETENCIES: Record<string, string> = {
  'program-execution': 'Program execution',
  'dependencies-risk': 'Dependencies & risk',
  'decisions-trade-offs': 'Decisions & trade-offs',
  'influence-without-authority': 'Influence without authority',
};

/** The competencies of the fake, in the bank's order. */
export const FAKE_COMPETENCIES: readonly CompetencyView[] = Object.entries(COMPETENCIES).map(
  ([id, label]) => ({ id, label }),
);

/** A competency by its id. */
export function competency(id: string): CompetencyView {
  return { id, label: COMPETENCIES[id] ?? id };
}

type Asked = Pick<QuestionView, 'id' | 'prompt' | 'dimensions'> &
  Partial<QuestionView> & { of: keyof typeof COMPETENCIES };

function asked({ of, ...own }: Asked): QuestionView {
  return {
    competency: competency(of),
    kind: 'behavioural',
    level: 'senior',
    mode: 'behavioral',
    minutes: 2,
    probes: ['Which option did you reject, and why?', 'What would you do differently?'],
    strong: ['Names the decision that was theirs', 'Gives the outcome with a baseline'],
    featureQuote: 'I set up a weekly sync and made sure everyone stayed on track.',
    featureWhy: 'It tells of activity; nothing in it was decided.',
    tags: [],
    ...own,
  };
}

/** A few questions, as the bank would hold them. */
export const QUESTIONS: readonly QuestionView[] = [
  asked({
    id: 'owned-program',
    of: 'program-execution',
    prompt: 'Tell me about a program you owned from the first conversation to the result.',
    dimensions: ['ownership', 'impact'],
  }),
  asked({
    id: 'risk-before-it-hurt',
    of: 'dependencies-risk',
    prompt: 'Tell me about a time you found a risk in a system before it hurt anyone. What did you do?',
    dimensions: ['systems', 'foresight'],
  }),
  asked({
    id: 'late-or-incomplete',
    of: 'decisions-trade-offs',
    prompt: 'Your launch can be late or incomplete. Who decides, and on what?',
    dimensions: ['decisions', 'direction'],
    kind: 'situational',
    mode: 'situational',
    minutes: 3,
  }),
  asked({
    id: 'reversed-decision',
    of: 'decisions-trade-offs',
    prompt: 'Tell me about a decision of yours that you reversed.',
    dimensions: ['decisions', 'ownership'],
  }),
  asked({
    id: 'team-said-no',
    of: 'influence-without-authority',
    prompt: 'Tell me about a team that said no to you and later agreed. What changed?',
    dimensions: ['influence'],
  }),
];
