import type {
  AnswerRow,
  BackupView,
  CheckView,
  DraftEdit,
  IgnoredMark,
  QuestionView,
  Ready,
  ReviewCompare,
  ReviewQueue,
  RuleView,
  RunningTake,
  Settings,
  Start,
  TakeSource,
  TakeTab,
  TodayView,
  Trouble,
} from '../bindings';
import { Problem, type Ipc } from '../client';
import { checkOf, scoresOf } from './check';
import { QUESTIONS } from './questions';
import { liveCheck, SAMPLE, wordsIn } from './reading';
import { fakeRules } from './rules';
import { DAY, dueToday, firstRun, nothingDue, NOW } from './today';

/** Which answers there are at the start. */
export type Story = 'first-run' | 'due' | 'nothing-due' | 'trouble';

interface Take {
  tab: TakeTab;
  text: string;
  ignored: IgnoredMark[];
}

interface Answer {
  id: number;
  version: number;
  question: QuestionView;
  takes: Take[];
  card: CheckView['card'];
  starred: boolean;
  trashed: boolean;
}

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;

/** The answers, drafts and settings of the fake, and the commands that work on them. */
export class World {
  readonly story: Story;
  settings: Settings;
  today: TodayView;
  answers: Answer[] = [];
  running: RunningTake[] = [];
  rules: RuleView[] = fakeRules();
  backups: BackupView[] = [
    {
      path: '/home/you/.local/share/answerable/backups/2026-03-09.db',
      at: NOW - DAY_MS,
      bytes: 1_840_000,
      answers: 46,
      verified: true,
    },
    {
      path: '/home/you/.local/share/answerable/backups/2026-03-02.db',
      at: NOW - 8 * DAY_MS,
      bytes: 1_610_000,
      answers: 41,
      verified: true,
    },
  ];
  backupProblem: string | null = null;
  problems: Ready['problems'] = [];
  trouble: Trouble | null = null;
  #next = 1;
  #lastGrade: { logId: number; answerId: number; dueDay: string } | null = null;

