import { screen, waitFor, within } from '@testing-library/svelte';
import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '$lib/ipc/client';
import type { ErrorCode } from '$lib/ipc/bindings';
import { pretend } from '$lib/ipc/fake';
import type { RouteOf } from '$lib/state/navigation.svelte';
import { expectAccessible, renderIn, type Rendered } from '../../test/render';
import Practice from './Practice.svelte';

let window_: Rendered;
let mounted = false;

function open(route: RouteOf<'practice'> = { room: 'practice' }, fake = pretend('nothing-due')): Rendered {
  window_ = renderIn(Practice as never, { route }, fake, route);
  mounted = true;
  return window_;
}

/** The first question of the fake's bank, being answered. */
async function openPage(text = ''): Promise<Rendered> {
  const fake = pretend('nothing-due');
  const take = await fake.ipc.startTake((await fake.ipc.suggestQuestion([], null)).question.id);
  if (text !== '') {
    await fake.ipc.saveDraft({ takeId: take.id, revision: take.revision, text, elapsedMs: 65_000 });
  }
  const opened = open({ room: 'practice', takeId: take.id }, fake);
  await screen.findByRole('textbox');
  return opened;
}

function leaveRoom(): void {
  if (mounted) window_.unmount();
  mounted = false;
}

function editor(): EditorView {
  const view = EditorView.findFromDOM(screen.getByRole('textbox'));
  if (!view) throw new Error('the page has no editor');
  return view;
}

function write(text: string): void {
  const view = editor();
  const end = view.state.doc.length;
  view.dispatch({
    changes: { from: end, insert: text },
    selection: { anchor: end + text.length },
    userEvent: 'input.type',
  });
}

function problem(code: ErrorCode): Problem {
  return new Problem({ code, message: `It is ${code}.`, detail: null });
}

const stored = () => window_.world.running[0];
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(async () => {
  // What a page still holds is saved, so that the next test begins with nothing in memory.
  window_.fail('saveDraft', null);
  leaveRoom();
  await pass(20_000);
  vi.useRealTimers();
});

describe('a question', () => {
  it('stands alone, with its reason, what it listens for, and one primary action', async () => {
    open();
    expect(await screen.findByRole('heading', { level: 2 })).toBeVisible();
    expect(screen.getByText('Decisions are your lowest dimension.')).toBeVisible();
    expect(screen.getByText(/listens for/)).toBeVisible();
    expect(screen.getByText('What a strong answer shows').closest('details')).not.toHaveAttribute('open');
    expect(window_.actions.primary?.label).toBe('Start typing');
    await expectAccessible(window_.container);
  });

  it('gives way to another one, which is not proposed twice', async () => {
    const { user, calls } = open();
    const first = (await screen.findByRole('heading', { level: 2 })).textContent;
    await user.click(screen.getByRole('button', { name: 'Another question' }));
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).not.toHaveTextContent(first));
    const passed = calls.filter(([name]) => name === 'suggestQuestion').at(-1)?.[1];
    expect(passed).toHaveLength(1);
  });

  it('is answered on mod+Enter, under a route of its own', async () => {
    const { user, navigation } = open();
    await screen.findByRole('heading', { level: 2 });
    await user.keyboard('{Control>}{Enter}{/Control}');
    const page = await screen.findByRole('textbox');
    expect(page).toHaveAccessibleName(screen.getByRole('heading', { level: 2 }).textContent);
    expect(page).toHaveAttribute('spellcheck', 'true');
    expect(navigation.route).toEqual({ room: 'practice', takeId: stored()?.id });
  });
});

