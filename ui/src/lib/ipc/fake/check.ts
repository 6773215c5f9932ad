import type { CheckView, Level, MissingView, PartView, QuestionView, Scores, TakeTab } from '../bindings';
import { marksOf, readableAs, wordsIn } from './reading';

/** Scores that follow from the marks of a text, roughly. */
export function scoresOf(text: string): Scores | null {
  if (readableAs(text) !== 'scored') return null;
  const marks = marksOf(text);
  const of = (dimension: string) => {
    const own = marks.filter((mark) => mark.dimension === dimension);
    if (own.length === 0) return null;
    return Math.max(5, Math.min(95, Math.round(50 + 7 * own.reduce((sum, mark) => sum + mark.points, 0))));
  };
  const overall = Math.max(
    5,
    Math.min(95, Math.round(40 + marks.reduce((sum, mark) => sum + mark.points, 0) * 1.8)),
  );
  return {
    overall,
    ownership: of('ownership'),
    systems: of('systems'),
    decisions: of('decisions'),
    foresight: of('foresight'),
    direction: of('direction'),
    impact: of('impact'),
    influence: of('influence'),
  };
}

function structureOf(text: string): PartView[] {
  const at = (words: string) => text.indexOf(words);
  const starts = [
    { part: 'situation' as const, start: 0 },
    { part: 'task' as const, start: at('I was asked to') },
    { part: 'action' as const, start: at('In the second week') },
    { part: 'result' as const, start: at('We shipped') },
  ].filter(({ start }) => start >= 0);
  return starts.map(({ part, start }, i) => {
    const end = starts[i + 1]?.start ?? text.length;
    return {
      part,
      start,
      end,
      percent: Math.round((wordsIn(text.slice(start, end)) / Math.max(1, wordsIn(text))) * 100),
    };
  });
}

function missingIn(text: string): MissingView[] {
  const missing: MissingView[] = [];
  const options = text.indexOf('payments and orders leads');
  if (options >= 0) {
    missing.push({
      item: 'alternative',
      at: options + 'payments and orders leads'.length,
      ask: 'which did you reject?',
      gain: 5,
      fix: 3,
    });
  }
  if (!/learn/.test(text))
    missing.push({ item: 'lesson', at: text.length, ask: 'what did you learn?', gain: 3, fix: null });
  return missing;
}

/** What is asked when nothing was learned: the one question that shows a level in the fake. */
const LESSON: Record<Level, string> = {
  senior: 'What did you learn?',
  principal: 'What do other teams do differently since?',
  manager: 'What did you change in how your team works?',
};

/** What a check needs to know of the answer. */
export interface Checked {
  answerId: number;
  version: number;
  question: QuestionView;
  takes: TakeTab[];
  take: TakeTab;
  text: string;
  level: Level;
  ignored: CheckView['ignored'];
  card: CheckView['card'];
  starred: boolean;
}

/** The check of a take, as the fake reads it. */
export function checkOf(of: Checked): CheckView {
  const marks = marksOf(of.text).filter(
    (mark) => !of.ignored.some((one) => one.rule === mark.rule && one.start === mark.start),
  );
  const missing = missingIn(of.text);
  const fixable = marks
    .map((mark, i) => ({ mark, i }))
    .filter(({ mark }) => mark.points < 0)
    .sort((a, b) => a.mark.points - b.mark.points)
    .slice(0, 2);
  fixable.forEach(({ mark }, n) => (mark.fix = n + 1));
  const third = missing.findIndex((item) => item.fix === 3);
  const number = /forty a month to zero/.exec(of.text);
  const decision = /chose to move refunds last/.exec(of.text);
  return {
    answerId: of.answerId,
    answerVersion: of.version,
    question: of.question,
    take: of.take,
    takes: of.takes,
    previous: of.takes.filter((take) => take.ordinal < of.take.ordinal).at(-1) ?? null,
    level: of.level,
    text: of.text,
    readable: readableAs(of.text),
    marks,
    missing,
    scores: scoresOf(of.text),
    agency: { own: 8, shared: 3, other: 3, nobody: marks.filter((mark) => mark.actor === 'nobody').length },
    structure: {
      parts: structureOf(of.text),
      absent: [],
      inOrder: true,
      line: 'Opens with the setting, ends on the outcome.',
    },
    coverage: [
      {
        item: 'decision',
        label: 'decision',
        ask: 'What did you decide?',
        spans: decision ? [[decision.index, decision.index + decision[0].length]] : [],
      },
      {
        item: 'number',
        label: 'number',
        ask: 'What moved, from what to what?',
        spans: number ? [[number.index, number.index + number[0].length]] : [],
      },
      { item: 'lesson', label: 'lesson', ask: LESSON[of.level], spans: [] },
    ],
    fixes: [
      ...fixable.map(({ mark, i }) => ({
        ask: mark.ask,
        quote: mark.text,
        gain: -mark.points * 2,
        mark: i,
        missing: null,
      })),
      ...(third >= 0
        ? [
            {
              ask: 'Which option did you reject?',
              quote: 'Two options, one named',
              gain: 5,
              mark: null,
              missing: third,
            },
          ]
        : []),
    ],
    ignored: of.ignored,
    card: of.card,
    starred: of.starred,
  };
}
