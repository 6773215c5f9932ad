import type { CompetencyView, StoriesView, StoryCell, StoryPart, StoryRow } from '$lib/ipc/bindings';
import { count, inWords, listed } from '$lib/words/counts';
import { relativeDay } from '$lib/words/days';

/** The parts in the order a story is told. */
export const PARTS: readonly StoryPart[] = ['situation', 'task', 'action', 'result'];

/** What an unwritten part is asked in the panel, in the hand of the margin. */
export const PART_ASK: Record<StoryPart, string> = {
  situation: 'what was at stake?',
  task: 'what was yours to do?',
  action: 'what did you decide and do?',
  result: 'what came of it?',
};

/** What each part is asked on the page where it is written. */
export const PART_HINT: Record<StoryPart, string> = {
  situation: 'What was at stake, and for whom?',
  task: 'What was yours in it, and nobody else’s?',
  action: 'What did you see, decide and do? What did you give up?',
  result: 'What came of it, from what to what?',
};

/** Names of holes that are listed in the sentence; the matrix shows them all. */
const MOST_NAMED = 5;

/** `data & ML programs`, `API & platform programs`: a competency within a sentence. */
export function withinSentence(label: string): string {
  const [first = '', second = ''] = label;
  return second !== second.toLowerCase() ? label : first.toLowerCase() + label.slice(1);
}

/** `Three competencies have no story`, and which; null when every one has. */
export function holesWords({
  holes,
  competencies,
}: Pick<StoriesView, 'holes' | 'competencies'>): { says: string; names: string[]; more: string } | null {
  if (holes.length === 0) return null;
  const number = inWords(holes.length);
  const names = competencies.filter((one) => holes.includes(one.id)).map((one) => withinSentence(one.label));
  const rest = names.length - MOST_NAMED;
  return {
    says: `${number.charAt(0).toUpperCase()}${number.slice(1)} ${
      holes.length === 1 ? 'competency has' : 'competencies have'
    } no story`,
    names: rest > 1 ? names.slice(0, MOST_NAMED) : names,
    more: rest > 1 ? ` and ${inWords(rest)} more` : '',
  };
}

/** What a cell says to those who do not see its shape. */
export function cellWords(cell: StoryCell | undefined): string {
  if (cell === undefined) return 'not told';
  if (cell.score === null) return cell.answers > 0 ? 'answered, without a score' : 'fits, not answered';
  const often = cell.answers > 1 ? `, best of ${cell.answers}` : '';
  return `${cell.score}, ${cell.ready ? 'ready' : 'below 70'}${often}`;
}

/** `5 answers, dependencies & risk and technical depth` */
export function rowFacts(row: StoryRow, competencies: readonly CompetencyView[]): string {
  const names = row.cells.flatMap((cell) => {
    const label = competencies.find((one) => one.id === cell.competency)?.label;
    return label === undefined ? [] : [withinSentence(label)];
  });
  const answers = row.answers === 0 ? 'No answer with it' : count(row.answers, 'answer');
  return names.length === 0 ? answers : `${answers}: ${listed(names)}`;
}

/** `Unwritten: result and numbers`; null when all is there. */
export function unwrittenWords({ unwritten }: StoryRow): string | null {
  return unwritten.length === 0 ? null : `Unwritten: ${listed(unwritten)}`;
}

/** `Changed yesterday` */
export function changedWords(day: string, today: string): string {
  return `Changed ${relativeDay(day, today)}`;
}

/** `5 strong, 2 weak, 1 to ask who`; what a check found, in figures. */
export function foundWords(marks: readonly { kind: string }[]): string {
  const of = (kind: string) => marks.filter((mark) => mark.kind === kind).length;
  const asked = of('hidden_actor');
  return [`${of('strong')} strong`, `${of('weak')} weak`, asked > 0 && `${asked} to ask who`]
    .filter(Boolean)
    .join(', ');
}
