import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../test/render';
import Parts from './testing/Parts.svelte';
import Toast from './Toast.svelte';

let told: ReturnType<typeof vi.fn<(...what: unknown[]) => void>>;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  told = vi.fn<(...what: unknown[]) => void>();
  user = userEvent.setup();
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('buttons', () => {
  test('press, and tell their keys', async () => {
    render(Parts, { told });
    await user.click(button('Keep as best'));
    expect(told).toHaveBeenCalledWith('pressed');
    expect(button('Keep as best')).toHaveAttribute('aria-keyshortcuts', 'Control+Enter');
  });

  test('busy: says what is going on and is not pressed again', async () => {
    render(Parts, { told, busy: 'Checking' });
    await user.click(button('Checking'));
    expect(button('Checking')).toHaveAttribute('aria-busy', 'true');
    expect(told).not.toHaveBeenCalled();
  });

  test('off: can be reached, says why, and does nothing', async () => {
    render(Parts, { told, off: 'already the best' });
    button('Keep as best').focus();
    await user.keyboard('{Enter}');
    expect(button('Keep as best')).toHaveAccessibleDescription('already the best');
    expect(button('Keep as best')).toHaveAttribute('aria-disabled', 'true');
    expect(told).not.toHaveBeenCalled();
  });

  test('a picture has a name, shown while the pointer rests; Escape hides it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    render(Parts, { told });
    await user.hover(button('Star'));
    vi.advanceTimersByTime(500);
    expect(document.querySelector('.tip')).toHaveTextContent('Star (*)');
    button('Star').focus();
    await user.keyboard('{Escape}');
    expect(document.querySelector('.tip')).toBeNull();
    vi.useRealTimers();
  });
});

describe('fields', () => {
  test('an error takes the place of the hint and is tied to the field', async () => {
    const { rerender } = render(Parts, { told });
    const field = screen.getByLabelText('Day');
    expect(field).toHaveAccessibleDescription('For example 31 March');
    await rerender({ told, error: 'February has 28 days this year.' });
    expect(field).toHaveAccessibleDescription('February has 28 days this year.');
    expect(field).toBeInvalid();
  });

  test('a search field empties on Escape, then lets go', async () => {
    render(Parts, { told });
    const field = screen.getByLabelText('Search every word');
    await user.type(field, 'refund');
    expect(told).toHaveBeenLastCalledWith('search', 'refund');
    await user.keyboard('{Escape}');
    expect(field).toHaveValue('');
    expect(field).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(field).not.toHaveFocus();
  });

  test('a search can be cleared with the pointer', async () => {
    render(Parts, { told });
    await user.type(screen.getByLabelText('Search every word'), 'x');
    await user.click(button('Clear search'));
    expect(told).toHaveBeenLastCalledWith('search', '');
    expect(screen.getByLabelText('Search every word')).toHaveFocus();
  });
});

describe('choices', () => {
  test.each([
    ['{ArrowRight}', 2],
    ['{ArrowLeft}', 3],
    ['{End}', 3],
    ['{ArrowRight}{ArrowRight}{Home}', 1],
  ])('segments: %s chooses %s', async (keys, value) => {
    render(Parts, { told });
    const group = screen.getByRole('radiogroup', { name: 'Take' });
    const first = within(group).getByRole('radio', { name: /Take 1/ });
    first.focus();
    await user.keyboard(keys);
    expect(told).toHaveBeenLastCalledWith('take', value);
    const chosen = within(group).getByRole('radio', { checked: true });
    expect(chosen).toHaveFocus();
    expect(
      within(group)
        .getAllByRole('radio')
        .filter((one) => one.tabIndex === 0),
    ).toEqual([chosen]);
  });

  test('a switch is named by the words beside it, which switch it too', async () => {
    render(Parts, { told });
    const control = screen.getByRole('switch', { name: 'Colour' });
    control.focus();
    await user.keyboard(' ');
    expect(control).toBeChecked();
    await user.click(screen.getByText('Colour'));
    expect(told).toHaveBeenLastCalledWith('switch', false);
  });

  test('a chip tells whether it is pressed', async () => {
    render(Parts, { told });
    expect(button('My own')).toHaveAttribute('aria-pressed', 'false');
    await user.click(screen.getByRole('switch'));
    expect(button('My own')).toHaveAttribute('aria-pressed', 'true');
  });
});

describe('a menu', () => {
  test('opens by keyboard, walks, runs, and gives focus back', async () => {
    render(Parts, { told });
    button('More').focus();
    await user.keyboard('{Enter}');
    // Without layout a floating part counts as hidden.
    const menu = await screen.findByRole('menu', { hidden: true });
    await waitFor(() => expect(within(menu).getByText('Star').parentElement).toHaveFocus());
    await user.keyboard('{ArrowDown}{Enter}');
    expect(told).toHaveBeenCalledWith('trash');
    await waitFor(() => expect(button('More')).toHaveFocus());
  });

  test('says why an item is off, and does not run it', async () => {
    render(Parts, { told });
    await user.click(button('More'));
    const reason = await screen.findByText('nothing to export');
    expect(reason.closest('[role="menuitem"]')).toHaveAttribute('aria-disabled', 'true');
    await user.click(reason);
    expect(told).not.toHaveBeenCalledWith('export');
  });
});

