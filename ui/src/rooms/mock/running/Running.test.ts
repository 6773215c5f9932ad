import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorCode, MockRound, MockSetup } from '$lib/ipc/bindings';
import { Problem } from '$lib/ipc/client';
import { pretend, type Fake } from '$lib/ipc/fake';
import { expectAccessible, renderIn, type Rendered } from '../../../test/render';
import Mock from '../Mock.svelte';

const ROUND: MockRound = {
  name: 'Program sense',
  minutes: 10,
  questions: 2,
  competencies: [],
  kinds: [],
  written: false,
};
const SETUP: MockSetup = {
  loopId: null,
  name: 'Short loop',
  rounds: [ROUND, { ...ROUND, name: 'Influence', questions: 1 }],
  level: 'senior',
  prefer: 'any',
  probes: 0,
  preparationSeconds: 0,
  endsAtLimit: false,
  seed: 0,
};
const FIRST = 'Tell me about a program you owned from the first conversation to the result.';
const SECOND = /^Tell me about a time you found a risk/;

let here: Rendered;
let mounted = false;

/** A mock that has begun, in front. */
async function hold(
  some: Partial<MockSetup> = {},
  prepare: (fake: Fake, id: number) => unknown = () => null,
) {
  const fake = pretend('due');
  const { id } = await fake.ipc.startMock({ ...SETUP, ...some });
  await prepare(fake, id);
  return show(fake, id);
}

async function show(fake: Fake, id: number): Promise<Rendered> {
  const route = { room: 'mock' as const, mockId: id };
  here = renderIn(Mock as never, { route }, fake, route);
  mounted = true;
  await screen.findByRole('heading', { level: 1 });
  return here;
}