describe('the page', () => {
  it('is accessible', async () => {
    await openPage('We aligned the teams.');
    await expectAccessible(window_.container);
  });

  it('goes on with what was saved, and its clock with it', async () => {
    await openPage('I moved refunds last.');
    expect(screen.getByRole('textbox')).toHaveTextContent('I moved refunds last.');
    expect(screen.getByText('1:05')).toBeVisible();
    await pass(2_000);
    expect(screen.getByText('1:07')).toBeVisible();
  });

  it('starts the clock with the first key, and saves within a second', async () => {
    await openPage();
    await pass(5_000);
    expect(screen.getByText('0:00')).toBeVisible();
    write('I moved');
    await pass(700);
    expect(stored()).toMatchObject({ text: 'I moved' });
    await pass(3_000);
    expect(screen.getByText('0:03')).toBeVisible();
    expect(screen.getByText('2 words, about 0:00 spoken')).toBeVisible();
    expect(screen.getByText(/Saved/)).toBeVisible();
  });

  it('stops the clock on request, and goes on with the next key', async () => {
    const { user } = await openPage('I moved refunds.');
    await user.click(screen.getByRole('button', { name: 'Pause the clock' }));
    const paused = screen.getByText(/^\d:\d\d$/).textContent;
    await pass(10_000);
    expect(screen.getByText(/^\d:\d\d$/)).toHaveTextContent(paused);
    expect(screen.getByText(/paused/)).toBeVisible();
    write(' Last.');
    await pass(2_000);
    expect(screen.getByText(/^\d:\d\d$/)).not.toHaveTextContent(paused);
    expect(screen.queryByText(/paused/)).not.toBeInTheDocument();
  });

  it('says politely when the last tenth of the time begins, unless that is switched off', async () => {
    await openPage('I moved refunds.');
    await pass(45_000);
    expect(screen.getByText('Last tenth: 0:12 left.')).toHaveAttribute('role', 'status');
    await window_.settings.change({ sayTime: false });
    await pass(0);
    expect(screen.queryByText(/^Last tenth/)).not.toBeInTheDocument();
  });

  it('marks sentences that have ended, and not the one being written', async () => {
    await openPage();
    write('I managed timelines. We coordinated teams');
    await pass(1_000);
    const marks = () =>
      [...screen.getByRole('textbox').querySelectorAll('.mark')].map((mark) => mark.textContent);
    expect(marks()).toEqual(['managed timelines']);
    const bar = window_.container.querySelector<HTMLElement>('footer');
    expect(bar && within(bar).getByText('Weak')).toBeVisible();
    write('.');
    await pass(1_000);
    expect(marks()).toHaveLength(2);
    editor().dispatch({ changes: { from: 0, insert: 'Yes. ' } });
    expect(marks()).toHaveLength(2);
  });

  it('shows no marks when they are switched off', async () => {
    const { user, calls } = await openPage();
    await user.click(screen.getByRole('switch', { name: 'Marks as I type' }));
    write('I managed timelines.');
    await pass(1_000);
    expect(screen.getByRole('textbox').querySelector('.mark')).toBeNull();
    expect(calls.filter(([name]) => name === 'checkLive')).toHaveLength(0);
    expect(window_.world.settings.marksAsIType).toBe(false);
  });

  it('lets marks wait in a very long text, and says so', async () => {
    const { calls } = await openPage();
    write('I decided. '.repeat(20_000));
    await pass(3_000);
    expect(screen.getByText(/^Marks wait/)).toBeVisible();
    expect(calls.filter(([name]) => name === 'checkLive')).toHaveLength(0);
    expect(stored()?.text).toHaveLength(220_000);
  });
});

