import { EditorView } from '@codemirror/view';
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '$lib/ipc/client';
import { pretend, type Story } from '$lib/ipc/fake';
import { expectAccessible, renderIn, type Rendered } from '../../test/render';
import Review from './Review.svelte';
import { ungraded } from './ungraded';

let here: Rendered;

function open(story: Story = 'due', answerId?: number): Rendered {
  const route = { room: 'review' as const, ...(answerId !== undefined && { answerId }) };
  here = renderIn(Review as never, { route }, pretend(story), route);
  return here;
}

async function openQuestion(): Promise<Rendered> {
  open();
  await screen.findByRole('textbox');
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
  return here;
}

/** Writes an answer from memory, and has it compared. */
async function openCompare(
  text = 'If the queue replayed, a customer would be paid twice.',
): Promise<Rendered> {
  await openQuestion();
  write(text);
  await here.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('group', { name: 'Did it come back?' });
  return here;
}

function write(text: string): void {
  const view = EditorView.findFromDOM(screen.getByRole('textbox'));
  view?.dispatch({ changes: { from: view.state.doc.length, insert: text }, userEvent: 'input.type' });
}

/** Opens the menu of what is done less often. Without layout what floats counts as hidden. */
async function openMore(): Promise<HTMLElement> {
  screen.getByRole('button', { name: 'More' }).focus();
  await here.user.keyboard('{Enter}');
  return screen.findByRole('menu', { hidden: true });
}

const question = () => screen.getByRole('heading', { level: 2 }).textContent;
const grades = () => here.calls.filter(([name]) => name === 'grade').map(([, request]) => request);
const grade = (name: RegExp) => screen.getByRole('button', { name });

/** The best take of the first answer is the one with the two points the fake knows. */
async function withPoints(): Promise<void> {
  const fake = pretend('due');
  const [answer] = fake.world.answers;
  const best = answer?.takes.at(-1)?.tab.id ?? 0;
  await fake.ipc.keepAsBest(answer?.id ?? 0, best, 1);
  here = renderIn(Review as never, { route: { room: 'review' } }, fake, { room: 'review' });
  await screen.findByRole('textbox');
}

afterEach(() => {
  here.unmount();
  ungraded.clear();
});

