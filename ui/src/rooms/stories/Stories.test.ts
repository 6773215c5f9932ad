import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '$lib/ipc/client';
import { pretend, type Fake } from '$lib/ipc/fake';
import { storiesOf } from '$lib/ipc/fake/story-commands';
import type { RouteOf } from '$lib/state/navigation.svelte';
import { expectAccessible, renderIn, type Rendered } from '../../test/render';
import Stories from './Stories.svelte';

// A whole room with axe takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let here: Rendered;

async function open(some: Partial<RouteOf<'stories'>> = {}, fake: Fake = pretend('due')): Promise<Rendered> {
  const route = { room: 'stories' as const, ...some };
  here = renderIn(Stories as never, { route }, fake, route);
  await screen.findByRole('complementary', { name: 'Open story' });
  return here;
}

const aside = () => screen.getByRole('complementary', { name: 'Open story' });
const grid = () => screen.getByRole('grid');
/** By attribute: roles of a whole grid are slow to work out here. */
const cell = (row: number, column: number) =>
  grid().querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) as HTMLElement;
const title = () => within(aside()).getByRole('heading', { level: 2 });
const button = (name: string | RegExp) => within(aside()).getByRole('button', { name });
const narrowly = () =>
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('1119px'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));

afterEach(async () => {
  const list = screen.queryByRole('radio', { name: 'Coverage' });
  if (list) await here.user.click(list);
  here.unmount();
  vi.unstubAllGlobals();
});

describe('the matrix', () => {
  it('says which competencies have no story, and shows figures, rings and holes', async () => {
    await open();
    expect(screen.getByText(/^Three competencies have no story/)).toHaveTextContent(
      'Three competencies have no story: conflict & trust, data & ML programs, thought leadership & career.',
    );
    expect(screen.getByText(/answers five competencies\. Interviewers compare notes/)).toBeVisible();
    expect(within(grid()).getAllByRole('columnheader')).toHaveLength(6);
    expect(within(grid()).getAllByRole('rowheader')).toHaveLength(17);
    expect(cell(0, 0)).toHaveTextContent('78, ready');
    expect(cell(3, 0)).toHaveTextContent('58, below 70');
    expect(cell(5, 0)).toHaveTextContent('fits, not answered');
    expect(cell(9, 0)).toHaveTextContent('no story yet');
    expect(cell(9, 0)).toHaveAttribute('colspan', '6');
    await expectAccessible(here.container);
  });

  it('is one tab stop, walked with the arrows, Home and End', async () => {
    const { user } = await open();
    const stops = () => [...grid().querySelectorAll<HTMLElement>('[tabindex="0"]')];
    expect(stops()).toEqual([cell(-1, 0)]);
    cell(-1, 0).focus();
    for (const [keys, row, column] of [
      ['{ArrowDown}', 0, 0],
      ['{ArrowRight}{ArrowRight}', 0, 2],
      ['{End}', 0, 5],
      ['{Home}', 0, 0],
      ['{ArrowUp}{ArrowUp}', -1, 0],
      ['{Control>}{End}{/Control}', 16, 0],
      ['{Control>}{Home}{/Control}', -1, 0],
    ] as const) {
      await user.keyboard(keys);
      await waitFor(() => expect(cell(row, column)).toHaveFocus());
      expect(stops()).toEqual([cell(row, column)]);
    }
    expect(title()).toHaveTextContent('Refund path');
  });

  it('keeps the column while it goes through a hole', async () => {
    const { user } = await open();
    cell(8, 2).focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(cell(9, 0)).toHaveFocus());
    await user.keyboard('{ArrowRight}{ArrowDown}');
    await waitFor(() => expect(cell(10, 2)).toHaveFocus());
  });

  it('opens the story of a column by Enter and by a click', async () => {
    const { user } = await open();
    cell(4, 3).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(title()).toHaveTextContent('Analytics pipeline'));
    expect(cell(-1, 3)).toHaveAttribute('aria-selected', 'true');
    expect(cell(4, 3)).toHaveFocus();
    await user.click(cell(-1, 5));
    await waitFor(() => expect(title()).toHaveTextContent('Retiring the v1 API'));
  });

  it('starts a new story for a hole', async () => {
    const { user, navigation } = await open();
    cell(9, 0).focus();
    await user.keyboard('{Enter}');
    expect(navigation.route).toEqual({ room: 'stories', write: true, competency: 'conflict-trust' });
  });

  it('has room for many stories with long titles', async () => {
    const fake = pretend('due');
    const text = { situation: '', task: '', action: '', result: '', numbers: [], fits: [] };
    const long = 'The migration that nobody dared to touch for years, '.repeat(2).trim();
    for (let i = 0; i < 20; i += 1) storiesOf(fake.world).add({ ...text, title: `${long} ${i}` }, 0);
    await open({}, fake);
    expect(within(grid()).getAllByRole('columnheader')).toHaveLength(26);
    expect(cell(-1, 25)).toHaveTextContent(`${long} 19`);
    expect(cell(9, 0)).toHaveAttribute('colspan', '26');
  });

  it('says so when there is no hole', async () => {
    const fake = pretend('due');
    const first = storiesOf(fake.world).stories[0];
    if (first) first.text.fits = ['conflict-trust', 'data-ml-programs', 'thought-leadership-career'];
    await open({}, fake);
    expect(screen.getByText('Every competency has a story.')).toBeVisible();
  });
});

