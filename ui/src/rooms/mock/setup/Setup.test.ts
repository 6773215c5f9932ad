import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '$lib/ipc/client';
import { pretend, type Fake } from '$lib/ipc/fake';
import type { RouteOf } from '$lib/state/navigation.svelte';
import { expectAccessible, renderIn, type Rendered } from '../../../test/render';
import Mock from '../Mock.svelte';

async function open(
  fake: Fake = pretend('due'),
  route: RouteOf<'mock'> = { room: 'mock' },
): Promise<Rendered> {
  const window_ = renderIn(Mock as never, { route }, fake, route);
  await screen.findByRole('list', { name: 'Loops' });
  return window_;
}

const loops = () => within(screen.getByRole('list', { name: 'Loops' }));
const rounds = () => within(screen.getByRole('list', { name: 'Rounds' }));
const names = () =>
  rounds()
    .getAllByRole<HTMLInputElement>('textbox')
    .map((field) => field.value);
const lastFit = ({ calls }: Rendered) => calls.filter(([name]) => name === 'fitMock').at(-1)?.[1];
const started = ({ calls }: Rendered) => calls.find(([name]) => name === 'startMock')?.[1];
const chooseOnsite = async ({ user }: Rendered) =>
  user.click(loops().getByRole('button', { name: /Full onsite/ }));

/** Opens a menu by its button, and chooses. Without layout what floats counts as hidden, and has no name. */
async function choose({ user }: Rendered, button: string | RegExp, item: string): Promise<void> {
  screen.getByRole('button', { name: button }).focus();
  await user.keyboard('{Enter}');
  const menu = await screen.findByRole('menu', { hidden: true });
  within(menu).getByText(item).closest<HTMLElement>('[role^="menuitem"]')?.focus();
  await user.keyboard('{Enter}');
}

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

describe('the loops', () => {
  it('stand at the left with their length, and the first is chosen', async () => {
    await open();
    const onsite = loops().getByRole('button', { name: /Full onsite/ });
    expect(onsite).toHaveTextContent('1 h 20 min');
    expect(onsite).toHaveTextContent('2 rounds');
    expect(loops().getByRole('button', { name: /Recruiter/ })).toHaveAttribute('aria-current', 'true');
    await expectAccessible();
  });

  it('are answered without introductions and closing questions, which is said once', async () => {
    const window_ = await open();
    await chooseOnsite(window_);
    expect(
      screen.getByText(/^Two rounds, four questions, 1 h\. No feedback until the debrief\./),
    ).toHaveTextContent('Introductions and your own questions, 20 min, are left out.');
    await waitFor(() =>
      expect(lastFit(window_)).toMatchObject({
        loopId: 'onsite-senior',
        rounds: [{ minutes: 30 }, { minutes: 30 }],
        seed: 4721,
        level: 'senior',
      }),
    );
  });

  it('say when the mock would end, and begin it', async () => {
    const window_ = await open();
    expect(await screen.findByText(/^Ends about \d+:\d\d$/)).toBeVisible();
    await window_.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(window_.navigation.route).toEqual({ room: 'mock', mockId: expect.any(Number) }),
    );
    expect(started(window_)).toMatchObject({ loopId: 'recruiter-screen' });
  });

  it('keep what was changed while another one is looked at, and can be put back', async () => {
    const window_ = await open();
    await chooseOnsite(window_);
    const minutes = screen.getByRole('spinbutton', { name: 'Minutes of round 1' });
    minutes.focus();
    await window_.user.keyboard('{ArrowUp}');
    expect(screen.getByText(/^Changed from the template/)).toBeVisible();
    await waitFor(() => expect(lastFit(window_)).toMatchObject({ loopId: null, name: 'Full onsite' }));
    await window_.user.click(loops().getByRole('button', { name: /Recruiter/ }));
    expect(screen.queryByText(/^Changed from the template/)).toBeNull();
    await chooseOnsite(window_);
    expect(screen.getByRole('spinbutton', { name: 'Minutes of round 1' })).toHaveValue('31');
    await window_.user.click(screen.getByRole('button', { name: 'Put it back' }));
    expect(screen.getByRole('spinbutton', { name: 'Minutes of round 1' })).toHaveValue('30');
    await waitFor(() => expect(lastFit(window_)).toMatchObject({ loopId: 'onsite-senior' }));
  });

  it('can be one of the user’s own, with a name', async () => {
    const window_ = await open();
    await window_.user.click(loops().getByRole('button', { name: /Custom/ }));
    const name = screen.getByRole('textbox', { name: 'Name' });
    await window_.user.clear(name);
    expect(name).toHaveAccessibleDescription(/Give the loop a name/);
    expect(screen.getByRole('button', { name: 'Start the loop' })).toHaveAttribute('aria-disabled', 'true');
    await window_.user.type(name, 'Short one');
    await waitFor(() => expect(lastFit(window_)).toMatchObject({ loopId: null, name: 'Short one' }));
    await expectAccessible();
  });
});