describe('nothing to review', () => {
  it('says when the next answers come back, and offers a new question', async () => {
    const { user, navigation } = open('nothing-due');
    expect(await screen.findByText('Nothing is due.')).toBeVisible();
    expect(screen.getByText('The next 3 answers come back on Thu 12 March.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'New question' }));
    expect(navigation.route).toEqual({ room: 'practice' });
  });

  it('says how answers get here when none is', async () => {
    open('first-run');
    expect(await screen.findByText('Nothing in review yet.')).toBeVisible();
    await expectAccessible(here.container);
  });
});

describe('the question', () => {
  it('says how far the round is, and how often it was answered', async () => {
    await openQuestion();
    expect(screen.getByRole('progressbar', { name: 'Answers reviewed' })).toHaveAttribute(
      'aria-valuemax',
      '3',
    );
    expect(screen.getByText(', about 6 minutes left')).toBeVisible();
    expect(screen.getByText(/3rd time/)).toHaveTextContent('last seen 4 March');
    await expectAccessible(here.container);
  });

  it('is answered after Enter, and shows the best take on Space', async () => {
    const { user } = await openQuestion();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('textbox')).toHaveFocus();
    screen.getByRole('heading', { level: 2 }).focus();
    await user.keyboard(' ');
    expect(await screen.findByText('Shown without an answer.', { selector: 'p' })).toBeVisible();
    expect(grade(/^Again.*suggested/)).toBeVisible();
    expect(here.world.running).toHaveLength(0);
  });

  it('keeps Space for writing once something is written', async () => {
    const { calls } = await openQuestion();
    write('I');
    await here.user.keyboard(' ');
    screen.getByRole('heading', { level: 2 }).focus();
    await here.user.keyboard(' ');
    expect(calls.some(([name]) => name === 'reveal')).toBe(false);
  });

  it('is not compared without an answer', async () => {
    const { user, toasts, calls } = await openQuestion();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(toasts.current?.text).toBe('Nothing to compare yet.');
    expect(calls.some(([name]) => name === 'finishReview')).toBe(false);
  });
});

describe('the comparison', () => {
  it('shows both answers, the four grades with their days, and why one is suggested', async () => {
    await openCompare();
    expect(screen.getByRole('article', { name: 'From memory' })).toHaveTextContent('If the queue replayed');
    expect(screen.getByRole('article', { name: 'Best take' })).toHaveTextContent('I managed timelines');
    const apart = screen.getByRole('group', { name: 'Did not come back' });
    expect(within(apart).getAllByRole('button')).toHaveLength(1);
    const buttons = screen.getByRole('group', { name: 'Did it come back?' });
    const names = within(buttons)
      .getAllByRole('button')
      .map((button) => button.textContent?.replace(/\s+/g, ' ').trim());
    expect(names).toEqual([
      'Again 1 today',
      'Hard 2 Fri 13 Mar , in 3 days, suggested',
      'Good 3 Wed 18 Mar , in 8 days',
      'Easy 4 Wed 25 Mar , in 15 days',
    ]);
    expect(screen.getAllByText('Suggested: Hard')[0]).toBeVisible();
    await expectAccessible(here.container);
  });

  it('points at the words of what came back, in both answers', async () => {
    await withPoints();
    write('If the queue replayed, a customer would be paid twice.');
    await here.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('1 of 2 points')).toBeVisible();
    await here.user.click(screen.getByRole('button', { name: /^Came back:/ }));
    const said = (name: string) => screen.getByRole('article', { name }).querySelector('.said')?.textContent;
    expect(said('From memory')).toContain('If the queue replayed');
    expect(said('Best take')).toContain('If the queue replayed');
    await here.user.click(screen.getByRole('button', { name: /^Did not come back:/ }));
    expect(said('From memory')).toBeUndefined();
    expect(said('Best take')).toContain('forty a month to zero');
  });

  it('points while the pointer or the focus is on a point, and goes back to the chosen one', async () => {
    await withPoints();
    write('If the queue replayed, a customer would be paid twice.');
    await here.user.keyboard('{Control>}{Enter}{/Control}');
    const back = await screen.findByRole('button', { name: /^Came back:/ });
    const missing = screen.getByRole('button', { name: /^Did not come back:/ });
    const said = () => screen.getByRole('article', { name: 'Best take' }).querySelector('.said')?.textContent;
    await here.user.hover(missing);
    expect(said()).toContain('forty a month to zero');
    await here.user.unhover(missing);
    expect(said()).toBeUndefined();
    back.focus();
    await waitFor(() => expect(said()).toContain('If the queue replayed'));
    await here.user.keyboard('{ArrowDown}');
    expect(missing).toHaveFocus();
    expect(said()).toContain('forty a month to zero');
    await here.user.keyboard('{Enter}');
    missing.blur();
    await waitFor(() => expect(missing).toHaveAttribute('aria-pressed', 'true'));
    expect(said()).toContain('forty a month to zero');
  });

  it('is still there after the room was left', async () => {
    const { world } = await openCompare();
    here.unmount();
    here = renderIn(Review as never, { route: { room: 'review' } }, { ...here }, { room: 'review' });
    expect(await screen.findByRole('group', { name: 'Did it come back?' })).toBeVisible();
    expect(world.running).toHaveLength(0);
  });
});

describe('grading', () => {
  it.each([
    ['1', 'again', 'Again. Back today.'],
    ['2', 'hard', 'Hard. Back on Fri 13 Mar.'],
    ['4', 'easy', 'Easy. Back on Wed 25 Mar.'],
    ['{Enter}', 'hard', 'Hard. Back on Fri 13 Mar.'],
  ])('by %s', async (keys, chosen, said) => {
    const { user, toasts } = await openCompare();
    const first = question();
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    await user.keyboard(keys);
    await waitFor(() => expect(toasts.current?.text).toBe(said));
    expect(grades()).toMatchObject([{ grade: chosen, takeId: expect.any(Number) }]);
    expect(question()).not.toBe(first);
  });

  it('takes Enter on a button for that button', async () => {
    const { user } = await openCompare();
    grade(/^Easy/).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(grades()).toMatchObject([{ grade: 'easy' }]));
  });

  it('is taken back, also after the next question has come', async () => {
    const { user, world } = await openCompare();
    const first = question();
    await user.click(grade(/^Good/));
    await waitFor(() => expect(question()).not.toBe(first));
    expect(world.answers[0]?.card?.dueDay).toBe('2026-03-18');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(question()).toBe(first));
    expect(world.answers[0]?.card?.dueDay).toBe('2026-03-10');
    expect(screen.getByRole('article', { name: 'From memory' })).toHaveTextContent('If the queue replayed');
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0');
  });

  it('stays where it is when it could not be stored', async () => {
    const { user, fail, toasts } = await openCompare();
    fail('grade', new Problem({ code: 'stale', message: 'This answer was changed.', detail: null }));
    await user.click(grade(/^Good/));
    await waitFor(() => expect(toasts.current?.text).toBe('This answer was changed.'));
    fail('grade', null);
    await user.click(grade(/^Good/));
    await waitFor(() => expect(toasts.current?.text).toBe('Good. Back on Wed 18 Mar.'));
  });

  it('ends with what was done, and when it goes on', async () => {
    const { user } = await openCompare();
    for (let left = 3; left > 0; left -= 1) {
      await user.click(grade(/^Good/));
      await waitFor(() => expect(grades()).toHaveLength(4 - left));
      if (left === 1) break;
      await user.click(await screen.findByRole('button', { name: /^Show the best take/ }));
      await screen.findByRole('group', { name: 'Did it come back?' });
    }
    expect(await screen.findByText('3 answers reviewed, under a minute.')).toBeVisible();
    expect(screen.getByText(/^The next 3 answers come back/)).toBeVisible();
    const rows = within(screen.getByRole('table', { name: 'Answers reviewed' })).getAllByRole('row');
    expect(rows).toHaveLength(4);
    expect(rows[1]).toHaveTextContent(/Good\s*Wed 18 Mar$/);
    await expectAccessible(here.container);
  });
});

