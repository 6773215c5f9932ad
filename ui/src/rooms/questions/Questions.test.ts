import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '$lib/ipc/client';
import { pretend, type Fake } from '$lib/ipc/fake';
import type { RouteOf } from '$lib/state/navigation.svelte';
import { expectAccessible, renderIn, type Rendered } from '../../test/render';
import { FIRST_ROWS } from './browsing.svelte';
import Questions from './Questions.svelte';

const REVERSED = 'Tell me about a decision of yours that you reversed.';

let here: Rendered;

async function open(
  some: Partial<RouteOf<'questions'>> = {},
  fake: Fake = pretend('due'),
): Promise<Rendered> {
  const route = { room: 'questions' as const, ...some };
  here = renderIn(Questions as never, { route }, fake, route);
  await screen.findByRole('list', { name: 'Questions' });
  return here;
}

const list = () => screen.getByRole('list', { name: 'Questions' });
const rows = () => [...list().querySelectorAll<HTMLElement>('[data-stop]')];
const row = (words: RegExp | string) => within(list()).getByRole('button', { name: words });
const search = () => screen.getByRole('textbox', { name: /^Search all/ });
const asked = () => here.calls.filter(([name]) => name === 'questions').at(-1)?.[1];
/** Opens a menu by its button. Without layout what floats counts as hidden, and has no name. */
async function openMenu(button: string): Promise<HTMLElement> {
  screen.getByRole('button', { name: button }).focus();
  await here.user.keyboard('{Enter}');
  return screen.findByRole('menu', { hidden: true });
}

/** Opens a menu by its button, and chooses. */
async function choose(button: string, item: string) {
  const menu = await openMenu(button);
  within(menu).getByText(item).closest<HTMLElement>('[role^="menuitem"]')?.focus();
  await here.user.keyboard('{Enter}');
}
const opened = () => screen.findByRole('article');

afterEach(() => {
  here.unmount();
  vi.unstubAllGlobals();
});

describe('browsing', () => {
  it('shows every question, the first one open, and nothing that axe minds', async () => {
    await open();
    expect(rows()).toHaveLength(5);
    const question = await opened();
    expect(question).toHaveTextContent('Behavioural, senior, 2 minutes. Probes ownership, impact.');
    expect(question).toHaveTextContent('Names the decision that was theirs');
    expect(question).toHaveTextContent('“I set up a weekly sync and made sure everyone stayed on track.”');
    expect(question).toHaveTextContent('It tells of activity; nothing in it was decided.');
    expect(question).toHaveTextContent('Which option did you reject, and why?');
    expect(row(/Your launch can be late/)).toHaveTextContent(
      /Decisions & trade-offs.*Situational.*3 min.*\d/,
    );
    expect(row(/a team that said no/)).toHaveTextContent(/new$/);
    expect(screen.getByText('3 of 5 answered')).toBeVisible();
    await expectAccessible(here.container);
  });

  it('lists one competency, with how many there are of each', async () => {
    const { user } = await open();
    const places = screen.getByRole('navigation', { name: 'Competencies' });
    await user.click(within(places).getByRole('button', { name: /^Decisions & trade-offs 2/ }));
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect(within(places).getByRole('button', { current: true })).toHaveTextContent('Decisions & trade-offs');
    expect(row(/Your launch/)).not.toHaveTextContent('Decisions & trade-offs');
    await user.click(within(places).getByRole('button', { name: /^All competencies 5/ }));
    await waitFor(() => expect(rows()).toHaveLength(5));
  });

  it.each([
    ['Any kind', 'Situational', { kind: 'situational' }, 1],
    ['Any level', 'Senior', { level: 'senior' }, 5],
  ])('narrows by %s: %s', async (chip, choice, wanted, found) => {
    await open();
    await choose(chip, choice);
    await waitFor(() => expect(rows()).toHaveLength(found));
    expect(asked()).toMatchObject(wanted);
  });

  it('narrows to what was not answered yet', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Not answered yet' }));
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect(screen.getByText('0 of 2 answered')).toBeVisible();
  });

  it('finds words among all competencies, and answers to /', async () => {
    const { user } = await open();
    const places = screen.getByRole('navigation', { name: 'Competencies' });
    await user.click(within(places).getByRole('button', { name: /^Decisions/ }));
    await waitFor(() => expect(rows()).toHaveLength(2));
    await user.keyboard('/');
    expect(search()).toHaveFocus();
    await user.keyboard('risk');
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(asked()).toMatchObject({ query: 'risk', competency: null });
    expect(screen.getByText('1 question found')).toBeInTheDocument();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(row(/found a risk/)).toHaveFocus());
  });

  it('says when nothing is found, and shows all again', async () => {
    const { user } = await open();
    await user.type(search(), 'kettle');
    expect(await screen.findByText('No question says “kettle”.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all questions' }));
    await waitFor(() => expect(rows()).toHaveLength(5));
    expect(search()).toHaveValue('');
  });

  it('asks for one of one’s own where there is none', async () => {
    const { user, navigation } = await open();
    await user.click(screen.getByRole('button', { name: 'My own' }));
    expect(await screen.findByText('No question of your own yet.')).toBeVisible();
    const empty = screen.getByText('No question of your own yet.').parentElement as HTMLElement;
    await user.click(within(empty).getByRole('button', { name: 'Write your own' }));
    expect(navigation.route).toEqual({ room: 'questions', write: 'new' });
  });

  it('begins with the words, or at the question, it was opened with', async () => {
    await open({ query: 'reversed' });
    expect(search()).toHaveValue('reversed');
    expect(rows()).toHaveLength(1);
    here.unmount();
    await open({ questionId: 'reversed-decision' });
    await waitFor(() => expect(screen.getByRole('button', { name: REVERSED, expanded: true })).toHaveFocus());
    expect(asked()).toMatchObject({ competency: 'decisions-trade-offs' });
  });

  it('draws a few of very many rows, and reads more as one goes on', async () => {
    const fake = pretend('due');
    const few = fake.world.commands().questions;
    fake.ipc.questions = (filter) => {
      const found = few({ ...filter, limit: null });
      const many = Array.from({ length: Math.min(filter.limit ?? 10_000, 10_000) }, (_, i) => ({
        ...found.rows[0],
        id: `many-${i}`,
        prompt: `Question number ${i}?`,
      }));
      return Promise.resolve({ ...found, rows: many as typeof found.rows, matching: 10_000 });
    };
    const { user } = await open({}, fake);
    expect(rows().length).toBeLessThan(FIRST_ROWS);
    rows()[0]?.focus();
    await user.keyboard('{End}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(`number ${FIRST_ROWS - 1}?`));
    expect(rows().length).toBeLessThan(FIRST_ROWS);
    await user.keyboard('{PageDown}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(`number ${FIRST_ROWS + 7}?`));
    expect(document.activeElement?.closest('li')).toHaveAttribute('aria-setsize', '10000');
  });
});

