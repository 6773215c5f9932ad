import type { CompetencyView, StoryAnswer, StoryText } from '../bindings';
import { NOW } from './today';

/** A story with what the fake knows of it. */
export interface FakeStory {
  id: number;
  version: number;
  updatedAt: number;
  text: StoryText;
  deleted: boolean;
}

/** An answer as a story sees it, without the link. */
export type FakeStoryAnswer = Omit<StoryAnswer, 'linked'>;

const LABELS: Record<string, string> = {
  'system-thinking-architecture': 'System thinking & architecture',
  'program-execution': 'Program execution',
  'dependencies-risk': 'Dependencies & risk',
  'decisions-trade-offs': 'Decisions & trade-offs',
  'ambiguity-direction': 'Ambiguity & direction',
  'impact-metrics': 'Impact & metrics',
  'influence-without-authority': 'Influence without authority',
  'stakeholder-communication': 'Stakeholder communication',
  'accountability-mechanisms': 'Accountability & mechanisms',
  'conflict-trust': 'Conflict & trust',
  'technical-depth': 'Technical depth',
  'api-platform-programs': 'API & platform programs',
  'technical-debt': 'Technical debt',
  'data-ml-programs': 'Data & ML programs',
  'incidents-crisis': 'Incidents & crisis',
  'failure-learning': 'Failure & learning',
  'thought-leadership-career': 'Thought leadership & career',
};

/** All competencies of the bank, in its order: the rows of the matrix. */
export const STORY_COMPETENCIES: readonly CompetencyView[] = Object.entries(LABELS).map(([id, label]) => ({
  id,
  label,
}));

interface Told {
  text: Omit<StoryText, 'numbers' | 'fits'> & Partial<StoryText>;
  /** Competency, score and question of each answer with it. */
  answers: [competency: string, score: number, prompt: string][];
  daysAgo: number;
}