describe('an answer that was said aloud', () => {
  async function openAloud(): Promise<Rendered> {
    await openQuestion();
    await here.user.keyboard('a');
    await screen.findByRole('group', { name: 'Could you give it?' });
    return here;
  }

  it('is asked first whether it came', async () => {
    const { user, calls } = await openAloud();
    expect(calls).toContainEqual(['reveal', 1, true]);
    expect(screen.getByText('Said aloud, without a record.')).toBeVisible();
    expect(screen.queryByRole('group', { name: 'Did it come back?' })).toBeNull();
    await expectAccessible(here.container);
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    await user.keyboard('3{Enter}');
    expect(grades()).toEqual([]);
  });

  it('is Again when it did not', async () => {
    const { user, toasts } = await openAloud();
    await user.keyboard('n');
    await waitFor(() => expect(toasts.current?.text).toBe('Again. Back today.'));
    expect(grades()).toMatchObject([{ grade: 'again', takeId: null }]);
  });

  it('is graded Hard, Good or Easy when it did, Good to begin with', async () => {
    const { user } = await openAloud();
    await user.keyboard('y');
    const buttons = within(await screen.findByRole('group', { name: 'Did it come back?' })).getAllByRole(
      'button',
    );
    expect(buttons.map((button) => button.textContent?.trim().split(/\s/)[0])).toEqual([
      'Hard',
      'Good',
      'Easy',
    ]);
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: /^Yes/ }));
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(grades()).toMatchObject([{ grade: 'good', takeId: null }]));
  });

  it('is asked again after the room was left, and after an undo', async () => {
    await openAloud();
    here.unmount();
    here = renderIn(Review as never, { route: { room: 'review' } }, { ...here }, { room: 'review' });
    await here.user.click(await screen.findByRole('button', { name: /^No/ }));
    await waitFor(() => expect(grades()).toHaveLength(1));
    await here.user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByRole('group', { name: 'Could you give it?' })).toBeVisible();
  });
});

describe('undo', () => {
  it('takes back any number of steps, one after the other', async () => {
    const { user, world, toasts } = await openQuestion();
    const before = structuredClone(world.answers.map((answer) => answer.card));
    const first = question();
    for (const keys of [' ', '3', '-', ' ', '1']) {
      const shown = here.container.textContent;
      await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
      await user.keyboard(keys);
      await waitFor(() => expect(here.container.textContent).not.toBe(shown));
    }
    expect(await screen.findByText('2 answers reviewed, under a minute.')).toBeVisible();
    for (const said of ['Again taken back.', 'Not buried any more.', 'Good taken back.']) {
      await user.keyboard('{Control>}z{/Control}');
      await waitFor(() => expect(toasts.current?.text).toBe(said));
    }
    expect(question()).toBe(first);
    expect(world.answers.map((answer) => answer.card)).toEqual(before);
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  it('goes on with grades of rounds before', async () => {
    const { user, world } = await openQuestion();
    const first = question();
    for (const keys of [' ', '3', ' ', '2']) {
      const shown = here.container.textContent;
      await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
      await user.keyboard(keys);
      await waitFor(() => expect(here.container.textContent).not.toBe(shown));
    }
    here.unmount();
    ungraded.clear();
    here = renderIn(Review as never, { route: { room: 'review' } }, { ...here }, { room: 'review' });
    for (const left of [1, 0]) {
      await screen.findByRole('textbox');
      await here.user.click(screen.getByRole('button', { name: /^Undo/ }));
      await waitFor(() => expect(world.graded).toHaveLength(left));
    }
    await waitFor(() => expect(question()).toBe(first));
  });

  it('drops a step that cannot be taken back any more, and goes on with the one before', async () => {
    const { user, fail, problems, world, toasts } = await openQuestion();
    await user.keyboard(' ');
    await screen.findByRole('group', { name: 'Did it come back?' });
    await user.keyboard('3');
    await screen.findByRole('textbox');
    await user.keyboard('-');
    await waitFor(() => expect(toasts.current?.text).toBe('Buried until tomorrow.'));
    fail('resumeCard', new Problem({ code: 'not_found', message: 'It is gone.', detail: null }));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(problems.banner?.message ?? toasts.current?.text).toBe('It is gone.'));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(world.graded).toHaveLength(0));
  });
});

