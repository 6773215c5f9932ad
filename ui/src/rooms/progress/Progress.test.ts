import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { ProgressView } from '$lib/ipc/bindings';
import { pretend, type Fake } from '$lib/ipc/fake';
import { Problem } from '$lib/ipc/problem';
import { expectAccessible, renderIn } from '../../test/render';
import Progress from './Progress.svelte';

const route = { room: 'progress' } as const;
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const headline = () => screen.findByRole('heading', { level: 2, name: /Coordination is down/ });
const busy = new Problem({ code: 'storage', message: 'The database is busy.', detail: null });

/** A window whose figures are changed before they are shown. */
function changed(change: (view: ProgressView) => Partial<ProgressView>): Fake {
  const fake = pretend('due');
  const real = fake.ipc.progress;
  fake.ipc.progress = async (range) => {
    const view = await real(range);
    return { ...view, ...change(view) };
  };
  return fake;
}

describe('six weeks', () => {
  test('one finding, then the evidence in words', async () => {
    renderIn(Progress, { route });
    expect(await headline()).toHaveTextContent(
      'Coordination is down by half. Decisions are still the lowest.',
    );
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Progress');
    for (const name of [
      'Coordination findings per 100 words, weekly: 5.1 in the week of 2 February, 2.4 in the week of 9 March, unfinished.',
      'Ownership from 38 to 63',
      'Decisions from 26 to 41, the lowest',
      'Talk time, minutes a week: 138 in the week of 2 February, 26 in the week of 9 March, unfinished.',
      'Pace, words a minute: 158 in the week of 2 February, 131 in the week of 9 March, unfinished. Easy to follow is 120 to 150.',
      'Fillers, per minute: 6.2 in the week of 2 February, 1.9 in the week of 9 March, unfinished.',
      'Review until the onsite, minutes a day: 16 today; 0 on 31 March; at most 22 on 30 March, of your 30. Onsite is on 31 March.',
    ]) {
      expect(screen.getByRole('img', { name })).toBeInTheDocument();
    }
    expect(
      screen.getByRole('img', { name: /^Practice since 2 February: 29 of 37 days/ }),
    ).toBeInTheDocument();
    expect(screen.getByText(/recalled, of 90% asked for/)).toHaveTextContent(
      '91% recalled, of 90% asked for. 64 answers and sentences in rotation.',
    );
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('all six values and weeks are written at the line', async () => {
    const { container } = renderIn(Progress, { route });
    await headline();
    const [chart] = container.querySelectorAll('svg[role="img"]');
    const written = [...(chart?.querySelectorAll('.value') ?? [])].map((one) => one.textContent);
    expect(written.sort()).toEqual(['2.4', '2.9', '3.3', '3.9', '4.6', '5.1']);
  });

  test('the step is the primary action', async () => {
    const { user, navigation } = renderIn(Progress, { route });
    await button(/Practise decisions/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(navigation.route).toEqual({ room: 'practice', questionId: 'late-or-incomplete' });
  });

  test('values are read where one looks, by keyboard and by pointer', async () => {
    const { user, container } = renderIn(Progress, { route });
    await headline();
    const [list] = screen.getAllByRole('list', { name: /^Values: Coordination/ });
    const slots = within(list as HTMLElement).getAllByRole('listitem');
    const read = () => container.querySelector('.reading')?.textContent?.trim();
    expect(slots.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1, -1]);
    slots[0]?.focus();
    await waitFor(() => expect(read()).toBe('Week of 2 February: 5.1 per 100 words'));
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(read()).toBe('Week of 9 February: 4.6 per 100 words'));
    await user.keyboard('{End}');
    await waitFor(() => expect(read()).toBe('Week of 9 March, unfinished: 2.4 per 100 words'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(read()).toBeUndefined());
    await user.hover(slots[2] as HTMLElement);
    await waitFor(() => expect(read()).toBe('Week of 16 February: 3.9 per 100 words'));
  });

  test('a competency leads to its questions', async () => {
    const { user, navigation } = renderIn(Progress, { route });
    await user.click(await button('Decisions & trade-offs: 58, not ready'));
    await waitFor(() =>
      expect(navigation.route).toEqual({ room: 'questions', questionId: 'late-or-incomplete' }),
    );
    navigation.go(route);
    // The fake's bank has none of this one: its name is looked for.
    await user.click(await button('Conflict & trust: none answered yet'));
    await waitFor(() => expect(navigation.route).toEqual({ room: 'questions', query: 'Conflict & trust' }));
  });

  test('competencies are one tab stop', async () => {
    const { user } = renderIn(Progress, { route });
    await headline();
    const list = screen.getByRole('list', { name: 'Best answer by competency' });
    const rows = within(list).getAllByRole('button');
    expect(rows).toHaveLength(17);
    expect(rows.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    rows[0]?.focus();
    await user.keyboard('{ArrowDown}');
    expect(rows[1]).toHaveFocus();
  });

  test('axe finds nothing', async () => {
    renderIn(Progress, { route });
    await headline();
    await expectAccessible();
  });
});

describe('ranges', () => {
  test.each([
    ['2 weeks', 'two_weeks', /per 100 words, daily: 3.4 on 25 February, 2.4 on 10 March, unfinished/],
    ['All', 'all', /per 100 words, weekly: 6.8 in the week of 27 October, 2.4 in the week of 9 March/],
  ])('%s', async (label, range, name) => {
    const { user, calls } = renderIn(Progress, { route });
    await headline();
    await user.click(screen.getByRole('radio', { name: label }));
    expect(await screen.findByRole('img', { name })).toBeInTheDocument();
    expect(calls.filter(([command]) => command === 'progress')).toEqual([
      ['progress', 'six_weeks'],
      ['progress', range],
    ]);
    expect(screen.getByRole('radio', { name: label })).toBeChecked();
  });

  test('the last one asked for is shown, whatever comes back first', async () => {
    const fake = pretend('due');
    const real = fake.ipc.progress;
    let release = () => {};
    fake.ipc.progress = async (range) => {
      if (range === 'two_weeks') await new Promise<void>((done) => (release = done));
      return real(range);
    };
    const { user } = renderIn(Progress, { route }, fake);
    await headline();
    await user.click(screen.getByRole('radio', { name: '2 weeks' }));
    await user.click(screen.getByRole('radio', { name: 'All' }));
    await screen.findByRole('img', { name: /6.8 in the week of 27 October/ });
    release();
    await Promise.resolve();
    expect(screen.getByRole('img', { name: /6.8 in the week of 27 October/ })).toBeInTheDocument();
  });

  test('when one cannot be read, what was there stays', async () => {
    const { user, fail, problems } = renderIn(Progress, { route });
    await headline();
    fail('progress', busy);
    await user.click(screen.getByRole('radio', { name: 'All' }));
    await waitFor(() => expect(screen.getByRole('radio', { name: '6 weeks' })).toBeChecked());
    expect(problems.banner?.message).toBe('The database is busy.');
    expect(await headline()).toBeInTheDocument();
  });

  test('periods without answers break the line and have nothing to tell', async () => {
    const { user, container } = renderIn(Progress, { route });
    await headline();
    await user.click(screen.getByRole('radio', { name: '2 weeks' }));
    await screen.findByRole('img', { name: /daily/ });
    const solid = container.querySelector('svg path.through')?.getAttribute('d') ?? '';
    expect(solid.match(/M/g)).toHaveLength(4);
    const [list] = screen.getAllByRole('list', { name: /^Values: Coordination/ });
    expect(
      within(list as HTMLElement).getByText('Sat 28 February: nothing to tell from'),
    ).toBeInTheDocument();
  });
});

describe('as tables', () => {
  test('every chart has one, with heads and units, and stays so over ranges', async () => {
    const { user } = renderIn(Progress, { route });
    const toggle = await button('As tables');
    expect(toggle).toHaveAttribute('aria-pressed', 'false');
    await user.click(toggle);
    expect(toggle).toHaveAttribute('aria-pressed', 'true');
    const captions = screen.getAllByRole('table').map((table) => table.querySelector('caption')?.textContent);
    expect(captions).toEqual([
      'Coordination findings per 100 words, weekly',
      'Mean score of each dimension by week, of 100',
      'Minutes of answering by week',
      'Words a minute by week; easy to follow is 120 to 150',
      'Fillers per minute by week',
      'Review until the onsite, of your 30 minutes a day',
      'Minutes on the 29 of 37 days with practice',
      'Best answer by competency, of 100; ready at 70 if it would still be recalled on the day',
    ]);
    const table = screen.getByRole('table', { name: /^Coordination findings/ });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual(['Week of', 'Findings per 100 words', 'Answers finished', 'Words']);
    expect(within(table).getByRole('row', { name: '2 February 5.1 23 8,004' })).toBeInTheDocument();
    expect(within(table).getByRole('rowheader', { name: '9 March, unfinished' })).toBeInTheDocument();
    expect(screen.getByText(/92% was expected/)).toBeInTheDocument();
    expect(screen.queryByRole('img')).toBeNull();
    await expectAccessible();

    await user.click(screen.getByRole('radio', { name: '2 weeks' }));
    expect(await screen.findByRole('columnheader', { name: 'Minutes of answering' })).toBeInTheDocument();
    expect(await screen.findByRole('table', { name: /words, daily/ })).toBeInTheDocument();
  });

  test('by key', async () => {
    const { user } = renderIn(Progress, { route });
    await headline();
    await user.keyboard('t');
    expect(screen.getAllByRole('table').length).toBeGreaterThan(5);
    await user.keyboard('t');
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('few figures', () => {
  test('nothing answered: one line and one button, nothing invented', async () => {
    const { user, navigation, container } = renderIn(Progress, { route }, 'first-run');
    expect(await screen.findByRole('heading', { level: 2 })).toHaveTextContent('Nothing to compare yet.');
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(container.querySelectorAll('section')).toHaveLength(1);
    await user.keyboard('t');
    expect(screen.queryByRole('table')).toBeNull();
    await expectAccessible();
    await user.click(await button(/Practise a question/));
    expect(navigation.route).toEqual({ room: 'practice' });
  });

  test('too few for a finding: what is missing is said, what is there is shown', async () => {
    renderIn(Progress, { route }, 'nothing-due');
    expect(await screen.findByText(/Four answers so far/)).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: 'Coordination findings per 100 words, weekly: 2.4 in the week of 9 March, unfinished.',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('img', { name: 'Direction: nothing to tell from' })).toBeInTheDocument();
    expect(screen.getByRole('img', { name: 'Decisions: 37, the lowest' })).toBeInTheDocument();
    expect(screen.getByText(/shown from 20 reviews in this time on; there is none yet/)).toBeInTheDocument();
    await button(/Practise another question/);
    await expectAccessible();
  });

  test('typed only: pace and fillers are announced, not drawn', async () => {
    renderIn(
      Progress,
      { route },
      changed(() => ({ spoken: false })),
    );
    await headline();
    expect(screen.getByText('Pace and fillers come with spoken answers.')).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: /Pace/ })).toBeNull();
    expect(screen.queryByRole('heading', { name: /Fillers/ })).toBeNull();
  });

  test('what is missing is left out', async () => {
    const { container } = renderIn(
      Progress,
      { route },
      changed(({ forecast, points }) => ({
        forecast: { ...forecast, answers: 0, sentences: 0 },
        calendar: [],
        points: points.map((point) => ({ ...point, coordination: null, minutes: null })),
      })),
    );
    await headline();
    expect(
      [...container.querySelectorAll('h2')].map((head) => head.childNodes[0]?.textContent?.trim()),
    ).toEqual([
      'Coordination is down by half. Decisions are still the lowest.',
      'Dimensions',
      'Best answer by competency',
    ]);
  });

  test('on the line, but about to fade: an outline and words', async () => {
    renderIn(
      Progress,
      { route },
      changed(({ best }) => ({
        best: best.map((one) => (one.score === 78 ? { ...one, ready: false } : one)),
      })),
    );
    await button('System thinking & architecture: 78, not ready: review it first');
    expect(screen.getByText('line: ready at 70; outline: review it first')).toBeInTheDocument();
  });

  test('very many and very large figures', async () => {
    renderIn(
      Progress,
      { route },
      changed(({ points, dimensions, forecast }) => ({
        points: Array.from({ length: 40 }, (_, i) => ({
          ...(points[i % 6] as (typeof points)[number]),
          minutes: 4200,
          unfinished: i === 39,
        })),
        dimensions: dimensions.map((one) => ({
          ...one,
          scores: Array.from({ length: 40 }, (_, i) => (i * 7) % 100),
        })),
        forecast: {
          ...forecast,
          days: Array.from({ length: 60 }, () => ({
            ...(forecast.days[0] as (typeof forecast.days)[0]),
            minutes: 600,
          })),
        },
      })),
    );
    await headline();
    expect(screen.getByText('line: your 30 minutes')).toBeInTheDocument();
    expect(screen.getAllByText('4,200')).toHaveLength(2);
  });
});

test('what went wrong, and a way to try again', async () => {
  const fake = pretend('due');
  fake.fail('progress', busy);
  const { user } = renderIn(Progress, { route }, fake);
  expect(await screen.findByText('The database is busy.')).toBeInTheDocument();
  fake.fail('progress', null);
  await user.click(await button('Try again'));
  expect(await headline()).toBeInTheDocument();
});

test('reads again when something became due', async () => {
  const { session, calls } = renderIn(Progress, { route });
  await headline();
  session.due += 1;
  await waitFor(() => expect(calls.filter(([command]) => command === 'progress')).toHaveLength(2));
});
