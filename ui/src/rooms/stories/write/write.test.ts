import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '$lib/ipc/client';
import { pretend, type Fake } from '$lib/ipc/fake';
import { storiesOf } from '$lib/ipc/fake/story-commands';
import type { RouteOf } from '$lib/state/navigation.svelte';
import { expectAccessible, renderIn, type Rendered } from '../../../test/render';
import Stories from '../Stories.svelte';
import { StoryDraft } from './story-draft.svelte';
import { hold, letGo } from './unfinished';

// A whole room with axe takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let here: Rendered;

async function open(some: Partial<RouteOf<'stories'>> = {}, fake: Fake = pretend('due')): Promise<Rendered> {
  const route = { room: 'stories' as const, write: true, ...some };
  here = renderIn(Stories as never, { route }, fake, route);
  await screen.findByRole('textbox', { name: 'Title' });
  return here;
}

const field = (name: string) => screen.getByRole('textbox', { name });
const save = () => here.user.keyboard('{Control>}{Enter}{/Control}');
const stories = () => storiesOf(here.world).there;
const said = (element: HTMLElement) => {
  const by = element.getAttribute('aria-describedby');
  return by === null ? null : (document.getElementById(by)?.textContent ?? null);
};
const stale = new Problem({
  code: 'stale',
  message: 'This story was changed in the meantime.',
  detail: null,
});

afterEach(() => {
  here.unmount();
  for (const subject of ['new', { story: 1 }, { story: 2 }, { answer: 2 }] as const) letGo(subject);
});

it('is on the disk while it is written, there again after a crash, and forgotten once it is kept', async () => {
  const fake = pretend('due');
  const typed = new StoryDraft('new', { title: 'The printer', action: 'I switched it off.' });
  typed.addNumber().value = '40';
  fake.world.unfinished.set('story:"new"', typed.written());
  const { user } = await open({}, fake);
  await waitFor(() => expect(field('Title')).toHaveValue('The printer'));
  expect(field('Number 1')).toHaveValue('40');
  await user.type(field('Result'), 'Nobody printed.');
  await waitFor(() => expect(fake.world.unfinished.get('story:"new"')).toContain('Nobody printed.'));
  await save();
  await waitFor(() => expect(stories().at(-1)?.text.result).toBe('Nobody printed.'));
  await waitFor(() => expect(fake.world.unfinished.size).toBe(0));
});

