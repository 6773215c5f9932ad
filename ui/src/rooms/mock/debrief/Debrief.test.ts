import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pretend, type Fake } from '$lib/ipc/fake';
import { drawnDebrief, DRAWN_ROW } from '$lib/ipc/fake/debriefs';
import type { Debrief, DebriefQuestion, MockSetup } from '$lib/ipc/bindings';
import { Problem } from '$lib/ipc/problem';
import type { RouteOf } from '$lib/state/navigation.svelte';
import { expectAccessible, renderIn, type Rendered } from '../../../test/render';
import Mock from '../Mock.svelte';

const DRAWN = DRAWN_ROW.id;

async function open(
  change: (debrief: Debrief) => Debrief = (one) => one,
  fake: Fake = pretend('due'),
): Promise<Rendered> {
  const { mocks } = fake.world;
  mocks.debriefs.set(DRAWN, change(drawnDebrief(DRAWN_ROW, mocks.earlier)));
  const window_ = go(fake, DRAWN);
  await screen.findByRole('table');
  return window_;
}

function go(fake: Fake, debriefId: number): Rendered {
  const route: RouteOf<'mock'> = { room: 'mock', debriefId };
  return renderIn(Mock as never, { route }, fake, route);
}

/** The debrief with every question changed. */
const each = (change: (question: DebriefQuestion) => Partial<DebriefQuestion>) => (one: Debrief) => ({
  ...one,
  questions: one.questions.map((question) => ({ ...question, ...change(question) })),
});

const row = (words: RegExp) => screen.getByRole('button', { name: words });
const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox');
const stage = () => within(screen.getByRole('group', { name: 'Actions' }));

/** Opens a menu by its button, and chooses. Without layout what floats counts as hidden, and has no name. */
async function choose({ user }: Rendered, button: string, item: string): Promise<void> {
  screen.getByRole('button', { name: button }).focus();
  await user.keyboard('{Enter}');
  const menu = await screen.findByRole('menu', { hidden: true });
  within(menu).getByText(item).closest<HTMLElement>('[role^="menuitem"]')?.focus();
  await user.keyboard('{Enter}');
}

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

describe('at a look', () => {
  it('has what the picture has', async () => {
    await open();
    expect(screen.getByRole('heading', { level: 1, name: 'Debrief' })).toBeVisible();
    expect(screen.getByText('Full onsite, Tue 10 March, seed 4721')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Score: 61' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 2, name: /^Strong on systems/ })).toBeVisible();
    const [program, systems] = within(screen.getByRole('list', { name: 'Time used, by round' })).getAllByRole(
      'listitem',
    );
    expect(program).toHaveTextContent('30:42 of 30:00');
    expect(within(systems as HTMLElement).getByRole('img')).toHaveAccessibleName(
      'question 4: 10 minutes 36 seconds, well over; question 5: 12 minutes 54 seconds, well over; question 6: 8 minutes 18 seconds',
    );
    expect(systems?.querySelectorAll('.hatch')).toHaveLength(2);
    expect(
      within(screen.getByRole('region', { name: 'Across the loop' })).getByText('from 3.6'),
    ).toBeVisible();
    expect(screen.getByRole('region', { name: 'Across the loop' })).toHaveTextContent('once, 0:48');
    expect(screen.getByRole('region', { name: 'Where the time went' })).toHaveTextContent('1:48 over');
    await expectAccessible();
  });

  it('compares the dimensions with the mock before, in words too', async () => {
    await open();
    const dimensions = within(screen.getByRole('region', { name: 'Dimensions' }));
    expect(dimensions.getByRole('img', { name: 'Decisions: 48, from 38 on 7 Mar' })).toBeVisible();
    expect(dimensions.getByText('Compared with Cross-functional influence, 7 Mar.')).toBeVisible();
  });

  it('leads from a mock so far to its debrief, and not to itself', async () => {
    const { user, navigation } = await open();
    expect(screen.getByRole('img', { name: /^Mock scores/ })).toHaveAccessibleName(
      'Mock scores: 47 on 21 February, 52 on 28 February, 55 on 7 March, 61 today. Senior is 70.',
    );
    expect(screen.getAllByRole('button', { name: /^Debrief of/ })).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Debrief of Full onsite, 28 Feb: 52' }));
    expect(navigation.route).toEqual({ room: 'mock', debriefId: 902 });
  });
});

describe('a question', () => {
  it('says that it went over, not by colour alone', async () => {
    await open();
    const cells = row(/^2\. Which of your programs/).closest('tr')?.cells;
    expect(cells?.[1]).toHaveTextContent('11:24, over its 10:00');
    expect(within(cells?.[2] as HTMLElement).getByRole('meter')).toHaveAttribute('aria-valuenow', '58');
  });

  it('opens to what is written down and to its probes, and leads to the check', async () => {
    const { user, navigation, world } = await open();
    const question = row(/^7\. A director says yes/);
    await user.click(question);
    expect(question).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getAllByText('Names no decision: the plan is told, the choice is not.')[0]).toBeVisible();
    expect(screen.getByText(/^Which option did you reject/)).toBeVisible();
    expect(screen.getByText(/^Stopping all writes/)).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Open in the phrase check' }));
    const { takeId } = world.mocks.debriefs.get(DRAWN)?.questions[6] ?? {};
    expect(takeId).toEqual(expect.any(Number));
    expect(navigation.route).toEqual({ room: 'check', takeId });
  });

  it('closes when it is pressed again, or another one opens', async () => {
    const { user } = await open();
    await user.click(row(/^1\. /));
    await user.click(row(/^2\. /));
    expect(row(/^1\. /)).toHaveAttribute('aria-expanded', 'false');
    await user.click(row(/^2\. /));
    expect(screen.queryByRole('button', { name: 'Open in the phrase check' })).toBeNull();
  });
});

