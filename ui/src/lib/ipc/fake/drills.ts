import type { DrillFigures, DrillItem, Mark, MarkKind } from '../bindings';
import { QUESTIONS } from './questions';
import { marksOf } from './reading';
import { NOW } from './today';

const DAY_MS = 86_400_000;

/** What the fake reads in a sentence beside the phrases of its phrase check. */
interface Said {
  words: string;
  kind: MarkKind;
  note: string;
}

const SAID: readonly Said[] = [
  {
    words: 'I cut the backfill from the first release, because the daily report only needs ninety days',
    kind: 'strong',
    note: 'a decision, with its reason',
  },
  {
    words: 'told finance in week two which months would be missing',
    kind: 'strong',
    note: 'named early, to the people it would hurt',
  },
  { words: 'tracked the plan', kind: 'weak', note: 'activity, not a decision' },
  { words: 'kept everyone aligned', kind: 'weak', note: 'aligned on what?' },
  { words: 'It was agreed', kind: 'hidden_actor', note: 'who agreed?' },
  { words: 'was brought in to help with the migration', kind: 'weak', note: 'what did you own?' },
  { words: 'passed the risk on to the leads', kind: 'weak', note: 'what did you do about it?' },
  { words: 'monitored the launch dashboard', kind: 'weak', note: 'what would have made you stop it?' },
  { words: 'I decided', kind: 'strong', note: 'a decision' },
  { words: 'I stopped', kind: 'strong', note: 'a decision' },
];

/** The marks of one sentence. */
export function drillMarks(text: string): Mark[] {
  const low = text.toLowerCase();
  const own = SAID.flatMap(({ words, kind, note }): Mark[] => {
    const start = low.indexOf(words.toLowerCase());
    if (start === -1) return [];
    const end = start + words.length;
    return [
      {
        start,
        end,
        text: text.slice(start, end),
        kind,
        rule: `decisions/${note.replace(/[^a-z]+/g, '-')}`,
        dimension: 'decisions',
        actor: kind === 'hidden_actor' ? 'nobody' : 'own',
        points: kind === 'strong' ? 5 : -3,
        note,
        why: 'It says that time was spent, not what was settled by it.',
        ask: 'What did you choose not to do, and why?',
        say: null,
        fix: null,
      },
    ];
  });
  const rest = marksOf(text).filter(
    (mark) => !own.some((one) => one.start < mark.end && mark.start < one.end),
  );
  return [...own, ...rest].sort((a, b) => a.start - b.start);
}

/** What stands against a sentence: weak marks and hidden actors. */
export function against(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => mark.kind === 'weak' || mark.kind === 'hidden_actor');
}

/** What was counted in a sentence. */
export function figuresOf(marks: readonly Mark[]): DrillFigures {
  const strong = marks.filter((mark) => mark.kind === 'strong').length;
  const weak = against(marks).length;
  const evidence = strong + weak > 0;
  return { strong, weak, score: evidence ? Math.max(5, Math.min(95, 50 + 9 * strong - 16 * weak)) : null };
}

/** The sentences of the pictures: whether due, and how many days ago each was said. */
const SENTENCES = [
  {
    text: 'I tracked progress against the plan and escalated when something slipped.',
    dimension: 'Decisions',
    ask: 'Tracking is watching. What did you choose not to do, and why?',
    daysAgo: 4,
  },
  {
    text: 'It was agreed that the second region would wait.',
    dimension: 'Ownership',
    ask: 'A sentence without a person. Who agreed, and what did you bring to it?',
    daysAgo: 1,
  },
  {
    text: 'I set up a weekly sync and kept the teams updated on their tickets.',
    dimension: 'Decisions',
    ask: 'A meeting is activity. What did you decide?',
    daysAgo: 4,
  },
  {
    text: 'I followed up with them until they came round.',
    dimension: 'Influence',
    ask: 'Following up is relaying. What changed their mind?',
    daysAgo: 5,
  },
  {
    text: 'I passed the risk on to the leads and monitored the launch dashboard.',
    dimension: 'Foresight',
    ask: 'Passing on is not acting. What would have made you stop it?',
    daysAgo: 12,
  },
  {
    text: 'I kept everyone aligned and was brought in to help with the migration.',
    dimension: 'Ownership',
    ask: 'Help has no owner. What was yours to decide?',
    daysAgo: 33,
  },
];

/** Sentences to say again, as said in some of the answers. */
export function drillItems(answers: readonly { id: number; takeId: number }[]): DrillItem[] {
  return SENTENCES.map(({ text, dimension, ask, daysAgo }, i) => {
    const answer = answers[i % answers.length];
    const question = QUESTIONS[(i % 3) + 1] ?? QUESTIONS[0];
    if (!answer || !question) throw new Error('the fake has no answer to drill');
    const marks = drillMarks(text);
    return {
      drillId: i + 1,
      version: 1,
      takeId: answer.takeId,
      answerId: answer.id,
      saidAt: NOW - daysAgo * DAY_MS,
      prompt: question.prompt,
      competency: question.competency,
      dimension,
      text,
      marks,
      ask,
      figures: figuresOf(marks),
      tries: 0,
      passedBefore: null,
    };
  });
}