describe('a new story', () => {
  it('is written part by part and kept, and undo takes it out', async () => {
    const { user, navigation, toasts } = await open();
    await waitFor(() => expect(field('Title')).toHaveFocus());
    await user.keyboard('The printer that ordered paper{Enter}');
    expect(field('Situation')).toHaveFocus();
    await user.keyboard('It ordered forty reams.');
    await user.type(field('Action'), 'I switched it off.');
    await user.click(screen.getByRole('button', { name: 'Conflict & trust' }));
    await user.click(screen.getByRole('button', { name: 'Add a number' }));
    await waitFor(() => expect(field('Number 1')).toHaveFocus());
    await user.keyboard('40{Enter}');
    await waitFor(() => expect(field('What number 1 means')).toHaveFocus());
    await user.keyboard('reams of paper');
    await expectAccessible(here.container);
    await save();
    await waitFor(() => expect(navigation.route).toEqual({ room: 'stories', storyId: 7 }));
    expect(stories().at(-1)?.text).toEqual({
      title: 'The printer that ordered paper',
      situation: 'It ordered forty reams.',
      task: '',
      action: 'I switched it off.',
      result: '',
      numbers: [{ value: '40', meaning: 'reams of paper' }],
      fits: ['conflict-trust'],
    });
    expect(toasts.current?.text).toBe('Your story is kept.');
    await toasts.undo();
    expect(stories()).toHaveLength(6);
  });

  it('fits the competency it was begun for', async () => {
    const { user } = await open({ competency: 'data-ml-programs' });
    expect(screen.getByRole('button', { name: 'Data & ML programs' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await user.keyboard('{Escape}');
    expect(here.navigation.route).toMatchObject({ room: 'stories', storyId: 1 });
  });

  it('says at the field what is wrong once it was tried, and not before', async () => {
    const { user, calls } = await open();
    await user.click(screen.getByRole('button', { name: 'Add a number' }));
    await user.type(field('What number 1 means'), 'reams of paper');
    expect(screen.queryAllByRole('alert')).toHaveLength(0);
    await save();
    await waitFor(() => expect(said(field('Title'))).toBe('Give it a name that you will know it by.'));
    expect(field('Title')).toHaveFocus();
    expect(said(field('Number 1'))).toBe('Write the figure, or remove the row.');
    expect(screen.getByText('2 things to put right')).toBeVisible();
    expect(calls.some(([name]) => name === 'saveStory')).toBe(false);
    await expectAccessible(here.container);
    await user.type(field('Title'), 'x'.repeat(121));
    expect(said(field('Title'))).toBe('A title has at most 120 characters. This one has 121.');
  });

  it('moves and removes numbers from the keyboard', async () => {
    const { user } = await open({ storyId: 1 });
    const values = () =>
      screen.getAllByRole<HTMLInputElement>('textbox', { name: /^Number/ }).map((one) => one.value);
    expect(values()).toEqual(['40 → 0', '4 days']);
    field('Number 2').focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(values()).toEqual(['4 days', '40 → 0']));
    expect(field('Number 1')).toHaveFocus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(values()).toEqual(['4 days', '40 → 0']);
    await user.click(screen.getByRole('button', { name: 'Remove number 1' }));
    expect(values()).toEqual(['40 → 0']);
    await waitFor(() => expect(field('Number 1')).toHaveFocus());
    await save();
    await waitFor(() => expect(stories()[0]?.text.numbers).toHaveLength(1));
  });

  it('is there again after another room, and asks before it is discarded', async () => {
    const { user, session } = await open();
    await user.type(field('Title'), 'Half a story');
    await expect(session.saveAll()).rejects.toThrow('“Half a story” is not saved yet');
    here.unmount();
    await open();
    expect(field('Title')).toHaveValue('Half a story');
    await here.user.keyboard('{Escape}');
    const dialog = await screen.findByRole('dialog', { name: 'Leave without saving the story?' });
    await here.user.click(within(dialog).getByRole('button', { name: 'Go on writing' }));
    expect(here.navigation.route).toMatchObject({ write: true });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await here.user.keyboard('{Escape}');
    await here.user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(here.navigation.route).not.toHaveProperty('write'));
    expect(stories()).toHaveLength(6);
    here.unmount();
    await open();
    expect(field('Title')).toHaveValue('');
  });

  it('made from an answer has its parts, and is linked to it', async () => {
    const fake = pretend('due');
    const session = renderIn(Stories as never, { route: { room: 'stories' } }, fake);
    hold(new StoryDraft({ answer: 2 }, { situation: 'From the take.' }), session.session);
    session.unmount();
    const { user, navigation, calls } = await open({ answerId: 2 }, fake);
    expect(field('Situation')).toHaveValue('From the take.');
    await user.type(field('Title'), 'From an answer');
    await save();
    await waitFor(() => expect(navigation.route).toEqual({ room: 'stories', storyId: 7 }));
    expect(calls.find(([name]) => name === 'linkStory')).toEqual(['linkStory', 7, 2, true]);
    expect(storiesOf(fake.world).links[7]).toEqual([2]);
  });
});

it('is kept although the answer it was made from cannot be linked to it', async () => {
  const fake = pretend('due');
  fake.fail('linkStory', new Problem({ code: 'not_found', message: 'That answer is gone.', detail: null }));
  const { user, navigation, calls } = await open({ answerId: 2 }, fake);
  await user.type(field('Title'), 'From an answer');
  await save();
  await waitFor(() => expect(navigation.route).toEqual({ room: 'stories', storyId: 7 }));
  expect(stories()).toHaveLength(7);
  expect(calls.filter(([name]) => name === 'saveStory')).toHaveLength(1);
});

describe('a story that is there', () => {
  it('keeps words that were begun although the story is gone meanwhile', async () => {
    const { user, world } = await open({ storyId: 2 });
    await user.type(field('Result'), 'Mine.');
    here.unmount();
    const fake = pretend('due');
    const gone = storiesOf(fake.world).stories[1];
    if (gone) gone.deleted = true;
    await open({ storyId: 2 }, fake);
    expect(here.toasts.current?.text).toBe('That story is not there any more.');
    expect(field('Result')).toHaveValue('Mine.');
    expect(world).not.toBe(fake.world);
  });

  it('is changed, and the change undone', async () => {
    const { user, navigation, toasts } = await open({ storyId: 2 });
    expect(field('Title')).toHaveValue('Five teams, one date for mobile payments');
    await user.type(field('Result'), 'It was there on the day.');
    await save();
    await waitFor(() => expect(navigation.route).toEqual({ room: 'stories', storyId: 2 }));
    expect(stories()[1]?.text.result).toBe('It was there on the day.');
    expect(toasts.current?.text).toBe('Saved.');
    await toasts.undo();
    expect(stories()[1]?.text.result).toBe('');
    expect(stories()[1]?.version).toBe(3);
  });

  it('is left without a question when nothing changed', async () => {
    const { user, navigation } = await open({ storyId: 2 });
    await user.keyboard('{Escape}');
    expect(navigation.route).toEqual({ room: 'stories', storyId: 2 });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('that changed meanwhile keeps the words typed here, and they can be saved over it', async () => {
    const { user, world } = await open({ storyId: 2 });
    await user.type(field('Result'), 'Mine.');
    const there = storiesOf(world).stories[1];
    if (there) Object.assign(there, { version: 2, text: { ...there.text, result: 'Theirs.' } });
    await save();
    expect(await screen.findByText(/was changed in the meantime\. Your words are still here/)).toBeVisible();
    expect(field('Result')).toHaveValue('Mine.');
    expect(there?.text.result).toBe('Theirs.');
    await expectAccessible(here.container);
    await user.click(screen.getByRole('button', { name: 'Save mine over it' }));
    await waitFor(() => expect(there?.text.result).toBe('Mine.'));
  });

  it('that changed meanwhile can be shown as it is now, with a way back', async () => {
    const { user, world, toasts } = await open({ storyId: 2 });
    await user.type(field('Result'), 'Mine.');
    const there = storiesOf(world).stories[1];
    if (there) Object.assign(there, { version: 2, text: { ...there.text, result: 'Theirs.' } });
    await save();
    await user.click(await screen.findByRole('button', { name: 'Show what it says now' }));
    await waitFor(() => expect(field('Result')).toHaveValue('Theirs.'));
    await toasts.undo();
    await waitFor(() => expect(field('Result')).toHaveValue('Mine.'));
  });

  it.each([
    ['disk_full', 'The disk is full.'],
    ['too_long', 'A part has at most 20,000 characters.'],
  ] as const)('loses nothing when it cannot be saved: %s', async (code, message) => {
    const fake = pretend('due');
    fake.fail('saveStory', new Problem({ code, message, detail: null }));
    const { user, problems, navigation } = await open({ storyId: 2 }, fake);
    await user.type(field('Result'), 'Mine.');
    await save();
    await waitFor(() => expect(problems.banner?.message).toBe(message));
    expect(field('Result')).toHaveValue('Mine.');
    expect(navigation.route).toMatchObject({ write: true });
    fake.fail('saveStory', stale);
    await save();
    expect(await screen.findByText(/Your words are still here/)).toBeVisible();
    expect(field('Result')).toHaveValue('Mine.');
    fake.fail('saveStory', null);
    await save();
    await waitFor(() => expect(stories()[1]?.text.result).toBe('Mine.'));
  });
});
