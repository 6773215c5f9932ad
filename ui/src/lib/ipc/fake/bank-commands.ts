import type {
  DraftCheck,
  DraftProblem,
  QuestionDetail,
  QuestionDraft,
  QuestionFilter,
  QuestionList,
  QuestionRow,
} from '../bindings';
import { Problem } from '../problem';
import { draftOf, questionOfDraft, type Kept } from './bank';
import type { FakeCommands } from './commands';
import { FAKE_LOOPS } from './loops';
import { FAKE_COMPETENCIES, QUESTIONS } from './questions';
import type { World } from './world';

type BankCommand =
  | 'questions'
  | 'questionDetail'
  | 'suspendQuestion'
  | 'reviewQuestion'
  | 'saveQuestionNote'
  | 'checkOwnQuestion'
  | 'saveOwnQuestion'
  | 'deleteQuestions'
  | 'restoreQuestions'
  | 'previewPack'
  | 'applyPack'
  | 'exportQuestions'
  | 'loops';

/** The commands of the Questions room, working on a world. */
export function bankCommands(world: World): Pick<FakeCommands, BankCommand> {
  const { bank } = world;
  const detail = (id: string) => detailOf(world, bank.of(id));
  return {
    questions: (filter) => listOf(world, filter),
    questionDetail: detail,
    suspendQuestion: (id, on) => {
      bank.of(id).suspended = on;
      return detail(id);
    },
    reviewQuestion: (id, on) => {
      const answer = world.answers.find((one) => one.question.id === id && one.takes.length > 0);
      if (!answer) throw invalid('Answer it first.');
      answer.card = on ? { dueDay: '2026-03-13', state: 'active' } : null;
      return detail(id);
    },
    saveQuestionNote: (id, note) => {
      bank.of(id).note = note.trim() === '' ? '' : note;
      return detail(id);
    },
    checkOwnQuestion: (id, draft) => checkOf(world, id, draft),
    saveOwnQuestion: (id, version, draft) => {
      const check = checkOf(world, id, draft);
      if (check.problems.length > 0) return { outcome: 'refused', check };
      if (id === null) {
        const added = bank.add(questionOfDraft(`own-${world.newId()}`, draft), { from: 'own' });
        return { outcome: 'saved', detail: detail(added.question.id), before: null };
      }
      const there = bank.of(id);
      if (there.version !== version) {
        const message = 'This question was changed in the meantime. It is shown as it is now.';
        throw new Problem({ code: 'stale', message, detail: null });
      }
      const before = draftOf(there);
      there.question = questionOfDraft(id, draft);
      there.version += 1;
      return { outcome: 'saved', detail: detail(id), before };
    },
    deleteQuestions: (ids) => {
      for (const id of ids) bank.of(id).deleted = true;
      return null;
    },
    restoreQuestions: (ids) => {
      for (const one of bank.kept) if (ids.includes(one.question.id)) one.deleted = false;
      return null;
    },
    previewPack: (fileName) => {
      const name = fileName.replace(/\.[^.]*$/, '');
      bank.pending = { ...bank.nextPlan, token: world.newId(), name, format: 'TOML' };
      return bank.pending;
    },
    applyPack: (token) => {
      const plan = bank.pending;
      if (plan?.token !== token) {
        const message = 'The questions have changed since this pack was looked at. Choose its file again.';
        throw new Problem({ code: 'stale', message, detail: null });
      }
      const like = QUESTIONS[0];
      for (const { id, prompt } of plan.new) {
        if (like) bank.add({ ...like, id, prompt }, { from: 'pack', name: plan.name });
      }
      return {
        name: plan.name,
        new: plan.new.map((one) => one.id),
        changed: plan.changed.map((one) => one.id),
      };
    },
    exportQuestions: (choice, format) => {
      const chosen = bank.there.filter(({ question, origin }) =>
        choice.what === 'own'
          ? origin.from === 'own'
          : choice.what === 'competency'
            ? question.competency.id === choice.id
            : choice.ids.includes(question.id),
      );
      return { path: `/home/you/Downloads/questions-2026-03-10.${format}`, questions: chosen.length };
    },
    loops: () => [...FAKE_LOOPS],
  };
}

function invalid(message: string): Problem {
  return new Problem({ code: 'invalid', message, detail: null });
}

