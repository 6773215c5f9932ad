import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { MockSetup } from '$lib/ipc/bindings';
import { pretend, type Fake, type Story } from '$lib/ipc/fake';
import { Problem } from '$lib/ipc/problem';
import App from './App.svelte';
import { expectAccessible } from './test/render';

let user: ReturnType<typeof userEvent.setup>;
beforeEach(() => {
  user = userEvent.setup();
  document.documentElement.removeAttribute('data-theme');
});

async function start(story: Story = 'due', prepare: (fake: Fake) => void = () => undefined): Promise<Fake> {
  const fake = pretend(story);
  prepare(fake);
  render(App);
  await screen.findByRole('heading', { level: 1 });
  return fake;
}

const heading = () => screen.getByRole('heading', { level: 1 });
const rooms = () => within(screen.getByRole('navigation', { name: 'Rooms' }));

describe('the start', () => {
  test('opens Today, with what is due in the sidebar', async () => {
    await start();
    expect(document.title).toBe('Today · Answerable');
    expect(rooms().getByRole('button', { name: /Review.*due: 9/ })).toBeInTheDocument();
    expect(rooms().getByRole('button', { name: 'Today' })).toHaveAttribute('aria-current', 'page');
  });

  test('shows what is in the way, and goes on when it is out of the way', async () => {
    const fake = await start('trouble');
    expect(heading()).toHaveTextContent('The file with your answers is damaged.');
    fake.world.trouble = null;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(heading()).toHaveTextContent('Half an hour'));
  });

  test('says so when Rust cannot be asked at all', async () => {
    await start('due', (fake) =>
      fake.fail('start', new Problem({ code: 'internal', message: 'No answer.', detail: 'broken pipe' })),
    );
    expect(heading()).toHaveTextContent('Your answers could not be opened.');
    expect(screen.getByText('broken pipe')).toBeInTheDocument();
  });

  test('resumes a take that was running', async () => {
    const fake = await start('due', ({ world }) => void world.commands().startTake('owned-program'));
    await waitFor(() => expect(document.title).toBe('Practice · Answerable'));
    expect(fake.calls).toContainEqual(['runningTake', fake.world.running[0]?.id]);
  });
});

describe('a mock interview', () => {
  const setup: MockSetup = {
    loopId: null,
    name: 'Short loop',
    rounds: [{ name: 'One', minutes: 10, questions: 2, competencies: [], kinds: [], written: false }],
    level: 'senior',
    prefer: 'any',
    probes: 0,
    preparationSeconds: 0,
    endsAtLimit: false,
    seed: 0,
  };
  const underWay = () =>
    start('due', ({ world }) => {
      const { startMock, mockDeed } = world.commands();
      mockDeed(startMock(setup).id, 'leave', null);
    });

  test('that was under way stands paused, alone in the window', async () => {
    const fake = await underWay();
    await waitFor(() => expect(heading()).toHaveTextContent('Paused'));
    expect(document.title).toBe('Mock interview · Answerable');
    expect(screen.queryByRole('navigation', { name: 'Rooms' })).toBeNull();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus());
    expect(fake.world.mocks.underWay?.paused).toBe(false);
    await expectAccessible();
  });

  test('leaves no way out but its own, which asks', async () => {
    const { shell } = await underWay();
    await waitFor(() => expect(heading()).toHaveTextContent('Paused'));
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('?');
    shell.send('menu', 'palette');
    shell.send('menu', 'about');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(heading()).toHaveTextContent('Paused');
    shell.send('menu', 'room.answers');
    const dialog = await screen.findByRole('dialog', { name: 'Leave the interview?' });
    await user.click(within(dialog).getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(document.title).toBe('Answers · Answerable'));
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'start a mock');
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(rooms().getByRole('button', { name: 'Mock interview' })).toHaveAttribute('aria-current', 'page'),
    );
    expect(await screen.findByText('Short loop, round 1, question 1 of 2')).toBeInTheDocument();
  });
});

