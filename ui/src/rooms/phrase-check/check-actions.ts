import type { Action } from '$lib/state/actions.svelte';

/** What the room can do now, and how. */
export interface CheckCommands {
  ready: boolean;
  comparing: boolean;
  comparable: boolean;
  /** There are marks to walk. */
  marks: boolean;
  /** A finding is open or walked to, and a rule found it. */
  ignorable: boolean;
  /** How many fixes there are, 0–3. */
  fixes: number;
  /** The take is already the best. */
  best: boolean;
  inReview: boolean;
  /** Something is open that Escape closes. */
  closable: boolean;
  walk: (step: 1 | -1) => void;
  ignore: () => void;
  openFix: (ordinal: number) => void;
  compare: () => void;
  keepAsBest: () => void;
  sendToReview: () => void;
  summary: () => void;
  tryAgain: () => Promise<void>;
  close: () => void;
}

const GROUP = 'Phrase check';

/** Keys of the phrase check. While two takes are compared, only those that make sense there are on. */
export function checkActions(can: CheckCommands): Action[] {
  const here = can.ready && !can.comparing;
  const fix = (ordinal: number): Action => ({
    id: `check.fix${ordinal}`,
    label: `Open fix ${ordinal}`,
    keys: String(ordinal),
    group: GROUP,
    hidden: true,
    enabled: here && can.fixes >= ordinal,
    run: () => can.openFix(ordinal),
  });
  const move = (id: string, label: string, keys: string, step: 1 | -1): Action => ({
    id,
    label,
    keys,
    group: GROUP,
    hidden: true,
    enabled: here && can.marks,
    run: () => can.walk(step),
  });
  return [
    move('check.next', 'Next mark', 'j', 1),
    move('check.previous', 'Previous mark', 'k', -1),
    {
      id: 'check.ignore',
      label: 'Ignore this finding',
      keys: 'i',
      group: GROUP,
      enabled: here && can.ignorable,
      run: can.ignore,
    },
    fix(1),
    fix(2),
    fix(3),
    {
      id: 'check.compare',
      label: 'Compare takes',
      keys: 'c',
      group: GROUP,
      enabled: can.ready && can.comparable,
      run: can.compare,
    },
    {
      id: 'check.best',
      label: 'Keep as best',
      keys: 'b',
      group: GROUP,
      enabled: here && !can.best,
      run: can.keepAsBest,
    },
    {
      id: 'check.review',
      label: 'Send to review',
      keys: 'r',
      group: GROUP,
      enabled: here && !can.inReview,
      run: can.sendToReview,
    },
    {
      id: 'check.summary',
      label: 'Go to the summary',
      keys: 's',
      group: GROUP,
      enabled: here,
      run: can.summary,
    },
    {
      id: 'check.again',
      label: 'Try again now',
      keys: 'mod+enter',
      primary: true,
      group: GROUP,
      enabled: here,
      run: can.tryAgain,
    },
    {
      id: 'check.close',
      label: 'Close what is open',
      keys: 'escape',
      group: GROUP,
      hidden: true,
      enabled: can.closable,
      run: can.close,
    },
  ];
}