function rowOf(world: World, { question, origin, suspended, note }: Kept): QuestionRow {
  const answer = world.answers.find((one) => one.question.id === question.id && one.takes.length > 0);
  return {
    id: question.id,
    prompt: question.prompt,
    competency: question.competency,
    kind: question.kind,
    level: question.level,
    minutes: question.minutes,
    takes: answer?.takes.length ?? 0,
    latestScore: answer?.takes.at(-1)?.tab.score ?? null,
    bestScore: (answer && world.bestOf(answer)?.tab.score) ?? null,
    seenDays: answer ? 1 : null,
    suspended,
    noted: note !== '',
    origin,
  };
}

function detailOf(world: World, kept: Kept): QuestionDetail {
  const { question, theme, note, origin, version } = kept;
  const answer = world.answers.find((one) => one.question.id === question.id && one.takes.length > 0);
  return {
    question,
    row: rowOf(world, kept),
    theme,
    note,
    answerId: answer?.id ?? null,
    takeId: answer?.takes.at(-1)?.tab.id ?? null,
    card: answer?.card ?? null,
    draft: draftOf(kept),
    version: origin.from === 'own' ? version : null,
  };
}

function listOf(world: World, filter: QuestionFilter): QuestionList {
  const { there } = world.bank;
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = there
    .filter(({ question, note }) => {
      const text = [question.prompt, ...question.probes, ...question.tags, note].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .filter((one) => !filter.suspended || one.suspended)
    .filter((one) => !filter.own || one.origin.from !== 'builtIn')
    .map((one) => rowOf(world, one))
    .filter((row) => filter.level === null || row.level === filter.level)
    .filter((row) => filter.kind === null || row.kind === filter.kind)
    .filter((row) => !filter.notAnswered || row.takes === 0);
  const listed = found.filter((row) => filter.competency === null || row.competency.id === filter.competency);
  return {
    rows: listed.slice(0, filter.limit ?? listed.length),
    matching: listed.length,
    answered: listed.filter((row) => row.takes > 0).length,
    total: there.length,
    own: there.filter((one) => one.origin.from !== 'builtIn').length,
    suspended: there.filter((one) => one.suspended).length,
    competencies: FAKE_COMPETENCIES.map((competency) => ({
      competency,
      matching: found.filter((row) => row.competency.id === competency.id).length,
      total: there.filter((one) => one.question.competency.id === competency.id).length,
    })),
    packBytes: 5 * 1024 * 1024,
  };
}

function checkOf(world: World, id: string | null, draft: QuestionDraft): DraftCheck {
  const problems: DraftProblem[] = [];
  const wrong = (field: DraftProblem['field'], message: string, entry: number | null = null) =>
    problems.push({ field, entry, message });
  const written = (texts: string[]) => texts.filter((text) => text.trim() !== '').length;
  if (draft.prompt.trim().length < 12) wrong('prompt', 'A prompt has 12 to 300 characters.');
  if (draft.competency === '') wrong('competency', 'Choose a competency.');
  if (draft.dimensions.length === 0) wrong('dimensions', 'Choose 1 to 4 dimensions.');
  if (written(draft.probes) < 2) wrong('probes', 'Write 2 to 4 follow-ups.');
  draft.probes.forEach((probe, entry) => {
    if (probe.trim() !== '' && probe.trim().length < 8)
      wrong('probes', 'A follow-up has 8 to 200 characters.', entry);
  });
  if (written(draft.strong) < 3) wrong('strong', 'Write 3 to 5 points.');
  if (draft.featureQuote.trim().length < 12) wrong('featureQuote', 'A quote has 12 to 300 characters.');
  if (draft.featureWhy.trim().length < 12) wrong('featureWhy', 'Say in 12 to 300 characters why.');
  const words = draft.prompt.toLowerCase().split(/\W+/).filter(Boolean);
  const near = world.bank.there
    .filter((one) => one.question.id !== id && words.length > 4)
    .map(({ question, origin }) => {
      const theirs = question.prompt.toLowerCase().split(/\W+/).filter(Boolean);
      const alike = words.filter((word) => theirs.includes(word)).length / words.length;
      return { id: question.id, prompt: question.prompt, origin, alike: Math.round(alike * 100) };
    })
    .filter((one) => one.alike >= 70);
  const hints: DraftProblem[] = draft.prompt.includes('definately')
    ? [{ field: 'prompt', entry: null, message: '“definately” is spelt “definitely”.' }]
    : [];
  return { problems, hints, near };
}
