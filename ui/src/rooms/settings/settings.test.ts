import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pretend } from '$lib/ipc/fake';
import { fakeRules } from '$lib/ipc/fake/rules';
import { Problem } from '$lib/ipc/problem';
import { expectAccessible, renderIn, type Rendered } from '../../test/render';
import { matching } from './rule-search';
import Settings from './Settings.svelte';
import { nextSize } from './text-size';

const route = { room: 'settings' } as const;
let view: Rendered;

beforeEach(async () => {
  view = renderIn(Settings, { route });
  await screen.findByText('/home/you/.local/share/answerable');
});

test('has a heading, sections that lead to their place, and nothing for axe', async () => {
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Settings');
  const nav = screen.getByRole('navigation', { name: 'Settings' });
  await view.user.click(within(nav).getByRole('button', { name: 'Data' }));
  expect(within(nav).getByRole('button', { name: 'Data' })).toHaveAttribute('aria-current', 'true');
  expect(screen.getByRole('heading', { name: 'Data' })).toHaveFocus();
  await expectAccessible();
});

describe('changes apply at once', () => {
  test('the theme', async () => {
    await view.user.click(screen.getByRole('radio', { name: 'Dark' }));
    await waitFor(() => expect(view.world.settings.theme).toBe('dark'));
  });

  test('the text size, when the slider is let go', async () => {
    const slider = screen.getByRole('slider', { name: 'Text size' });
    await fireEvent.input(slider, { target: { value: '150' } });
    expect(slider).toHaveAttribute('aria-valuetext', '150%');
    expect(view.world.settings.textSize).toBe(100);
    await fireEvent.change(slider, { target: { value: '150' } });
    await waitFor(() => expect(view.world.settings.textSize).toBe(150));
  });

  test('what is interviewed for', async () => {
    const levels = within(screen.getByRole('radiogroup', { name: 'You interview for' }));
    expect(levels.getAllByRole('radio').map((one) => one.textContent.trim())).toEqual([
      'Senior TPM',
      'Principal TPM',
      'Manager',
    ]);
    levels.getByRole('radio', { name: 'Senior TPM' }).focus();
    await view.user.keyboard('{ArrowRight}');
    await waitFor(() => expect(view.world.settings.level).toBe('principal'));
  });

  test.each([
    ['Colour', 'markColours'],
    ['Marks as I type', 'marksAsIType'],
    ['Time messages', 'sayTime'],
    ['Single letters', 'letterKeys'],
  ] as const)('%s', async (name, key) => {
    await view.user.click(screen.getByRole('switch', { name }));
    await waitFor(() => expect(view.world.settings[key]).toBe(false));
  });

  test.each([
    ['Minutes a day', '45', 'minutesADay', 45],
    ['New questions a day', '0', 'newPerDay', 0],
    ['Retention', '85%', 'retention', 85],
    ['A day starts at', '6', 'dayStart', 6],
  ] as const)('%s', async (name, typed, key, kept) => {
    const field = screen.getByRole('spinbutton', { name });
    await view.user.clear(field);
    await view.user.type(field, `${typed}{Enter}`);
    await waitFor(() => expect(view.world.settings[key]).toBe(kept));
  });

  test('what cannot be kept goes back and is reported', async () => {
    view.fail(
      'saveSettings',
      new Problem({ code: 'not_writable', message: 'It cannot be written.', detail: null }),
    );
    await view.user.click(screen.getByRole('switch', { name: 'Colour' }));
    await waitFor(() => expect(view.problems.banner?.message).toBe('It cannot be written.'));
    expect(screen.getByRole('switch', { name: 'Colour' })).toBeChecked();
  });
});