describe('sending to review', () => {
  it('is suggested for answers below the line, with its cost', async () => {
    await open();
    expect(
      await screen.findByText('4 answers are below 55. They come back from tomorrow, 6 minutes a day.'),
    ).toBeVisible();
    expect(boxes().flatMap((box, i) => (box.checked ? [i + 1] : []))).toEqual([7, 9, 11, 12]);
  });

  it('is reckoned anew as boxes change', async () => {
    const { user, calls } = await open();
    await user.click(screen.getByRole('checkbox', { name: /^Send to review: A director/ }));
    expect(
      await screen.findByText('3 answers chosen. They come back from tomorrow, 5 minutes a day.'),
    ).toBeVisible();
    expect(calls.at(-1)).toEqual(['mockReviewCost', DRAWN, [8, 10, 11]]);
    expect(stage().getByRole('button', { name: /^Send 3 to review/ })).toBeVisible();
    for (const box of boxes().filter((one) => one.checked)) await user.click(box);
    expect(screen.getByText('No answer chosen for review.')).toBeVisible();
    expect(stage().getByRole('button', { name: /^Hold it again/ })).toBeVisible();
  });

  it('is one step, and taken back in one', async () => {
    const { user, toasts, calls, world } = await open();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(toasts.current?.text).toBe('Sent four answers to review.'));
    expect(calls.find(([name]) => name === 'sendMockToReview')).toEqual([
      'sendMockToReview',
      DRAWN,
      [6, 8, 10, 11],
    ]);
    expect(screen.getAllByText('in review')).toHaveLength(4);
    expect(screen.getByText('4 answers of this mock are in review.')).toBeVisible();
    await toasts.undo();
    await waitFor(() => expect(boxes().filter((box) => box.checked)).toHaveLength(4));
    expect(world.answers.filter((one) => one.question.id.startsWith('drawn') && one.card)).toEqual([]);
    expect(await screen.findByText(/^4 answers are below 55/)).toBeVisible();
  });

  it('reports what cannot be done, and keeps what is chosen', async () => {
    const window_ = await open();
    window_.fail(
      'sendMockToReview',
      new Problem({ code: 'disk_full', message: 'The disk is full.', detail: null }),
    );
    await window_.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(window_.problems.banner?.message).toBe('The disk is full.'));
    expect(stage().getByRole('button', { name: /^Send 4 to review/ })).not.toHaveAttribute('aria-busy');
  });
});

describe('the answers', () => {
  it('are read one after the other, with their probes, and left by Escape', async () => {
    const { user, navigation, world } = await open();
    await user.click(stage().getByRole('button', { name: 'Read the answers' }));
    expect(screen.getByRole('heading', { level: 1, name: 'The answers' })).toHaveFocus();
    expect(screen.getAllByRole('article')).toHaveLength(12);
    const first = within(screen.getByRole('article', { name: /^You inherit/ }));
    expect(first.getByText(/^I tracked the gap/)).toBeVisible();
    expect(first.getByText(/^Which option did you reject/)).toBeVisible();
    expect(first.getByText('Question 1, 9:12, score 70')).toBeVisible();
    await expectAccessible();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('heading', { level: 1, name: 'Debrief' })).toHaveFocus();
    await user.click(stage().getByRole('button', { name: 'Read the answers' }));
    await user.click(screen.getByRole('button', { name: 'Open in the phrase check: answer 2' }));
    const { takeId } = world.mocks.debriefs.get(DRAWN)?.questions[1] ?? {};
    expect(navigation.route).toEqual({ room: 'check', takeId });
  });
});

