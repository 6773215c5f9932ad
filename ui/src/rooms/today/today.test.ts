import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { pretend } from '$lib/ipc/fake';
import { CALENDAR } from '$lib/ipc/fake/today';
import { Problem } from '$lib/ipc/problem';
import { expectAccessible, renderIn } from '../../test/render';
import { calendar, radius } from './calendar';
import { theInterview, uncapped } from './interview-words';
import { routeOf, startLabel } from './steps';
import Today from './Today.svelte';

const route = { room: 'today' } as const;
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('first run', () => {
  test('shows a question at once, and leads to writing', async () => {
    const { user, navigation } = renderIn(Today, { route }, 'first-run');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Tell me about a program you owned',
    );
    expect(screen.getByText('Your words stay on this computer.')).toBeInTheDocument();
    expect(screen.getByText(/Your first question, two minutes/)).toBeInTheDocument();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(navigation.route).toEqual({ room: 'practice', questionId: 'owned-program' });
  });

  test('another question, and after the last one the first again', async () => {
    const { user, world } = renderIn(Today, { route }, 'first-run');
    const seen = new Set<string | null>();
    for (let i = 0; i < 5; i += 1) {
      seen.add((await screen.findByRole('heading', { level: 1 })).textContent);
      await user.click(await button('Another question'));
    }
    expect(seen.size).toBe(5);
    expect(world.today.first?.prompt).toBe([...seen][0]);
    expect(seen).toContain(screen.getByRole('heading', { level: 1 }).textContent);
  });

  test('shows nothing that has no data', async () => {
    renderIn(Today, { route }, 'first-run');
    await screen.findByRole('heading', { level: 1 });
    for (const absent of ['Practice', 'Last session', /Weakest/]) {
      expect(screen.queryByRole('heading', { name: absent })).toBeNull();
    }
  });

  test('axe finds nothing', async () => {
    renderIn(Today, { route }, 'first-run');
    await screen.findByRole('heading', { level: 1 });
    await expectAccessible();
  });
});

describe('the interview date', () => {
  test('is validated, kept, and shown', async () => {
    const { user, world } = renderIn(Today, { route }, 'first-run');
    await user.click(await button('Add the date'));
    const day = await screen.findByLabelText('Day');
    await waitFor(() => expect(day).toHaveFocus());
    await user.type(day, '31 February');
    await user.click(await button('Set the date'));
    expect(day).toHaveAccessibleDescription('February has 28 days this year.');
    expect(world.settings.interviews).toEqual([]);
    await user.clear(day);
    await user.type(day, '31 March');
    expect(day).toHaveAccessibleDescription('Tuesday 31 March, in 21 days');
    await user.clear(screen.getByLabelText('Name'));
    await user.click(await button('Set the date'));
    expect(screen.getByLabelText('Name')).toBeInvalid();
    await user.type(screen.getByLabelText('Name'), 'Acme loop');
    await user.click(await button('Set the date'));
    await waitFor(() =>
      expect(world.settings.interviews).toEqual([{ name: 'Acme loop', day: '2026-03-31' }]),
    );
    expect(await screen.findByText('Acme loop, Tue 31 March.')).toBeInTheDocument();
  });
});

describe('a day with answers due', () => {
  test('the plan, its parts, and one primary', async () => {
    const { user, navigation } = renderIn(Today, { route });
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Half an hour: nine answers to say again, one new question.',
    );
    const plan = screen.getByRole('list', { name: 'Plan for today' });
    expect(
      within(plan)
        .getAllByRole('listitem')
        .map((row) => row.textContent?.replace(/\s+/g, ' ').trim()),
    ).toEqual(['Review9 answers due, 4 competencies 16 min', 'New questionDecisions & trade-offs 8 min']);
    expect(screen.getByText('24 of your 30 minutes')).toBeInTheDocument();
    await user.click(within(plan).getByRole('button', { name: /New question/ }));
    expect(navigation.route).toEqual({ room: 'practice', questionId: 'late-or-incomplete' });
    navigation.go({ room: 'today' });
    await user.click(await button('Start with review'));
    expect(navigation.route).toEqual({ room: 'review' });
  });

  test('the weakest dimension in the user’s own words, marked', async () => {
    const { user, navigation } = renderIn(Today, { route });
    const section = (await screen.findByRole('heading', { name: /Weakest: decisions vs tracking/ }))
      .parentElement;
    const marks = [...(section?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent?.trim());
    expect(marks).toEqual([
      'tracked progress against the plan (weak)',
      'escalated when something slipped (weak)',
    ]);
    expect(screen.getByText('What did you choose not to do, and why?')).toBeInTheDocument();
    expect(screen.getByText('From Friday, 2 weak marks')).toBeInTheDocument();
    await user.click(await button('Open the answer'));
    expect(navigation.route.room).toBe('check');
  });

  test('days, readiness, calendar and last session, in words too', async () => {
    renderIn(Today, { route });
    expect(await screen.findByText(/days to the onsite/)).toBeInTheDocument();
    expect(screen.getByRole('img', { name: '11 of 17 competencies ready' })).toBeInTheDocument();
    expect(screen.getByText(/Next to close: decisions, technical debt, data & ML\./)).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: 'Practice since 2 February: 29 of 36 days. Today is 10 March; the onsite is on 31 March.',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('yesterday, 26 min')).toBeInTheDocument();
  });

  test('axe finds nothing', async () => {
    renderIn(Today, { route });
    await screen.findByRole('heading', { level: 1 });
    await expectAccessible();
  });
});