describe('a number', () => {
  test.each(['98', '69', 'many', ''])('out of range, %j, is said and not kept', async (typed) => {
    const field = screen.getByRole('spinbutton', { name: 'Retention' });
    await view.user.clear(field);
    if (typed) await view.user.type(field, typed);
    await view.user.keyboard('{Enter}');
    expect(field).toHaveAccessibleDescription('A whole number from 70 to 97.');
    expect(view.world.settings.retention).toBe(90);
    await view.user.keyboard('{Escape}');
    expect(field).toHaveValue('90%');
    expect(field).toBeValid();
  });

  test('steps with the arrows, within its range', async () => {
    const field = screen.getByRole('spinbutton', { name: 'New questions a day' });
    field.focus();
    await view.user.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(view.world.settings.newPerDay).toBe(0));
    await view.user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    await waitFor(() => expect(view.world.settings.newPerDay).toBe(3));
  });
});

test('clearing the interview can be undone', async () => {
  await view.user.click(screen.getByRole('button', { name: 'Clear' }));
  await waitFor(() => expect(view.world.settings.interview).toBeNull());
  expect(view.toasts.current?.text).toBe('Interview cleared.');
  await view.toasts.undo();
  expect(view.world.settings.interview).toEqual({ name: 'Onsite', day: '2026-03-31' });
});

describe('phrase rules', () => {
  test('are counted, searched, read and switched off', async () => {
    expect(screen.getByText('16 rules, 0 off.')).toBeInTheDocument();
    await view.user.keyboard('/');
    const field = screen.getByLabelText('Search the rules');
    expect(field).toHaveFocus();
    await view.user.type(field, 'changed mind');
    await view.user.click(screen.getByRole('button', { name: /what changed their mind\?/ }));
    const dialog = within(await screen.findByRole('dialog', { name: 'What changed their mind?' }));
    expect(dialog.getAllByText('I followed up with them until they came round')).toHaveLength(2);
    await view.user.click(dialog.getByRole('switch', { name: 'Use this rule in every check' }));
    await waitFor(() => expect(view.world.settings.rulesOff).toHaveLength(1));
    await view.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('16 rules, 1 off.')).toBeInTheDocument();
    expect(screen.getByRole('switch', { name: 'what changed their mind?, weak' })).not.toBeChecked();
    await expectAccessible();
  });

  test('are walked with the arrows and opened with Enter', async () => {
    await view.user.type(screen.getByLabelText('Search the rules'), 'what did you');
    const [first, second] = document.querySelectorAll<HTMLElement>('[data-rule]');
    first?.focus();
    await view.user.keyboard('{ArrowDown}');
    expect(second).toHaveFocus();
    await view.user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
    await view.user.keyboard('{Escape}');
    await waitFor(() => expect(second).toHaveFocus());
  });

  test('say so when none is found', async () => {
    await view.user.type(screen.getByLabelText('Search the rules'), 'zebra');
    expect(screen.getByText('No rule speaks of “zebra”.')).toBeInTheDocument();
  });

  test('braces of examples do not part the words searched for', () => {
    expect(matching(fakeRules(), 'spring managed timelines for')).toHaveLength(1);
  });
});

describe('a rule’s page', () => {
  const id = 'influence/i-followed-up-with-them-';
  const showing = (rule: string) => {
    view.unmount();
    const { world, shell, calls, ipc, fail } = view;
    const link = { ...route, section: 'rules', rule };
    view = renderIn(Settings, { route: link }, { world, shell, calls, ipc, fail }, link);
  };

  test('opens from a link, and the link is spent when it closes', async () => {
    showing(id);
    const dialog = await screen.findByRole('dialog', { name: 'What changed their mind?' });
    expect(await within(dialog).findByText('No mark in your 3 best takes.')).toBeInTheDocument();
    await view.user.keyboard('{Escape}');
    await waitFor(() => expect(view.navigation.route).toEqual({ room: 'settings' }));
  });

  test('says the deeds it knows, and the file of one’s own that it is from', async () => {
    const rule = view.world.rules.find((one) => one.id === id);
    Object.assign(rule ?? {}, { patterns: [], deeds: ['refusing', 'putting off'], file: 'mine.toml' });
    showing(id);
    const dialog = await screen.findByRole('dialog', { name: 'What changed their mind?' });
    expect(dialog).toHaveTextContent('however it is worded');
    expect(dialog).toHaveTextContent('refusing; putting off');
    expect(dialog).toHaveTextContent(`From your own file mine.toml, ${id}`);
  });
});