describe('the toolbar', () => {
  it.each([
    ['Markdown', 'md'],
    ['HTML', 'html'],
    ['JSON', 'json'],
  ])('exports as %s, and says where it is', async (label, ending) => {
    const window_ = await open();
    await choose(window_, 'Export', label);
    await waitFor(() =>
      expect(window_.toasts.current?.text).toBe(`Saved to /home/you/Downloads/debrief-2026-03-10.${ending}.`),
    );
  });

  it('prints', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    const { user } = await open();
    await user.keyboard('{Control>}p{/Control}');
    await user.click(screen.getByRole('button', { name: /^Print/ }));
    expect(print).toHaveBeenCalledTimes(2);
    print.mockRestore();
  });

  it('holds it again', async () => {
    const { user, navigation } = await open();
    await user.click(stage().getByRole('button', { name: 'Hold it again' }));
    expect(navigation.route).toEqual({ room: 'mock', likeId: DRAWN });
  });

  it('deletes it, with undo', async () => {
    const window_ = await open();
    const { navigation, toasts, world } = window_;
    await choose(window_, 'More', 'Delete this mock');
    await waitFor(() => expect(navigation.route).toEqual({ room: 'mock' }));
    expect(toasts.current?.text).toBe('Deleted Full onsite. Its answers stay.');
    expect(world.mocks.deleted.has(DRAWN)).toBe(true);
    await toasts.undo();
    expect(world.mocks.deleted.has(DRAWN)).toBe(false);
    expect(navigation.route).toEqual({ room: 'mock', debriefId: DRAWN });
  });
});

it('is worked by keyboard alone', async () => {
  const { user, navigation, calls } = await open();
  const tabTo = async (name: RegExp) => {
    const seen: string[] = [];
    for (let i = 0; i < 20; i += 1) {
      if (document.activeElement?.matches('button, input') && name.test(nameOf(document.activeElement)))
        return;
      await user.tab();
      seen.push(document.activeElement ? nameOf(document.activeElement) : '');
    }
    throw new Error(`Tab does not come to ${name}: ${seen.join(' | ')}`);
  };
  const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent.trim();

  await tabTo(/^Back$/);
  await tabTo(/^1\.\s?You inherit/);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(row(/^2\. Which/)).toHaveFocus();
  expect(row(/^2\. Which/)).toHaveAttribute('aria-expanded', 'true');
  await user.keyboard('{Enter}');
  await tabTo(/^Send to review: You inherit/);
  await user.keyboard('{ArrowDown} ');
  expect(screen.getByRole('checkbox', { name: /^Send to review: Which of/ })).toBeChecked();
  await tabTo(/^Debrief of Program sense/);
  await tabTo(/^Read the answers/);
  await tabTo(/^Send 5 to review/);
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(calls.find(([name]) => name === 'sendMockToReview')?.[2]).toEqual([1, 6, 8, 10, 11]),
  );
  await user.keyboard('{Escape}');
  expect(navigation.route).toEqual({ room: 'today' });
});

