import { EditorView } from '@codemirror/view';
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '$lib/ipc/client';
import { pretend, type Story } from '$lib/ipc/fake';
import { expectAccessible, renderIn, type Rendered } from '../../test/render';
import Drill from './Drill.svelte';
import { unchecked } from './unchecked';

const PASSES =
  'I cut the backfill from the first release, because the daily report only needs ninety days, and told finance in week two which months would be missing.';
const FAILS = 'I tracked the plan.';

let here: Rendered;

function open(story: Story = 'due', fake = pretend(story)): Rendered {
  here = renderIn(Drill as never, { route: { room: 'drill' } }, fake, { room: 'drill' });
  return here;
}

const field = () => screen.getByRole('textbox', { name: /^Say it as the owner/ });
const said = () => document.querySelector('blockquote')?.textContent;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const noButton = (name: string | RegExp) => screen.queryByRole('button', { name });
const primary = '{Control>}{Enter}{/Control}';
const called = (wanted: string) => here.calls.filter(([name]) => name === wanted).map(([, ...args]) => args);

async function openSentence(): Promise<Rendered> {
  open();
  await waitFor(() => expect(field()).toHaveFocus());
  return here;
}

function write(text: string): void {
  const view = EditorView.findFromDOM(field());
  view?.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    userEvent: 'input.type',
  });
}

async function trySaying(text: string): Promise<void> {
  write(text);
  await here.user.keyboard(primary);
}

async function pass(): Promise<void> {
  await trySaying(PASSES);
  await screen.findByText(/^Passed\./);
}

async function nextAfter(before: string | null | undefined): Promise<void> {
  await here.user.keyboard(primary);
  await waitFor(() => expect(said()).not.toBe(before));
}

const problem = (code: 'storage' | 'stale' = 'storage') =>
  new Problem({ code, message: 'The database is busy.', detail: null });

afterEach(() => {
  here.unmount();
  unchecked.clear();
});

describe('nothing to say again', () => {
  it('says when sentences come back, and leads on', async () => {
    const { user, navigation } = open('nothing-due');
    expect(await screen.findByText('No sentence is due.')).toBeVisible();
    expect(screen.getByText('The next 6 sentences come back on Thu 12 March.')).toBeVisible();
    await expectAccessible(here.container);
    await user.keyboard(primary);
    expect(navigation.route).toEqual({ room: 'today' });
  });

  it('says how sentences get here when there is none', async () => {
    const { user, navigation } = open('first-run');
    expect(await screen.findByText('No sentence to say again yet.')).toBeVisible();
    await user.click(button('New question'));
    expect(navigation.route).toEqual({ room: 'practice' });
  });
});

it('says so when the sentences cannot be read, and tries again', async () => {
  const fake = pretend('due');
  fake.fail('drillQueue', problem());
  const { user } = open('due', fake);
  expect(await screen.findByText('The database is busy.')).toBeVisible();
  fake.fail('drillQueue', null);
  await user.click(button('Try again'));
  await waitFor(() => expect(field()).toHaveFocus());
});

it('goes on with words that were typed before a crash, and forgets them once they pass', async () => {
  const fake = pretend('due');
  const [first] = (await fake.ipc.drillQueue()).due;
  const place = `drill:${first?.drillId}`;
  fake.world.unfinished.set(place, PASSES);
  open('due', fake);
  await waitFor(() => expect(field()).toHaveTextContent(PASSES));
  await here.user.keyboard(primary);
  await screen.findByText(/^Passed\./);
  await waitFor(() => expect(fake.world.unfinished.has(place)).toBe(false));
});

describe('a sentence', () => {
  it('shows when and where it was said, its marks, and what to say', async () => {
    await openSentence();
    expect(screen.getByText(/^You said, on Friday, in answer to “/)).toBeVisible();
    expect([...document.querySelectorAll('blockquote mark')].map((mark) => mark.textContent)).toEqual([
      'tracked progress against the plan (weak)',
      'escalated when something slipped (weak)',
    ]);
    expect(field()).toHaveAccessibleName(/Tracking is watching/);
    const progress = screen.getByRole('progressbar', { name: 'Sentences said again' });
    expect(progress).toHaveAttribute('aria-valuetext', '1 of 6');
    expect(screen.getByText('sentences, about 4 minutes left')).toBeVisible();
    await expectAccessible(here.container);
  });

  it('marks the words as they are typed', async () => {
    await openSentence();
    write('I coordinated teams. And then');
    await waitFor(() => expect(field().querySelector('.mark-weak')).toHaveTextContent('coordinated teams'));
  });

  it('is not checked without words', async () => {
    const { user, toasts } = await openSentence();
    await user.keyboard(primary);
    expect(toasts.current?.text).toBe('Nothing to check yet.');
    expect(called('checkDrill')).toEqual([]);
  });
});