describe('a day of one’s own', () => {
  it('is set by key, and taken back', async () => {
    const { user, world, toasts } = await openQuestion();
    const first = question();
    await user.keyboard('d');
    const day = await screen.findByLabelText('Day');
    await user.click(screen.getByRole('button', { name: 'Set the day' }));
    expect(day).toHaveAccessibleDescription('Give the day it should come back.');
    await user.type(day, '9 March 2026');
    expect(day).toHaveAccessibleDescription('Mon 9 March 2026 is past. Today is Tue 10 March 2026.');
    await user.clear(day);
    await user.type(day, '20 March');
    expect(day).toHaveAccessibleDescription('Friday 20 March, in 10 days');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Set the day' }));
    await waitFor(() => expect(toasts.current?.text).toBe('Back on Fri 20 Mar.'));
    expect(world.answers[0]?.card?.dueDay).toBe('2026-03-20');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(question()).not.toBe(first);
    await toasts.undo();
    await waitFor(() => expect(question()).toBe(first));
    expect(world.answers[0]?.card?.dueDay).toBe('2026-03-10');
  });
});

describe('practising anyway', () => {
  it('leads to the question in Practice, and leaves its date', async () => {
    const { user, world, navigation } = await openQuestion();
    const menu = await openMore();
    expect(within(menu).getByText(/^Practise anyway/)).toHaveTextContent(
      'Its date in review stays as it is.',
    );
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu', { hidden: true })).toBeNull());
    screen.getByRole('heading', { level: 2 }).focus();
    await user.keyboard('p');
    const questionId = world.answers[0]?.question.id;
    await waitFor(() => expect(navigation.route).toEqual({ room: 'practice', questionId }));
    expect(world.answers[0]?.card?.dueDay).toBe('2026-03-10');
    expect(world.running).toHaveLength(0);
  });

  it('does not throw away what was written from memory', async () => {
    const { user, navigation } = await openQuestion();
    write('I moved refunds last.');
    screen.getByRole('heading', { level: 2 }).focus();
    await user.keyboard('p');
    expect(navigation.route).toEqual({ room: 'review' });
    expect(screen.getByRole('textbox')).toHaveTextContent('I moved refunds last.');
  });
});

describe('an answer that lapsed three times', () => {
  it('is still asked, and is to be written anew', async () => {
    const fake = pretend('due');
    const [answer] = fake.world.answers;
    if (answer) answer.lapses = 3;
    here = renderIn(Review as never, { route: { room: 'review' } }, fake, { room: 'review' });
    const said = /^Three times it did not come back\. Write it anew/;
    expect(await screen.findByText(said)).toBeVisible();
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    await here.user.keyboard(' ');
    await screen.findByRole('group', { name: 'Did it come back?' });
    expect(screen.getByText(said)).toBeVisible();
    await here.user.click(screen.getByRole('button', { name: 'Write it anew' }));
    const questionId = answer?.question.id;
    await waitFor(() => expect(here.navigation.route).toEqual({ room: 'practice', questionId }));
  });
});

