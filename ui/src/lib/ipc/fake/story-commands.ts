import type {
  StoriesView,
  StoryAnswer,
  StoryCell,
  StoryCheck,
  StoryDetail,
  StoryRow,
  StorySuggestion,
  StoryText,
} from '../bindings';
import { inWords } from '$lib/words/counts';
import { Problem } from '../problem';
import { scoresOf } from './check';
import type { FakeCommands } from './commands';
import { gone } from './gone';
import { marksOf } from './reading';
import { FakeStories, STORY_COMPETENCIES, type FakeStory, type FakeStoryAnswer } from './stories';
import { NOW } from './today';
import type { World } from './world';

type StoryCommand =
  | 'stories'
  | 'story'
  | 'saveStory'
  | 'deleteStories'
  | 'restoreStories'
  | 'linkStory'
  | 'answerStories'
  | 'linkableAnswers'
  | 'exportStories';

/** A score from which a competency counts as ready. */
const READY = 70;
/** More competencies than this are too many for one story. */
const MOST_COMPETENCIES = 3;
const PARTS = ['situation', 'task', 'action', 'result'] as const;

const kept = new WeakMap<World, FakeStories>();

/** The stories of a world. */
export function storiesOf(world: World): FakeStories {
  let stories = kept.get(world);
  if (!stories) {
    stories = new FakeStories(world.answers.flatMap((one) => one.takes.map((take) => take.tab.id)));
    kept.set(world, stories);
  }
  return stories;
}

/** The commands of this room, working on a world. */
export function storyCommands(world: World): Pick<FakeCommands, StoryCommand> {
  const shelf = () => storiesOf(world);
  const storyOf = (id: number): FakeStory => {
    const story = shelf().there.find((one) => one.id === id);
    if (!story) throw gone('That story is not there any more.');
    return story;
  };
  const setDeleted = (ids: number[], deleted: boolean) => {
    for (const one of shelf().stories) if (ids.includes(one.id)) one.deleted = deleted;
    return viewOf(world, shelf());
  };
  return {
    stories: () => viewOf(world, shelf()),
    story: (id) => detailOf(world, storyOf(id)),
    saveStory: ({ id, version, text }) => {
      const title = text.title.trim();
      if (title === '' || title.length > 120) {
        const message = 'A title has 1 to 120 characters.';
        throw new Problem({ code: 'invalid', message, detail: null });
      }
      if (id === null) return detailOf(world, shelf().add({ ...text, title }, NOW));
      const story = storyOf(id);
      if (story.version !== version) {
        const message = 'This story was changed in the meantime. It is shown as it is now.';
        throw new Problem({ code: 'stale', message, detail: null });
      }
      Object.assign(story, { text: { ...text, title }, version: version + 1, updatedAt: NOW });
      return detailOf(world, story);
    },
    deleteStories: (ids) => setDeleted(ids, true),
    restoreStories: (ids) => setDeleted(ids, false),
    linkStory: (storyId, answerId, on) => {
      const story = storyOf(storyId);
      const others = (shelf().links[storyId] ?? []).filter((one) => one !== answerId);
      shelf().links[storyId] = on ? [...others, answerId] : others;
      return detailOf(world, story);
    },
    answerStories: (answerId) =>
      shelf().there.map(({ id, text }) => ({
        id,
        title: text.title,
        linked: (shelf().links[id] ?? []).includes(answerId),
      })),
    linkableAnswers: (storyId) => {
      const linked = shelf().links[storyOf(storyId).id] ?? [];
      return allAnswers(world).map((one) => ({ ...one, linked: linked.includes(one.answerId) }));
    },
    exportStories: (ids, format) => {
      const chosen = shelf().there.filter((one) => ids.length === 0 || ids.includes(one.id));
      const end = format === 'html' ? 'html' : 'md';
      return { path: `/home/you/Downloads/stories-2026-03-10.${end}`, questions: chosen.length };
    },
  };
}

/** Answers of the room's own and those of the world. */
function allAnswers(world: World): FakeStoryAnswer[] {
  const given = world.answers.flatMap((one) => {
    const best = world.bestOf(one);
    if (!best || one.trashed) return [];
    const { prompt, competency } = one.question;
    return [{ answerId: one.id, takeId: best.tab.id, prompt, competency, score: best.tab.score }];
  });
  return [...storiesOf(world).answers, ...given];
}