function leavePage(): void {
  if (mounted) here.unmount();
  mounted = false;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const heading = () => screen.getByRole('heading', { level: 1 });
const page = () => screen.getByRole<HTMLTextAreaElement>('textbox');
const ring = () => screen.getByRole('timer');
const mock = () => {
  const found = here.world.mocks.held.at(-1);
  if (!found) throw new Error('no mock was begun');
  return found;
};
const modEnter = () => here.user.keyboard('{Control>}{Enter}{/Control}');
const problem = (code: ErrorCode) => new Problem({ code, message: `It is ${code}.`, detail: null });

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(async () => {
  // What a page still holds is saved, so that the next test begins with nothing in memory.
  here.fail('saveMockAnswer', null);
  here.fail('mockDeed', null);
  leavePage();
  await pass(20_000);
  vi.useRealTimers();
});

describe('a question', () => {
  it('stands alone over a page that has focus, with its place and its time', async () => {
    await hold();
    expect(heading()).toHaveTextContent(FIRST);
    expect(screen.getByText('Round 1, question 1 of 2')).toBeVisible();
    await waitFor(() => expect(page()).toHaveFocus());
    expect(page()).toHaveAccessibleName(FIRST);
    await pass(62_000);
    expect(within(ring()).getByText(/^1:0\d$/)).toBeVisible();
    expect(ring()).toHaveTextContent(/1:0\d of 5:00/);
    expect(screen.getByText(/^3:5\d left$/).closest('p')).toHaveTextContent('on this question');
    expect(screen.getByText(/^8:5\d left$/).closest('p')).toHaveTextContent('in the round');
    expect(screen.getByRole('img', { name: /^Round 1 of 2\. 1 minute/ })).toBeVisible();
    await expectAccessible();
  });

  it('shows no mark, no score and no hint', async () => {
    const { calls, container } = await hold();
    await here.user.type(page(), 'I managed timelines. We aligned the teams.');
    await pass(3_000);
    expect(container.querySelector('.mark')).toBeNull();
    expect(container).not.toHaveTextContent(/score|strong|weak/i);
    expect(calls.some(([name]) => name === 'checkLive' || name === 'check')).toBe(false);
  });

  it('draws what Rust says, once a second, and nothing in between', async () => {
    const { calls } = await hold();
    const looks = () => calls.filter(([name]) => name === 'mockNow').length;
    await pass(100);
    const before = looks();
    await pass(5_000);
    expect(looks() - before).toBe(5);
    mock().look = () => undefined;
    await pass(1_000);
    const stood = ring().textContent;
    await pass(4_000);
    expect(ring().textContent).toBe(stood);
  });

  it('turns the ring in the last tenth and past the end, and says so in words', async () => {
    await hold();
    expect(ring()).toHaveAttribute('data-phase', 'in_time');
    await pass(100_000);
    await pass(100_000);
    await pass(75_000);
    expect(ring()).toHaveAttribute('data-phase', 'last_tenth');
    await pass(60_000);
    expect(ring()).toHaveAttribute('data-phase', 'over');
    expect(within(ring()).getByText(/^\+0:3\d$/)).toBeVisible();
    expect(screen.getByText(/^0:3\d over$/).closest('p')).toHaveTextContent('on this question');
  });

  it('has its time said politely, unless that is switched off', async () => {
    await hold();
    await pass(110_000);
    await pass(45_000);
    expect(screen.getByText('Half of the time for this question is used.')).toHaveAttribute('role', 'status');
    await here.settings.change({ sayTime: false });
    await pass(0);
    expect(screen.queryByText('Half of the time for this question is used.')).toBeNull();
  });
});

describe('an answer', () => {
  it('is saved while it is written, within a second', async () => {
    await hold();
    await here.user.type(page(), 'I moved refunds last.');
    await pass(700);
    expect(mock().text).toBe('I moved refunds last.');
    expect(screen.getByText('Saved')).toBeVisible();
  });

  it('goes on as it was saved', async () => {
    await hold({}, ({ ipc }, id) =>
      ipc.saveMockAnswer(id, { slot: 0, part: 0, revision: 1, text: 'I moved refunds' }),
    );
    expect(page()).toHaveValue('I moved refunds');
    await here.user.type(page(), ' last.');
    await pass(700);
    expect(mock().text).toBe('I moved refunds last.');
  });

  it('takes its last word along, and the next question is asked', async () => {
    await hold();
    await here.user.type(page(), 'I moved refunds last.');
    await modEnter();
    await waitFor(() => expect(heading()).toHaveTextContent(SECOND));
    expect(mock().slots[0]).toMatchObject({ state: 'answered', done: [{ text: 'I moved refunds last.' }] });
    expect(page()).toHaveValue('');
    await waitFor(() => expect(page()).toHaveFocus());
  });

  it('is not done while nothing is written', async () => {
    const { toasts } = await hold();
    await modEnter();
    expect(toasts.current?.text).toBe('Nothing is written yet. You can skip the question.');
    expect(heading()).toHaveTextContent(FIRST);
  });

  it('is followed by probes, one at a time, with what was said so far folded away', async () => {
    await hold({ probes: 3 });
    await here.user.type(page(), 'I moved refunds last.');
    await modEnter();
    const probe = await screen.findByRole('heading', { level: 2, name: /^Which option did you reject/ });
    expect(screen.getByText('Probe 1')).toBeVisible();
    expect(heading()).toHaveTextContent(FIRST);
    await waitFor(() => expect(page()).toHaveFocus());
    expect(page()).toHaveAccessibleName(`Probe 1 ${probe.textContent}`);
    const earlier = screen.getByRole('list', { name: 'Answered so far' });
    expect(within(earlier).getByText('I moved refunds last.')).not.toBeVisible();
    await here.user.click(within(earlier).getByText(/^Your answer/));
    expect(within(earlier).getByText('I moved refunds last.')).toBeVisible();
    await expectAccessible();
    // A probe may be passed over.
    await modEnter();
    expect(await screen.findByText('Probe 2')).toBeVisible();
    expect(screen.getByText('passed over')).toBeVisible();
    await here.user.type(page(), 'Earlier.');
    await modEnter();
    await waitFor(() => expect(heading()).toHaveTextContent(SECOND));
    expect(mock().slots[0]?.done.map(({ text }) => text)).toEqual(['I moved refunds last.', '', 'Earlier.']);
  });

  it('is skipped when that is asked', async () => {
    await hold();
    await here.user.click(screen.getByRole('button', { name: 'Skip question' }));
    await waitFor(() => expect(heading()).toHaveTextContent(SECOND));
    expect(mock().slots[0]?.state).toBe('skipped');
  });
});

describe('time to think', () => {
  it('comes before the page, and ends by itself or on mod and Enter', async () => {
    await hold({ preparationSeconds: 30 });
    expect(heading()).toHaveTextContent(FIRST);
    await waitFor(() => expect(heading()).toHaveFocus());
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(ring()).toHaveAccessibleName('Time to think');
    await expectAccessible();
    await pass(31_000);
    await waitFor(() => expect(page()).toHaveFocus());
    expect(mock().slots[0]?.usedMs).toBeLessThan(2_500);
    await here.user.type(page(), 'I did.');
    await modEnter();
    await waitFor(() => expect(heading()).toHaveTextContent(SECOND));
    await here.user.click(screen.getByRole('button', { name: 'Begin now' }));
    await waitFor(() => expect(page()).toHaveFocus());
  });
});

describe('a pause', () => {
  it('hides the question, stands still, and goes on with every word', async () => {
    await hold();
    await here.user.type(page(), 'I moved');
    await here.user.keyboard('{Control>}p{/Control}');
    await waitFor(() => expect(heading()).toHaveTextContent('Paused'));
    await waitFor(() => expect(heading()).toHaveFocus());
    expect(screen.queryByText(FIRST)).toBeNull();
    expect(screen.queryByRole('timer')).toBeNull();
    expect(mock().text).toBe('I moved');
    await expectAccessible();
    const used = mock().slots[0]?.usedMs;
    await pass(60_000);
    expect(mock().slots[0]?.usedMs).toBe(used);
    await modEnter();
    await waitFor(() => expect(page()).toHaveFocus());
    expect(page()).toHaveValue('I moved');
    await here.user.keyboard(' refunds.');
    await pass(700);
    expect(mock().text).toBe('I moved refunds.');
  });

  it('begins and ends with Space outside the page, and a space is written in it', async () => {
    await hold();
    await waitFor(() => expect(page()).toHaveFocus());
    await here.user.keyboard('a b');
    expect(page()).toHaveValue('a b');
    expect(mock().paused).toBe(false);
    heading().focus();
    await here.user.keyboard(' ');
    await waitFor(() => expect(heading()).toHaveTextContent('Paused'));
    await here.user.keyboard(' ');
    await waitFor(() => expect(heading()).toHaveTextContent(FIRST));
  });

  it('is where a mock stands that was left', async () => {
    await hold({}, ({ ipc }, id) => ipc.mockDeed(id, 'leave', null));
    expect(heading()).toHaveTextContent('Paused');
    expect(screen.getByText(/^Round 1, question 1 of 2\./)).toBeVisible();
    await here.user.click(screen.getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(heading()).toHaveTextContent(FIRST));
  });

  it('can be the end, when that was asked', async () => {
    const { user, navigation } = await hold();
    await user.keyboard('{Control>}p{/Control}');
    await user.click(await screen.findByRole('button', { name: 'End the interview' }));
    const dialog = await screen.findByRole('dialog', { name: 'End the interview here?' });
    await user.click(within(dialog).getByRole('button', { name: 'End it' }));
    await waitFor(() => expect(navigation.route).toEqual({ room: 'mock', debriefId: mock().id }));
  });
});

describe('the end of a round', () => {
  it('is a break that lasts as long as one likes', async () => {
    await hold({
      rounds: [
        { ...ROUND, questions: 1 },
        { ...ROUND, name: 'Influence', questions: 1 },
      ],
    });
    await here.user.type(page(), 'I did.');
    await modEnter();
    await waitFor(() => expect(heading()).toHaveTextContent('Round 1 is over.'));
    await waitFor(() => expect(heading()).toHaveFocus());
    expect(screen.getByText('Next: Influence, 1 question, 10 min.')).toBeVisible();
    await pass(12_000);
    expect(screen.getByText(/^Break so far: 0:1\d/)).toBeVisible();
    await expectAccessible();
    await modEnter();
    await waitFor(() => expect(screen.getByText('Round 2, question 1 of 1')).toBeVisible());
    await waitFor(() => expect(page()).toHaveFocus());
  });

  it('comes by itself at the limit, with the words that were there', async () => {
    await hold({ endsAtLimit: true, rounds: [{ ...ROUND, minutes: 1 }, ROUND] });
    await pass(58_000);
    await here.user.type(page(), 'I moved refunds last.');
    await pass(3_000);
    await waitFor(() => expect(heading()).toHaveTextContent('The time of round 1 is used.'));
    expect(mock().slots[0]?.done[0]?.text).toBe('I moved refunds last.');
    expect(screen.getByText('Your last answer is kept as it was.')).toBeVisible();
    expect(screen.queryByText(/^The round ended before/)).toBeNull();
  });

  it('keeps words in sight that came too late to be saved', async () => {
    const { fail } = await hold({ endsAtLimit: true, rounds: [{ ...ROUND, minutes: 1 }, ROUND] });
    fail('saveMockAnswer', problem('disk_full'));
    await here.user.type(page(), 'I moved refunds last.');
    await pass(62_000);
    await waitFor(() => expect(heading()).toHaveTextContent('The time of round 1 is used.'));
    expect(screen.getByText(/^The round ended before the last words were saved/)).toBeVisible();
    await here.user.click(screen.getByRole('button', { name: 'Copy the words' }));
    expect(await navigator.clipboard.readText()).toBe('I moved refunds last.');
  });

  it('of the last one leads to the debrief', async () => {
    const { navigation } = await hold({ rounds: [{ ...ROUND, questions: 1 }] });
    await here.user.type(page(), 'I did.');
    await modEnter();
    await waitFor(() => expect(navigation.route).toEqual({ room: 'mock', debriefId: mock().id }));
    navigation.back();
    expect(navigation.route).toEqual({ room: 'today' });
  });
});

describe('leaving', () => {
  it('asks first; staying gives the page back', async () => {
    const { user, navigation } = await hold();
    await user.type(page(), 'I moved');
    await user.keyboard('{Escape}');
    const dialog = await screen.findByRole('dialog', { name: 'Leave the interview?' });
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Stay' })).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(page()).toHaveFocus());
    expect(page()).toHaveValue('I moved');
    expect(navigation.route.room).toBe('mock');
    expect(mock().paused).toBe(false);
  });

  it('stands still with every word, in the room that was asked for', async () => {
    const { user, navigation } = await hold();
    await user.type(page(), 'I moved');
    await user.keyboard('{Control>}1{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Leave the interview?' });
    await user.click(within(dialog).getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(navigation.route).toEqual({ room: 'today' }));
    expect(mock()).toMatchObject({ paused: true, text: 'I moved' });
  });

  it('holds words that could not be saved, and shows them again', async () => {
    const { user, navigation, problems, fail, unmount: _unmount, ...fake } = await hold();
    fail('saveMockAnswer', problem('disk_full'));
    fail('mockDeed', problem('disk_full'));
    await user.type(page(), 'I moved');
    await user.keyboard('{Escape}');
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(navigation.route).toEqual({ room: 'mock' }));
    expect(problems.banner?.code).toBe('disk_full');
    leavePage();
    await pass(100);
    expect(mock().text).toBe('');
    await show({ ...fake, fail }, mock().id);
    expect(page()).toHaveValue('I moved');
    fail('saveMockAnswer', null);
    await pass(20_000);
    expect(mock().text).toBe('I moved');
  });
});

