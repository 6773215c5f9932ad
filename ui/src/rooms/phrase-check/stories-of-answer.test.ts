import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import { Problem } from '$lib/ipc/client';
import { pretend } from '$lib/ipc/fake';
import { storiesOf } from '$lib/ipc/fake/story-commands';
import { letGo, unfinished } from '../stories/write/unfinished';
import { expectAccessible, renderIn, type Rendered } from '../../test/render';
import { refundStory } from './fixture';
import StoriesOfAnswer from './StoriesOfAnswer.svelte';
import { storyOfTake } from './story-of-take';

let here: Rendered | null = null;
const view = refundStory().second;

async function open(fake = pretend('due')) {
  const rendered = renderIn(StoriesOfAnswer as never, { view }, fake);
  here = rendered;
  await screen.findByRole('heading', { name: /^Story/ });
  return rendered;
}

afterEach(() => {
  here?.unmount();
  here = null;
  letGo({ answer: view.answerId });
});

it('links the answer to a story, and parts it again', async () => {
  const { user, world, navigation } = await open();
  expect(screen.getByText('It is linked to no story.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Choose of 6 stories' }));
  const box = () => screen.getByRole('checkbox', { name: 'The outage on the eleventh' });
  await user.click(box());
  await waitFor(() => expect(storiesOf(world).links[5]).toContain(view.answerId));
  await expectAccessible();
  await user.click(box());
  await waitFor(() => expect(storiesOf(world).links[5]).not.toContain(view.answerId));
  await user.click(box());
  await user.click(screen.getByRole('button', { name: 'Done' }));
  await user.click(await screen.findByRole('button', { name: 'The outage on the eleventh' }));
  expect(navigation.route).toEqual({ room: 'stories', storyId: 5 });
});

it('says when a link cannot be kept, and shows what is so', async () => {
  const fake = pretend('due');
  fake.fail('linkStory', new Problem({ code: 'not_found', message: 'It is gone.', detail: null }));
  const { user, toasts } = await open(fake);
  await user.click(screen.getByRole('button', { name: 'Choose of 6 stories' }));
  await user.click(within(screen.getByRole('list')).getAllByRole('checkbox')[0] as HTMLElement);
  await waitFor(() => expect(toasts.current?.text).toBe('It is gone.'));
});

it('begins a new story from the parts of the take, and does not begin it twice', async () => {
  const { user, navigation } = await open();
  const begin = screen.getByRole('button', { name: 'New story from this answer' });
  await user.click(begin);
  expect(navigation.route).toEqual({ room: 'stories', write: true, answerId: view.answerId });
  const draft = unfinished({ answer: view.answerId });
  expect(draft?.text.situation).toBe(storyOfTake(view).situation);
  expect(draft?.text.situation).not.toBe('');
  await user.click(begin);
  expect(unfinished({ answer: view.answerId })).toBe(draft);
});

it('makes one text of each part, however often it was spoken of', () => {
  const part = (name: 'situation' | 'task' | 'action' | 'result', start: number, end: number) => ({
    part: name,
    start,
    end,
    percent: 0,
  });
  const structure = { parts: [part('action', 0, 10), part('result', 10, 18), part('action', 18, 24)] };
  const rest = { absent: [], inOrder: false, line: '' };
  expect(storyOfTake({ text: 'I cut it. It ran. Again.', structure: { ...structure, ...rest } })).toEqual({
    situation: '',
    task: '',
    action: 'I cut it.\n\nAgain.',
    result: 'It ran.',
  });
});