function answersOf(world: World, id: number): StoryAnswer[] {
  const linked = storiesOf(world).links[id] ?? [];
  return allAnswers(world)
    .filter((one) => linked.includes(one.answerId))
    .map((one) => ({ ...one, linked: true }))
    .sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
}

function cellsOf(world: World, { id, text }: FakeStory): StoryCell[] {
  const answers = answersOf(world, id);
  return STORY_COMPETENCIES.flatMap((competency) => {
    const own = answers.filter((one) => one.competency.id === competency.id);
    if (own.length === 0 && !text.fits.includes(competency.id)) return [];
    const scores = own.flatMap((one) => one.score ?? []);
    const score = scores.length > 0 ? Math.max(...scores) : null;
    return [{ competency: competency.id, score, ready: (score ?? 0) >= READY, answers: own.length }];
  });
}

function rowOf(world: World, story: FakeStory): StoryRow {
  const answers = answersOf(world, story.id);
  const unwritten: string[] = PARTS.filter((part) => story.text[part].trim() === '');
  if (story.text.numbers.length === 0) unwritten.push('numbers');
  return {
    id: story.id,
    title: story.text.title,
    updatedAt: story.updatedAt,
    answers: answers.length,
    bestScore: answers[0]?.score ?? null,
    cells: cellsOf(world, story),
    unwritten,
  };
}

function overuse(row: StoryRow): string | null {
  const answered = row.cells.filter((cell) => cell.answers > 0).length;
  if (answered <= MOST_COMPETENCIES + 1) return null;
  return `“${row.title}” answers ${inWords(answered)} competencies. Interviewers compare notes.`;
}

function viewOf(world: World, shelf: FakeStories): StoriesView {
  const stories = shelf.there.map((story) => rowOf(world, story));
  const covered = new Set(stories.flatMap((row) => row.cells.map((cell) => cell.competency)));
  return {
    stories,
    competencies: [...STORY_COMPETENCIES],
    holes: STORY_COMPETENCIES.filter(({ id }) => !covered.has(id)).map(({ id }) => id),
    warnings: stories.flatMap((row) => overuse(row) ?? []),
  };
}

function suggestionsOf(world: World, story: FakeStory): StorySuggestion[] {
  const cells = cellsOf(world, story);
  return world.bank.there
    .filter(({ suspended }) => !suspended)
    .flatMap(({ question }) => {
      const cell = cells.find((one) => one.competency === question.competency.id);
      const { id: questionId, prompt, competency, minutes } = question;
      const why =
        cell === undefined
          ? `not told yet for ${competency.label.toLowerCase()}`
          : cell.score === null
            ? 'it fits by your own word, and was not answered'
            : `${cell.score} is the best so far`;
      return cell?.ready ? [] : [{ questionId, prompt, competency, minutes, why }];
    })
    .slice(0, 3);
}

function detailOf(world: World, story: FakeStory): StoryDetail {
  return {
    id: story.id,
    version: story.version,
    updatedAt: story.updatedAt,
    text: story.text,
    answers: answersOf(world, story.id),
    suggestions: suggestionsOf(world, story),
    check: checkOf(story.text),
    overused: overuse(rowOf(world, story)),
  };
}

function checkOf(of: StoryText): StoryCheck {
  const text = PARTS.map((part) => of[part].trim())
    .filter((part) => part !== '')
    .join('\n\n');
  const marks = marksOf(text);
  const decision = /\b(decided|chose|gave up)\b/.exec(text);
  const number = /\bfrom [^.]+ to [^.]+/.exec(text);
  const said = (found: RegExpExecArray | null): [number, number][] =>
    found ? [[found.index, found.index + found[0].length]] : [];
  const rejected = decision ? decision.index + decision[0].length : -1;
  return {
    text,
    score: scoresOf(text)?.overall ?? null,
    marks,
    missing:
      rejected >= 0
        ? [{ item: 'alternative', at: rejected, ask: 'Which option did you reject?', gain: 5, fix: null }]
        : [],
    coverage: [
      { item: 'decision', label: 'decision', ask: 'What did you decide?', spans: said(decision) },
      { item: 'number', label: 'number', ask: 'What moved, from what to what?', spans: said(number) },
      { item: 'alternative', label: 'alternative', ask: 'Which option did you reject?', spans: [] },
    ],
  };
}
