import type { BackupView } from '../bindings';
import type { Ipc } from '../client';
import { bankCommands } from './bank-commands';
import { debriefCommands } from './debrief-commands';
import { drillCommands } from './drill-commands';
import { gone, invalid } from './gone';
import { mockCommands } from './mock-commands';
import { progressCommands } from './progress-commands';
import { storyCommands } from './story-commands';
import { liveCheck, marksOf } from './reading';
import { DAY, firstRun, NOW } from './today';
import type { World } from './world';

/** The commands of the Rust side, before a promise is put around them. */
export type FakeCommands = { [K in keyof Ipc]: (...args: Parameters<Ipc[K]>) => Awaited<ReturnType<Ipc[K]>> };

/** The commands, working on a world. */
export function commandsOf(world: World): FakeCommands {
  return {
    start: () => world.startOf(),
    retryStart: () => world.startOf(),
    restoreBackup: () => {
      world.trouble = null;
      return world.startOf();
    },
    startFresh: () => {
      world.trouble = null;
      world.today = firstRun();
      world.answers = [];
      return world.startOf();
    },
    today: () => world.today,
    suggestQuestion: (not, minutes) => {
      const asked = world.bank.there.filter((one) => !one.suspended).map((one) => one.question);
      const fits = asked.filter((one) => minutes === null || one.minutes <= minutes);
      const question = fits.find((one) => !not.includes(one.id)) ?? fits[0] ?? asked[0];
      if (!question) throw gone('Every question is suspended. Resume some in Questions.');
      return { question, reason: not.length === 0 ? 'Decisions are your lowest dimension.' : null };
    },
    question: (id) => world.questionOf(id),
    find: (query) => {
      const wanted = query.trim().toLowerCase();
      if (wanted === '') return { questions: [], said: [] };
      const said = world.answers.flatMap((answer) =>
        answer.takes.slice(-1).flatMap((take) => {
          const at = take.text.toLowerCase().indexOf(wanted);
          if (at === -1) return [];
          const from = Math.max(0, at - 20);
          return [
            {
              takeId: take.tab.id,
              snippet: {
                text: take.text.slice(from, at + 30),
                matches: [[at - from, at - from + wanted.length]] as [number, number][],
              },
              finishedAt: take.tab.finishedAt,
            },
          ];
        }),
      );
      const asked = world.bank.there.map((one) => one.question);
      const questions = asked
        .filter((one) => one.prompt.toLowerCase().includes(wanted))
        .map((question) => {
          const answer = world.answers.find((one) => one.question.id === question.id);
          return {
            question,
            bestScore: (answer && world.bestOf(answer)?.tab.score) ?? null,
            takeId: answer?.takes.at(-1)?.tab.id ?? null,
          };
        });
      return { questions, said };
    },
    startTake: (questionId) => {
      const question = world.questionOf(questionId);
      return world.runTake(
        world.answers.find((one) => one.question.id === questionId) ?? world.newAnswer(question),
        'practice',
      );
    },
    runningTake: (takeId) => {
      const take = world.running.find((one) => one.id === takeId);
      if (!take) throw gone('That take is not running any more.');
      return take;
    },
    saveDraft: (edit) => ({ revision: world.saveEdit(edit).revision, savedAt: NOW }),
    finishTake: (edit) => world.checkTake(world.finishDraft(edit).tab.id),
    discardTake: (takeId) => {
      const draft = world.running.find((one) => one.id === takeId);
      world.running = world.running.filter((one) => one !== draft);
      if (draft) world.discarded.push(draft);
      return null;
    },
    restoreTake: (takeId) => {
      const draft = world.discarded.find((one) => one.id === takeId);
      if (!draft) throw gone('That take is not there any more.');
      world.running.push(draft);
      return draft;
    },
    checkLive: (text) => liveCheck(text),
    check: (takeId) => world.checkTake(takeId),
    keepAsBest: (answerId, takeId) => {
      const answer = world.answerOf(answerId);
      answer.version += 1;
      for (const take of answer.takes) take.tab.best = take.tab.id === takeId;
      return world.checkTake(takeId);
    },
    sendToReview: (answerId) => {
      const answer = world.answerOf(answerId);
      answer.card = { dueDay: '2026-03-11', state: 'active' };
      return world.checkLatest(answer);
    },
    withdrawFromReview: (answerId) => {
      const answer = world.answerOf(answerId);
      answer.card = null;
      return world.checkLatest(answer);
    },
    ignoreFinding: (takeId, mark) => {
      world.takeOf(takeId).take.ignored.push(mark);
      return world.checkTake(takeId);
    },
    restoreFinding: (takeId, mark) => {
      const { take } = world.takeOf(takeId);
      take.ignored = take.ignored.filter((one) => one.rule !== mark.rule || one.start !== mark.start);
      return world.checkTake(takeId);
    },
    rule: (id) => {
      const rule = world.rules.find((one) => one.id === id);
      if (!rule) throw gone('That rule is not there any more.');
      return rule;
    },
    rules: () => world.rules,
    setRule: (id, on) => {
      const rule = world.rules.find((one) => one.id === id);
      if (!rule) throw gone('That rule is not there any more.');
      rule.on = on;
      const off = new Set(world.settings.rulesOff);
      if (on) off.delete(id);
      else off.add(id);
      world.settings.rulesOff = [...off];
      return rule;
    },
    ruleUse: (id) => {
      const best = world.answers.map((one) => world.bestOf(one)?.text ?? '');
      const found = best.map((text) => marksOf(text).filter((mark) => mark.rule === id).length);
      return {
        marks: found.reduce((sum, marks) => sum + marks, 0),
        takes: found.filter((marks) => marks > 0).length,
        of: best.length,
      };
    },
    ownRules: () => world.own,
    rereadOwnRules: () => world.own,
    writeExampleRules: () => {
      if (!world.own.example) {
        world.own.example = true;
        world.own.files = [...world.own.files, { name: 'example.toml', rules: 1 }];
      }
      return world.own;
    },
    reviewQueue: () => world.queue(),
    reviewMore: () => world.more(),
    startReview: (answerId) => world.runTake(world.answerOf(answerId), 'review'),
    finishReview: (edit) => {
      const take = world.finishDraft(edit);
      return world.compare(world.takeOf(take.tab.id).answer, take);
    },
    reveal: (answerId, saidAloud) => {
      world.running = world.running.filter((one) => one.answerId !== answerId || one.source !== 'review');
      return world.compare(world.answerOf(answerId), null, saidAloud);
    },
    compareReview: (answerId, takeId) => world.compare(world.answerOf(answerId), world.takeOf(takeId).take),
    grade: (request) => {
      const answer = world.answerOf(request.answerId);
      const dueDay =
        world.compare(answer, null).options.find((one) => one.grade === request.grade)?.dueDay ?? DAY;
      const logId = world.newId();
      world.graded.push({ logId, answerId: answer.id, card: answer.card });
      answer.card = { dueDay: request.grade === 'again' ? '2026-03-11' : dueDay, state: 'active' };
      return { logId, grade: request.grade, dueDay };
    },
    undoGrade: (logId) => {
      const last = world.graded.at(-1);
      if (last?.logId !== logId) throw gone('That grade cannot be taken back any more.');
      world.answerOf(last.answerId).card = last.card;
      world.graded.pop();
      return world.queue();
    },
    bury: (answerId) => world.setCard(answerId, 'buried'),
    suspend: (answerId) => world.setCard(answerId, 'suspended'),
    resumeCard: (answerId) => world.setCard(answerId, 'active'),
    reschedule: (answerId, day) => {
      if (day < DAY) throw invalid('The day has to be today or later.');
      const answer = world.answerOf(answerId);
      answer.card = { dueDay: day, state: 'active' };
      return world.queue();
    },
    answers: (filter) => {
      const kept = world.answers.filter((one) => one.takes.length > 0);
      const rows = kept
        .filter((one) => one.trashed === filter.trashed)
        .filter((one) => !filter.starred || one.starred)
        .filter((one) => !filter.competency || one.question.competency.id === filter.competency)
        .filter((one) => {
          const words = filter.query.trim().toLowerCase();
          return `${one.question.prompt} ${one.takes.map((take) => take.text).join(' ')}`
            .toLowerCase()
            .includes(words);
        })
        .map((one) => world.rowOf(one))
        .filter((row) => row !== null);
      const competencies = new Map(kept.map((one) => [one.question.competency.id, one.question.competency]));
      return {
        rows,
        total: kept.filter((one) => !one.trashed).length,
        trashed: kept.filter((one) => one.trashed).length,
        competencies: [...competencies.values()],
      };
    },
    star: (answerId, on) => {
      world.answerOf(answerId).starred = on;
      return null;
    },
    trash: (answerId) => {
      world.answerOf(answerId).trashed = true;
      return null;
    },
    untrash: (answerId) => {
      world.answerOf(answerId).trashed = false;
      return null;
    },
    deleteForever: (answerId) => {
      world.answers = world.answers.filter((one) => one.id !== answerId);
      return null;
    },
    ...bankCommands(world),
    ...mockCommands(world),
    ...debriefCommands(world),
    ...drillCommands(world),
    ...storyCommands(world),
    ...progressCommands(world),
    keepUnfinished: (place, words) => {
      if (words === '') world.unfinished.delete(place);
      else world.unfinished.set(place, words);
      return null;
    },
    unfinished: (beginning) =>
      [...world.unfinished]
        .filter(([place]) => place.startsWith(beginning))
        .map(([place, words]) => ({ place, words })),
    settings: () => world.settings,
    saveSettings: (settings) => {
      world.settings = structuredClone(settings);
      world.settings.interviews.sort((a, b) => a.day.localeCompare(b.day));
      return world.settings;
    },
    memoryModel: () => world.model,
    fitMemoryModel: () => {
      if (world.model.reviews < world.model.needed) throw invalid('There are too few reviews to fit it to.');
      const [lossBefore, lossAfter] = world.losses;
      const better = lossAfter < lossBefore;
      world.model = {
        ...world.model,
        lossBefore,
        lossAfter,
        result: better ? 'Kept.' : 'Not kept: it was no better.',
        ...(better && { fitted: true, fittedAt: NOW }),
      };
      return world.model;
    },
    forgetMemoryModel: () => {
      const never = { fitted: false, fittedAt: null, lossBefore: null, lossAfter: null, result: null };
      world.model = { ...world.model, ...never };
      return world.model;
    },
    data: () => ({
      dir: '/home/you/.local/share/answerable',
      bytes: 1_840_000,
      answers: 46,
      backups: world.backups,
      backupProblem: world.backupProblem,
      version: '0.1.0',
      questions: world.bank.there.length,
      rules: world.rules.length,
    }),
    backUpNow: () => {
      const backup: BackupView = {
        path: '/home/you/.local/share/answerable/backups/2026-03-10.db',
        at: NOW,
        bytes: 1_840_000,
        answers: 46,
        verified: true,
      };
      world.backups = [backup, ...world.backups];
      return backup;
    },
    leave: () => null,
  };
}
