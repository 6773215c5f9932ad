import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import Inside from '../../test/Inside.svelte';
import { expectAccessible } from '../../test/render';
import type { CheckView, RuleView } from '$lib/ipc/bindings';
import { connect, Problem, type Ipc } from '$lib/ipc/client';
import { DAY, pretend } from '$lib/ipc/fake';
import type { Route, RouteOf } from '$lib/state/navigation.svelte';
import { windowState } from '$lib/state/provide';
import { refundCommands } from './fixture-commands';
import PhraseCheck from './PhraseCheck.svelte';
import { examplePieces } from '$lib/rules/rule-example';
import { shortQuote, spokenSummary } from './words';

const RULE: RuleView = {
  id: 'ownership/who-decided',
  dimension: 'ownership',
  kind: 'hidden_actor',
  note: 'who decided?',
  why: 'Nobody acts in the sentence.',
  ask: 'Who decided?',
  say: 'I held the launch.',
  patterns: ['it be/verb (decided | agreed) that?'],
  deeds: [],
  file: null,
  hits: ['{It was decided that} we would hold.'],
  misses: ['I decided to hold.'],
  on: true,
};

let calls: [string, ...unknown[]][];

/** The room in the state of a window; `from` is where the user was before. */
function show(route: RouteOf<'check'>, from?: Route) {
  const state = windowState(from ?? route);
  state.navigation.go(route);
  state.session.today = DAY;
  const { container } = render(Inside, {
    props: { component: PhraseCheck as never, props: { route }, state },
  });
  return { ...state, container, user: userEvent.setup() };
}

/** The room on the refund story; `change` alters what the check answers. */
async function open(
  {
    takeId = 2,
    fix,
    wait = true,
    from,
  }: { takeId?: number; fix?: 'fix1'; wait?: boolean; from?: Route } = {},
  change: (view: CheckView) => Partial<CheckView> = () => ({}),
) {
  const fake = pretend('due');
  const { story, ...commands } = refundCommands();
  const changed = Object.fromEntries(
    Object.entries(commands).map(([name, command]) => [
      name,
      async (...args: never[]) => {
        calls.push([name, ...args]);
        const view = (command as (...a: never[]) => CheckView)(...args);
        return { ...view, ...change(view) };
      },
    ]),
  );
  const others: Partial<Ipc> = {
    rule: async () => RULE,
    ruleUse: async () => ({ marks: 3, takes: 2, of: 5 }),
    setRule: async (id, on) => {
      calls.push(['setRule', id, on]);
      return { ...RULE, on };
    },
  };
  connect({ ...fake.ipc, ...others, ...changed });
  const route = { room: 'check' as const, takeId, open: fix };
  const room = show(route, from);
  if (wait) await screen.findByRole('heading', { level: 1 });
  return { ...room, story };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** The first mark whose name begins so. By attribute: roles and names of a whole room are slow to work out here. */
const markOf = (name: string) => document.querySelector<HTMLElement>(`mark[aria-label^="${name}"]`);
const called = (name: string) => calls.filter(([one]) => one === name).map(([, ...args]) => args);
const aside = () => within(screen.getByRole('complementary', { name: 'Summary of the check' }));

// A whole room with axe takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  calls = [];
});