describe('a round', () => {
  it('is moved by the arrow keys on its grip, from its menu, and keeps focus', async () => {
    const window_ = await open();
    await chooseOnsite(window_);
    const { user } = window_;
    expect(names()).toEqual(['Program sense', 'Influence']);
    rounds()
      .getByRole('button', { name: /^Move round 1/ })
      .focus();
    await user.keyboard('{ArrowDown}');
    expect(names()).toEqual(['Influence', 'Program sense']);
    await waitFor(() => expect(rounds().getByRole('button', { name: /^Move round 2/ })).toHaveFocus());
    expect(screen.getByText('Now round 2 of 2.')).toHaveAttribute('role', 'status');
    await choose(window_, 'More about round 2', 'Move up');
    await waitFor(() => expect(names()).toEqual(['Program sense', 'Influence']));
  });

  it('is dragged to where the pointer is', async () => {
    const window_ = await open();
    await chooseOnsite(window_);
    const place = () => {
      document.querySelectorAll<HTMLElement>('[data-round]').forEach((row, i) => {
        row.getBoundingClientRect = () => new DOMRect(0, i * 50, 600, 50);
      });
    };
    place();
    await window_.user.pointer([
      { target: rounds().getByRole('button', { name: /^Move round 1/ }), keys: '[MouseLeft>]' },
      { target: document.body, coords: { clientY: 80 } },
    ]);
    expect(names()).toEqual(['Influence', 'Program sense']);
    place();
    await window_.user.pointer([
      { target: document.body, coords: { clientY: 10 } },
      { target: document.body, keys: '[/MouseLeft]' },
    ]);
    expect(names()).toEqual(['Program sense', 'Influence']);
    await window_.user.pointer([{ target: document.body, coords: { clientY: 90 } }]);
    expect(names()).toEqual(['Program sense', 'Influence']);
  });

  it('is added with its name ready to be typed, and removed with undo', async () => {
    const window_ = await open();
    const { user, toasts } = window_;
    await user.click(screen.getByRole('button', { name: 'Add a round' }));
    await waitFor(() => expect(rounds().getByRole('textbox', { name: 'Name of round 2' })).toHaveFocus());
    await user.keyboard('Estimates');
    expect(names()).toEqual(['Scope and story', 'Estimates']);
    await choose(window_, 'More about round 1', 'Remove this round');
    await waitFor(() => expect(names()).toEqual(['Estimates']));
    expect(toasts.current?.text).toBe('Removed Scope and story.');
    await toasts.undo();
    await waitFor(() => expect(names()).toEqual(['Scope and story', 'Estimates']));
  });

  it('asks about the competencies and kinds that are chosen in it', async () => {
    const window_ = await open();
    const { user } = window_;
    const about = rounds().getByRole('button', { name: /^Round 1 asks about/ });
    expect(about).toHaveTextContent('Program execution');
    await user.click(about);
    expect(about).toHaveAttribute('aria-expanded', 'true');
    await user.click(screen.getByRole('button', { name: 'Decisions & trade-offs' }));
    await user.click(screen.getByRole('button', { name: 'Situational' }));
    await user.click(screen.getByRole('switch', { name: /^Answered in writing/ }));
    expect(about).toHaveTextContent(
      'Program execution, decisions & trade-offs; situational questions; answered in writing',
    );
    await waitFor(() =>
      expect(lastFit(window_)).toMatchObject({
        rounds: [
          {
            competencies: ['program-execution', 'decisions-trade-offs'],
            kinds: ['situational'],
            written: true,
          },
        ],
      }),
    );
    expect(await screen.findByText('1 question to choose from')).toBeVisible();
    await expectAccessible();
  });

  it('says what is in the way where it is, and nothing begins', async () => {
    const window_ = await open();
    const questions = screen.getByRole('spinbutton', { name: 'Questions of round 1' });
    questions.focus();
    await window_.user.keyboard('{ArrowUp}{ArrowUp}');
    const row = rounds()
      .getByRole('group', { name: /^Round 1/ })
      .closest('li');
    expect(row && (await within(row).findByRole('alert'))).toHaveTextContent(
      'Only 1 question fits this round, and it asks 3. Add a competency, or ask fewer.',
    );
    expect(screen.getByRole('button', { name: 'Start the loop' })).toHaveAccessibleDescription(
      'Change what is marked above first',
    );
    expect(screen.queryByText(/^Ends about/)).toBeNull();
    await window_.user.keyboard('{Control>}{Enter}{/Control}');
    expect(started(window_)).toBeUndefined();
  });
});