const TOLD: readonly Told[] = [
  {
    text: {
      title: 'Refund path before the ledger cutover',
      situation:
        'Checkout moves from the old payments service to a new ledger. Three teams, one date in October.',
      task: 'Mine: a cutover with no money lost and no day missed.',
      action:
        'I drew the refund path end to end, from the storefront through the orders queue to the ledger, and found that refunds were written to both services with no shared idempotency key. It was decided that we would hold the launch. I chose to move refunds last, behind a flag, so the other flows could keep the date.',
      result: 'We shipped on time, and duplicate refunds went from about forty a month to zero.',
      numbers: [
        { value: '40 → 0', meaning: 'duplicate refunds a month' },
        { value: '4 days', meaning: 'by flag, 3 weeks by patch' },
      ],
      fits: ['impact-metrics'],
    },
    answers: [
      ['system-thinking-architecture', 78, 'Walk me through the data flow of a system you know end to end.'],
      ['dependencies-risk', 70, 'What did you see early that others did not?'],
      ['technical-depth', 67, 'Which API would you not build again?'],
      ['decisions-trade-offs', 58, 'Your launch can be late or incomplete. Who decides, and on what?'],
      ['dependencies-risk', 58, 'Tell me about a time you found a risk in a system before it hurt anyone.'],
    ],
    daysAgo: 1,
  },
  {
    text: {
      title: 'Five teams, one date for mobile payments',
      situation: 'Five teams had five plans for mobile payments, and the store review had one date.',
      task: 'I owned the date and what would be in it.',
      action:
        'I cut the plan to one path through all five teams and put the other four behind it, because only that one could be shown to the store.',
      result: '',
      numbers: [{ value: '5', meaning: 'teams on one path' }],
      fits: ['dependencies-risk'],
    },
    answers: [
      [
        'program-execution',
        71,
        'Tell me about a program you owned from the first conversation to the result.',
      ],
      ['influence-without-authority', 71, 'Tell me about a team that said no to you and later agreed.'],
      ['stakeholder-communication', 70, 'How did you tell an executive that the date had moved?'],
      ['accountability-mechanisms', 68, 'Which mechanism of yours still runs without you?'],
    ],
    daysAgo: 6,
  },
  {
    text: {
      title: 'Search moves to the event schema',
      situation: 'Search read three databases, each with its own idea of a product.',
      task: 'I was to bring search onto the event schema while it went on being used.',
      action:
        'I decided on one schema with the catalogue team and gave up the nightly rebuild, so that a change could be seen within a minute.',
      result: 'Stale results went from one in nine to one in four hundred.',
      numbers: [{ value: '1 in 9 → 1 in 400', meaning: 'stale results' }],
    },
    answers: [
      ['system-thinking-architecture', 70, 'Describe a system whose data you had to move while it ran.'],
      ['impact-metrics', 74, 'Which number did you move, and how do you know?'],
      ['influence-without-authority', 74, 'Whom did you have to win who gained nothing by it?'],
      ['accountability-mechanisms', 72, 'How do you know on a Tuesday that a program is well?'],
      ['api-platform-programs', 69, 'Tell me about an interface you asked ten teams to adopt.'],
    ],
    daysAgo: 12,
  },
  {
    text: {
      title: 'Analytics pipeline, cut to ninety days',
      situation: 'Storage cost more than the team, and nobody could say who read what.',
      task: 'To halve it within a quarter.',
      action: 'I asked who reads anything older than ninety days, and two answered.',
      result: 'The bill went from 90 to 38 thousand a month.',
      fits: ['failure-learning'],
    },
    answers: [
      ['program-execution', 69, 'What did you stop, and what did that free?'],
      ['decisions-trade-offs', 39, 'Tell me about a decision of yours that you reversed.'],
      ['ambiguity-direction', 52, 'Nobody could say what the goal was. What did you do first?'],
      ['impact-metrics', 66, 'What did your program save, and against what baseline?'],
    ],
    daysAgo: 20,
  },
  {
    text: {
      title: 'The outage on the eleventh',
      situation: 'On the eleventh checkout was down for fifty minutes, at noon.',
      task: 'I led the incident, and the review after it.',
      action: 'I took the decision to fail over by hand, because the runbook had not been tried for a year.',
      result: 'Fail-over is rehearsed each month since, and takes four minutes.',
      numbers: [{ value: '50 → 4 min', meaning: 'to fail over' }],
    },
    answers: [
      ['dependencies-risk', 68, 'Which risk did you accept, and who knew of it?'],
      ['stakeholder-communication', 66, 'What did you say to customers in the first ten minutes?'],
      ['incidents-crisis', 69, 'Tell me about an incident that you led.'],
      ['failure-learning', 71, 'What is different since your worst mistake?'],
    ],
    daysAgo: 33,
  },
  {
    text: {
      title: 'Retiring the v1 API',
      situation: 'Two hundred customers were still on an API that one engineer understood.',
      task: 'I was to switch it off within the year.',
      action: 'I split the customers by what they would lose and wrote to the first thirty myself.',
      result: 'Switched off in November, with three exceptions.',
      numbers: [{ value: '200 → 3', meaning: 'customers on v1' }],
      fits: ['system-thinking-architecture', 'decisions-trade-offs', 'stakeholder-communication'],
    },
    answers: [
      ['technical-depth', 70, 'Explain a protocol you know to somebody who does not.'],
      ['api-platform-programs', 72, 'How did you end something that customers relied on?'],
      ['technical-debt', 51, 'Which debt did you pay first, and why that one?'],
    ],
    daysAgo: 41,
  },
];

const DAY_MS = 86_400_000;

/** The stories of the fake, the answers they are told in, and which goes with which. */
export class FakeStories {
  stories: FakeStory[] = [];
  answers: FakeStoryAnswer[] = [];
  /** Answers of each story, by id. */
  links: Record<number, number[]> = {};
  #next = 1;
  #nextAnswer = 9001;

  /** @param takes takes that open when an answer is opened; without any there are no stories yet. */
  constructor(takes: readonly number[]) {
    if (takes.length === 0) return;
    for (const { text, answers, daysAgo } of TOLD) {
      const { id } = this.add({ numbers: [], fits: [], ...text }, NOW - daysAgo * DAY_MS);
      this.links[id] = answers.map(([competency, score, prompt]) => {
        const answerId = this.#nextAnswer++;
        const takeId = takes[answerId % takes.length] ?? 0;
        this.answers.push({ answerId, takeId, prompt, competency: competencyOf(competency), score });
        return answerId;
      });
    }
  }

  /** Those that are not deleted, oldest first. */
  get there(): FakeStory[] {
    return this.stories.filter((one) => !one.deleted);
  }

  /** A new story. */
  add(text: StoryText, updatedAt: number): FakeStory {
    const story = { id: this.#next++, version: 1, updatedAt, text, deleted: false };
    this.stories.push(story);
    return story;
  }
}

/** A competency by its id. */
export function competencyOf(id: string): CompetencyView {
  return { id, label: LABELS[id] ?? id };
}