describe('a day with nothing due', () => {
  test('asks for the interview in place of the days, and starts the new question', async () => {
    const { user, navigation } = renderIn(Today, { route }, 'nothing-due');
    expect(await screen.findByText('Is there an interview coming?')).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: /Weakest/ })).toBeNull();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(navigation.route).toEqual({ room: 'practice', questionId: 'risk-before-it-hurt' });
    await expectAccessible();
  });
});

test('reads again when something became due', async () => {
  const { session, world } = renderIn(Today, { route }, 'nothing-due');
  await screen.findByText(/Nothing is due/);
  world.today = { ...world.today, headline: 'One answer is due.', due: 1 };
  session.due = 1;
  expect(await screen.findByText('One answer is due.')).toBeInTheDocument();
});

test('what went wrong, and a way to try again', async () => {
  const fake = pretend('due');
  fake.fail('today', new Problem({ code: 'storage', message: 'The database is busy.', detail: null }));
  const { user } = renderIn(Today, { route }, fake);
  expect(await screen.findByText('The database is busy.')).toBeInTheDocument();
  fake.fail('today', null);
  await user.click(await button('Try again'));
  expect(await screen.findByText(/Half an hour/)).toBeInTheDocument();
});

test('files that could not be read are named with line and reason, until closed', async () => {
  const { user, session } = renderIn(Today, { route });
  session.fileProblems = [
    {
      folder: 'questions',
      file: '/home/you/questions/mine.toml',
      line: 12,
      message: 'minutes is 0; it is 1 to 10.',
    },
  ];
  expect(await screen.findByText('mine.toml, line 12')).toBeInTheDocument();
  expect(screen.getByText(/minutes is 0; it is 1 to 10\./)).toBeInTheDocument();
  await user.click(await button('Close'));
  expect(screen.queryByText('mine.toml, line 12')).toBeNull();
});

describe('the calendar', () => {
  const at = (layout: ReturnType<typeof calendar>, day: string) => layout.days.find((one) => one.day === day);

  test('as drawn: from the first practice to the interview', () => {
    const layout = calendar(CALENDAR, '2026-03-10', '2026-03-31');
    expect(layout.heads).toEqual(['2 Feb', '9', '16', '23', '2 Mar', '9', '16', '23', '30']);
    expect(at(layout, '2026-02-02')).toMatchObject({
      column: 0,
      row: 0,
      mark: { kind: 'practised', minutes: 22 },
    });
    expect(at(layout, '2026-02-04')?.mark).toEqual({ kind: 'off' });
    expect(at(layout, '2026-03-10')).toMatchObject({
      column: 5,
      row: 1,
      today: true,
      mark: { kind: 'to-come' },
    });
    expect(at(layout, '2026-03-31')).toMatchObject({ column: 8, row: 1, mark: { kind: 'interview' } });
    expect(at(layout, '2026-04-01')).toBeUndefined();
  });
  test('a long history shows the last weeks', () => {
    const layout = calendar([{ day: '2025-06-01', minutes: 5 }], '2026-03-10', null);
    expect(layout.days[0]?.day).toBe('2026-01-26');
    expect(at(layout, '2026-03-10')?.column).toBe(6);
    expect(at(layout, '2026-03-29')?.mark).toEqual({ kind: 'to-come' });
  });
  test('before the first practice there is nothing, not a day off', () => {
    const layout = calendar([{ day: '2026-03-10', minutes: 5 }], '2026-03-10', null);
    expect(at(layout, '2026-03-09')).toBeUndefined();
  });
  test('an interview that is past or far away leaves the calendar alone', () => {
    for (const day of ['2026-03-01', '2026-12-01']) {
      expect(calendar(CALENDAR, '2026-03-10', day).days.some((one) => one.mark.kind === 'interview')).toBe(
        false,
      );
    }
  });
  test('a dot grows with its minutes, up to an hour', () => {
    expect(radius(12)).toBeCloseTo(4.8, 1);
    expect(radius(61)).toBeCloseTo(8, 1);
    expect(radius(500)).toBe(8.2);
  });
});

test.each([
  [undefined, { room: 'practice' }, 'Practise another question'],
  [{ step: 'review' } as const, { room: 'review' }, 'Start with review'],
])('the next step %o', (step, to, label) => {
  expect(routeOf(step)).toEqual(to);
  expect(startLabel(step)).toBe(label);
});

test.each([
  ['Onsite', 'the onsite'],
  ['Phone screen', 'the phone screen'],
  ['Acme', 'Acme'],
])('%s: days to %s', (name, words) => expect(theInterview(name)).toBe(words));

test.each([
  ['Technical debt', 'technical debt'],
  ['AI programs', 'AI programs'],
  ['', ''],
])('%j within a sentence: %j', (label, words) => expect(uncapped(label)).toBe(words));
