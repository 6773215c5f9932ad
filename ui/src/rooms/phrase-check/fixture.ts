/** Two takes of one answer, for tests and for looking at the room: the story of a refund that would be paid twice. */
import type { CheckView, Mark, MissingView, PartView, Scores, TakeTab } from '$lib/ipc/bindings';
import { QUESTIONS } from '$lib/ipc/fake/questions';
import { NOW } from '$lib/ipc/fake/today';

type Phrase = Pick<Mark, 'text' | 'kind' | 'dimension' | 'note'> & Partial<Mark>;

const WEAK_WHY = 'It says that time was spent, not what was settled by it.';
const STRONG_WHY = 'Only the one who did it could say it so exactly.';

/** Places phrases in a text, in the order they stand there. */
function placed(text: string, phrases: readonly Phrase[]): Mark[] {
  let from = 0;
  return phrases.map((phrase) => {
    const start = text.indexOf(phrase.text, from);
    if (start < 0) throw new Error(`“${phrase.text}” is not in the fixture`);
    from = start + 1;
    return {
      start,
      end: start + phrase.text.length,
      rule: `${phrase.dimension}/${phrase.note.replace(/[^a-z]+/gu, '-').replace(/^-|-$/gu, '')}`,
      actor: 'own',
      points: phrase.kind === 'strong' ? 4 : -3,
      why: phrase.kind === 'strong' ? STRONG_WHY : WEAK_WHY,
      ask: '',
      say: null,
      fix: null,
      ...phrase,
    };
  });
}

const FIRST = `Last year we were moving checkout off the old payments service and onto a new ledger. I was responsible for tracking the three teams’ progress, so I set up a weekly sync and kept the teams updated on their tickets.

About two weeks in, someone noticed that refunds were written to both services, and there was a risk that customers could be paid twice.

I escalated it to the engineering managers and waited for them to decide. It was decided that we would hold the launch.

I coordinated between payments and orders and, um, you know, I followed up with them until they came round. We built a replay test that ran every night.

In the end the release was completed successfully, and stakeholders were happy.`;

const SECOND = `Last year we were moving checkout off the old payments service and onto a new ledger: three teams, one launch date in October. I was asked to make sure everyone stayed on track, so I set up a weekly sync and kept the teams updated on their tickets.

In the second week I drew the refund path end to end, from the storefront through the orders queue to the ledger, and found that refunds were written to both services with no shared idempotency key. If the queue replayed, a customer would be paid twice, and nobody would see it until month end.

It was decided that we would hold the launch. I think I probably should have raised it sooner, but I put two options in front of the payments and orders leads and chose to move refunds last, behind a flag, so the other flows could keep the date.

The orders team didn’t agree at first, and, um, I followed up with them until they came round. We built a replay test that ran every night against the queue.

We shipped on time, and duplicate refunds went from about forty a month to zero.`;

const SYNC = 'set up a weekly sync and kept the teams updated on their tickets';

const FIRST_MARKS = placed(FIRST, [
  {
    text: 'responsible for tracking the three teams’ progress',
    kind: 'weak',
    dimension: 'ownership',
    note: 'tracking: what did you own?',
    ask: 'What did you own, beyond tracking?',
    fix: 2,
  },
  {
    text: SYNC,
    kind: 'weak',
    dimension: 'decisions',
    note: 'activity, not a decision',
    ask: 'What did you decide?',
  },
  {
    text: 'someone noticed',
    kind: 'hidden_actor',
    dimension: 'foresight',
    note: 'who noticed?',
    ask: 'Who noticed, and how?',
    actor: 'nobody',
  },
  {
    text: 'escalated it to the engineering managers and waited for them to decide',
    kind: 'weak',
    dimension: 'decisions',
    note: 'what would you have decided?',
    ask: 'What would you have decided?',
    fix: 1,
  },
  {
    text: 'It was decided that',
    kind: 'hidden_actor',
    dimension: 'ownership',
    note: 'who decided?',
    ask: 'Who decided to hold the launch?',
    actor: 'nobody',
  },
  {
    text: 'I coordinated between payments and orders',
    kind: 'weak',
    dimension: 'influence',
    note: 'what did you settle?',
    ask: 'What did you settle between them?',
  },
  { text: 'um, you know,', kind: 'filler', dimension: 'influence', note: 'filler', points: 0 },
  {
    text: 'I followed up with them until they came round',
    kind: 'weak',
    dimension: 'influence',
    note: 'what changed their mind?',
    ask: 'What changed their mind?',
  },
  {
    text: 'We',
    kind: 'hidden_actor',
    dimension: 'ownership',
    note: 'your part?',
    ask: 'What was your part?',
    actor: 'shared',
  },
  {
    text: 'the release was completed successfully',
    kind: 'weak',
    dimension: 'impact',
    note: 'delivered: and then?',
    ask: 'What moved, from what to what?',
    fix: 3,
  },
]);

