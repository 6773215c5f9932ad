import type {
  AnswerRow,
  BackupView,
  CheckView,
  DraftEdit,
  IgnoredMark,
  ModelView,
  OwnRules,
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
import { nextOf } from '../../interview/interviews';
import { dayOfMonth } from '../../words/days';
import { Problem } from '../client';
import { FakeBank } from './bank';
import { checkOf, scoresOf } from './check';
import { commandsOf, type FakeCommands } from './commands';
import { gone } from './gone';
import { FakeMocks } from './mock-commands';
import { QUESTIONS } from './questions';
import { SAMPLE, wordsIn } from './reading';
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
  /** How often it did not come back. */
  lapses: number;
}

/** Minutes a day by wanted recall, as a model would give them. */
const COSTS: [retention: number, minutesADay: number][] = [
  [70, 4.1],
  [75, 4.9],
  [80, 6.2],
  [85, 8.1],
  [90, 11.8],
  [92, 14.6],
  [95, 22.4],
  [97, 34.9],
];

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
  own: OwnRules = {
    folder: '/home/you/.local/share/answerable/rules',
    files: [],
    problems: [],
    example: false,
  };
  /** The questions, with what the user did with them. */
  readonly bank = new FakeBank();
  /** Words typed outside of takes, by place. */
  unfinished = new Map<string, string>();
  /** The mock interviews. */
  readonly mocks = new FakeMocks();
  trouble: Trouble | null = null;
  /** The memory model. */
  model: ModelView = {
    reviews: 412,
    needed: 1000,
    fitted: false,
    fittedAt: null,
    lossBefore: null,
    lossAfter: null,
    result: null,
    costs: COSTS.map(([retention, minutesADay]) => ({ retention, minutesADay })),
  };
  /** What a fit would find: the losses before and after. */
  losses: [before: number, after: number] = [0.412, 0.397];
  /** Grades that can be taken back, newest last, with the cards as they were. */
  graded: { logId: number; answerId: number; card: Answer['card'] }[] = [];
  /** What review says beside what is due. */
  said: Pick<ReviewQueue, 'leftForLater' | 'advice'> = { leftForLater: 0, advice: null };
  #next = 1;

  constructor(story: Story = 'due') {
    this.story = story;
    this.today = story === 'first-run' ? firstRun() : story === 'nothing-due' ? nothingDue() : dueToday();
    this.settings = {
      theme: 'system',
      textSize: 100,
      level: 'senior',
      marksAsIType: true,
      markColours: true,
      letterKeys: true,
      sayTime: true,
      retention: 90,
      newPerDay: 1,
      dayStart: 4,
      minutesADay: 30,
      interviews: this.today.interview
        ? [{ name: this.today.interview.name, day: this.today.interview.day }]
        : [],
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
        const answer = this.newAnswer(question);
        this.finishTake(
          answer,
          'I managed timelines and coordinated teams for two quarters, and we shipped on time. I set up a weekly sync and made sure everyone stayed on track with their work.',
          'practice',
          84_000,
          NOW - (i + 5) * DAY_MS,
        );
        if (i === 0) this.finishTake(answer, SAMPLE, 'practice', 91_000, NOW - DAY_MS);
        const sentence = this.today.weakest?.sentence;
        if (sentence && i === 0) sentence.takeId = answer.takes[0]?.tab.id ?? sentence.takeId;
        answer.card = { dueDay: story === 'due' ? DAY : '2026-03-12', state: 'active' };
      });
    }
  }

  newId(): number {
    return this.#next++;
  }

  newAnswer(question: QuestionView): Answer {
    const answer: Answer = {
      id: this.newId(),
      version: 1,
      question,
      takes: [],
      card: null,
      starred: false,
      trashed: false,
      lapses: 0,
    };
    this.answers.push(answer);
    return answer;
  }

  finishTake(
    answer: Answer,
    text: string,
    source: TakeSource,
    elapsedMs: number,
    at: number,
    id = this.newId(),
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

  takeOf(id: number): { answer: Answer; take: Take } {
    for (const answer of this.answers) {
      const take = answer.takes.find((one) => one.tab.id === id);
      if (take) return { answer, take };
    }
    throw gone('That take is not there any more.');
  }

  answerOf(id: number): Answer {
    const answer = this.answers.find((one) => one.id === id);
    if (!answer) throw gone('That answer is not there any more.');
    return answer;
  }

  questionOf(id: string): QuestionView {
    return this.bank.of(id).question;
  }

  checkTake(takeId: number): CheckView {
    const { answer, take } = this.takeOf(takeId);
    return checkOf({
      answerId: answer.id,
      version: answer.version,
      question: answer.question,
      takes: answer.takes.map((one) => one.tab),
      take: take.tab,
      text: take.text,
      level: this.settings.level,
      ignored: take.ignored,
      card: answer.card,
      starred: answer.starred,
    });
  }

  checkLatest(answer: Answer): CheckView {
    const latest = answer.takes.at(-1);
    if (!latest) throw gone('That answer has no take.');
    return this.checkTake(latest.tab.id);
  }

  runTake(answer: Answer, source: TakeSource): RunningTake {
    const there = this.running.find((one) => one.answerId === answer.id && one.source === source);
    if (there) return there;
    const last = answer.takes.at(-1);
    const take: RunningTake = {
      id: this.newId(),
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
            asks: this.checkTake(last.tab.id).fixes.map((fix) => fix.ask),
          }
        : null,
      timesBefore: answer.takes.length,
      lastDay: last ? '2026-03-04' : null,
    };
    this.running.push(take);
    return take;
  }

  saveEdit(edit: DraftEdit): RunningTake {
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

  finishDraft(edit: DraftEdit): Take {
    if (edit.text.trim() === '') {
      throw new Problem({
        code: 'empty_answer',
        message: 'There are no words yet. Write a sentence, then finish.',
        detail: null,
      });
    }
    const draft = this.saveEdit(edit);
    this.running = this.running.filter((one) => one !== draft);
    return this.finishTake(
      this.answerOf(draft.answerId),
      draft.text,
      draft.source,
      draft.elapsedMs,
      NOW,
      draft.id,
    );
  }

  /** Lets what was left for later come today. */
  more(): ReviewQueue {
    this.said = { ...this.said, leftForLater: 0 };
    for (const one of this.answers) if (one.card?.state === 'active') one.card.dueDay = DAY;
    return this.queue();
  }

  queue(): ReviewQueue {
    const next = nextOf(this.settings.interviews, DAY);
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
        bestScore: this.bestOf(one)?.tab.score ?? null,
        times: one.takes.length,
        lastDay: '2026-03-04',
        recall: 84,
        rewrite: one.lapses >= 3,
        timesToInterview: this.timesToInterview,
      })),
      minutes: due.length * 2,
      doneToday: this.graded.length,
      nextDueDay: due.length === 0 && this.answers.some((one) => one.card) ? '2026-03-12' : null,
      nextDueCount: due.length === 0 ? this.answers.filter((one) => one.card).length : 0,
      cards: this.answers.filter((one) => one.card).length,
      undoable: this.graded.at(-1)?.logId ?? null,
      ...this.said,
      order: next
        ? `By what each minute adds to recall on ${dayOfMonth(next.day)}.`
        : 'By the day they were due.',
      suspended: this.answers
        .filter((one) => one.card?.state === 'suspended' && !one.trashed)
        .map((one) => ({ answerId: one.id, prompt: one.question.prompt })),
    };
  }

  get timesToInterview(): number | null {
    return nextOf(this.settings.interviews, DAY) ? 2 : null;
  }

  bestOf(answer: Answer): Take | undefined {
    return answer.takes.find((take) => take.tab.best) ?? answer.takes.at(-1);
  }

  compare(answer: Answer, memory: Take | null, saidAloud = false): ReviewCompare {
    const best = this.bestOf(answer);
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
      memory: memory ? this.checkTake(memory.tab.id) : null,
      best: this.checkTake(best.tab.id),
      points,
      suggested: memory ? 'hard' : saidAloud ? 'good' : 'again',
      reason: memory
        ? 'The outcome came back; the decision did not.'
        : saidAloud
          ? 'Nothing was written down to compare with the best take.'
          : 'The answer could not be given.',
      options: [
        { grade: 'again', dueDay: DAY, inDays: 0 },
        { grade: 'hard', dueDay: '2026-03-13', inDays: 3 },
        { grade: 'good', dueDay: '2026-03-18', inDays: 8 },
        { grade: 'easy', dueDay: '2026-03-25', inDays: 15 },
      ],
      beatsBest: false,
      timesBefore: answer.takes.length,
      lastDay: '2026-03-04',
      saidAloud,
      rewrite: answer.lapses >= 3,
      timesToInterview: this.timesToInterview,
    };
  }

  rowOf(answer: Answer): AnswerRow | null {
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

  startOf(): Start {
    if (this.trouble) return { state: 'trouble', trouble: this.trouble };
    return {
      state: 'ready',
      ready: {
        firstRun: this.today.first !== null,
        settings: this.settings,
        running: this.running[0] ?? null,
        mock: this.mocks.underWay?.id ?? null,
        problems: this.problems,
        due: this.today.due,
        today: DAY,
      },
    };
  }

  discarded: RunningTake[] = [];

  setCard(answerId: number, state: string): ReviewQueue {
    const answer = this.answerOf(answerId);
    if (answer.card) answer.card = { ...answer.card, state };
    return this.queue();
  }

  /** The commands of the Rust side, working on this world. */
  commands(): FakeCommands {
    return commandsOf(this);
  }
}
