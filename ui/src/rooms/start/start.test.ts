import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { Start, Trouble, TroubleKind } from '$lib/ipc/bindings';
import { pretend } from '$lib/ipc/fake';
import { Problem } from '$lib/ipc/problem';
import { expectAccessible, renderIn } from '../../test/render';
import StartTrouble from './StartTrouble.svelte';
import { TROUBLE } from './troubles';

function trouble(kind: TroubleKind, more: Partial<Trouble> = {}): Trouble {
  const given = pretend('trouble').world.trouble;
  if (!given) throw new Error('the fake has no trouble');
  return { ...given, kind, ...more };
}

/** Shows a trouble; what the screen asks for is done at once. */
function show(what: Trouble) {
  const open = vi.fn(async (how: () => Promise<Start>) => void (await how()));
  return { open, ...renderIn(StartTrouble, { trouble: what, open }, 'trouble') };
}

describe.each(Object.keys(TROUBLE) as TroubleKind[])('%s', (kind) => {
  test('says what is so, what is safe, where, and what can be done', async () => {
    const { user, calls } = show(trouble(kind));
    const words = TROUBLE[kind];
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(words.title);
    expect(screen.getByText(words.safe)).toBeInTheDocument();
    expect(screen.getByText(words.restore ?? words.next)).toBeInTheDocument();
    expect(screen.getByText('/home/you/.local/share/answerable/answers.db')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(calls).toContainEqual(['retryStart']);
    await expectAccessible();
  });
});

test('the latest backup is the primary action', async () => {
  const { user, calls, world } = show(trouble('damaged'));
  expect(screen.getByRole('button', { name: 'Restore the backup of Mon 9 March 2026' })).toBeInTheDocument();
  expect(screen.getByText(/46 answers, made at .* opened and checked/)).toBeInTheDocument();
  const path = world.backups[0]?.path;
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(calls).toContainEqual(['restoreBackup', path]));
});

test('an older backup can be chosen', async () => {
  const { user, calls, world } = show(trouble('damaged'));
  const path = world.backups[1]?.path;
  await user.click(screen.getByRole('button', { name: 'Restore the backup of Mon 2 March 2026' }));
  expect(calls).toContainEqual(['restoreBackup', path]);
});

test.each<TroubleKind>(['newer', 'not_writable', 'disk_full', 'already_open'])(
  '%s offers no backup, for it would not help',
  (kind) => {
    show(trouble(kind));
    expect(screen.queryByRole('button', { name: /Restore/ })).toBeNull();
  },
);

test('starting fresh is asked about, and told to set the old file aside', async () => {
  const { user, calls } = show(trouble('damaged', { backups: [] }));
  await user.click(screen.getByRole('button', { name: 'Start fresh…' }));
  expect(await screen.findByRole('dialog')).toHaveTextContent('set aside in the same folder, never deleted');
  await user.click(screen.getByRole('button', { name: 'Start fresh' }));
  await waitFor(() => expect(calls).toContainEqual(['startFresh']));
});

test('no fresh start where Rust forbids it', () => {
  show(trouble('already_open', { canStartFresh: false }));
  expect(screen.queryByRole('button', { name: 'Start fresh…' })).toBeNull();
});

test('what fails is said, and can be tried again', async () => {
  const open = vi.fn(() =>
    Promise.reject(new Problem({ code: 'storage', message: 'The backup is damaged too.', detail: null })),
  );
  const { user } = renderIn(StartTrouble, { trouble: trouble('damaged'), open }, 'trouble');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The backup is damaged too.');
  expect(screen.getByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-busy');
});
