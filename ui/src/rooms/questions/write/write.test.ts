import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { pretend, type Fake } from '$lib/ipc/fake';
import type { RouteOf } from '$lib/state/navigation.svelte';
import { expectAccessible, renderIn, type Rendered } from '../../../test/render';
import Questions from '../Questions.svelte';
import { letGo } from './unfinished';

let here: Rendered;

async function open(
  some: Partial<RouteOf<'questions'>> = {},
  fake: Fake = pretend('due'),
): Promise<Rendered> {
  const route = { room: 'questions' as const, write: 'new', ...some };
  here = renderIn(Questions as never, { route }, fake, route);
  await screen.findByRole('textbox', { name: 'Question, as an interviewer says it' });
  return here;
}

/** A bank with a question of one's own in it. */
function withOwn(): Fake {
  const fake = pretend('due');
  const like = fake.world.bank.of('team-said-no').question;
  const prompt = 'Which meeting did you end for good, and what took its place?';
  fake.world.bank.add(
    { ...like, id: 'mine', prompt, strong: ['One point', 'Two points', 'Three'] },
    { from: 'own' },
  );
  return fake;
}

const field = (name: string) => screen.getByRole('textbox', { name });
const prompt = () => field('Question, as an interviewer says it');
const said = (element: HTMLElement) => {
  const by = element.getAttribute('aria-describedby');
  return by === null ? null : (document.getElementById(by)?.textContent ?? null);
};

async function fill(some: Record<string, string> = {}) {
  const words: Record<string, string> = {
    'Question, as an interviewer says it': 'Which promise of yours was the hardest to keep?',
    'Follow-up 1': 'Who else had promised it?',
    'Follow-up 2': 'What did keeping it cost?',
    'Point 1': 'Names the promise and whom it was given to.',
    'Point 2': 'Says what was given up for it.',
    'Point 3': 'Ends with what came of it.',
    'What it sounds like': 'We always kept our commitments as a team.',
    'What an interviewer misses in it': 'Nobody promised anything, and nothing was at stake.',
    ...some,
  };
  for (const [name, text] of Object.entries(words)) {
    await here.user.click(field(name));
    await here.user.paste(text);
  }
  await here.user.click(screen.getByRole('button', { name: 'Ownership' }));
  screen.getByRole('button', { name: /^Competency/ }).focus();
  await here.user.keyboard('{Enter}');
  // Without layout what floats counts as hidden, and has no name.
  const menu = await screen.findByRole('menu', { hidden: true });
  within(menu).getByText('Decisions & trade-offs').closest<HTMLElement>('[role^="menuitem"]')?.focus();
  await here.user.keyboard('{Enter}');
}

afterEach(() => {
  here.unmount();
  for (const id of [null, 'mine']) letGo(id);
});