describe('odd mocks', () => {
  it('where nothing could be scored', async () => {
    const none = each(() => ({ score: null, suggestReview: false, writtenDown: [] }));
    await open((one) => ({
      ...none(one),
      score: null,
      headline: '',
      rounds: one.rounds.map((round) => ({ ...round, score: null })),
      dimensions: [],
      soFar: [],
      across: { ...one.across, weakPer100: null },
    }));
    expect(screen.getByRole('img', { name: 'Score: none' })).toHaveTextContent('–');
    expect(screen.getByRole('heading', { name: 'Nothing could be scored.' })).toBeVisible();
    expect(screen.getByText('No mock has a score yet.')).toBeVisible();
    expect(screen.queryByRole('meter')).toBeNull();
    expect(screen.getByText('No answer chosen for review.')).toBeVisible();
    await expectAccessible();
  });

  it('that ended early', async () => {
    const { user } = await open((one) =>
      each(({ slot }) =>
        slot < 4
          ? {}
          : {
              asked: false,
              score: null,
              suggestReview: false,
              answer: '',
              probes: [],
              writtenDown: [],
              time: { usedMs: 0, budgetMs: 600_000, phase: 'in_time' },
            },
      )(one),
    );
    expect(screen.getByText('Of 12 questions, 8 were not asked.', { selector: '.quiet-text' })).toBeVisible();
    const list = within(screen.getByRole('list', { name: 'Time used, by round' }));
    expect(list.getAllByText('not asked')).toHaveLength(2);
    expect(boxes()).toHaveLength(4);
    await user.click(row(/^5\. /));
    expect(screen.getByText('The interview ended before this question.')).toBeVisible();
    await expectAccessible();
  });

  it('whose questions were all skipped', async () => {
    const { user, navigation } = await open(
      each(() => ({
        skipped: true,
        score: null,
        suggestReview: false,
        answer: '',
        probes: [],
        writtenDown: [],
      })),
    );
    expect(screen.getByText('Every question was skipped.', { selector: '.quiet-text' })).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Read the answers' })).toBeNull();
    expect(screen.getByText('No answer to send to review.')).toBeVisible();
    await expectAccessible();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(navigation.route).toEqual({ room: 'mock', likeId: DRAWN });
  });

  it('that is the first', async () => {
    const fake = pretend('due');
    fake.world.mocks.earlier = [];
    await open((one) => one, fake);
    expect(screen.getByText('The first mock: there is none to compare it with yet.')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Decisions: 48' })).toBeVisible();
    expect(screen.queryByText(/^from 3/)).toBeNull();
    expect(screen.getByRole('img', { name: 'Mock scores: 61 today. Senior is 70.' })).toBeVisible();
    await expectAccessible();
  });

  it('whose prompts are very long: the row opens to all of it', async () => {
    const long = 'What would you do if '.repeat(60);
    const { user } = await open(each(() => ({ prompt: long })));
    const [first] = screen.getAllByRole('button', { name: /^1\. What would/ });
    expect(first?.querySelector('.one-line')).not.toBeNull();
    if (first) await user.click(first);
    expect(first?.querySelector('.one-line')).toBeNull();
  });

  it('with one question, held here', async () => {
    const fake = pretend('due');
    const setup: MockSetup = {
      loopId: null,
      name: 'Short one',
      rounds: [{ name: 'One', minutes: 7, questions: 1, competencies: [], kinds: [], written: true }],
      level: 'senior',
      prefer: 'any',
      probes: 0,
      preparationSeconds: 0,
      endsAtLimit: false,
      seed: 0,
    };
    const { id } = await fake.ipc.startMock(setup);
    await fake.ipc.mockDeed(id, 'done', { slot: 0, part: 0, revision: 1, text: 'We shipped it.' });
    const window_ = go(fake, id);
    expect(await screen.findByRole('button', { name: /^1\. Tell me about/ })).toBeVisible();
    expect(screen.getByText(/written$/, { selector: 'section .meta, .overview .meta' })).toBeVisible();
    await window_.user.click(stage().getByRole('button', { name: 'Read the answers' }));
    expect(screen.getByText('We shipped it.')).toBeVisible();
  });
});

describe('when it cannot be read', () => {
  it('says that it is gone', async () => {
    const { navigation, user } = go(pretend('due'), 4444);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'This debrief is not there any more.' }),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Mock interviews' }));
    expect(navigation.route).toEqual({ room: 'mock' });
  });

  it('says why, and is asked again', async () => {
    const fake = pretend('due');
    fake.fail('debrief', new Problem({ code: 'internal', message: 'A fault.', detail: null }));
    const { user } = go(fake, DRAWN);
    expect(await screen.findByText('A fault.')).toBeVisible();
    fake.fail('debrief', null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeVisible();
  });

  it('says that it is at it, when that takes a while', async () => {
    const fake = pretend('due');
    let give: () => void = () => undefined;
    const debrief = fake.ipc.debrief;
    fake.ipc.debrief = async (id) => {
      await new Promise<void>((done) => (give = done));
      return debrief(id);
    };
    go(fake, DRAWN);
    expect(screen.queryByText('Reading the answers')).toBeNull();
    expect(await screen.findByText('Reading the answers')).toBeVisible();
    give();
    expect(await screen.findByRole('table')).toBeVisible();
    expect(screen.queryByText('Reading the answers')).toBeNull();
  });
});

it('is on paper in words, without anything to press', async () => {
  const { container } = await open();
  const printed = container.querySelector<HTMLElement>('.printed');
  expect(printed?.querySelectorAll('button, input, a, [tabindex]')).toHaveLength(0);
  expect(printed?.querySelectorAll('.hatch')).toHaveLength(5);
  expect(printed && lines(printed)).toMatchSnapshot();
});

/** The words of an element, one run of text a line. */
function lines(element: HTMLElement): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.replace(/\s+/g, ' ').trim();
    if (text) found.push(text);
  }
  return found.join('\n');
}
