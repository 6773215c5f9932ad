import type { Dimension, LiveCheck, Mark, MarkKind, Readable, SentenceView } from '../bindings';

interface Phrase {
  words: string;
  kind: MarkKind;
  dimension: Dimension;
  note: string;
  ask: string;
  points: number;
  actor?: Mark['actor'];
  say?: string;
  why?: string;
}

/** The few phrases the fake check knows. The real one is written in Rust. */
export const PHRASES: readonly Phrase[] = [
  {
    words: 'make sure everyone stayed on track',
    kind: 'weak',
    dimension: 'ownership',
    note: 'what did you own?',
    ask: 'What did you own, beyond tracking?',
    points: -3,
  },
  {
    words: 'set up a weekly sync and kept the teams updated on their tickets',
    kind: 'weak',
    dimension: 'decisions',
    note: 'activity, not a decision',
    ask: 'What did you decide?',
    points: -3,
  },
  {
    words: 'managed timelines',
    kind: 'weak',
    dimension: 'ownership',
    note: 'activity: what did you decide?',
    ask: 'What did you decide?',
    points: -3,
  },
  {
    words: 'coordinated teams',
    kind: 'weak',
    dimension: 'ownership',
    note: 'activity: what did you decide?',
    ask: 'What did you decide?',
    points: -3,
  },
  {
    words: 'tracked progress against the plan',
    kind: 'weak',
    dimension: 'decisions',
    note: 'activity, not a decision',
    ask: 'What did you choose not to do, and why?',
    points: -3,
  },
  {
    words: 'escalated when something slipped',
    kind: 'weak',
    dimension: 'decisions',
    note: 'what did you try first?',
    ask: 'What did you choose not to do, and why?',
    points: -3,
  },
  {
    words: 'I drew the refund path end to end, from the storefront through the orders queue to the ledger',
    kind: 'strong',
    dimension: 'systems',
    note: 'end to end, service by service',
    ask: '',
    points: 5,
  },
  {
    words: 'found that refunds were written to both services with no shared idempotency key',
    kind: 'strong',
    dimension: 'systems',
    note: 'names the cause',
    ask: '',
    points: 5,
  },
  {
    words: 'If the queue replayed, a customer would be paid twice',
    kind: 'strong',
    dimension: 'foresight',
    note: 'names what breaks',
    ask: '',
    points: 5,
  },
  {
    words: 'It was decided that',
    kind: 'hidden_actor',
    dimension: 'ownership',
    actor: 'nobody',
    note: 'who decided?',
    ask: 'Who decided to hold the launch?',
    say: 'I held the launch.',
    why: 'Nobody holds the launch here.',
    points: -4,
  },
  {
    words: 'I think I probably',
    kind: 'hedge',
    dimension: 'ownership',
    note: 'say it or leave it',
    ask: 'Do you mean it?',
    points: -1,
  },
  {
    words: 'chose to move refunds last, behind a flag, so the other flows could keep the date',
    kind: 'strong',
    dimension: 'decisions',
    note: 'a decision, with its reason',
    ask: '',
    points: 5,
  },
  { words: 'um,', kind: 'filler', dimension: 'influence', note: 'filler', ask: '', points: 0 },
  {
    words: 'I followed up with them until they came round',
    kind: 'weak',
    dimension: 'influence',
    note: 'what changed their mind?',
    ask: 'What changed their mind?',
    points: -3,
  },
  {
    words: 'shipped on time',
    kind: 'weak',
    dimension: 'impact',
    note: 'delivered…',
    ask: 'What moved, from what to what?',
    points: -2,
  },
  {
    words: 'duplicate refunds went from about forty a month to zero',
    kind: 'strong',
    dimension: 'impact',
    note: '…and an outcome, with its baseline',
    ask: '',
    points: 6,
  },
];

/** The sample answer of the design. */
export const SAMPLE = `Last year we were moving checkout off the old payments service and onto a new ledger: three teams, one launch date in October. I was asked to make sure everyone stayed on track, so I set up a weekly sync and kept the teams updated on their tickets.

In the second week I drew the refund path end to end, from the storefront through the orders queue to the ledger, and found that refunds were written to both services with no shared idempotency key. If the queue replayed, a customer would be paid twice, and nobody would see it until month end.

It was decided that we would hold the launch. I think I probably should have raised it sooner, but I put two options in front of the payments and orders leads and chose to move refunds last, behind a flag, so the other flows could keep the date.

The orders team didn’t agree at first, and, um, I followed up with them until they came round. We built a replay test that ran every night against the queue.

We shipped on time, and duplicate refunds went from about forty a month to zero.`;

/** Marks of the phrases the fake knows. */
export function marksOf(text: string): Mark[] {
  const low = text.toLowerCase();
  const marks: Mark[] = [];
  for (const phrase of PHRASES) {
    const start = low.indexOf(phrase.words.toLowerCase());
    if (start === -1) continue;
    const end = start + phrase.words.length;
    marks.push({
      start,
      end,
      text: text.slice(start, end),
      kind: phrase.kind,
      rule: `${phrase.dimension}/${phrase.words
        .toLowerCase()
        .replace(/[^a-z]+/g, '-')
        .slice(0, 24)}`,
      dimension: phrase.dimension,
      actor: phrase.actor ?? 'own',
      points: phrase.points,
      note: phrase.note,
      why: phrase.why ?? 'It says that time was spent, not what was settled by it.',
      ask: phrase.ask,
      say: phrase.say ?? null,
      fix: null,
    });
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** Number of words. */
export function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Whether the text is long enough to be read. */
export function readableAs(text: string): Readable {
  const n = wordsIn(text);
  return n < 8 ? 'too_short' : n < 25 ? 'short' : 'scored';
}

/** Sentences: up to a full stop, question or exclamation mark, or a line end. */
export function sentencesOf(text: string): SentenceView[] {
  return [...text.matchAll(/[^.!?\n]+[.!?]*/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

/** The check while typing. */
export function liveCheck(text: string): LiveCheck {
  return {
    readable: readableAs(text),
    words: wordsIn(text),
    marks: marksOf(text),
    sentences: sentencesOf(text),
  };
}
