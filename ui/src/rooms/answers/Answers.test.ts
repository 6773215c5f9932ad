import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '$lib/ipc/client';
import { pretend, type Story } from '$lib/ipc/fake';
import type { RouteOf } from '$lib/state/navigation.svelte';
import { expectAccessible, renderIn, type Rendered } from '../../test/render';
import Answers from './Answers.svelte';
import { PAGE } from './shelf.svelte';

let here: Rendered;

function open(story: Story = 'due', some: Partial<RouteOf<'answers'>> = {}): Rendered {
  const route = { room: 'answers' as const, ...some };
  here = renderIn(Answers as never, { route }, pretend(story), route);
  return here;
}

async function openList(some: Partial<RouteOf<'answers'>> = {}): Promise<Rendered> {
  open('due', some);
  await screen.findByRole('region', { name: 'Open answer' });
  return here;
}

const rows = () => within(screen.getByRole('list', { name: /^Answers,/ })).getAllByRole('button');
const row = (n: number) => rows()[n] as HTMLElement;
const selected = () => rows().findIndex((one) => one.getAttribute('aria-current') === 'true');
const detail = () => screen.getByRole('region', { name: 'Open answer' });
const asked = () => here.calls.filter(([name]) => name === 'answers').at(-1)?.[1];
const search = () => screen.getByRole('textbox', { name: /^Search/ });

afterEach(() => {
  here.unmount();
  vi.unstubAllGlobals();
});

describe('the list', () => {
  it('shows every answer, the first one open beside it', async () => {
    await openList();
    expect(rows()).toHaveLength(3);
    expect(selected()).toBe(0);
    expect(row(0)).toHaveTextContent(/Yesterday, 195 words/);
    expect(within(detail()).getByRole('heading', { level: 2 })).toHaveTextContent(
      'Tell me about a time you found a risk',
    );
    await expectAccessible(here.container);
  });

  it('opens at a take, with the other takes to choose from', async () => {
    await openList({ takeId: 2 });
    const takes = within(detail()).getByRole('radiogroup', { name: 'Take' });
    expect(within(takes).getByRole('radio', { name: /Take 1/ })).toBeChecked();
    await here.user.click(within(takes).getByRole('radio', { name: /Take 2/ }));
    await waitFor(() => expect(detail()).toHaveTextContent('Last year we were moving checkout'));
  });

  it('is one tab stop; arrows move and the answer follows', async () => {
    const { user } = await openList();
    expect(rows().filter((one) => one.tabIndex === 0)).toHaveLength(1);
    row(0).focus();
    await user.keyboard('{ArrowDown}');
    expect(row(1)).toHaveFocus();
    await waitFor(() =>
      expect(within(detail()).getByRole('heading')).toHaveTextContent('Your launch can be late'),
    );
    expect(selected()).toBe(1);
  });

  it('leads to the check on Enter, and to practice on mod+Enter', async () => {
    const { user, navigation, world } = await openList();
    row(1).focus();
    await user.keyboard('{Enter}');
    expect(navigation.route).toEqual({ room: 'check', takeId: world.answers[1]?.takes[0]?.tab.id });
    await waitFor(() => expect(detail()).toHaveTextContent('Your launch'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(navigation.route).toEqual({ room: 'practice', questionId: world.answers[1]?.question.id });
  });

  it('stars with *, and says so in the row', async () => {
    const { user, world } = await openList();
    row(0).focus();
    await user.keyboard('*');
    await waitFor(() => expect(row(0)).toHaveTextContent(/starred/));
    expect(world.answers[0]?.starred).toBe(true);
    expect(within(detail()).getByRole('button', { name: 'Starred' })).toHaveAttribute('aria-pressed', 'true');
    await user.keyboard('*');
    await waitFor(() => expect(world.answers[0]?.starred).toBe(false));
  });

  it('shows many answers a page at a time', async () => {
    const fake = pretend('due');
    const list = fake.world.commands().answers;
    fake.ipc.answers = (filter) => {
      const few = list(filter);
      const many = Array.from({ length: PAGE + 30 }, (_, i) => ({ ...few.rows[0], id: 1_000 + i }));
      return Promise.resolve({ ...few, rows: many as typeof few.rows });
    };
    here = renderIn(Answers as never, { route: { room: 'answers' } }, fake);
    const more = await screen.findByRole('button', { name: 'Show 30 more of 30' });
    expect(rows()).toHaveLength(PAGE + 1);
    await here.user.click(more);
    expect(rows()).toHaveLength(PAGE + 30);
  });
});

describe('narrowing', () => {
  it('finds words, and answers to /', async () => {
    const { user } = await openList();
    await user.keyboard('/');
    expect(search()).toHaveFocus();
    await user.keyboard('forty a month');
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(screen.getByText('1 answer found')).toBeInTheDocument();
  });

  it('begins with the words it was opened with', async () => {
    await openList({ query: 'forty a month' });
    expect(search()).toHaveValue('forty a month');
    expect(rows()).toHaveLength(1);
  });

  it('asks once for what was typed in one go, and drops what comes late', async () => {
    const { user, calls } = await openList();
    const before = calls.filter(([name]) => name === 'answers').length;
    await user.type(search(), 'ledger');
    await waitFor(() => expect(asked()).toMatchObject({ query: 'ledger' }));
    expect(calls.filter(([name]) => name === 'answers').length - before).toBeLessThan(6);
  });

  it('says when no answer has the words, and shows all again', async () => {
    const { user } = await openList();
    await user.type(search(), 'kafka');
    expect(await screen.findByText('No answer says “kafka”.')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Open answer' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all answers' }));
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(search()).toHaveValue('');
  });

  it('shows starred ones only', async () => {
    const { user } = await openList();
    await user.click(screen.getByRole('button', { name: 'Starred only' }));
    expect(await screen.findByText('No answer fits these filters.')).toBeVisible();
    expect(asked()).toMatchObject({ starred: true });
  });

  it('marks the words that were found', async () => {
    const fake = pretend('due');
    const list = fake.world.commands().answers;
    fake.ipc.answers = async (filter) => {
      const found = list(filter);
      const snippet = { text: 'from about forty a month', matches: [[11, 16]] as [number, number][] };
      return { ...found, rows: found.rows.map((one) => ({ ...one, snippet })) };
    };
    here = renderIn(Answers as never, { route: { room: 'answers', query: 'forty' } }, fake);
    await screen.findByRole('region', { name: 'Open answer' });
    expect(row(0).querySelector('mark')).toHaveTextContent(/^forty$/);
  });
});