  constructor(story: Story = 'due') {
    this.story = story;
    this.today = story === 'first-run' ? firstRun() : story === 'nothing-due' ? nothingDue() : dueToday();
    this.settings = {
      theme: 'system',
      textSize: 100,
      marksAsIType: true,
      markColours: true,
      letterKeys: true,
      sayTime: true,
      retention: 0.9,
      newPerDay: 1,
      dayStart: 4,
      minutesADay: 30,
      interview: this.today.interview
        ? { name: this.today.interview.name, day: this.today.interview.day }
        : null,
      rulesOff: [],
    };
    if (story === 'trouble') {
      this.trouble = {
        kind: 'damaged',
        detail: 'database disk image is malformed',
        path: '/home/you/.local/share/answerable/answers.db',
        backups: this.backups,
        canStartFresh: true,
      };
    }
    if (story !== 'first-run') {
      QUESTIONS.slice(1, 4).forEach((question, i) => {
        const answer = this.#answer(question);
        this.#finish(
          answer,
          'I managed timelines and coordinated teams for two quarters, and we shipped on time. I set up a weekly sync and made sure everyone stayed on track with their work.',
          'practice',
          84_000,
          NOW - (i + 5) * DAY_MS,
        );
        if (i === 0) this.#finish(answer, SAMPLE, 'practice', 91_000, NOW - DAY_MS);
        const sentence = this.today.weakest?.sentence;
        if (sentence && i === 0) sentence.takeId = answer.takes[0]?.tab.id ?? sentence.takeId;
        answer.card = { dueDay: story === 'due' ? DAY : '2026-03-12', state: 'active' };
      });
    }
  }

  #id(): number {
    return this.#next++;
  }

  #answer(question: QuestionView): Answer {
    const answer: Answer = {
      id: this.#id(),
      version: 1,
      question,
      takes: [],
      card: null,
      starred: false,
      trashed: false,
    };
    this.answers.push(answer);
    return answer;
  }

  #finish(
    answer: Answer,
    text: string,
    source: TakeSource,
    elapsedMs: number,
    at: number,
    id = this.#id(),
  ): Take {
    const scores = scoresOf(text);
    const tab: TakeTab = {
      id,
      ordinal: answer.takes.length + 1,
      score: scores?.overall ?? null,
      scores,
      best: answer.takes.length === 0,
      medium: 'typed',
      source,
      words: wordsIn(text),
      elapsedMs,
      budgetMs: answer.question.minutes * MINUTE,
      finishedAt: at,
    };
    const take = { tab, text, ignored: [] };
    answer.takes.push(take);
    return take;
  }

  #take(id: number): { answer: Answer; take: Take } {
    for (const answer of this.answers) {
      const take = answer.takes.find((one) => one.tab.id === id);
      if (take) return { answer, take };
    }
    throw gone('That take is not there any more.');
  }

  #byId(id: number): Answer {
    const answer = this.answers.find((one) => one.id === id);
    if (!answer) throw gone('That answer is not there any more.');
    return answer;
  }

  #question(id: string): QuestionView {
    const question = QUESTIONS.find((one) => one.id === id);
    if (!question) throw gone('That question is not in the bank any more.');
    return question;
  }

  #check(takeId: number): CheckView {
    const { answer, take } = this.#take(takeId);
    return checkOf({
      answerId: answer.id,
      version: answer.version,
      question: answer.question,
      takes: answer.takes.map((one) => one.tab),
      take: take.tab,
      text: take.text,
      ignored: take.ignored,
      card: answer.card,
      starred: answer.starred,
    });
  }

  #checkLatest(answer: Answer): CheckView {
    const latest = answer.takes.at(-1);
    if (!latest) throw gone('That answer has no take.');
    return this.#check(latest.tab.id);
  }

  #run(answer: Answer, source: TakeSource): RunningTake {
    const there = this.running.find((one) => one.answerId === answer.id && one.source === source);
    if (there) return there;
    const last = answer.takes.at(-1);
    const take: RunningTake = {
      id: this.#id(),
      answerId: answer.id,
      ordinal: answer.takes.length + 1,
      source,
      question: answer.question,
      text: '',
      revision: 0,
      elapsedMs: 0,
      budgetMs: answer.question.minutes * MINUTE,
      reminders: last
        ? {
            ordinal: last.tab.ordinal,
            score: last.tab.score,
            asks: this.#check(last.tab.id).fixes.map((fix) => fix.ask),
          }
        : null,
      timesBefore: answer.takes.length,
      lastDay: last ? '2026-03-04' : null,
    };
    this.running.push(take);
    return take;
  }

  #edit(edit: DraftEdit): RunningTake {
    const draft = this.running.find((one) => one.id === edit.takeId);
    if (!draft) throw gone('That take is not running any more.');
    if (draft.revision !== edit.revision) {
      throw new Problem({
        code: 'stale',
        message: 'This answer was changed in the meantime. It is shown as it is now.',
        detail: null,
      });
    }
    Object.assign(draft, { text: edit.text, elapsedMs: edit.elapsedMs, revision: draft.revision + 1 });
    return draft;
  }

  #finishDraft(edit: DraftEdit): Take {
    if (edit.text.trim() === '') {
      throw new Problem({
        code: 'empty_answer',
        message: 'There are no words yet. Write a sentence, then finish.',
        detail: null,
      });
    }
    const draft = this.#edit(edit);
    this.running = this.running.filter((one) => one !== draft);
    return this.#finish(this.#byId(draft.answerId), draft.text, draft.source, draft.elapsedMs, NOW, draft.id);
  }

  #queue(): ReviewQueue {
    const due = this.answers.filter(
      (one) => one.card?.state === 'active' && one.card.dueDay <= DAY && !one.trashed,
    );
    return {
      due: due.map((one) => ({
        answerId: one.id,
        prompt: one.question.prompt,
        competency: one.question.competency,
        minutes: 2,
        dueDay: one.card?.dueDay ?? DAY,
        bestScore: this.#best(one)?.tab.score ?? null,
      })),
      minutes: due.length * 2,
      doneToday: this.#lastGrade ? 1 : 0,
      nextDueDay: due.length === 0 && this.answers.some((one) => one.card) ? '2026-03-12' : null,
      nextDueCount: due.length === 0 ? this.answers.filter((one) => one.card).length : 0,
      cards: this.answers.filter((one) => one.card).length,
      undoable: this.#lastGrade?.logId ?? null,
    };
  }

  #best(answer: Answer): Take | undefined {
    return answer.takes.find((take) => take.tab.best) ?? answer.takes.at(-1);
  }

  #compare(answer: Answer, memory: Take | null): ReviewCompare {
    const best = this.#best(answer);
    if (!best) throw gone('That answer has no take.');
    const points = [
      'duplicate refunds went from about forty a month to zero',
      'If the queue replayed, a customer would be paid twice',
    ]
      .map((text) => ({ text, at: best.text.indexOf(text) }))
      .filter(({ at }) => at >= 0)
      .map(({ text, at }) => {
        const back = memory?.text.indexOf(text) ?? -1;
        return {
          text,
          back: back >= 0,
          at: back >= 0 ? ([back, back + text.length] as [number, number]) : null,
          bestAt: [at, at + text.length] as [number, number],
        };
      });
    return {
      answerId: answer.id,
      cardVersion: answer.version,
      memory: memory ? this.#check(memory.tab.id) : null,
      best: this.#check(best.tab.id),
      points,
      suggested: memory ? 'hard' : 'again',
      reason: memory ? 'The outcome came back; the decision did not.' : 'Shown without an answer.',
      options: [
        { grade: 'again', dueDay: DAY, inDays: 0 },
        { grade: 'hard', dueDay: '2026-03-13', inDays: 3 },
        { grade: 'good', dueDay: '2026-03-18', inDays: 8 },
        { grade: 'easy', dueDay: '2026-03-25', inDays: 15 },
      ],
      beatsBest: false,
      timesBefore: answer.takes.length,
      lastDay: '2026-03-04',
    };
  }

  #row(answer: Answer): AnswerRow | null {
    const latest = answer.takes.at(-1);
    if (!latest) return null;
    return {
      id: answer.id,
      version: answer.version,
      prompt: answer.question.prompt,
      competency: answer.question.competency,
      takeId: latest.tab.id,
      takes: answer.takes.length,
      score: latest.tab.score,
      medium: latest.tab.medium,
      words: latest.tab.words,
      elapsedMs: latest.tab.elapsedMs,
      finishedAt: latest.tab.finishedAt,
      starred: answer.starred,
      snippet: null,
    };
  }

  #start(): Start {
    if (this.trouble) return { state: 'trouble', trouble: this.trouble };
    return {
      state: 'ready',
      ready: {
        firstRun: this.today.first !== null,
        settings: this.settings,
        running: this.running[0] ?? null,
        problems: this.problems,
        due: this.today.due,
        today: DAY,
      },
    };
  }

  /** The commands, working on this world. */
  commands(): { [K in keyof Ipc]: (...args: Parameters<Ipc[K]>) => Awaited<ReturnType<Ipc[K]>> } {
    return {
      start: () => this.#start(),
      retryStart: () => this.#start(),
      restoreBackup: () => {
        this.trouble = null;
        return this.#start();
      },
      startFresh: () => {
        this.trouble = null;
        this.today = firstRun();
        this.answers = [];
        return this.#start();
      },
      today: () => this.today,
      suggestQuestion: (not) => {
        const question = QUESTIONS.find((one) => !not.includes(one.id)) ?? QUESTIONS[0];
        if (!question) throw gone('The bank is empty.');
        return { question, reason: not.length === 0 ? 'Decisions are your lowest dimension.' : null };
      },
      question: (id) => this.#question(id),
      find: (query) => {
        const wanted = query.trim().toLowerCase();
        if (wanted === '') return { questions: [], said: [] };
        const said = this.answers.flatMap((answer) =>
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
        const questions = QUESTIONS.filter((one) => one.prompt.toLowerCase().includes(wanted)).map(
          (question) => {
            const answer = this.answers.find((one) => one.question.id === question.id);
            return {
              question,
              bestScore: (answer && this.#best(answer)?.tab.score) ?? null,
              takeId: answer?.takes.at(-1)?.tab.id ?? null,
            };
          },
        );
        return { questions, said };
      },
      startTake: (questionId) => {
        const question = this.#question(questionId);
        return this.#run(
          this.answers.find((one) => one.question.id === questionId) ?? this.#answer(question),
          'practice',
        );
      },
      runningTake: (takeId) => {
        const take = this.running.find((one) => one.id === takeId);
        if (!take) throw gone('That take is not running any more.');
        return take;
      },
      saveDraft: (edit) => ({ revision: this.#edit(edit).revision, savedAt: NOW }),
      finishTake: (edit) => this.#check(this.#finishDraft(edit).tab.id),
      discardTake: (takeId) => {
        const draft = this.running.find((one) => one.id === takeId);
        this.running = this.running.filter((one) => one !== draft);
        if (draft) this.#discarded.push(draft);
        return null;
      },
      restoreTake: (takeId) => {
        const draft = this.#discarded.find((one) => one.id === takeId);
        if (!draft) throw gone('That take is not there any more.');
        this.running.push(draft);
        return draft;
      },
      checkLive: (text) => liveCheck(text),
      check: (takeId) => this.#check(takeId),
      keepAsBest: (answerId, takeId) => {
        const answer = this.#byId(answerId);
        answer.version += 1;
        for (const take of answer.takes) take.tab.best = take.tab.id === takeId;
        return this.#check(takeId);
      },
      sendToReview: (answerId) => {
        const answer = this.#byId(answerId);
        answer.card = { dueDay: '2026-03-11', state: 'active' };
        return this.#checkLatest(answer);
      },
      withdrawFromReview: (answerId) => {
        const answer = this.#byId(answerId);
        answer.card = null;
        return this.#checkLatest(answer);
      },
      ignoreFinding: (takeId, mark) => {
        this.#take(takeId).take.ignored.push(mark);
        return this.#check(takeId);
      },
      restoreFinding: (takeId, mark) => {
        const { take } = this.#take(takeId);
        take.ignored = take.ignored.filter((one) => one.rule !== mark.rule || one.start !== mark.start);
        return this.#check(takeId);
      },
      rule: (id) => {
        const rule = this.rules.find((one) => one.id === id);
        if (!rule) throw gone('That rule is not there any more.');
        return rule;
      },
      rules: () => this.rules,
      setRule: (id, on) => {
        const rule = this.rules.find((one) => one.id === id);
        if (!rule) throw gone('That rule is not there any more.');
        rule.on = on;
        const off = new Set(this.settings.rulesOff);
        if (on) off.delete(id);
        else off.add(id);
        this.settings.rulesOff = [...off];
        return rule;
      },
      reviewQueue: () => this.#queue(),
      startReview: (answerId) => this.#run(this.#byId(answerId), 'review'),
      finishReview: (edit) => {
        const take = this.#finishDraft(edit);
        return this.#compare(this.#take(take.tab.id).answer, take);
      },
      reveal: (answerId) => {
        this.running = this.running.filter((one) => one.answerId !== answerId || one.source !== 'review');
        return this.#compare(this.#byId(answerId), null);
      },
      compareReview: (answerId, takeId) => this.#compare(this.#byId(answerId), this.#take(takeId).take),
      grade: (request) => {
        const answer = this.#byId(request.answerId);
        const dueDay =
          this.#compare(answer, null).options.find((one) => one.grade === request.grade)?.dueDay ?? DAY;
        this.#lastGrade = { logId: this.#id(), answerId: answer.id, dueDay: answer.card?.dueDay ?? DAY };
        answer.card = { dueDay: request.grade === 'again' ? '2026-03-11' : dueDay, state: 'active' };
        return { logId: this.#lastGrade.logId, grade: request.grade, dueDay };
      },
      undoGrade: () => {
        if (this.#lastGrade) {
          this.#byId(this.#lastGrade.answerId).card = { dueDay: this.#lastGrade.dueDay, state: 'active' };
          this.#lastGrade = null;
        }
        return this.#queue();
      },
      bury: (answerId) => this.#card(answerId, 'buried'),
      suspend: (answerId) => this.#card(answerId, 'suspended'),
      resumeCard: (answerId) => this.#card(answerId, 'active'),
      answers: (filter) => {
        const kept = this.answers.filter((one) => one.takes.length > 0);
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
          .map((one) => this.#row(one))
          .filter((row) => row !== null);
        const competencies = new Map(
          kept.map((one) => [one.question.competency.id, one.question.competency]),
        );
        return {
          rows,
          total: kept.filter((one) => !one.trashed).length,
          trashed: kept.filter((one) => one.trashed).length,
          competencies: [...competencies.values()],
        };
      },
      star: (answerId, on) => {
        this.#byId(answerId).starred = on;
        return null;
      },
      trash: (answerId) => {
        this.#byId(answerId).trashed = true;
        return null;
      },
      untrash: (answerId) => {
        this.#byId(answerId).trashed = false;
        return null;
      },
      deleteForever: (answerId) => {
        this.answers = this.answers.filter((one) => one.id !== answerId);
        return null;
      },
      settings: () => this.settings,
      saveSettings: (settings) => {
        this.settings = structuredClone(settings);
        return this.settings;
      },
      data: () => ({
        dir: '/home/you/.local/share/answerable',
        bytes: 1_840_000,
        answers: 46,
        backups: this.backups,
        backupProblem: this.backupProblem,
        version: '0.1.0',
        questions: QUESTIONS.length,
        rules: this.rules.length,
      }),
      backUpNow: () => {
        const backup: BackupView = {
          path: '/home/you/.local/share/answerable/backups/2026-03-10.db',
          at: NOW,
          bytes: 1_840_000,
          answers: 46,
          verified: true,
        };
        this.backups = [backup, ...this.backups];
        return backup;
      },
      leave: () => null,
    };
  }

  #discarded: RunningTake[] = [];

  #card(answerId: number, state: string): ReviewQueue {
    const answer = this.#byId(answerId);
    if (answer.card) answer.card.state = state;
    return this.#queue();
  }
}

function gone(message: string): Problem {
  return new Problem({ code: 'not_found', message, detail: null });
}
