import type { CheckView } from '$lib/ipc/bindings';
import { refundStory } from './fixture';

/** The story as commands of the door: the few this room calls, working on its own copy. */
export function refundCommands() {
  const story = refundStory();
  const checks = new Map([story.first, story.second].map((view) => [view.take.id, view]));
  const everywhere = (change: (view: CheckView) => void) => checks.forEach(change);
  const check = (takeId: number): CheckView => {
    const view = checks.get(takeId);
    if (!view) throw new Error(`the fixture has no take ${takeId}`);
    const marks = view.marks.filter(
      (mark) => !view.ignored.some((one) => one.rule === mark.rule && one.start === mark.start),
    );
    return structuredClone({ ...view, marks });
  };
  return {
    story,
    check,
    keepAsBest(_answerId: number, takeId: number): CheckView {
      everywhere((view) => {
        view.answerVersion += 1;
        for (const take of [view.take, ...view.takes]) take.best = take.id === takeId;
      });
      return check(2);
    },
    sendToReview(): CheckView {
      everywhere((view) => (view.card = { dueDay: '2026-03-13', state: 'active' }));
      return check(2);
    },
    withdrawFromReview(): CheckView {
      everywhere((view) => (view.card = null));
      return check(2);
    },
    ignoreFinding(takeId: number, mark: CheckView['ignored'][number]): CheckView {
      checks.get(takeId)?.ignored.push(mark);
      return check(takeId);
    },
    restoreFinding(takeId: number, mark: CheckView['ignored'][number]): CheckView {
      const view = checks.get(takeId);
      if (view)
        view.ignored = view.ignored.filter((one) => one.start !== mark.start || one.rule !== mark.rule);
      return check(takeId);
    },
  };
}
