import type { Debrief, DebriefQuestion } from '../bindings';
import { Problem } from '../problem';
import { scoresOf } from './check';
import type { FakeCommands } from './commands';
import { DRAWN_ROW, drawnDebrief, mean, pointsOf, timeOf } from './debriefs';
import { gone } from './gone';
import type { FakeMock } from './mock-run';
import { QUESTIONS } from './questions';
import { NOW } from './today';
import type { World } from './world';

type DebriefCommand = 'debrief' | 'mockReviewCost' | 'sendMockToReview' | 'exportDebrief';

const MINUTE = 60_000;

/** The commands of the debrief, working on a world. */
export function debriefCommands(world: World): Pick<FakeCommands, DebriefCommand> {
  const { mocks } = world;

  /** The debrief as it is kept; made when it is first asked for. */
  function kept(id: number): Debrief {
    if (mocks.deleted.has(id)) throw gone('That interview is not there any more.');
    const there = mocks.debriefs.get(id);
    if (there) return there;
    const made = debriefOf(world, id);
    mocks.debriefs.set(id, made);
    return made;
  }

  const chosen = (id: number, slots: readonly number[]) =>
    kept(id).questions.filter((one) => slots.includes(one.slot) && one.answerId !== null);

  return {
    debrief: (id) => {
      const debrief = kept(id);
      for (const question of debrief.questions) settle(world, question);
      return debrief;
    },
    mockReviewCost: (id, slots) => {
      const answers = chosen(id, slots).length;
      return {
        answers,
        minutesADay: Math.ceil(answers * 1.5),
        from: answers === 0 ? null : '2026-03-11',
      };
    },
    sendMockToReview: (id, slots) =>
      chosen(id, slots).flatMap(({ answerId }) => {
        if (answerId === null) return [];
        const answer = world.answerOf(answerId);
        if (answer.card) return [];
        answer.card = { dueDay: '2026-03-11', state: 'active' };
        return [answerId];
      }),
    exportDebrief: (id, format) => {
      const { day } = kept(id);
      const ending = { markdown: 'md', html: 'html', json: 'json' }[format];
      return `/home/you/Downloads/debrief-${day}.${ending}`;
    },
  };
}

/** Gives an answer of a debrief its place in the world, and says how it stands in review. */
function settle(world: World, question: DebriefQuestion): void {
  const answered = question.asked && !question.skipped;
  if (answered && question.answerId === null) {
    const like = QUESTIONS[0];
    if (!like) return;
    const answer = world.newAnswer({ ...like, id: question.questionId, prompt: question.prompt });
    const text = [question.answer, ...question.probes.map((one) => one.answer)].join('\n\n');
    question.answerId = answer.id;
    question.takeId = world.finishTake(answer, text, 'mock', question.time.usedMs, NOW).tab.id;
  }
  const card = world.answers.find((one) => one.id === question.answerId)?.card ?? null;
  question.inReview = card !== null;
  question.suggestReview = card === null && question.score !== null && question.score < 55;
}

function debriefOf(world: World, id: number): Debrief {
  const { mocks } = world;
  const earlier = [...mocks.earlier];
  if (id === DRAWN_ROW.id) return drawnDebrief(DRAWN_ROW, earlier);
  const place = earlier.findIndex((row) => row.id === id);
  const row = earlier[place];
  if (row) return drawnDebrief(row, earlier.slice(place + 1));
  const mock = mocks.of(id);
  if (mock.stage !== 'ended') {
    const message = 'That interview has not ended yet.';
    throw new Problem({ code: 'invalid', message, detail: null });
  }
  return heldDebrief(world, mock);
}

/** The debrief of a mock that was held in the fake itself. */
function heldDebrief(world: World, mock: FakeMock): Debrief {
  const { id, setup, day, pauses } = mock;
  const questions = mock.slots.map((slot, i): DebriefQuestion => {
    const [first, ...probes] = slot.done;
    const round = setup.rounds[slot.round];
    const budget = ((round?.minutes ?? 1) * MINUTE) / (round?.questions ?? 1);
    const text = slot.done.map((part) => part.text).join('\n\n');
    return {
      slot: i,
      round: slot.round,
      questionId: slot.question.id,
      prompt: slot.question.prompt,
      answerId: null,
      takeId: null,
      skipped: slot.state === 'skipped',
      asked: slot.state !== 'coming',
      time: timeOf(Math.round(slot.usedMs), Math.round(budget)),
      wellOver: slot.usedMs >= budget + 30_000,
      score: scoresOf(text)?.overall ?? null,
      answer: first?.text ?? '',
      probes: probes.map((part) => ({ probe: part.probe ?? '', answer: part.text })),
      writtenDown: text.trim() === '' ? [] : ['Says what was done.'],
      inReview: false,
      suggestReview: false,
    };
  });
  const score = mean(questions.map((one) => one.score));
  const earlier = world.mocks.earlier;
  const answers = mock.answered;
  return {
    id,
    name: setup.name,
    day,
    startedAt: NOW,
    endedAt: NOW,
    setup,
    score,
    headline: score === null ? 'Nothing was long enough to score.' : `${score} of 100 in the mean.`,
    rounds: setup.rounds.map((round, r) => {
      const own = questions.filter((one) => one.round === r);
      return {
        name: round.name,
        time: timeOf(
          own.reduce((sum, { time }) => sum + time.usedMs, 0),
          round.minutes * MINUTE,
        ),
        score: mean(own.map((one) => one.score)),
        atLimit: false,
        written: round.written,
      };
    }),
    questions,
    dimensions: [],
    comparedWith: earlier[0] ?? null,
    soFar: pointsOf([
      { id, name: setup.name, day, score, answered: answers, questions: questions.length },
      ...earlier,
    ]),
    across: {
      weakPer100: null,
      weakPer100Before: null,
      decisions: 0,
      numbers: 0,
      answers,
      pauses,
      pausedMs: 0,
      left: 0,
      skipped: questions.filter((one) => one.skipped).length,
    },
    whereTimeWent: [],
  };
}