describe('what is left', () => {
  it('is said quietly under the question, with the order', async () => {
    const fake = pretend('due');
    fake.world.said = { leftForLater: 12, advice: 'An hour a day would hold all of them.' };
    here = renderIn(Review as never, { route: { room: 'review' } }, fake, { room: 'review' });
    expect(
      await screen.findByText(
        '12 more are due; they are spread over the next days. An hour a day would hold all of them. Order: by what each minute adds to recall on 31 March.',
      ),
    ).toBeVisible();
    expect(screen.getByText(/twice more before the onsite/)).toBeVisible();
  });

  it('is said when nothing more is due today', async () => {
    const fake = pretend('nothing-due');
    fake.world.said = { leftForLater: 12, advice: null };
    here = renderIn(Review as never, { route: { room: 'review' } }, fake, { room: 'review' });
    expect(await screen.findByText('Nothing more for today.')).toBeVisible();
    expect(screen.getByText(/^12 more are due/)).toBeVisible();
    await here.user.click(screen.getByRole('button', { name: /^Half a day’s minutes more/ }));
    await waitFor(() => expect(fake.calls.some(([name]) => name === 'reviewMore')).toBe(true));
    expect(await screen.findByRole('button', { name: /^Finish and compare/ })).toBeVisible();
  });
});

describe('suspended answers', () => {
  it('are let back in where nothing is due, with undo', async () => {
    const fake = pretend('nothing-due');
    const [answer] = fake.world.answers;
    if (answer) answer.card = { dueDay: '2026-03-10', state: 'suspended' };
    here = renderIn(Review as never, { route: { room: 'review' } }, fake, { room: 'review' });
    await here.user.click(await screen.findByRole('button', { name: /^Let back in: / }));
    await waitFor(() => expect(question()).toBe(answer?.question.prompt));
    expect(here.toasts.current?.text).toBe('Back in review.');
    await here.toasts.undo();
    expect(await screen.findByText('Nothing is due.')).toBeVisible();
    expect(answer?.card?.state).toBe('suspended');
  });

  it('are let back in from the menu', async () => {
    const { user, world } = await openQuestion();
    const first = question();
    await user.keyboard('!');
    await waitFor(() => expect(question()).not.toBe(first));
    const menu = await openMore();
    within(menu).getByText('Suspended answers (1)').closest<HTMLElement>('[role^="menuitem"]')?.focus();
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Suspended answers' }));
    await user.click(dialog.getByRole('button', { name: /^Let back in: / }));
    await waitFor(() => expect(world.answers[0]?.card?.state).toBe('active'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(question()).not.toBe(first);
  });
});

describe('putting an answer away', () => {
  it.each([
    ['-', 'buried', 'Buried until tomorrow.'],
    ['!', 'suspended', 'Suspended. It does not come back until you let it back in.'],
  ])('with %s, and undo', async (key, state, said) => {
    const { user, toasts, world } = await openQuestion();
    const first = question();
    await user.keyboard(key);
    await waitFor(() => expect(question()).not.toBe(first));
    expect(world.answers[0]?.card?.state).toBe(state);
    expect(toasts.current?.text).toBe(said);
    await toasts.undo();
    await waitFor(() => expect(question()).toBe(first));
    expect(world.answers[0]?.card?.state).toBe('active');
  });

  it('keeps what was written', async () => {
    const { user, toasts } = await openQuestion();
    write('I moved refunds last.');
    screen.getByRole('heading', { level: 2 }).focus();
    await user.keyboard('-');
    await waitFor(() => expect(toasts.current?.text).toBe('Buried until tomorrow.'));
    await toasts.undo();
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveTextContent('I moved refunds last.'));
  });
});

describe('an answer that beats the best take', () => {
  it('is kept as best on request only, with undo', async () => {
    const fake = pretend('due');
    const compare = fake.world.commands();
    const former = fake.world.answers[0]?.takes[0]?.tab.id;
    for (const name of ['finishReview', 'compareReview'] as const) {
      const own = compare[name] as (...args: never[]) => object;
      fake.ipc[name] = (async (...args: never[]) => ({
        ...structuredClone(own(...args)),
        beatsBest: true,
      })) as never;
    }
    here = renderIn(Review as never, { route: { room: 'review' } }, fake, { room: 'review' });
    await screen.findByRole('textbox');
    write('I drew the refund path end to end, from the storefront through the orders queue to the ledger.');
    await here.user.keyboard('{Control>}{Enter}{/Control}');
    const best = () => fake.world.answers[0]?.takes.find((take) => take.tab.best)?.tab.id;
    await screen.findByRole('button', { name: 'Keep as best' });
    expect(best()).toBe(former);
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    await here.user.keyboard('b');
    await waitFor(() => expect(here.toasts.current?.text).toBe('Kept as best.'));
    expect(best()).not.toBe(former);
    expect(screen.queryByRole('button', { name: 'Keep as best' })).not.toBeInTheDocument();
    await here.toasts.undo();
    expect(best()).toBe(former);
  });
});