describe('the trash', () => {
  it('takes an answer on Delete, goes on with the next, and gives it back', async () => {
    const { user, toasts, world } = await openList();
    row(0).focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect(world.answers[0]?.trashed).toBe(true);
    await waitFor(() => expect(row(0)).toHaveFocus());
    expect(selected()).toBe(0);
    expect(toasts.current?.text).toBe('Moved to trash.');
    await toasts.undo();
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(world.answers[0]?.trashed).toBe(false);
    expect(selected()).toBe(0);
  });

  it('leaves Delete to the search field', async () => {
    const { user, world } = await openList();
    await user.type(search(), 'le{Delete}');
    expect(world.answers.some((one) => one.trashed)).toBe(false);
  });

  it('restores, and deletes for ever only after asking', async () => {
    const { user, world, ipc, actions } = await openList();
    await ipc.trash(world.answers[0]?.id ?? 0);
    await ipc.trash(world.answers[1]?.id ?? 0);
    await user.click(screen.getByRole('button', { name: /^Trash/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Trash' })).toBeVisible();
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect(actions.run('primary')).toBe(true);
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(world.answers[0]?.trashed).toBe(false);
    await user.click(await screen.findByRole('button', { name: 'Delete for ever…' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('1 take and its grade. It cannot be undone.');
    expect(world.answers).toHaveLength(3);
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('The trash is empty.')).toBeVisible();
    expect(world.answers).toHaveLength(2);
  });
});

describe('a narrow window', () => {
  it('opens an answer over the list, and leads back to its row', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query.includes('1119px'),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    const { user } = open();
    await screen.findByRole('list', { name: /^Answers,/ });
    expect(screen.queryByRole('region', { name: 'Open answer' })).not.toBeInTheDocument();
    row(0).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('region', { name: 'Open answer' });
    expect(screen.queryByRole('list', { name: /^Answers,/ })).not.toBeInTheDocument();
    await user.keyboard('{Escape}');
    await screen.findByRole('list', { name: /^Answers,/ });
    await waitFor(() => expect(row(0)).toHaveFocus());
  });
});

describe('nothing to show', () => {
  it('offers a first question', async () => {
    const { user, navigation } = open('first-run');
    expect(await screen.findByText('No answer yet.')).toBeVisible();
    await expectAccessible(here.container);
    await user.click(screen.getByRole('button', { name: 'New question' }));
    expect(navigation.route).toEqual({ room: 'practice' });
  });

  it('says what went wrong', async () => {
    const fake = pretend('due');
    fake.fail(
      'answers',
      new Problem({ code: 'storage', message: 'The answers cannot be read.', detail: null }),
    );
    here = renderIn(Answers as never, { route: { room: 'answers' } }, fake);
    await waitFor(() => expect(here.problems.banner?.message).toBe('The answers cannot be read.'));
  });
});