describe('the keyboard', () => {
  it('walks the rows as one tab stop; Enter opens, then practises; Escape closes', async () => {
    const { user, navigation } = await open();
    expect(rows().filter((one) => one.tabIndex === 0)).toHaveLength(1);
    await opened();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(rows()[0]).toHaveFocus());
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(row(/found a risk/)).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(row(/found a risk/)).toHaveAttribute('aria-expanded', 'true'));
    expect(row(/found a risk/)).toHaveFocus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
    await waitFor(() => expect(row(/found a risk/)).toHaveFocus());
    await user.keyboard('{Enter}');
    await opened();
    await waitFor(() => expect(row(/found a risk/)).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(navigation.route).toEqual({ room: 'practice', questionId: 'risk-before-it-hurt' });
    navigation.back();
    expect(navigation.route).toEqual({ room: 'questions', questionId: 'risk-before-it-hurt' });
  });

  it('practises on mod and Enter from anywhere in the room', async () => {
    const { user, navigation } = await open();
    await opened();
    search().focus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(navigation.route).toEqual({ room: 'practice', questionId: 'owned-program' });
  });

  it('begins a question of one’s own with n', async () => {
    const { user, navigation } = await open();
    await user.keyboard('n');
    expect(navigation.route).toEqual({ room: 'questions', write: 'new' });
  });
});

