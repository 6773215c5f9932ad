import type { Action } from '$lib/state/actions.svelte';

/** What the room can do, and whether it can do it now: getters, read when a key is pressed. */
export interface CheckCommands {
  readonly ready: boolean;
  readonly comparing: boolean;
  readonly comparable: boolean;
  /** There are marks to walk. */
  readonly marks: boolean;
  /** A finding is open or walked to, and a rule found it. */
  readonly ignorable: boolean;
  /** How many fixes there are, 0–3. */
  readonly fixes: number;
  /** The take is already the best. */
  readonly best: boolean;
  readonly inReview: boolean;
  /** Something is open that Escape closes. */
  readonly closable: boolean;
  /** The check was opened from the debrief of a mock. */
  readonly fromDebrief: boolean;
  walk: (step: 1 | -1) => void;
  ignore: Action['run'];
  openFix: (ordinal: number) => void;
  compare: Action['run'];
  keepAsBest: Action['run'];
  sendToReview: Action['run'];
  summary: () => void;
  tryAgain: () => Promise<void>;
  close: () => void;
  back: () => void;
}

/**
 * Keys of the phrase check, registered once: what can be done is asked when a key is pressed. While two takes are
 * compared, only those that make sense there are on.
 */
export function checkActions(can: CheckCommands): Action[] {
  const here = () => can.ready && !can.comparing;
  const action = (own: Omit<Action, 'group' | 'enabled'>, enabled: () => boolean): Action => ({
    ...own,
    group: 'Phrase check',
    get enabled() {
      return enabled();
    },
  });
  const step = (id: string, label: string, keys: string, by: 1 | -1): Action =>
    action({ id, label, keys, hidden: true, run: () => can.walk(by) }, () => here() && can.marks);
  const fix = (ordinal: number): Action =>
    action(
      {
        id: `check.fix${ordinal}`,
        label: `Open fix ${ordinal}`,
        keys: String(ordinal),
        hidden: true,
        run: () => can.openFix(ordinal),
      },
      () => here() && can.fixes >= ordinal,
    );
  return [
    step('check.next', 'Next mark', 'j', 1),
    step('check.previous', 'Previous mark', 'k', -1),
    action(
      { id: 'check.ignore', label: 'Ignore this finding', keys: 'i', run: can.ignore },
      () => here() && can.ignorable,
    ),
    fix(1),
    fix(2),
    fix(3),
    action(
      { id: 'check.compare', label: 'Compare takes', keys: 'c', run: can.compare },
      () => can.ready && can.comparable,
    ),
    action(
      { id: 'check.best', label: 'Keep as best', keys: 'b', run: can.keepAsBest },
      () => here() && !can.best,
    ),
    action(
      { id: 'check.review', label: 'Send to review', keys: 'r', run: can.sendToReview },
      () => here() && !can.inReview,
    ),
    action({ id: 'check.summary', label: 'Go to the summary', keys: 's', run: can.summary }, here),
    action(
      { id: 'check.again', label: 'Try again now', keys: 'mod+enter', primary: true, run: can.tryAgain },
      here,
    ),
    action(
      { id: 'check.close', label: 'Close what is open', keys: 'escape', hidden: true, run: can.close },
      () => can.closable,
    ),
    action(
      { id: 'check.back', label: 'Back to the debrief', keys: 'escape', run: can.back },
      () => can.fromDebrief && !can.closable,
    ),
  ];
}