describe('on arrival', () => {
  it('says the summary, shows the facts and passes axe', async () => {
    await open();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'Tell me about a time you found a risk',
    );
    expect(screen.getAllByRole('status')[0]).toHaveTextContent(
      '5 strong, 4 weak, 2 to ask who, 2 missing. Score 58, up 24.',
    );
    expect(screen.getByText(/Typed, 4:05 of 6:00/)).toBeInTheDocument();
    expect(aside().getByText(/up 24 from take 1/)).toHaveTextContent('12 short of senior');
    expect(aside().getByRole('meter', { name: 'Ownership' })).toHaveAttribute(
      'aria-valuetext',
      '52, 26 last time',
    );
    await expectAccessible();
  });

  it('leads back to the debrief it was opened from', async () => {
    const debrief = { room: 'mock', debriefId: 4 } as const;
    const { user, navigation } = await open({ from: debrief });
    expect(button(/^Back to the debrief/)).toBeInTheDocument();
    await user.keyboard('c{Escape}');
    expect(navigation.route.room).toBe('check');
    await user.keyboard('{Escape}');
    expect(navigation.route).toEqual(debrief);
  });

  it('opens the fix it was asked to open', async () => {
    await open({ fix: 'fix1' });
    await waitFor(() => expect(markOf('It was decided that: hidden actor, who decided?')).toHaveFocus());
    expect(aside().getByRole('button', { name: /Who decided to hold/ })).toHaveAttribute(
      'aria-current',
      'true',
    );
  });

  it.each([
    { readable: 'short' as const, says: 'Under 25 words: marked, not scored.' },
    { readable: 'too_short' as const, says: 'Under eight words: too short to mark.' },
    { readable: 'not_english' as const, says: 'This check reads English. The answer is kept as it is.' },
  ])('says what it can read: $readable', async ({ readable, says }) => {
    const unread = readable !== 'short';
    await open({}, (view) => ({
      readable,
      scores: null,
      fixes: [],
      ...(unread ? { marks: [], missing: [], coverage: [] } : { marks: view.marks.slice(0, 2) }),
    }));
    expect(aside().getByText(says)).toBeInTheDocument();
    expect(screen.queryByRole('meter')).toBeNull();
    expect(document.querySelectorAll('mark.mark-weak')).toHaveLength(unread ? 0 : 2);
    expect(screen.getByText(/^Last year we were moving checkout/)).toBeInTheDocument();
    await expectAccessible();
  });

  it('says when nothing is marked', async () => {
    await open({}, () => ({ marks: [], missing: [], fixes: [] }));
    expect(screen.getByText('Nothing in this answer is marked, strong or weak.')).toBeInTheDocument();
  });

  it('says when the take is gone', async () => {
    const fake = pretend('due');
    const gone = new Problem({ code: 'not_found', message: 'gone', detail: null });
    fake.fail('check', gone);
    show({ room: 'check', takeId: 99 });
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'This take is not there any more.',
    );
  });

  it('shows nothing for a moment, then that it takes time', async () => {
    vi.useFakeTimers();
    const fake = pretend('due');
    connect({ ...fake.ipc, check: () => new Promise(() => undefined) });
    show({ room: 'check', takeId: 2 });
    await vi.advanceTimersByTimeAsync(290);
    expect(screen.queryByText('Reading the answer')).toBeNull();
    await vi.advanceTimersByTimeAsync(20);
    expect(screen.getByText('Reading the answer')).toBeInTheDocument();
    vi.useRealTimers();
  });

  it('shows a dimension without a score as a dash, never as 0', async () => {
    await open({}, (view) => ({ scores: view.scores && { ...view.scores, influence: null } }));
    expect(aside().getByRole('img', { name: 'Influence: not asked for, nothing found' })).toBeInTheDocument();
    expect(screen.queryByRole('meter', { name: 'Influence' })).toBeNull();
    expect(aside().getByText('–')).toBeInTheDocument();
  });
});

describe('walking the marks', () => {
  it('goes by J and K, and a key opens each fix', async () => {
    const { user } = await open();
    await user.keyboard('jj');
    await waitFor(() => expect(markOf('set up a weekly sync')).toHaveFocus());
    await user.keyboard('k{Enter}');
    await waitFor(() => expect(markOf('make sure everyone')).toHaveAttribute('aria-expanded', 'true'));
    for (const [key, name] of [
      ['1', 'It was decided that: '],
      ['2', 'make sure everyone stayed on track: '],
      ['3', 'missing here: which did you reject'],
    ] as const) {
      await user.keyboard(key);
      await waitFor(() => expect(markOf(name)).toHaveAttribute('aria-expanded', 'true'));
    }
    await user.keyboard('{Escape}');
    await waitFor(() => expect(markOf('missing here: which')).toHaveAttribute('aria-expanded', 'false'));
  });

  it('shows only the kinds that are switched on, and only one actor when asked', async () => {
    const { user } = await open();
    const strong = within(screen.getByRole('group', { name: 'Marks shown' })).getByRole('button', {
      name: /Strong/,
    });
    await user.click(strong);
    expect(strong).toHaveAttribute('aria-pressed', 'false');
    expect(document.querySelectorAll('mark.mark-strong')).toHaveLength(0);
    await user.click(aside().getByRole('button', { name: 'we 3' }));
    expect(
      screen.getAllByRole('button', { expanded: false }).filter((one) => one.tagName === 'MARK'),
    ).toEqual([button('We: hidden actor, your part?')]);
    await user.click(button('Show all marks'));
    expect(document.querySelectorAll('mark.mark-weak')).toHaveLength(4);
  });

  it('points out the words of what is covered', async () => {
    const { user, container } = await open();
    await user.click(aside().getByRole('button', { name: /early risk/ }));
    await waitFor(() => {
      const said = [...container.querySelectorAll('.said')].map((element) => element.textContent);
      expect(said.join('')).toBe('If the queue replayed');
    });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(container.querySelector('.said')).toBeNull());
  });

  it('lists the same findings as a table, from which each opens', async () => {
    const { user } = await open();
    await user.click(aside().getByRole('button', { name: 'As list' }));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(16);
    expect(rows[1]).toHaveTextContent(
      /make sure everyone stayed on track.*Weak.*Ownership.*−3.*What did you own/,
    );
    await expectAccessible();
    await user.click(button(/^shipped on time: open in the text/));
    await waitFor(() => expect(markOf('shipped on time: weak')).toHaveFocus());
  });
});