describe('the open question', () => {
  it('is suspended and resumed, with an undo', async () => {
    const { user, toasts, world } = await open({ questionId: 'reversed-decision' });
    await opened();
    await user.click(screen.getByRole('button', { name: 'Suspend' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Resume' })).toBeVisible());
    expect(world.bank.of('reversed-decision').suspended).toBe(true);
    expect(screen.getByRole('article')).toHaveTextContent('Suspended: it is not asked.');
    await toasts.undo();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Suspend' })).toBeVisible());
    expect(world.bank.of('reversed-decision').suspended).toBe(false);
    await user.keyboard('!');
    await waitFor(() => expect(world.bank.of('reversed-decision').suspended).toBe(true));
    await user.click(await screen.findByRole('button', { name: 'Suspended' }));
    await waitFor(() => expect(asked()).toMatchObject({ suspended: true }));
  });

  it('goes into review once it has an answer', async () => {
    await open({ questionId: 'team-said-no' });
    await opened();
    const button = screen.getByRole('button', { name: /Add to review/ });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription('Answer it first');
    here.unmount();

    const fake = pretend('due');
    const answer = fake.world.answers.find((one) => one.question.id === 'reversed-decision');
    if (answer) answer.card = null;
    await open({ questionId: 'reversed-decision' }, fake);
    await opened();
    await here.user.click(screen.getByRole('button', { name: 'Add to review' }));
    expect(await screen.findByText('In review, due Fri 13 Mar')).toBeVisible();
    await here.toasts.undo();
    expect(await screen.findByRole('button', { name: 'Add to review' })).toBeVisible();
  });

  it('keeps a note when typing pauses, and before it is left', async () => {
    const { user, world, session } = await open({ questionId: 'reversed-decision' });
    await opened();
    await user.click(screen.getByRole('button', { name: 'Add a note' }));
    const note = screen.getByRole('textbox', { name: 'Your note' });
    await waitFor(() => expect(note).toHaveFocus());
    await user.keyboard('The ledger story');
    await waitFor(() => expect(world.bank.of('reversed-decision').note).toBe('The ledger story'));
    await user.keyboard(', with its cost.');
    await session.saveAll();
    expect(world.bank.of('reversed-decision').note).toBe('The ledger story, with its cost.');
    await user.type(search(), 'ledger story');
    await waitFor(() => expect(rows()).toHaveLength(1));
  });

  it('holds a note that could not be kept', async () => {
    const fake = pretend('due');
    const full = new Problem({ code: 'disk_full', message: 'The disk is full.', detail: null });
    fake.fail('saveQuestionNote', full);
    const { user, problems, world, fail } = await open({ questionId: 'reversed-decision' }, fake);
    await opened();
    await user.click(screen.getByRole('button', { name: 'Add a note' }));
    await user.keyboard('Held');
    await waitFor(() => expect(problems.banner?.message).toBe('The disk is full.'));
    fail('saveQuestionNote', null);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(world.bank.of('reversed-decision').note).toBe('Held'));
  });

  it('leads to its latest answer, and to one of one’s own like it', async () => {
    const { navigation } = await open({ questionId: 'reversed-decision' });
    await opened();
    await choose('More for this question', 'Open the latest answer');
    await waitFor(() => expect(navigation.route.room).toBe('check'));
    await choose('More for this question', 'Begin one of your own from it');
    await waitFor(() =>
      expect(navigation.route).toEqual({ room: 'questions', write: 'new', from: 'reversed-decision' }),
    );
  });

  it('is deleted when it is one’s own, and comes back', async () => {
    const fake = pretend('due');
    const like = fake.world.bank.of('team-said-no').question;
    fake.world.bank.add(
      { ...like, id: 'mine', prompt: 'What would you do on the first day?' },
      { from: 'own' },
    );
    const { user, toasts, world } = await open({ questionId: 'mine' }, fake);
    expect(await opened()).toHaveTextContent('Written by you.');
    await waitFor(() => expect(row(/first day/)).toHaveFocus());
    await user.keyboard('{Delete}');
    await waitFor(() => expect(screen.queryByText('What would you do on the first day?')).toBeNull());
    expect(toasts.current?.text).toBe('Deleted. Its answers stay.');
    await waitFor(() => expect(row(/a team that said no/)).toHaveFocus());
    await toasts.undo();
    expect(await opened()).toHaveTextContent('What would you do on the first day?');
    expect(world.bank.of('mine').deleted).toBe(false);
  });

  it('of the bank cannot be deleted or revised', async () => {
    const { user, world } = await open({ questionId: 'reversed-decision' });
    await opened();
    await user.keyboard('{Delete}');
    expect(world.bank.there).toHaveLength(5);
    expect(screen.queryByRole('button', { name: 'Revise' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  });
});

describe('a narrow window', () => {
  it('is one column: the competencies are a menu, and so is what is needed less', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query.includes('759px'),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    await open();
    expect(screen.queryByRole('navigation', { name: 'Competencies' })).toBeNull();
    await choose('Competency: All competencies', 'Decisions & trade-offs, 2');
    await waitFor(() => expect(rows()).toHaveLength(2));
    const more = await openMenu('More');
    expect(more).toHaveTextContent('Write your own');
    expect(more).toHaveTextContent('Import a pack…');
  });
});

it('says what went wrong', async () => {
  const fake = pretend('due');
  fake.fail('questions', new Problem({ code: 'storage', message: 'They cannot be read.', detail: null }));
  here = renderIn(Questions as never, { route: { room: 'questions' } }, fake);
  await waitFor(() => expect(here.problems.banner?.message).toBe('They cannot be read.'));
});