describe('how it is held', () => {
  it('is the same whichever loop is chosen', async () => {
    const window_ = await open();
    const { user } = window_;
    expect(screen.getByText('31 answered of 306')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Manager' }));
    await choose(window_, /^Questions: /, 'Mostly my weak ones');
    await user.click(screen.getByRole('switch', { name: /^Interviewer probes/ }));
    await user.click(screen.getByRole('switch', { name: 'Rounds end at their limit' }));
    await choose(window_, /^Time to think: /, 'None');
    await chooseOnsite(window_);
    await waitFor(() =>
      expect(lastFit(window_)).toMatchObject({
        level: 'manager',
        prefer: 'weak',
        probes: 0,
        endsAtLimit: true,
        preparationSeconds: 0,
      }),
    );
  });

  it('has a seed that can be typed and thrown', async () => {
    const window_ = await open();
    const { user } = window_;
    const seed = screen.getByRole('spinbutton', { name: 'Seed' });
    await user.clear(seed);
    await user.type(seed, '12{Enter}');
    await waitFor(() => expect(lastFit(window_)).toMatchObject({ seed: 12 }));
    await user.click(screen.getByRole('button', { name: 'New seed' }));
    expect(seed).not.toHaveValue('12');
  });

  it('comes from an earlier mock that is held again, its seed too', async () => {
    const fake = pretend('due');
    const setup = {
      loopId: null,
      name: 'Short one',
      rounds: [{ name: 'One', minutes: 7, questions: 1, competencies: [], kinds: [], written: false }],
      level: 'principal' as const,
      prefer: 'any' as const,
      probes: 0,
      preparationSeconds: 45,
      endsAtLimit: true,
      seed: 7,
    };
    const { id } = await fake.ipc.startMock(setup);
    await fake.ipc.mockDeed(id, 'end', null);
    const window_ = await open(fake, { room: 'mock', likeId: id });
    await waitFor(() => expect(lastFit(window_)).toEqual(setup));
    expect(screen.getByRole('button', { name: 'Time to think: 45 seconds' })).toBeVisible();
  });
});

describe('a mock under way', () => {
  async function underWay(): Promise<Rendered> {
    const fake = pretend('due');
    const { id } = await fake.ipc.startMock({
      loopId: null,
      name: 'Full onsite',
      rounds: [{ name: 'One', minutes: 30, questions: 3, competencies: [], kinds: [], written: false }],
      level: 'senior',
      prefer: 'any',
      probes: 0,
      preparationSeconds: 0,
      endsAtLimit: false,
      seed: 0,
    });
    await fake.ipc.mockDeed(id, 'leave', null);
    return open(fake);
  }

  it('comes first, and is gone on with instead of another one', async () => {
    const { user, navigation, world } = await underWay();
    expect(screen.getByText('Full onsite, round 1, question 1 of 3')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Start the loop' })).toBeNull();
    await expectAccessible();
    await user.keyboard('{Control>}{Enter}{/Control}');
    const id = world.mocks.underWay?.id;
    await waitFor(() => expect(navigation.route).toEqual({ room: 'mock', mockId: id }));
    expect(world.mocks.underWay?.paused).toBe(false);
  });

  it('is ended when that was asked', async () => {
    const { user, navigation, world } = await underWay();
    const id = world.mocks.underWay?.id;
    await user.click(screen.getByRole('button', { name: 'End it' }));
    const dialog = await screen.findByRole('dialog', { name: 'End Full onsite here?' });
    await user.click(within(dialog).getByRole('button', { name: 'Keep it' }));
    expect(world.mocks.underWay).not.toBeNull();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'End it' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'End it' }));
    await waitFor(() => expect(navigation.route).toEqual({ room: 'mock', debriefId: id }));
    expect(world.mocks.underWay).toBeNull();
  });
});

describe('earlier mocks', () => {
  const earlier = () => within(screen.getByRole('list', { name: 'Earlier mocks' }));

  it('open their debrief', async () => {
    const { user, navigation } = await open();
    const row = earlier().getByRole('button', { name: /^Cross-functional influence/ });
    expect(row).toHaveTextContent('7 Mar');
    expect(row).toHaveTextContent('55');
    await user.click(row);
    expect(navigation.route).toEqual({ room: 'mock', debriefId: 903 });
  });

  it('are deleted, by button or key, with undo', async () => {
    const { user, toasts } = await open();
    await user.click(earlier().getByRole('button', { name: 'Delete Full onsite, 28 Feb' }));
    await waitFor(() => expect(earlier().queryByRole('button', { name: /^Full onsite/ })).toBeNull());
    expect(toasts.current?.text).toBe('Deleted Full onsite. Its answers stay.');
    await waitFor(() => expect(earlier().getByRole('button', { name: /^Program sense/ })).toHaveFocus());
    await user.keyboard('{Delete}');
    await waitFor(() => expect(earlier().queryByRole('button', { name: /^Program sense/ })).toBeNull());
    await toasts.undo();
    await waitFor(() => expect(earlier().getByRole('button', { name: /^Program sense/ })).toBeVisible());
  });
});

it('reports what cannot be done, and stays', async () => {
  const window_ = await open();
  window_.fail('startMock', new Problem({ code: 'disk_full', message: 'The disk is full.', detail: null }));
  await window_.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(window_.problems.banner?.message).toBe('The disk is full.'));
  expect(window_.navigation.route).toEqual({ room: 'mock' });
});