describe('own rules', () => {
  test('their folder is copied', async () => {
    await view.user.click(await screen.findByRole('button', { name: 'Copy the path of your rules' }));
    expect(await navigator.clipboard.readText()).toBe('/home/you/.local/share/answerable/rules');
  });

  test('an example is written once', async () => {
    await view.user.click(await screen.findByRole('button', { name: 'Write an example file' }));
    const files = await screen.findByRole('list', { name: 'Files of your own rules' });
    expect(files).toHaveTextContent('example.toml 1 rule');
    expect(screen.queryByRole('button', { name: 'Write an example file' })).toBeNull();
    expect(view.toasts.current?.text).toBe('example.toml is in the folder, and its rule counts.');
  });

  test('read again, each broken one is named with line and reason, here and on Today', async () => {
    const question = { folder: 'questions' as const, file: 'q.toml', line: 1, message: 'no prompt' };
    view.session.fileProblems = [question];
    const problem = { folder: 'rules' as const, file: 'own.toml', line: 7, message: '"mighty" is no kind' };
    Object.assign(view.world.own, { files: [{ name: 'own.toml', rules: 2 }], problems: [problem] });
    await view.user.click(await screen.findByRole('button', { name: 'Check again' }));
    const wrong = await screen.findByRole('list', { name: 'What is wrong in your own rules' });
    expect(wrong).toHaveTextContent('own.toml, line 7 "mighty" is no kind');
    expect(view.toasts.current?.text).toBe('Read again: 1 file, 2 rules, 1 that cannot be read.');
    expect(view.session.fileProblems).toEqual([question, problem]);
    expect(view.calls.filter(([name]) => name === 'rules')).toHaveLength(2);
    await expectAccessible();
  });
});

describe('data', () => {
  test('backs up now', async () => {
    await view.user.click(screen.getByRole('button', { name: 'Back up now' }));
    await waitFor(() => expect(view.toasts.current?.text).toBe('Backed up, 1.8 MB.'));
    expect(within(screen.getByRole('list', { name: 'Backups' })).getAllByRole('listitem')).toHaveLength(3);
  });

  test('restores after asking, and writes what is held first', async () => {
    const order: string[] = [];
    view.session.beforeClosing(() => Promise.resolve(void order.push('saved')));
    view.session.reopen = vi.fn(() => void order.push('reopened'));
    await view.user.click(screen.getByRole('button', { name: /Restore… Mon 2 March 2026/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Go back to Mon 2 March 2026?' });
    expect(dialog).toHaveTextContent('41 answers as they were then take the place of the 46 here now.');
    await view.user.click(within(dialog).getByRole('button', { name: 'Restore' }));
    await waitFor(() => expect(order).toEqual(['saved', 'reopened']));
    expect(view.calls).toContainEqual(['restoreBackup', view.world.backups[1]?.path]);
    expect(view.navigation.route).toEqual({ room: 'today' });
  });

  test('copies the folder’s path', async () => {
    await view.user.click(screen.getByRole('button', { name: 'Copy the path' }));
    expect(await navigator.clipboard.readText()).toBe('/home/you/.local/share/answerable');
  });
});

test('the licences of fonts and icons are there in full', () => {
  for (const [name, words] of [
    ['Literata', 'SIL OPEN FONT LICENSE'],
    ['Hanken Grotesk', 'SIL OPEN FONT LICENSE'],
    ['Lucide', 'ISC License'],
  ] as const) {
    expect(screen.getByLabelText(`Licence of ${name}`)).toHaveTextContent(new RegExp(words, 'i'));
  }
});

test('a backup that failed is told', async () => {
  view.unmount();
  const fake = pretend('due');
  fake.world.backupProblem = 'The folder for backups cannot be written.';
  renderIn(Settings, { route }, fake);
  expect(await screen.findByText(/The last backup could not be made\./)).toHaveTextContent(
    'Your answers are safe.',
  );
});

test.each([
  [100, 1, 110],
  [200, 1, 200],
  [80, -1, 80],
] as const)('from %i a step of %i leads to %i', (size, step, next) =>
  expect(nextSize(size, step)).toBe(next),
);
