import type { DrillItem, DrillQueue } from '../bindings';
import { Problem } from '../problem';
import type { FakeCommands } from './commands';
import { against, drillItems, drillMarks, figuresOf } from './drills';
import { gone } from './gone';
import { DAY, NOW } from './today';
import type { World } from './world';

type DrillCommand = 'drillQueue' | 'checkDrill' | 'undoDrill' | 'putDrill' | 'suspendDrill';

/** A sentence in rotation. */
interface Drill {
  item: DrillItem;
  dueDay: string;
  suspended: boolean;
}

/** A try, and what its drill was before. */
interface Try {
  logId: number;
  drillId: number;
  text: string;
  before: Pick<Drill, 'item' | 'dueDay'>;
}

/** When a sentence comes back that passed, and what is due next when nothing is due today. */
const PASSED_DAY = '2026-03-17';
const NEXT_DAY = '2026-03-12';

/** The commands of this room, working on a world. */
export function drillCommands(world: World): Pick<FakeCommands, DrillCommand> {
  let drills: Drill[] | null = null;
  let log: Try[] = [];

  function all(): Drill[] {
    if (drills) return drills;
    const answers = world.answers.flatMap(({ id, takes }) =>
      takes.slice(0, 1).map((take) => ({ id, takeId: take.tab.id })),
    );
    const dueDay = world.story === 'due' ? DAY : NEXT_DAY;
    const items = answers.length === 0 ? [] : drillItems(answers);
    drills = items.map((item) => ({ item, dueDay, suspended: false }));
    return drills;
  }

  function of(drillId: number): Drill {
    const drill = all().find((one) => one.item.drillId === drillId);
    if (!drill) throw gone('That sentence is not there any more.');
    return drill;
  }

  function queue(): DrillQueue {
    const there = all().filter((one) => !one.suspended);
    const due = there.filter((one) => one.dueDay <= DAY).map((one) => one.item);
    const days = there.map((one) => one.dueDay).sort();
    const next = due.length === 0 ? (days[0] ?? null) : null;
    return {
      due,
      minutes: Math.round(due.length * 0.6),
      doneToday: log.length,
      drills: there.length,
      nextDueDay: next,
      nextDueCount: next ? days.filter((day) => day === next).length : 0,
      undoable: log.at(-1)?.logId ?? null,
      leftOut: all()
        .filter((one) => one.suspended)
        .map(({ item: { drillId, text, prompt } }) => ({ drillId, text, prompt })),
    };
  }

  function refuseStale(drill: Drill, version: number): void {
    if (drill.item.version === version) return;
    throw new Problem({
      code: 'stale',
      message: 'This sentence was changed in the meantime. It is shown as it is now.',
      detail: null,
    });
  }

  return {
    drillQueue: queue,
    checkDrill: ({ drillId, version, text }) => {
      const drill = of(drillId);
      refuseStale(drill, version);
      if (text.trim() === '') {
        throw new Problem({ code: 'empty_answer', message: 'There are no words yet.', detail: null });
      }
      const marks = drillMarks(text);
      const weak = against(marks)[0];
      const good = marks.filter((mark) => mark.kind === 'strong');
      const passed = !weak && good.length > 0;
      const logId = world.newId();
      const { item, dueDay } = drill;
      log = [...log, { logId, drillId, text, before: { item, dueDay } }];
      drill.item = {
        ...item,
        version: item.version + 1,
        tries: item.tries + 1,
        passedBefore: passed ? text : item.passedBefore,
      };
      drill.dueDay = passed ? PASSED_DAY : DAY;
      return {
        logId,
        version: drill.item.version,
        passed,
        reason: passed
          ? 'The weak words are gone, and a decision of your own is there.'
          : weak
            ? `Still activity, “${weak.text}”.`
            : 'No action, decision or outcome of your own yet.',
        marks,
        there: good.map((mark) => mark.note),
        missing: /\d/.test(text) ? null : 'what did it save? One number would close it.',
        figures: figuresOf(marks),
        dueDay: drill.dueDay,
        canBePut: passed,
      };
    },
    undoDrill: (logId) => {
      const last = log.at(-1);
      if (last?.logId !== logId) throw gone('That try was taken back already.');
      Object.assign(of(last.drillId), last.before);
      log = log.slice(0, -1);
      return queue();
    },
    putDrill: (logId) => {
      const said = log.find((one) => one.logId === logId);
      if (!said) throw gone('That try was taken back.');
      const { item } = of(said.drillId);
      const answer = world.answerOf(item.answerId);
      const latest = answer.takes.at(-1);
      const before = latest?.text ?? '';
      const text = before.includes(item.text)
        ? before.replace(item.text, () => said.text)
        : `${before} ${said.text}`;
      const { tab } = world.finishTake(answer, text, 'drill', 0, NOW);
      return {
        answerId: answer.id,
        takeId: tab.id,
        ordinal: tab.ordinal,
        score: tab.score,
        scoreBefore: latest?.tab.score ?? null,
      };
    },
    suspendDrill: (drillId, on) => {
      of(drillId).suspended = on;
      return queue();
    },
  };
}