describe('the open story', () => {
  it('shows parts, numbers, answers, suggestions and the overuse', async () => {
    await open({ storyId: 3 });
    expect(aside()).toHaveTextContent('Story 3 of 6');
    expect(aside()).toHaveTextContent('“Search moves to the event schema” answers five competencies.');
    expect(aside()).toHaveTextContent('1 in 9 → 1 in 400 stale results');
    expect(within(aside()).getByRole('heading', { name: /^Answers with it/ })).toHaveTextContent('5');
    expect(within(aside()).getByRole('heading', { name: 'Could answer' })).toBeVisible();
    await expectAccessible(here.container);
  });

  it('asks for what is unwritten, and leads to where it is written', async () => {
    const { user, navigation } = await open({ storyId: 2 });
    await user.click(button('Result is unwritten: what came of it?'));
    expect(navigation.route).toEqual({ room: 'stories', storyId: 2, write: true });
  });

  it('draws the marks of its own check in its parts, with a note on demand', async () => {
    const { user } = await open();
    const mark = (words: string) => aside().querySelector<HTMLElement>(`mark[aria-label^="${words}"]`);
    expect(within(aside()).getByRole('heading', { name: /^Phrase check/ })).toHaveTextContent(/score \d+/);
    expect(aside().querySelector('.note')).toBeNull();
    await user.click(mark('It was decided that') as HTMLElement);
    expect(aside().querySelector('.note')).toHaveTextContent('who decided?');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(aside().querySelector('.note')).toBeNull());
    // The walk goes on from one part into the next.
    mark('chose to move refunds last')?.focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(mark('shipped on time')).toHaveFocus());
    await user.click(button(/Which option did you reject/));
    expect(aside().querySelector('.note')).toHaveTextContent('which option did you reject?');
    await expectAccessible(here.container);
  });

  it('opens the phrase check of an answer, and comes back to the story', async () => {
    const { user, navigation } = await open({ storyId: 5 });
    await user.click(button(/^What is different since your worst mistake/));
    expect(navigation.route.room).toBe('check');
    navigation.back();
    expect(navigation.route).toEqual({ room: 'stories', storyId: 5 });
  });

  it('practises a question it could answer, by button and by key', async () => {
    const { user, navigation, ipc } = await open();
    const [first] = (await ipc.story(1)).suggestions;
    await user.click(button(/^Practise ?: Tell me about a program you owned/));
    expect(navigation.route).toEqual({ room: 'practice', questionId: first?.questionId });
    navigation.back();
    await user.keyboard('p');
    expect(navigation.route).toEqual({ room: 'practice', questionId: first?.questionId });
  });

  it('is linked to answers and parted from them; the matrix follows', async () => {
    const { user, calls } = await open({ storyId: 4 });
    await user.keyboard('l');
    const dialog = await screen.findByRole('dialog', { name: 'Which answers tell this story?' });
    const search = within(dialog).getByRole('textbox', { name: 'Search the questions' });
    await waitFor(() => expect(within(dialog).getAllByRole('checkbox').length).toBeGreaterThan(20));
    expect(within(dialog).getAllByRole('checkbox', { checked: true })).toHaveLength(4);
    await user.type(search, 'kafka');
    expect(dialog).toHaveTextContent('No answer says “kafka”.');
    await user.clear(search);
    await user.type(search, 'an incident that');
    await user.click(
      within(dialog).getByRole('checkbox', { name: /Tell me about an incident that you led/ }),
    );
    await user.clear(search);
    await user.click(within(dialog).getByRole('checkbox', { name: /What did you stop/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Keep 2 changes' }));
    await waitFor(() => expect(cell(14, 3)).toHaveTextContent('69, below 70'));
    expect(cell(1, 3)).toHaveTextContent('not told');
    expect(calls.filter(([name]) => name === 'linkStory')).toHaveLength(2);
    expect(within(aside()).getByRole('button', { name: /^Tell me about an incident/ })).toBeInTheDocument();
  });

  it('keeps the dialog and says why when a link cannot be kept', async () => {
    const fake = pretend('due');
    const full = new Problem({ code: 'disk_full', message: 'The disk is full.', detail: null });
    fake.fail('linkStory', full);
    const { user } = await open({}, fake);
    await user.keyboard('l');
    const dialog = await screen.findByRole('dialog');
    await user.click((await within(dialog).findAllByRole('checkbox'))[0] as HTMLElement);
    await user.click(within(dialog).getByRole('button', { name: 'Keep 1 change' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('The disk is full.');
    await user.keyboard('{Escape}');
  });

  it('is deleted, the next one opens, and undo brings it back', async () => {
    const { user, toasts, world } = await open({ storyId: 2 });
    await user.keyboard('{Delete}');
    await waitFor(() => expect(title()).toHaveTextContent('Search moves'));
    expect(toasts.current?.text).toBe('Deleted. Its answers stay.');
    expect(storiesOf(world).there).toHaveLength(5);
    await toasts.undo();
    await waitFor(() => expect(title()).toHaveTextContent('Five teams'));
    expect(storiesOf(world).there).toHaveLength(6);
  });

  it('is followed by the empty room when it was the last one', async () => {
    const fake = pretend('due');
    for (const story of storiesOf(fake.world).stories.slice(1)) story.deleted = true;
    const { user, toasts } = await open({}, fake);
    await user.keyboard('{Delete}');
    expect(await screen.findByRole('heading', { level: 1, name: 'No story yet.' })).toBeVisible();
    await toasts.undo();
    await waitFor(() => expect(title()).toHaveTextContent('Refund path'));
  });

  it('shows the rule of a mark; switched off, the settings know', async () => {
    const { user, settings, calls } = await open();
    await user.click(aside().querySelector('mark[aria-label^="shipped on time"]') as HTMLElement);
    await user.click(button('Rule'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('switch'));
    await waitFor(() => expect(settings.value.rulesOff).toEqual(['impact/shipped-on-time']));
    expect(calls.filter(([name]) => name === 'stories')).toHaveLength(2);
    await user.keyboard('{Escape}');
  });

  it.each([
    ['Export as a two-page sheet', [[1], 'html'], 'Saved to /home/you/Downloads/stories-2026-03-10.html.'],
    ['Export as Markdown', [[1], 'markdown'], 'Saved to /home/you/Downloads/stories-2026-03-10.md.'],
    ['Export all stories as a sheet', [[], 'html'], 'Saved to /home/you/Downloads/stories-2026-03-10.html.'],
  ])('has in its menu: %s', async (label, args, says) => {
    const { user, toasts, calls } = await open();
    button('More for this story').focus();
    await user.keyboard('{Enter}');
    // Without layout what floats counts as hidden, and has no name.
    const menu = await screen.findByRole('menu', { hidden: true });
    within(menu).getByText(label).closest<HTMLElement>('[role^="menuitem"]')?.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(toasts.current?.text).toBe(says));
    expect(calls.find(([name]) => name === 'exportStories')?.slice(1)).toEqual(args);
  });

  it('is a drawer in a narrow window, which closes to where one was', async () => {
    narrowly();
    const { user } = await open();
    expect(aside()).not.toHaveClass('shown');
    cell(2, 1).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(title()).toHaveFocus());
    expect(title()).toHaveTextContent('Five teams');
    expect(aside()).toHaveClass('shown');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(cell(2, 1)).toHaveFocus());
    expect(aside()).not.toHaveClass('shown');
    await user.keyboard('s');
    await waitFor(() => expect(title()).toHaveFocus());
  });
});

describe('the list', () => {
  const rows = () =>
    within(screen.getByRole('list', { name: 'Stories, oldest first' })).getAllByRole('button');

  it('says of each story what it covers and what is unwritten; arrows move and the story follows', async () => {
    const { user } = await open();
    await user.keyboard('v');
    expect(rows()).toHaveLength(6);
    expect(rows()[1]).toHaveTextContent('Five teams, one date for mobile payments');
    expect(rows()[1]).toHaveTextContent('Unwritten: result');
    expect(rows()[1]).toHaveTextContent(/4 answers: program execution, dependencies & risk/);
    expect(rows()[0]).toHaveTextContent('Changed yesterday');
    expect(rows()[0]).toHaveTextContent('Best score 78');
    expect(rows().filter((one) => one.tabIndex === 0)).toHaveLength(1);
    rows()[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(title()).toHaveTextContent('Search moves'));
    expect(rows()[2]).toHaveAttribute('aria-current', 'true');
    await expectAccessible(here.container);
  });
});

describe('no story', () => {
  it('says so and offers to write one', async () => {
    const route = { room: 'stories' as const };
    here = renderIn(Stories as never, { route }, 'first-run', route);
    expect(await screen.findByRole('heading', { level: 1, name: 'No story yet.' })).toBeVisible();
    expect(screen.queryByRole('grid')).toBeNull();
    await expectAccessible(here.container);
    await here.user.click(screen.getByRole('button', { name: /New story/ }));
    expect(here.navigation.route).toEqual({ room: 'stories', write: true, competency: undefined });
  });

  it('says what went wrong when the stories cannot be read', async () => {
    const fake = pretend('due');
    fake.fail(
      'stories',
      new Problem({ code: 'storage', message: 'The stories cannot be read.', detail: null }),
    );
    here = renderIn(Stories as never, { route: { room: 'stories' } }, fake);
    await waitFor(() => expect(here.problems.banner?.message).toBe('The stories cannot be read.'));
  });
});