describe('a new question', () => {
  it('is written and kept; its place in the list is shown; undo takes it out', async () => {
    const { user, world, navigation, toasts } = await open();
    await waitFor(() => expect(prompt()).toHaveFocus());
    await fill();
    expect(await screen.findByText('Ready to be saved')).toBeVisible();
    await expectAccessible(here.container);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(navigation.route).toMatchObject({ room: 'questions', questionId: /own-/ }));
    const [added] = world.bank.there.slice(-1);
    expect(added?.question).toMatchObject({
      prompt: 'Which promise of yours was the hardest to keep?',
      competency: { id: 'decisions-trade-offs' },
      dimensions: ['ownership'],
      probes: ['Who else had promised it?', 'What did keeping it cost?'],
    });
    expect(toasts.current?.text).toBe('Your question is in the bank.');
    await toasts.undo();
    expect(world.bank.there).toHaveLength(5);
  });

  it('is not scolded while it is empty, and says field by field what is right once it was tried', async () => {
    const { user, world } = await open();
    await waitFor(() => expect(prompt()).toHaveFocus());
    expect(screen.queryAllByRole('alert')).toHaveLength(0);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(said(prompt())).toBe('A prompt has 12 to 300 characters.'));
    expect(prompt()).toHaveFocus();
    expect(screen.getByText('7 things to put right')).toBeVisible();
    expect(screen.getByRole('group', { name: 'Follow-ups' })).toHaveTextContent('Write 2 to 4 follow-ups.');
    expect(screen.getByText('Choose 1 to 4 dimensions.')).toBeVisible();
    expect(world.bank.there).toHaveLength(5);
    await expectAccessible(here.container);
    await user.keyboard('What would you do first?');
    await waitFor(() => expect(said(prompt())).toBeNull());
  });

  it('speaks of a field once it was left, and goes silent when it is right', async () => {
    const { user } = await open();
    await user.click(field('Follow-up 1'));
    await user.keyboard('Why?');
    expect(said(field('Follow-up 1'))).toBeNull();
    await user.tab();
    await waitFor(() => expect(said(field('Follow-up 1'))).toBe('A follow-up has 8 to 200 characters.'));
    await user.type(field('Follow-up 1'), ' And what then?');
    await waitFor(() => expect(said(field('Follow-up 1'))).toBeNull());
  });

  it('hints at questions like it and at misspelt words, without standing in the way', async () => {
    const { user } = await open();
    await fill({
      'Question, as an interviewer says it':
        'Tell me about a decision of yours that you definately reversed.',
    });
    expect(await screen.findByText('A question like it is there already:')).toBeVisible();
    expect(screen.getByText('Tell me about a decision of yours that you reversed.')).toBeVisible();
    expect(said(prompt())).toBe('“definately” is spelt “definitely”.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(here.world.bank.there).toHaveLength(6));
  });

  it('has as many follow-ups and points as one likes, within bounds', async () => {
    const { user } = await open();
    const group = () => screen.getByRole('group', { name: 'Follow-ups' });
    const entries = () => within(group()).getAllByRole('textbox');
    await user.click(entries()[1] as HTMLElement);
    await user.keyboard('What did it cost?{Enter}');
    await waitFor(() => expect(entries()[2]).toHaveFocus());
    await user.click(within(group()).getByRole('button', { name: 'Add a follow-up' }));
    expect(entries()).toHaveLength(4);
    expect(within(group()).queryByRole('button', { name: 'Add a follow-up' })).toBeNull();
    await user.click(within(group()).getByRole('button', { name: 'Remove follow-up 1' }));
    expect(entries()).toHaveLength(3);
    expect(entries()[0]).toHaveValue('What did it cost?');
  });

  it('is there again after another room, and is discarded with an undo', async () => {
    const { user } = await open();
    await user.click(prompt());
    await user.paste('Half a question');
    here.unmount();
    await open();
    expect(prompt()).toHaveValue('Half a question');
    await here.user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(here.navigation.route).toMatchObject({ room: 'questions' });
    expect(here.toasts.current?.text).toBe('Discarded.');
    await here.toasts.undo();
    here.unmount();
    await open();
    expect(prompt()).toHaveValue('Half a question');
  });

  it('keeps the window from closing unasked while it is not saved', async () => {
    const { user, session, navigation } = await open();
    await expect(session.saveAll()).resolves.toBeUndefined();
    await user.type(prompt(), 'Half a question');
    await expect(session.saveAll()).rejects.toThrow('not in the bank yet');
    here.unmount();
    expect(navigation.route.room).toBe('questions');
    await expect(session.saveAll()).rejects.toThrow('not in the bank yet');
    letGo(null);
    await expect(session.saveAll()).resolves.toBeUndefined();
    await open();
  });

  it('begins from another one', async () => {
    await open({ from: 'reversed-decision' });
    expect(prompt()).toHaveValue('Tell me about a decision of yours that you reversed.');
    expect(field('Point 2')).toHaveValue('Gives the outcome with a baseline');
    expect(field('Point 3')).toHaveValue('');
  });
});

describe('a question of one’s own', () => {
  it('is revised under its id, and the revision undone', async () => {
    const { user, world, toasts, navigation } = await open({ write: 'mine' }, withOwn());
    expect(prompt()).toHaveValue('Which meeting did you end for good, and what took its place?');
    await user.type(prompt(), ' Who minded?');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(navigation.route).toEqual({ room: 'questions', questionId: 'mine' }));
    expect(world.bank.of('mine').question.prompt).toMatch(/Who minded\?$/);
    expect(toasts.current?.text).toBe('Saved. Its answers stay with it.');
    await toasts.undo();
    expect(world.bank.of('mine').question.prompt).not.toMatch(/Who minded/);
  });

  it('that changed meanwhile is not written over', async () => {
    const fake = withOwn();
    const { user, world, toasts } = await open({ write: 'mine' }, fake);
    await user.type(prompt(), ' Who minded?');
    world.bank.of('mine').version += 1;
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(toasts.current?.text).toMatch(/was changed in the meantime/));
    expect(prompt()).toHaveValue('Which meeting did you end for good, and what took its place? Who minded?');
  });
});