describe('changing things', () => {
  it('ignores a finding, goes on to the next, and takes it back', async () => {
    const { user, toasts } = await open();
    await user.keyboard('2');
    await waitFor(() => expect(markOf('make sure everyone')).toHaveFocus());
    await user.keyboard('i');
    await waitFor(() => expect(markOf('set up a weekly sync')).toHaveFocus());
    expect(markOf('make sure everyone')).toBeNull();
    expect(called('ignoreFinding')).toMatchObject([[2, { text: 'make sure everyone stayed on track' }]]);
    expect(aside().getByRole('heading', { name: 'Left out of this take' })).toBeInTheDocument();
    await user.keyboard('j');
    await waitFor(() => expect(markOf('I drew the refund path')).toHaveFocus());
    await toasts.undo();
    await waitFor(() => expect(markOf('make sure everyone')).not.toBeNull());
  });

  it('keeps a take as best, and the former again', async () => {
    const { user, toasts } = await open();
    await user.keyboard('b');
    await waitFor(() => expect(button('Keep as best')).toHaveAttribute('aria-disabled', 'true'));
    expect(button('Keep as best')).toHaveAccessibleDescription('already the best');
    expect(toasts.current?.text).toBe('Take 2 is kept as best.');
    await toasts.undo();
    expect(called('keepAsBest')).toEqual([
      [7, 2, 3],
      [7, 1, 4],
    ]);
    await waitFor(() => expect(button('Keep as best')).not.toHaveAttribute('aria-disabled'));
  });

  it('sends the answer to review, says when it is due, and takes it back', async () => {
    const { user, toasts } = await open();
    await user.keyboard('r');
    expect(await screen.findByText('In review, due Fri 13 Mar')).toBeInTheDocument();
    await toasts.undo();
    await waitFor(() => expect(button('Send to review')).toBeInTheDocument());
  });

  it('keeps showing the take that was shown when a change answers with the latest', async () => {
    const { user } = await open({ takeId: 1 });
    await user.keyboard('r');
    expect(await screen.findByText('In review, due Fri 13 Mar')).toBeInTheDocument();
    expect(screen.getByText(/About two weeks in/)).toBeInTheDocument();
  });

  it('goes to another take', async () => {
    const { user, navigation } = await open();
    await user.click(screen.getByRole('radio', { name: /Take 1/ }));
    expect(navigation.route).toEqual({ room: 'check', takeId: 1 });
  });

  it('starts the next take', async () => {
    const { user, navigation } = await open();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(navigation.route.room).toBe('practice'));
  });

  it('shows a rule with its examples, and switches it off for good', async () => {
    const { user, settings } = await open();
    await user.keyboard('1');
    await user.click(await screen.findByRole('button', { name: 'Rule' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Who decided?' }));
    expect(dialog.getByText('It was decided that').tagName).toBe('MARK');
    expect(dialog.getByText('I decided to hold.')).toBeInTheDocument();
    expect(dialog.getByText('I held the launch.')).toBeInTheDocument();
    expect(screen.getByRole('dialog')).toHaveTextContent('it be decided or agreed perhaps that');
    expect(dialog.getByText(/^Built in/)).toHaveTextContent('Built in, ownership/who-decided');
    expect(await dialog.findByText('3 marks in your best takes: in 2 of 5.')).toBeInTheDocument();
    await expectAccessible(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('switch', { name: 'Use this rule in every check' }));
    await waitFor(() => expect(settings.value.rulesOff).toEqual([RULE.id]));
    expect(called('setRule')).toEqual([[RULE.id, false]]);
    expect(called('check')).toHaveLength(2);
  });
});

describe('the level', () => {
  it('reads the shown take again at once, says so, and is remembered', async () => {
    const fake = pretend('due');
    const takeId = fake.world.answers[0]?.takes[1]?.tab.id ?? 0;
    const { user, settings } = show({ room: 'check', takeId });
    settings.read(fake.world.settings);
    await screen.findByRole('heading', { level: 1 });
    const levels = within(aside().getByRole('radiogroup', { name: 'Asked as for a' }));
    expect(levels.getByRole('radio', { name: 'Senior TPM' })).toBeChecked();
    expect(aside().getByRole('button', { name: /What did you learn/ })).toBeInTheDocument();
    await user.click(levels.getByRole('radio', { name: 'Principal TPM' }));
    expect(
      await aside().findByRole('button', { name: /What do other teams do differently since/ }),
    ).toBeInTheDocument();
    expect(aside().getByText(/(short of|above|at) principal/)).toBeInTheDocument();
    expect(aside().getByText('Principal 70')).toBeInTheDocument();
    expect(levels.getByRole('radio', { name: 'Principal TPM' })).toHaveFocus();
    expect(screen.getAllByRole('status')[0]).toHaveTextContent(/^Principal TPM: /);
    expect(fake.world.settings.level).toBe('principal');
    expect(settings.value.level).toBe('principal');
    await expectAccessible();
  });

  it('goes back when it cannot be kept', async () => {
    const fake = pretend('due');
    const takeId = fake.world.answers[0]?.takes[1]?.tab.id ?? 0;
    fake.fail('saveSettings', new Problem({ code: 'not_writable', message: 'No room.', detail: null }));
    const { user, problems } = show({ room: 'check', takeId });
    await user.click(await screen.findByRole('radio', { name: 'Manager' }));
    await waitFor(() => expect(problems.banner?.message).toBe('No room.'));
    expect(screen.getByRole('radio', { name: 'Senior TPM' })).toBeChecked();
  });
});

describe('comparing', () => {
  it('shows what was removed and added, or the marks, and keeps a take', async () => {
    const { user, container } = await open();
    await user.keyboard('c');
    expect(await screen.findByRole('heading', { name: 'Compare takes' })).toBeInTheDocument();
    await waitFor(() => expect(container.querySelectorAll('.text del').length).toBeGreaterThan(3));
    expect(container.querySelectorAll('.text ins').length).toBeGreaterThan(3);
    expect(screen.getByText(/words removed/)).toBeInTheDocument();
    expect(screen.getByRole('img', { name: 'Systems from 45 to 78' })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: 'Strong 0 5' })).toBeInTheDocument();
    await expectAccessible();

    await user.keyboard('m');
    expect(container.querySelectorAll('.text del')).toHaveLength(0);
    expect(container.querySelectorAll('.text mark').length).toBeGreaterThan(10);

    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/Kept as best: take 2/)).toBeInTheDocument();
    expect(button('Keep take 1 as best')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  });

  it('needs two takes', async () => {
    const { user } = await open({}, (view) => ({ takes: [view.take], previous: null }));
    expect(button('Compare')).toHaveAccessibleDescription('there is one take so far');
    await user.keyboard('c');
    expect(screen.queryByRole('heading', { name: 'Compare takes' })).toBeNull();
  });
});

