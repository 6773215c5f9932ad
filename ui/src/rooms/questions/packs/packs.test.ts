import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '$lib/ipc/client';
import { pretend, type Fake } from '$lib/ipc/fake';
import type { NextPlan } from '$lib/ipc/fake/bank';
import { expectAccessible, renderIn, type Rendered } from '../../../test/render';
import Questions from '../Questions.svelte';

let here: Rendered;

const KETTLE = { id: 'kettle', prompt: 'Tell me about a kettle that boiled over.', notes: [] };
const NOTHING: NextPlan = { new: [], changed: [], same: [], refused: [], problems: [], canApply: false };

async function open(plan: Partial<NextPlan>, fake: Fake = pretend('due')): Promise<Rendered> {
  fake.world.bank.nextPlan = { ...NOTHING, ...plan };
  here = renderIn(Questions as never, { route: { room: 'questions' } }, fake);
  await screen.findByRole('list', { name: 'Questions' });
  return here;
}

/** Chooses a file, as the system's dialog does. */
async function give(name = 'kettles.toml', text = '[[question]]') {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('there is no place for a file');
  const file = new File([text], name);
  file.arrayBuffer = () => Promise.resolve(new TextEncoder().encode(text).buffer as ArrayBuffer);
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await fireEvent.change(input);
  return screen.findByRole('dialog');
}

afterEach(() => here.unmount());

describe('importing', () => {
  it('shows what would happen, then does it; a first import can be undone', async () => {
    const { user, world, calls, toasts, navigation } = await open({
      new: [KETTLE],
      same: [{ ...KETTLE, id: 'same' }],
      refused: [{ id: 'mine', prompt: 'Who poured?', notes: ['You wrote a question of this id.'] }],
      canApply: true,
    });
    const dialog = await give();
    expect(dialog).toHaveTextContent('Import “kettles”?');
    expect(dialog).toHaveTextContent('TOML: 1 new, 1 here already and 1 left out.');
    expect(dialog).toHaveTextContent('You wrote a question of this id.');
    expect(calls.find(([name]) => name === 'previewPack')).toEqual([
      'previewPack',
      'kettles.toml',
      12,
      [...new TextEncoder().encode('[[question]]')],
    ]);
    expect(world.bank.there).toHaveLength(5);
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Import 1 question' }));
    await waitFor(() => expect(toasts.current?.text).toBe('Imported “kettles”: 1 new.'));
    expect(world.bank.of('kettle').origin).toEqual({ from: 'pack', name: 'kettles' });
    expect(navigation.route).toEqual({ room: 'questions', questionId: 'kettle' });
    await toasts.undo();
    expect(world.bank.there).toHaveLength(5);
  });

  it('names the faults of a file with their lines, and changes nothing', async () => {
    const fault = {
      folder: 'questions' as const,
      file: 'kettles',
      line: 4,
      message: 'competency: no such one.',
    };
    const { world, calls } = await open({ problems: [fault] });
    const dialog = await give();
    expect(dialog).toHaveTextContent('“kettles” cannot be imported');
    expect(within(dialog).getByRole('list', { name: 'Faults' })).toHaveTextContent(
      'line 4competency: no such one.',
    );
    expect(within(dialog).queryByRole('button', { name: /^Import/ })).toBeNull();
    expect(calls.some(([name]) => name === 'applyPack')).toBe(false);
    expect(world.bank.there).toHaveLength(5);
    await expectAccessible(dialog);
  });

  it('says when everything is here already', async () => {
    await open({ same: [KETTLE] });
    const dialog = await give();
    expect(dialog).toHaveTextContent('Nothing to import from “kettles”');
    expect(dialog).toHaveTextContent('Every question in it is here already, word for word.');
  });

  it('does not read a file that is too large', async () => {
    const { calls } = await open({});
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('there is no place for a file');
    const file = {
      name: 'huge.json',
      size: 200_000_000,
      arrayBuffer: () => Promise.reject(new Error('read')),
    };
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    await fireEvent.change(input);
    await screen.findByRole('dialog');
    expect(calls.find(([name]) => name === 'previewPack')?.slice(1)).toEqual(['huge.json', 200_000_000, []]);
  });

  it('says so where it was looked at when it can no longer be applied', async () => {
    const { user, fail } = await open({ new: [KETTLE], canApply: true });
    const dialog = await give();
    fail('applyPack', new Problem({ code: 'stale', message: 'Choose its file again.', detail: null }));
    await user.click(within(dialog).getByRole('button', { name: 'Import 1 question' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Choose its file again.');
  });
});

describe('exporting', () => {
  async function ask(): Promise<HTMLElement> {
    here.actions.run('questions.export');
    return screen.findByRole('dialog', { name: 'Export which questions?' });
  }

  it('writes what is listed in the form one chooses, and says where it is', async () => {
    const { user, calls } = await open({});
    await user.click(screen.getByRole('button', { name: 'Not answered yet' }));
    await waitFor(() => expect(screen.getByText('0 of 2 answered')).toBeVisible());
    const dialog = await ask();
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('radio', { name: /What is listed now/ }));
    await user.click(within(dialog).getByRole('radio', { name: 'CSV' }));
    expect(dialog).toHaveTextContent('For a spreadsheet');
    await user.click(within(dialog).getByRole('button', { name: 'Export' }));
    expect(await screen.findByText('/home/you/Downloads/questions-2026-03-10.csv')).toBeVisible();
    expect(screen.getByText('2 questions, in a new file:')).toBeVisible();
    expect(calls.find(([name]) => name === 'exportQuestions')?.slice(1)).toEqual([
      { what: 'selection', ids: ['owned-program', 'team-said-no'] },
      'csv',
    ]);
  });

  it('says what to do when the file cannot be written', async () => {
    const { user, fail } = await open({});
    const message = 'The questions could not be written. See that the folder can be written, then try again.';
    fail('exportQuestions', new Problem({ code: 'not_writable', message, detail: null }));
    const dialog = await ask();
    await user.click(within(dialog).getByRole('button', { name: 'Export' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(message);
  });
});