const SECOND_MARKS = placed(SECOND, [
  {
    text: 'make sure everyone stayed on track',
    kind: 'weak',
    dimension: 'ownership',
    note: 'what did you own?',
    ask: 'What did you own, beyond tracking?',
    fix: 2,
  },
  {
    text: SYNC,
    kind: 'weak',
    dimension: 'decisions',
    note: 'activity, not a decision',
    ask: 'What did you decide?',
  },
  {
    text: 'I drew the refund path end to end, from the storefront through the orders queue to the ledger',
    kind: 'strong',
    dimension: 'systems',
    note: 'end to end, service by service',
  },
  {
    text: 'found that refunds were written to both services with no shared idempotency key',
    kind: 'strong',
    dimension: 'systems',
    note: 'names the cause',
  },
  {
    text: 'If the queue replayed, a customer would be paid twice',
    kind: 'strong',
    dimension: 'foresight',
    note: 'names what breaks',
  },
  {
    text: 'It was decided that',
    kind: 'hidden_actor',
    dimension: 'ownership',
    note: 'who decided?',
    ask: 'Who decided to hold the launch?',
    why: 'Nobody holds the launch here.',
    say: 'I held the launch.',
    points: -4,
    actor: 'nobody',
    fix: 1,
  },
  {
    text: 'I think I probably',
    kind: 'hedge',
    dimension: 'ownership',
    note: 'say it or leave it',
    points: -1,
  },
  {
    text: 'chose to move refunds last, behind a flag, so the other flows could keep the date',
    kind: 'strong',
    dimension: 'decisions',
    note: 'a decision, with its reason',
  },
  { text: 'um,', kind: 'filler', dimension: 'influence', note: 'filler', points: 0 },
  {
    text: 'I followed up with them until they came round',
    kind: 'weak',
    dimension: 'influence',
    note: 'what changed their mind?',
    ask: 'What changed their mind?',
  },
  {
    text: 'We',
    kind: 'hidden_actor',
    dimension: 'ownership',
    note: 'your part?',
    ask: 'What was your part?',
    actor: 'shared',
  },
  {
    text: 'shipped on time',
    kind: 'weak',
    dimension: 'impact',
    note: 'delivered…',
    ask: 'What moved, from what to what?',
  },
  {
    text: 'duplicate refunds went from about forty a month to zero',
    kind: 'strong',
    dimension: 'impact',
    note: '…and an outcome, with its baseline',
  },
]);

const OPTIONS = 'in front of the payments and orders leads';
const SECOND_MISSING: MissingView[] = [
  {
    item: 'alternative',
    at: SECOND.indexOf(OPTIONS) + OPTIONS.length,
    ask: 'which did you reject?',
    gain: 5,
    fix: 3,
  },
  { item: 'learning', at: SECOND.length, ask: 'what did you learn?', gain: 2, fix: null },
];
const FIRST_MISSING: MissingView[] = ['decision', 'alternative', 'system', 'number', 'learning'].map(
  (item) => ({
    item,
    at: FIRST.length,
    ask: `what of the ${item}?`,
    gain: 3,
    fix: null,
  }),
);

const SCORES: Record<'first' | 'second', Scores> = {
  first: {
    overall: 34,
    ownership: 26,
    systems: 45,
    decisions: 22,
    foresight: 38,
    direction: 34,
    impact: 36,
    influence: 37,
  },
  second: {
    overall: 58,
    ownership: 52,
    systems: 78,
    decisions: 66,
    foresight: 71,
    direction: 34,
    impact: 60,
    influence: 45,
  },
};

function takeTab(id: number, text: string, scores: Scores, own: Partial<TakeTab>): TakeTab {
  return {
    id,
    ordinal: id,
    score: scores.overall,
    scores,
    best: false,
    medium: 'typed',
    source: 'practice',
    words: text.split(/\s+/u).length,
    elapsedMs: 245_000,
    budgetMs: 360_000,
    finishedAt: NOW,
    ...own,
  };
}