describe('going about', () => {
  test.each([
    ['2', 'Practice'],
    ['3', 'Mock interview'],
    ['4', 'Review'],
    ['5', 'Answers'],
    ['6', 'Stories'],
    ['7', 'Questions'],
    ['8', 'Progress'],
    [',', 'Settings'],
    ['1', 'Today'],
  ])('mod and %s leads to %s, and its heading takes focus', async (key, room) => {
    await start();
    if (room === 'Today') await user.keyboard('{Control>}4{/Control}');
    await user.keyboard(`{Control>}${key}{/Control}`);
    await waitFor(() => expect(document.title).toBe(`${room} · Answerable`));
    expect(rooms().getByRole('button', { name: new RegExp(`^${room}`) })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await waitFor(() =>
      expect(screen.getByRole('main')).toContainElement(document.activeElement as HTMLElement),
    );
  });

  test('the menu sends the same actions', async () => {
    const { shell } = await start();
    shell.send('menu', 'room.settings');
    await waitFor(() => expect(heading()).toHaveTextContent('Settings'));
    shell.send('menu', 'palette');
    expect(await screen.findByRole('dialog', { name: 'Search and commands' })).toBeInTheDocument();
  });

  test('the days to the interview stand in the sidebar, except on Today', async () => {
    await start();
    expect(rooms().queryByText('21 days')).toBeNull();
    await user.keyboard('{Control>},{/Control}');
    expect(await rooms().findByText('21 days')).toBeInTheDocument();
    expect(rooms().getByText('Onsite, Tue 31 March')).toBeInTheDocument();
  });

  test('the due count follows the shell', async () => {
    const { shell } = await start();
    shell.send('due', 0);
    await waitFor(() => expect(rooms().getByRole('button', { name: 'Review' })).toBeInTheDocument());
  });

  test('? shows the shortcuts, mod and K the palette, Escape gives focus back', async () => {
    await start();
    const button = rooms().getByRole('button', { name: 'Answers' });
    button.focus();
    await user.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Shortcuts' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(button).toHaveFocus());
    await user.keyboard('{Control>}k{/Control}');
    await waitFor(() => expect(screen.getByRole('combobox')).toHaveFocus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(button).toHaveFocus());
  });
});

test('what the palette opens has focus, not the place one came from', async () => {
  await start();
  rooms().getByRole('button', { name: 'Today' }).focus();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox'), 'settings, data');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.title).toBe('Settings · Answerable'));
  await waitFor(() =>
    expect(screen.getByRole('main')).toContainElement(document.activeElement as HTMLElement),
  );
});

describe('settings of the whole window', () => {
  test('the theme is on the root, the system’s without one', async () => {
    await start('due', ({ world }) => void (world.settings.theme = 'dark'));
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
    await user.keyboard('{Control>},{/Control}');
    await user.click(await screen.findByRole('radio', { name: 'System' }));
    await waitFor(() => expect(document.documentElement).not.toHaveAttribute('data-theme'));
  });

  test('marks lose their colour', async () => {
    await start('due', ({ world }) => void (world.settings.markColours = false));
    expect(document.documentElement).toHaveAttribute('data-marks', 'ink');
  });

  test('text grows by key', async () => {
    const { world } = await start();
    await user.keyboard('{Control>}+{/Control}');
    await waitFor(() => expect(world.settings.textSize).toBe(110));
  });
});

describe('a toast', () => {
  test('is undone by mod and Z outside fields', async () => {
    const { world } = await start();
    await user.keyboard('{Control>},{/Control}');
    await user.click(await screen.findByRole('button', { name: /^Remove Onsite/ }));
    await waitFor(() => expect(world.settings.interviews).toEqual([]));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(world.settings.interviews).toEqual([{ name: 'Onsite', day: '2026-03-31' }]));
    await waitFor(() => expect(screen.queryByText('Onsite removed.')).toBeNull());
  });
});

describe('closing', () => {
  test('leaves when everything is saved', async () => {
    const { shell, calls } = await start();
    shell.send('closing', null);
    await waitFor(() => expect(calls).toContainEqual(['leave']));
  });

  test('asks when the last words could not be saved', async () => {
    const full = new Problem({ code: 'disk_full', message: 'The disk is full.', detail: null });
    const { shell, calls, fail } = await start(
      'due',
      ({ world }) => void world.commands().startTake('owned-program'),
    );
    const page = await screen.findByRole('textbox');
    fail('saveDraft', full);
    page.focus();
    await user.keyboard('Last year');
    shell.send('closing', null);
    const dialog = await screen.findByRole('dialog', { name: 'Close without the last words?' });
    expect(dialog).toHaveTextContent(/the disk is full/i);
    expect(calls).not.toContainEqual(['leave']);
    fail('saveDraft', null);
    await user.click(within(dialog).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(calls).toContainEqual(['leave']));
  });
});

test('F6 walks the parts of the window', async () => {
  // Without layout nothing has a box; here everything is visible.
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList);
  await start();
  heading().focus();
  await user.keyboard('{F6}');
  expect(screen.getByRole('complementary')).toContainElement(document.activeElement as HTMLElement);
  await user.keyboard('{F6}');
  expect(screen.getByRole('navigation', { name: 'Rooms' })).toContainElement(
    document.activeElement as HTMLElement,
  );
  await user.keyboard('{F6}');
  expect(heading()).toHaveFocus();
  await user.keyboard('{Shift>}{F6}{/Shift}');
  expect(screen.getByRole('navigation', { name: 'Rooms' })).toContainElement(
    document.activeElement as HTMLElement,
  );
});

test('axe finds nothing in the window', async () => {
  await start();
  await expectAccessible();
});
