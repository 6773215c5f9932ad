import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pretend } from '$lib/ipc/fake';
import { Problem } from '$lib/ipc/problem';
import { Navigation } from './navigation.svelte';
import { Problems } from './problems.svelte';
import { Session } from './session.svelte';
import { SettingsState } from './settings.svelte';
import { TOAST_MS, Toasts } from './toasts.svelte';

describe('navigation', () => {
  test('goes, goes back, and ends at Today', () => {
    const navigation = new Navigation();
    navigation.go({ room: 'answers' });
    navigation.go({ room: 'check', takeId: 3 });
    expect(navigation.route).toEqual({ room: 'check', takeId: 3 });
    navigation.back();
    expect(navigation.route).toEqual({ room: 'answers' });
    navigation.back();
    navigation.back();
    expect(navigation.route).toEqual({ room: 'today' });
  });
  test('going to where one is leaves no step', () => {
    const navigation = new Navigation({ room: 'practice', questionId: 'q' });
    navigation.go({ room: 'practice', questionId: 'q' });
    navigation.back();
    expect(navigation.route).toEqual({ room: 'today' });
  });
  test('replacing skips the step', () => {
    const navigation = new Navigation();
    navigation.go({ room: 'practice' });
    navigation.replace({ room: 'check', takeId: 1 });
    navigation.back();
    expect(navigation.route).toEqual({ room: 'today' });
  });
});

describe('toasts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('go by themselves, but not while held', () => {
    const toasts = new Toasts();
    toasts.show({ text: 'Moved to trash.' });
    vi.advanceTimersByTime(TOAST_MS - 1);
    expect(toasts.current?.text).toBe('Moved to trash.');
    toasts.hold();
    vi.advanceTimersByTime(10 * TOAST_MS);
    expect(toasts.current).not.toBeNull();
    toasts.release();
    vi.advanceTimersByTime(TOAST_MS);
    expect(toasts.current).toBeNull();
  });
  test('one at a time, each with its full time', () => {
    const toasts = new Toasts();
    toasts.show({ text: 'one' });
    vi.advanceTimersByTime(TOAST_MS - 1);
    toasts.show({ text: 'two' });
    vi.advanceTimersByTime(TOAST_MS - 1);
    expect(toasts.current?.text).toBe('two');
  });
  test('undo runs once and closes', async () => {
    const undo = vi.fn(() => Promise.resolve());
    const toasts = new Toasts();
    toasts.show({ text: 'Moved to trash.', undo });
    await Promise.all([toasts.undo(), toasts.undo()]);
    expect(undo).toHaveBeenCalledTimes(1);
    expect(toasts.current).toBeNull();
  });
  test('an undo that fails is reported', async () => {
    const failed = vi.fn();
    const toasts = new Toasts(failed);
    toasts.show({ text: 'x', undo: () => Promise.reject(new Error('no')) });
    await toasts.undo();
    expect(failed).toHaveBeenCalledWith(new Error('no'));
    expect(toasts.undoing).toBe(false);
  });
  test('an undo that shows a toast of its own keeps it', async () => {
    const toasts = new Toasts();
    toasts.show({ text: 'x', undo: () => Promise.resolve(toasts.show({ text: 'back' })) });
    await toasts.undo();
    expect(toasts.current?.text).toBe('back');
  });
});

describe('problems', () => {
  test.each<[code: Problem['code'], where: 'banner' | 'toast']>([
    ['disk_full', 'banner'],
    ['not_writable', 'banner'],
    ['stale', 'toast'],
    ['empty_answer', 'toast'],
  ])('%s goes into a %s', (code, where) => {
    const toasts = new Toasts();
    const problems = new Problems(() => toasts);
    problems.report(new Problem({ code, message: 'What is so.', detail: null }));
    expect(where === 'banner' ? problems.banner?.message : toasts.current?.text).toBe('What is so.');
    toasts.dismiss();
  });
  test('what is not ours is called a fault of ours, with what it said as detail', () => {
    const problem = Problem.from(new TypeError('x is not a function'));
    expect(problem.code).toBe('internal');
    expect(problem.detail).toBe('TypeError: x is not a function');
    expect(Problem.from(problem)).toBe(problem);
  });
});

describe('settings', () => {
  test('apply at once and are kept', async () => {
    const { world } = pretend('due');
    const settings = new SettingsState();
    const kept = settings.change({ theme: 'dark' });
    expect(settings.value.theme).toBe('dark');
    await kept;
    expect(world.settings.theme).toBe('dark');
  });
  test('two changes at once are both kept', async () => {
    const { world } = pretend('due');
    const settings = new SettingsState();
    await Promise.all([settings.change({ theme: 'dark' }), settings.change({ textSize: 120 })]);
    expect(world.settings).toMatchObject({ theme: 'dark', textSize: 120 });
    expect(settings.value).toMatchObject({ theme: 'dark', textSize: 120 });
  });
  test('a rule switched off elsewhere stays off', async () => {
    const { world } = pretend('due');
    const settings = new SettingsState();
    world.settings.rulesOff = ['ownership/x'];
    await settings.change({ minutesADay: 45 });
    expect(world.settings.rulesOff).toEqual(['ownership/x']);
  });
  test('what cannot be kept goes back', async () => {
    const fake = pretend('due');
    const settings = new SettingsState();
    fake.fail('saveSettings', new Problem({ code: 'disk_full', message: 'The disk is full.', detail: null }));
    await expect(settings.change({ theme: 'dark' })).rejects.toThrow('The disk is full.');
    expect(settings.value.theme).toBe('system');
  });
});

describe('session', () => {
  test('saves everything that is held before closing', async () => {
    const session = new Session();
    const one = vi.fn(() => Promise.resolve());
    const two = vi.fn(() => Promise.resolve());
    session.beforeClosing(one);
    session.beforeClosing(two)();
    await session.saveAll();
    expect(one).toHaveBeenCalled();
    expect(two).not.toHaveBeenCalled();
  });
});