const TAKES: TakeTab[] = [
  takeTab(1, FIRST, SCORES.first, { best: true, elapsedMs: 162_000, finishedAt: NOW - 2 * 86_400_000 }),
  takeTab(2, SECOND, SCORES.second, {}),
];

function parts(text: string, starts: readonly [PartView['part'], string, number][]): PartView[] {
  return starts.map(([part, words, percent], index) => ({
    part,
    percent,
    start: text.indexOf(words),
    end: index + 1 < starts.length ? text.indexOf(starts[index + 1]?.[1] ?? '') : text.length,
  }));
}

function spans(words: string): [number, number][] {
  return [[SECOND.indexOf(words), SECOND.indexOf(words) + words.length]];
}

/** The checks of both takes, as Rust would give them. A copy: tests change it. */
export function refundStory(): { first: CheckView; second: CheckView } {
  const [one, two] = structuredClone(TAKES);
  const question = QUESTIONS.find((candidate) => candidate.id === 'risk-before-it-hurt');
  if (!one || !two || !question) throw new Error('the fixture is not whole');
  const shared = {
    answerId: 7,
    answerVersion: 3,
    question,
    takes: [one, two],
    ignored: [],
    card: null,
    starred: false,
    level: 'senior' as const,
    readable: 'scored' as const,
  };
  return structuredClone({
    first: {
      ...shared,
      take: one,
      previous: null,
      text: FIRST,
      marks: FIRST_MARKS,
      missing: FIRST_MISSING,
      scores: SCORES.first,
      agency: { own: 5, shared: 2, other: 3, nobody: 3 },
      structure: {
        parts: parts(FIRST, [
          ['situation', 'Last year', 14],
          ['action', 'so I set up', 72],
          ['result', 'In the end', 14],
        ]),
        absent: ['task'],
        inOrder: true,
        line: 'Ends on delivery, not on an outcome.',
      },
      coverage: FIRST_MISSING.map(({ item }) => ({
        item,
        label: item,
        ask: `What of the ${item}?`,
        spans: [],
      })),
      fixes: [
        {
          ask: 'What would you have decided?',
          quote: '“escalated it to the engineering…”',
          gain: 7,
          mark: 3,
          missing: null,
        },
        {
          ask: 'What did you own, beyond tracking?',
          quote: '“responsible for tracking…”',
          gain: 6,
          mark: 0,
          missing: null,
        },
        {
          ask: 'What moved, from what to what?',
          quote: '“the release was completed…”',
          gain: 5,
          mark: 9,
          missing: null,
        },
      ],
    },
    second: {
      ...shared,
      take: two,
      previous: one,
      text: SECOND,
      marks: SECOND_MARKS,
      missing: SECOND_MISSING,
      scores: SCORES.second,
      agency: { own: 8, shared: 3, other: 3, nobody: 1 },
      structure: {
        parts: parts(SECOND, [
          ['situation', 'Last year', 12],
          ['task', 'I was asked to', 13],
          ['action', 'In the second week', 67],
          ['result', 'We shipped', 8],
        ]),
        absent: [],
        inOrder: true,
        line: 'Opens with the setting, not the point.',
      },
      coverage: [
        {
          item: 'decision',
          label: 'decision',
          ask: 'What did you decide?',
          spans: spans('chose to move refunds last'),
        },
        { item: 'alternative', label: 'alternative', ask: 'What did you choose not to do?', spans: [] },
        {
          item: 'system',
          label: 'system',
          ask: 'Which systems?',
          spans: spans('the refund path end to end'),
        },
        {
          item: 'risk',
          label: 'early risk',
          ask: 'When did you see it?',
          spans: spans('If the queue replayed'),
        },
        { item: 'number', label: 'number', ask: 'What moved?', spans: spans('about forty a month to zero') },
        {
          item: 'own_action',
          label: 'own action',
          ask: 'What did you do?',
          spans: spans('I drew the refund path'),
        },
        { item: 'learning', label: 'lesson', ask: 'What did you learn?', spans: [] },
      ],
      fixes: [
        {
          ask: 'Who decided to hold the launch?',
          quote: '“It was decided that we would hold…”',
          gain: 8,
          mark: 5,
          missing: null,
        },
        {
          ask: 'What did you own, beyond tracking?',
          quote: '“make sure everyone stayed on track”',
          gain: 6,
          mark: 0,
          missing: null,
        },
        {
          ask: 'Which option did you reject?',
          quote: 'Two options, one named',
          gain: 5,
          mark: null,
          missing: 0,
        },
      ],
    },
  });
}