describe('a try', () => {
  it('that passes shows what was good, what is missing, then and now, and when it comes back', async () => {
    await openSentence();
    await pass();
    expect(screen.getByText('Passed. Comes back Tue 17 March.')).toBeVisible();
    expect(screen.getByText('a decision, with its reason')).toBeVisible();
    expect(screen.getByText('named early, to the people it would hurt')).toBeVisible();
    expect(screen.getByText('what did it save? One number would close it.')).toBeVisible();
    expect(field().querySelectorAll('.mark-strong')).toHaveLength(2);
    const rows = within(screen.getByRole('table', { name: 'Then and now' })).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim()))).toEqual([
      ['', 'Strong', 'Weak', 'Decisions'],
      ['Friday', '0', '2', '18'],
      ['Now', '2', '0', '68'],
    ]);
    await expectAccessible(here.container);
  });

  it('that does not pass says why, keeps its words, and passes when said again, by keyboard', async () => {
    const { user } = await openSentence();
    await trySaying(FAILS);
    expect(await screen.findByText('Not yet: still activity, “tracked the plan”.')).toBeVisible();
    expect(button(/^Say it again/)).toBeVisible();
    expect(button('Next sentence')).toBeVisible();
    await user.keyboard(primary);
    expect(field()).toHaveFocus();
    expect(field()).toHaveTextContent(FAILS);
    expect(screen.getByText('Last try: still activity, “tracked the plan”.')).toBeVisible();
    await user.keyboard(primary);
    expect(here.toasts.current?.text).toBe('These words were checked. Change them first.');
    await pass();
    expect(called('checkDrill')).toMatchObject([[{ version: 1 }], [{ version: 2 }]]);
    const first = said();
    await nextAfter(first);
    expect(field()).toHaveTextContent(/^One sentence/);
    await waitFor(() => expect(field()).toHaveFocus());
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '2 of 6');
  });

  it('is asked for again once its words are changed', async () => {
    await openSentence();
    await pass();
    write(`${PASSES} It saved 9 days.`);
    expect(await screen.findByRole('button', { name: /^Check it/ })).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    write(PASSES);
    expect(await screen.findByRole('table')).toBeVisible();
  });

  it.each(['storage', 'stale'] as const)('keeps its words when the check fails: %s', async (code) => {
    const { fail } = await openSentence();
    fail('checkDrill', problem(code));
    await trySaying(PASSES);
    await waitFor(() =>
      expect(here.problems.banner?.message ?? here.toasts.current?.text).toBe('The database is busy.'),
    );
    expect(field()).toHaveTextContent('I cut the backfill');
    fail('checkDrill', null);
    await here.user.keyboard(primary);
    expect(await screen.findByText(/^Passed\./)).toBeVisible();
  });

  it('on a sentence that was changed elsewhere is made on the sentence as it is now', async () => {
    const { ipc } = await openSentence();
    await ipc.checkDrill({ drillId: 1, version: 1, text: FAILS });
    await trySaying(PASSES);
    await waitFor(() => expect(here.toasts.current?.text).toMatch(/changed in the meantime/));
    await here.user.keyboard(primary);
    expect(await screen.findByText(/^Passed\./)).toBeVisible();
  });
});

describe('undo', () => {
  it('takes back the last try, also after the next sentence has come, and keeps its words', async () => {
    const { user, toasts } = await openSentence();
    const first = said();
    await pass();
    await nextAfter(first);
    write('I began to say');
    button(/^Skip/).focus();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(said()).toBe(first));
    expect(toasts.current?.text).toBe('Try taken back. Its words are kept.');
    expect(field()).toHaveTextContent('I cut the backfill');
    expect(button(/^Check it/)).toBeVisible();
    expect(noButton(/^Undo/)).toBeNull();
    await user.keyboard('{Control>}]{/Control}');
    await waitFor(() => expect(field()).toHaveTextContent('I began to say'));
  });

  it('takes back one try after the other', async () => {
    const { user } = await openSentence();
    for (const words of [FAILS, 'I managed timelines.']) {
      await trySaying(words);
      await screen.findByRole('button', { name: /^Say it again/ });
    }
    await user.click(button(/^Undo/));
    await waitFor(() => expect(called('undoDrill')).toHaveLength(1));
    await screen.findByRole('button', { name: /^Check it/ });
    await user.click(button(/^Undo/));
    await waitFor(() => expect(noButton(/^Undo/)).toBeNull());
    expect(field()).toHaveTextContent('I managed timelines.');
    await pass();
  });

  it('is left to the field while one types', async () => {
    const { user } = await openSentence();
    await pass();
    await user.keyboard('{Control>}z{/Control}');
    expect(called('undoDrill')).toEqual([]);
  });
});