describe('when saving fails', () => {
  it('says what is so, and saves when the disk has room again', async () => {
    const { fail } = await hold();
    fail('saveMockAnswer', problem('disk_full'));
    await here.user.type(page(), 'I moved refunds last.');
    await pass(1_500);
    expect(screen.getByText(/^Not saved: the disk is full\. Your words are held in memory/)).toBeVisible();
    expect(screen.getByText('Not saved')).toBeVisible();
    fail('saveMockAnswer', null);
    await pass(5_000);
    expect(screen.queryByText(/^Not saved:/)).toBeNull();
    expect(mock().text).toBe('I moved refunds last.');
  });

  it('keeps the question and its words when what was asked is refused', async () => {
    const { fail, problems } = await hold();
    fail('mockDeed', problem('disk_full'));
    await here.user.type(page(), 'I moved refunds last.');
    await modEnter();
    await waitFor(() => expect(problems.banner?.code).toBe('disk_full'));
    expect(heading()).toHaveTextContent(FIRST);
    expect(page()).toHaveValue('I moved refunds last.');
    await here.user.type(page(), ' Then I stopped.');
    await pass(1_000);
    expect(mock().text).toBe('I moved refunds last. Then I stopped.');
  });

  it('loses neither text when the stored one is another', async () => {
    await hold();
    Object.assign(mock(), { text: 'From elsewhere.', revision: 9 });
    await here.user.type(page(), 'From here.');
    await pass(1_000);
    await here.user.click(await screen.findByRole('button', { name: 'Keep both' }));
    await waitFor(() => expect(mock().text).toBe('From here.\n\nFrom elsewhere.'));
    expect(page()).toHaveValue('From here.\n\nFrom elsewhere.');
  });

  it('keeps the window open, and says why', async () => {
    const { fail, session } = await hold();
    fail('saveMockAnswer', problem('disk_full'));
    await here.user.type(page(), 'I moved');
    await expect(session.saveAll()).rejects.toMatchObject({ code: 'disk_full' });
    fail('saveMockAnswer', null);
    await expect(session.saveAll()).resolves.toBeUndefined();
    expect(mock().text).toBe('I moved');
  });

  it('tells once that the time cannot be read, and goes on looking', async () => {
    const { fail, toasts } = await hold();
    fail('mockNow', problem('internal'));
    await pass(2_000);
    expect(toasts.current?.text).toBe('It is internal.');
    toasts.dismiss();
    await pass(3_000);
    expect(toasts.current).toBeNull();
    fail('mockNow', null);
    await pass(1_000);
    expect(ring()).toBeVisible();
  });
});

