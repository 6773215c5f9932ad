import { expect, test, vi } from 'vitest';
import { FakeShell, hearFrom, on } from './events';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const { ipc, Problem } = await import('./client');

test('a command resolves with its value', async () => {
  invoke.mockResolvedValueOnce({ id: 'q' });
  await expect(ipc.question('q')).resolves.toEqual({ id: 'q' });
  expect(invoke).toHaveBeenCalledWith('question', { id: 'q' });
});

test('a refusal becomes a problem with code, message and detail', async () => {
  invoke.mockRejectedValueOnce({ code: 'stale', message: 'It was changed.', detail: 'revision 3' });
  const refused = await ipc.today().catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(Problem);
  expect(refused).toMatchObject({ code: 'stale', message: 'It was changed.', detail: 'revision 3' });
});

test('a fault in the door becomes a problem too', async () => {
  invoke.mockRejectedValueOnce(new Error('no such command'));
  await expect(ipc.today()).rejects.toMatchObject({ code: 'internal', detail: 'Error: no such command' });
});

test('an event is no longer heard once unheard, even before the shell has confirmed', async () => {
  const shell = new FakeShell();
  const heard = vi.fn();
  let confirm = () => {};
  hearFrom(async (name, hear) => {
    await new Promise<void>((resolve) => (confirm = resolve));
    return shell.hear(name, hear);
  });
  const stop = on('due', heard);
  stop();
  confirm();
  await Promise.resolve();
  await Promise.resolve();
  shell.send('due', 4);
  expect(heard).not.toHaveBeenCalled();

  hearFrom(shell.hear);
  on('due', heard);
  shell.send('due', 5);
  expect(heard).toHaveBeenCalledWith(5);
});