describe('putting it in the answer', () => {
  it('makes a new take, says so, and offers to open it', async () => {
    const { user, world, navigation, toasts } = await openSentence();
    const takes = world.answers[0]?.takes.length ?? 0;
    await pass();
    await user.click(button('Put it in my answer'));
    await user.click(await screen.findByRole('button', { name: `Open take ${takes + 1}` }));
    expect(toasts.current?.text).toMatch(/^In your answer as take 3, score/);
    expect(world.answers[0]?.takes).toHaveLength(takes + 1);
    const take = world.answers[0]?.takes.at(-1);
    expect(take?.tab.source).toBe('drill');
    expect(navigation.route).toEqual({ room: 'check', takeId: take?.tab.id });
  });

  it('is not offered for words that did not pass', async () => {
    await openSentence();
    await trySaying(FAILS);
    await screen.findByRole('button', { name: /^Say it again/ });
    expect(noButton('Put it in my answer')).toBeNull();
  });
});

describe('skipping', () => {
  it('leaves a sentence for the end of the round, with its words', async () => {
    const { user } = await openSentence();
    const first = said();
    write('I was going to say');
    await user.keyboard('{Control>}]{/Control}');
    await waitFor(() => expect(said()).not.toBe(first));
    for (let left = 5; left > 0; left -= 1) {
      const before = said();
      await pass();
      await nextAfter(before);
    }
    expect(said()).toBe(first);
    expect(field()).toHaveTextContent('I was going to say');
    expect(button(/^Skip/)).toHaveAttribute('aria-disabled', 'true');
  });

  it('ends with what passed, when it comes back, and the way on', async () => {
    const { user, navigation } = await openSentence();
    await pass();
    for (let left = 6; left > 1; left -= 1) {
      await nextAfter(said());
      await pass();
    }
    await user.keyboard(primary);
    expect(await screen.findByText('6 of 6 sentences passed.')).toBeVisible();
    expect(screen.getByText('They come back on Tue 17 March.')).toBeVisible();
    await expectAccessible(here.container);
    await user.keyboard(primary);
    expect(navigation.route).toEqual({ room: 'review' });
  });
});

describe('leaving out', () => {
  it('takes a sentence out of drills, and Undo lets it in again', async () => {
    const { user, toasts } = await openSentence();
    const first = said();
    write('I was going to say');
    button(/^Skip/).focus();
    await user.keyboard('!');
    await waitFor(() => expect(said()).not.toBe(first));
    expect(toasts.current?.text).toBe('Left out. It does not come back.');
    button(/^Skip/).focus();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(said()).toBe(first));
    expect(field()).toHaveTextContent('I was going to say');
    expect(called('suspendDrill')).toEqual([
      [1, true],
      [1, false],
    ]);
  });
});

describe('a sentence that was left out', () => {
  it('is listed, and can be let back in while another is said', async () => {
    const { user } = await openSentence();
    const first = said();
    button(/^Skip/).focus();
    await user.keyboard('!');
    await waitFor(() => expect(said()).not.toBe(first));
    const second = said();
    expect(here.actions.run('drill.left-out')).toBe(true);
    const list = await screen.findByRole('list', { name: 'Sentences left out' });
    expect(within(list).getByText(/^I tracked progress against the plan/)).toBeVisible();
    await expectAccessible(document.body);
    await user.click(within(list).getByRole('button', { name: /^Let back in/ }));
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Sentences left out' })).toBeNull());
    expect(said()).toBe(second);
    expect(called('suspendDrill').at(-1)).toEqual([1, false]);
  });

  it('waits on the last page when nothing is due', async () => {
    const fake = pretend('nothing-due');
    await fake.ipc.drillQueue();
    for (const drillId of [1, 2]) await fake.ipc.suspendDrill(drillId, true);
    const { user } = open('nothing-due', fake);
    const list = await screen.findByRole('list', { name: 'Sentences left out' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    await expectAccessible(here.container);
    const [back] = within(list).getAllByRole('button');
    if (back) await user.click(back);
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
  });
});

describe('leaving', () => {
  it('goes at once when nothing is typed', async () => {
    const { user, navigation } = await openSentence();
    await user.keyboard('{Escape}');
    expect(navigation.route).toEqual({ room: 'today' });
  });

  it('asks when words are not checked, and keeps them either way', async () => {
    const { user, navigation } = await openSentence();
    write('I was going to say');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Keep writing' }));
    expect(navigation.route).toEqual({ room: 'drill' });
    expect(field()).toHaveTextContent('I was going to say');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('{Escape}');
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Leave' }));
    expect(navigation.route).toEqual({ room: 'today' });
    here.unmount();
    await openSentence();
    expect(field()).toHaveTextContent('I was going to say');
  });

  it('does not ask after a check', async () => {
    const { user, navigation } = await openSentence();
    await trySaying(FAILS);
    await screen.findByRole('button', { name: /^Say it again/ });
    await user.keyboard('{Escape}');
    expect(navigation.route).toEqual({ room: 'today' });
  });

  it('holds the window open while words are not checked', async () => {
    const { session } = await openSentence();
    await expect(session.saveAll()).resolves.toBeUndefined();
    write('I was going to say');
    await expect(session.saveAll()).rejects.toThrow('not checked');
  });
});