describe('words', () => {
  const { story } = refundCommands();

  it.each([
    {
      name: 'with a score before',
      view: story.second,
      says: '5 strong, 4 weak, 2 to ask who, 2 missing. Score 58, up 24.',
    },
    {
      name: 'the first time',
      view: story.first,
      says: '0 strong, 6 weak, 3 to ask who, 5 missing. Score 34.',
    },
    {
      name: 'too short to score',
      view: { ...story.first, readable: 'short' as const, scores: null, missing: [] },
      says: '0 strong, 6 weak, 3 to ask who. Under 25 words: marked, not scored.',
    },
    {
      name: 'not English',
      view: { ...story.first, readable: 'not_english' as const },
      says: 'This check reads English. The answer is kept as it is.',
    },
  ])('summarise $name', ({ view, says }) => {
    expect(spokenSummary(view)).toBe(says);
  });

  it.each([
    { example: 'I {followed up with} them.', pieces: ['I ', '[followed up with]', ' them.'] },
    { example: '{We} and {they}', pieces: ['[We]', ' and ', '[they]'] },
    { example: 'no braces', pieces: ['no braces'] },
    { example: 'a { alone', pieces: ['a { alone'] },
  ])('take an example apart: $example', ({ example, pieces }) => {
    expect(examplePieces(example).map(({ text, marked }) => (marked ? `[${text}]` : text))).toEqual(pieces);
  });

  it.each([
    { words: 'short', quote: 'short' },
    { words: 'two\n lines', quote: 'two lines' },
    {
      words: 'a rather long stretch of words that goes on and on',
      quote: 'a rather long stretch of words that goes…',
    },
  ])('quote $words', ({ words, quote }) => {
    expect(shortQuote(words)).toBe(quote);
  });
});