describe('a list', () => {
  test('is one tab stop; arrows, Home and End move, Enter opens', async () => {
    render(Parts, { told });
    const list = screen.getByRole('list', { name: 'Answers' });
    const rows = within(list).getAllByRole('button');
    expect(rows.map((row) => row.tabIndex)).toEqual([0, -1, -1]);
    rows[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(rows[2]).toHaveFocus();
    await user.keyboard('{Home}{ArrowDown}{Enter}');
    expect(told).toHaveBeenLastCalledWith('row', 'two');
    expect(rows[1]).toHaveAttribute('aria-current', 'true');
    expect(rows.map((row) => row.tabIndex)).toEqual([-1, 0, -1]);
  });
});

describe('a dialog', () => {
  test('asks for the word, and only then acts', async () => {
    render(Parts, { told, word: 'delete' });
    await user.click(button('Delete everything…'));
    const dialog = await screen.findByRole('dialog', { name: 'Delete everything?' });
    const act = within(dialog).getByRole('button', { name: 'Delete' });
    await user.click(act);
    expect(told).not.toHaveBeenCalledWith('deleted');
    expect(act).toHaveAccessibleDescription('Type delete first');
    await user.type(within(dialog).getByLabelText('Type delete to go on'), ' Delete ');
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(told).toHaveBeenCalledWith('deleted');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('the safe answer has focus first; Escape gives focus back', async () => {
    render(Parts, { told });
    await user.click(button('Delete everything…'));
    await waitFor(() => expect(button('Keep everything')).toHaveFocus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(button('Delete everything…')).toHaveFocus());
    expect(told).not.toHaveBeenCalledWith('deleted');
  });

  test('stays while it acts, and acts once', async () => {
    let finish = () => {};
    const act = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    render(Parts, { told, act });
    await user.click(button('Delete everything…'));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await user.click(button('Deleting'));
    expect(act).toHaveBeenCalledTimes(1);
    finish();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('a toast', () => {
  const given = () => ({
    message: { text: 'Moved to trash.', undo: () => Promise.resolve() },
    onundo: vi.fn(),
    onhold: vi.fn(),
    onrelease: vi.fn(),
    ondismiss: vi.fn(),
  });

  test('is a status, held while hovered or focused', async () => {
    const props = given();
    render(Toast, props);
    expect(screen.getByRole('status')).toHaveTextContent('Moved to trash.');
    await user.hover(screen.getByText('Moved to trash.'));
    expect(props.onhold).toHaveBeenCalledTimes(1);
    await user.unhover(screen.getByText('Moved to trash.'));
    expect(props.onrelease).toHaveBeenCalledTimes(1);
    await user.tab();
    expect(button(/Undo/)).toHaveFocus();
    expect(props.onhold).toHaveBeenCalledTimes(2);
    await user.keyboard('{Enter}');
    expect(props.onundo).toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(props.ondismiss).toHaveBeenCalled();
  });

  test('the region is there before anything appears in it', () => {
    render(Toast, { ...given(), message: null });
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});

describe('figures', () => {
  test.each([
    ['timer', 'Time', '1:12 of 2:00'],
    ['timer', 'Over', '2:22, over by 0:22'],
    ['timer', 'Ring', '3:42 of 10:00'],
    ['timer', 'Ring, last tenth', '9:12 of 10:00'],
    ['timer', 'Ring, over', '10:36, over by 0:36'],
  ])('%s %s says %s', (role, name, words) => {
    render(Parts, { told });
    expect(screen.getByRole(role, { name })).toHaveTextContent(words);
  });
  test.each([
    ['Ring', '3:42', '37 100'],
    ['Ring, last tenth', '9:12', '92 100'],
    ['Ring, over', '+0:36', '2.3 1.7'],
  ])('%s shows %s', (name, figure, dashes) => {
    render(Parts, { told });
    const ring = screen.getByRole('timer', { name });
    expect(ring.querySelector('.figure')).toHaveTextContent(figure);
    expect(ring.querySelector('.used')).toHaveAttribute('stroke-dasharray', dashes);
  });
  test.each([
    ['meter', 'Ownership', '52, 26 last time'],
    ['progressbar', 'Review', '4 of 9'],
    ['progressbar', 'Transcribing', '64%'],
  ])('%s %s says %s', (role, name, words) => {
    render(Parts, { told });
    expect(screen.getByRole(role, { name })).toHaveAttribute('aria-valuetext', words);
  });
  test('what was not asked for is not 0', () => {
    render(Parts, { told });
    expect(screen.getByRole('img', { name: 'Influence: not asked for, nothing found' })).toBeInTheDocument();
    expect(screen.queryByRole('meter', { name: 'Influence' })).toBeNull();
  });
});

test('axe finds nothing in the parts, their menu and their dialog', async () => {
  render(Parts, { told, error: 'February has 28 days this year.', word: 'delete', off: 'already the best' });
  await expectAccessible();
  await user.click(button('More'));
  await expectAccessible(await screen.findByRole('menu', { hidden: true }));
  await user.keyboard('{Escape}');
  await user.click(button('Delete everything…'));
  await expectAccessible(await screen.findByRole('dialog'));
});