it('a written round is answered alone', async () => {
  await hold({ probes: 3, rounds: [{ ...ROUND, questions: 1, written: true }, ROUND] });
  expect(screen.getByText('Round 1, question 1 of 1, answered in writing')).toBeVisible();
  await here.user.type(page(), 'I did.');
  await modEnter();
  await waitFor(() => expect(heading()).toHaveTextContent('Round 1 is over.'));
});

it('a mock that is not there leads back to the list', async () => {
  const { user, navigation } = await show(pretend('due'), 4711).catch(() => here);
  expect(heading()).toHaveTextContent('This interview is not open.');
  await user.click(screen.getByRole('button', { name: 'Mock interviews' }));
  expect(navigation.route).toEqual({ room: 'mock' });
});

it('a whole loop needs no mouse', async () => {
  const { user, navigation } = await hold({ probes: 1, preparationSeconds: 10 });
  for (const words of ['I moved refunds last.', 'I found it in the queue.']) {
    await modEnter();
    await waitFor(() => expect(page()).toHaveFocus());
    await user.keyboard(words);
    await modEnter();
    await screen.findByText('Probe 1');
    await waitFor(() => expect(page()).toHaveFocus());
    await user.keyboard('The other one, for its risk.');
    await modEnter();
    await waitFor(() => expect(screen.queryByText('Probe 1')).toBeNull());
  }
  expect(heading()).toHaveTextContent('Round 1 is over.');
  await modEnter();
  await waitFor(() => expect(screen.getByText('Round 2, question 1 of 1')).toBeVisible());
  await modEnter();
  await waitFor(() => expect(page()).toHaveFocus());
  await user.keyboard('I reversed it.{Control>}{Enter}{/Control}');
  await screen.findByText('Probe 1');
  await modEnter();
  await waitFor(() => expect(navigation.route).toMatchObject({ debriefId: mock().id }));
  expect(mock().slots.map((slot) => slot.state)).toEqual(['answered', 'answered', 'answered']);
});