describe('finishing', () => {
  it('does nothing with an empty page but say so', async () => {
    const { user, toasts, calls } = await openPage();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(toasts.current?.text).toBe('Nothing to check yet.');
    expect(calls.some(([name]) => name === 'finishTake')).toBe(false);
  });

  it('sends the last word, and leads to the check', async () => {
    const { user, navigation, calls } = await openPage('I moved refunds');
    const takeId = stored()?.id;
    write(' last.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(navigation.route).toEqual({ room: 'check', takeId }));
    expect(calls.find(([name]) => name === 'finishTake')?.[1]).toMatchObject({
      text: 'I moved refunds last.',
    });
  });

  it('keeps everything when it is refused', async () => {
    const { user, problems, fail, navigation } = await openPage();
    fail('finishTake', problem('too_long'));
    write('I moved refunds last.');
    await user.click(screen.getByRole('button', { name: /Finish and check/ }));
    await waitFor(() => expect(problems.banner?.code).toBe('too_long'));
    await pass(1_000);
    expect(screen.getByRole('textbox')).toHaveTextContent('I moved refunds last.');
    expect(stored()?.text).toBe('I moved refunds last.');
    expect(navigation.route.room).toBe('practice');
  });
});

describe('when saving fails', () => {
  it('says what is so, and saves when the disk has room again', async () => {
    const { fail } = await openPage();
    fail('saveDraft', problem('disk_full'));
    write('I moved refunds last.');
    await pass(1_000);
    expect(screen.getByText(/^Not saved: the disk is full\. Your words are held in memory/)).toBeVisible();
    fail('saveDraft', null);
    await pass(5_000);
    expect(screen.queryByText(/^Not saved:/)).not.toBeInTheDocument();
    expect(stored()?.text).toBe('I moved refunds last.');
  });

  it('loses neither text when the stored one is another', async () => {
    const { user } = await openPage();
    Object.assign(stored() ?? {}, { text: 'From elsewhere.', revision: 9 });
    write('From here.');
    await pass(1_000);
    await user.click(await screen.findByRole('button', { name: 'Show the other' }));
    expect(screen.getByText('From elsewhere.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep both' }));
    await waitFor(() => expect(stored()?.text).toBe('From here.\n\nFrom elsewhere.'));
    expect(editor().state.doc.toString()).toBe('From here.\n\nFrom elsewhere.');
  });

  it('keeps the window open, and says why', async () => {
    const { fail, session } = await openPage();
    fail('saveDraft', problem('disk_full'));
    write('I moved');
    await expect(session.saveAll()).rejects.toMatchObject({ code: 'disk_full' });
    fail('saveDraft', null);
    await expect(session.saveAll()).resolves.toBeUndefined();
    expect(stored()?.text).toBe('I moved');
  });
});

describe('leaving', () => {
  it('keeps the draft', async () => {
    const { user, navigation } = await openPage();
    write('I moved');
    await user.keyboard('{Escape}');
    expect(navigation.route.room).toBe('today');
    leaveRoom();
    await pass(0);
    expect(stored()?.text).toBe('I moved');
  });

  it('holds words that could not be saved, and shows them again', async () => {
    const { fail, ...fake } = await openPage();
    const takeId = stored()?.id;
    fail('saveDraft', problem('disk_full'));
    write('I moved');
    leaveRoom();
    await pass(100);
    expect(stored()?.text).toBe('');
    open({ room: 'practice', ...(takeId !== undefined && { takeId }) }, { ...fake, fail });
    expect(await screen.findByRole('textbox')).toHaveTextContent('I moved');
    fail('saveDraft', null);
    await pass(20_000);
    expect(stored()?.text).toBe('I moved');
  });

  it('discards a take, with undo', async () => {
    const { actions, toasts, navigation } = await openPage('I moved refunds.');
    const takeId = stored()?.id;
    expect(actions.run('practice.discard')).toBe(true);
    await waitFor(() => expect(window_.world.running).toHaveLength(0));
    expect(toasts.current?.text).toBe('Discarded take 1.');
    await toasts.undo();
    expect(stored()).toMatchObject({ id: takeId, text: 'I moved refunds.' });
    expect(navigation.route).toEqual({ room: 'practice', takeId });
  });
});

describe('a question that is not there', () => {
  it('offers another one', async () => {
    const { user } = open({ room: 'practice', takeId: 4711 });
    await user.click(await screen.findByRole('button', { name: 'Another question' }));
    expect(await screen.findByRole('heading', { level: 2 })).toBeVisible();
  });
});
