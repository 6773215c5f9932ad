import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ModelView } from '$lib/ipc/bindings';
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
  test.each(['241', '4', 'many', ''])('out of range, %j, is said and not kept', async (typed) => {
    const field = screen.getByRole('spinbutton', { name: 'Minutes a day' });
    await view.user.clear(field);
    if (typed) await view.user.type(field, typed);
    await view.user.keyboard('{Enter}');
    expect(field).toHaveAccessibleDescription('A whole number from 5 to 240.');
    expect(view.world.settings.minutesADay).toBe(30);
    await view.user.keyboard('{Escape}');
    expect(field).toHaveValue('30');
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

describe('retention', () => {
  test('says what it costs while it moves, and is kept when it is let go', async () => {
    const slider = screen.getByRole('slider', { name: 'Retention' });
    expect(await screen.findByText('90%: 12 minutes a day; 85%: 8.')).toBeInTheDocument();
    await fireEvent.input(slider, { target: { value: '95' } });
    expect(slider).toHaveAccessibleDescription(
      'Of 100 answers, about 95 come back when they are due. 95%: 22 minutes a day; 90%: 12.',
    );
    expect(view.world.settings.retention).toBe(90);
    await fireEvent.change(slider, { target: { value: '95' } });
    await waitFor(() => expect(view.world.settings.retention).toBe(95));
  });
});

describe('interviews', () => {
  const list = () => screen.getByRole('list', { name: 'Interviews' });
  const kept = () => view.world.settings.interviews;

  test('are added, the earliest first', async () => {
    await view.user.click(screen.getByRole('button', { name: 'Add an interview' }));
    await view.user.type(await screen.findByLabelText('Day'), '20 March');
    await view.user.clear(screen.getByLabelText('Name'));
    await view.user.type(screen.getByLabelText('Name'), 'Acme loop');
    await view.user.click(screen.getByRole('button', { name: 'Set the date' }));
    await waitFor(() => expect(kept().map(({ name }) => name)).toEqual(['Acme loop', 'Onsite']));
    await waitFor(() => expect(within(list()).getAllByRole('listitem')).toHaveLength(2));
    expect(screen.getByText('Review works towards the next one.')).toBeInTheDocument();
  });

  test('are changed', async () => {
    await view.user.click(screen.getByRole('button', { name: 'Onsite, Tue 31 March 2026. Change' }));
    const day = await screen.findByLabelText('Day');
    expect(day).toHaveValue('Tue 31 March 2026');
    await view.user.clear(day);
    await view.user.type(day, '2 April');
    await view.user.click(screen.getByRole('button', { name: 'Set the date' }));
    await waitFor(() => expect(kept()).toEqual([{ name: 'Onsite', day: '2026-04-02' }]));
  });

  test('are removed, with undo', async () => {
    await view.user.click(screen.getByRole('button', { name: 'Remove Onsite' }));
    await waitFor(() => expect(kept()).toEqual([]));
    expect(view.toasts.current?.text).toBe('Onsite removed.');
    expect(screen.getByRole('button', { name: 'Add the date' })).toBeInTheDocument();
    await view.toasts.undo();
    expect(kept()).toEqual([{ name: 'Onsite', day: '2026-03-31' }]);
  });

  test('that have passed say so, and can only be removed', async () => {
    view.settings.read({
      ...view.settings.value,
      interviews: [{ name: 'Phone screen', day: '2026-03-03' }, ...kept()],
    });
    const [passed] = await within(list()).findAllByRole('listitem');
    await waitFor(() => expect(passed).toHaveTextContent('Tue 3 March 2026 Phone screen, passed'));
    const buttons = within(passed as HTMLElement).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual(['Remove Phone screen']);
  });
});

describe('the memory model', () => {
  const showing = (change: Partial<ModelView>, losses?: [number, number]) => {
    view.unmount();
    const fake = pretend('due');
    Object.assign(fake.world.model, change);
    if (losses) fake.world.losses = losses;
    view = renderIn(Settings, { route }, fake);
  };

  test('says how many reviews there are, and from how many on it is fitted', async () => {
    expect(
      await screen.findByText('412 reviews so far. It can be fitted to yours from 1,000 on.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Fit to my reviews' })).toBeNull();
  });

  test('is fitted, says both losses, and goes back to the default', async () => {
    showing({ reviews: 1204 });
    await view.user.click(await screen.findByRole('button', { name: 'Fit to my reviews' }));
    const result = await screen.findByText('On reviews it had not seen: 0.412 before, 0.397 after. Kept.');
    expect(result.closest('[role=status]')).not.toBeNull();
    expect(screen.getByText(/Fitted to your reviews on Tue 10 March 2026/)).toBeInTheDocument();
    await expectAccessible();
    await view.user.click(screen.getByRole('button', { name: 'Back to the default' }));
    await waitFor(() => expect(view.world.model.fitted).toBe(false));
    expect(screen.queryByText(/On reviews it had not seen/)).toBeNull();
  });

  test('is not kept when it is no better', async () => {
    showing({ reviews: 1204 }, [0.412, 0.415]);
    await view.user.click(await screen.findByRole('button', { name: 'Fit to my reviews' }));
    expect(
      await screen.findByText(
        'On reviews it had not seen: 0.412 before, 0.415 after. Not kept: it was no better.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Back to the default' })).toBeNull();
  });

  test('says that it is being fitted, once', async () => {
    showing({ reviews: 1204 });
    let done: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => (done = resolve));
    const fit = view.ipc.fitMemoryModel;
    view.ipc.fitMemoryModel = async () => (await wait, fit());
    const button = await screen.findByRole('button', { name: 'Fit to my reviews' });
    await view.user.click(button);
    expect(screen.getByText(/^Fitting to 1,204 reviews\./)).toBeInTheDocument();
    await view.user.click(button);
    done();
    await screen.findByText(/On reviews it had not seen/);
    expect(view.calls.filter(([name]) => name === 'fitMemoryModel')).toHaveLength(1);
  });
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
