import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pretend, type Fake } from '$lib/ipc/fake';
import { Problem } from '$lib/ipc/problem';
import { AGAIN_MS, keepUnfinished, LATEST_MS, QUIET_MS, unfinishedIn } from './unfinished-words';

let fake: Fake;
/** Places are remembered as long as the window is open: each test has its own. */
let place = '';
let tests = 0;

beforeEach(() => {
  fake = pretend('due');
  place = `test:${(tests += 1)}`;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const saves = () => fake.calls.filter(([name]) => name === 'keepUnfinished').map(([, , words]) => words);

test('words are on the disk after a pause, and at the latest after a while', async () => {
  keepUnfinished(place, 'I');
  await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
  expect(saves()).toEqual([]);
  keepUnfinished(place, 'I cut');
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(saves()).toEqual(['I cut']);
  let words = '';
  for (let typed = 0; typed <= LATEST_MS; typed += 100) {
    keepUnfinished(place, (words += 'x'));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saves().length).toBeGreaterThan(1);
});

test('what is finished is forgotten, and what never was there is not spoken of', async () => {
  keepUnfinished(place, '');
  await vi.advanceTimersByTimeAsync(LATEST_MS);
  expect(saves()).toEqual([]);
  keepUnfinished(place, 'I cut it.');
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(await unfinishedIn('test:')).toEqual(new Map([[place, 'I cut it.']]));
  keepUnfinished(place, '');
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(await unfinishedIn('test:')).toEqual(new Map());
});

test('a save that failed is tried again without another word', async () => {
  fake.fail('keepUnfinished', new Problem({ code: 'disk_full', message: 'The disk is full.', detail: null }));
  keepUnfinished(place, 'I cut');
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  fake.fail('keepUnfinished', null);
  await vi.advanceTimersByTimeAsync(AGAIN_MS);
  expect(fake.world.unfinished.get(place)).toBe('I cut');
});

test('what is thrown away while it is being saved is forgotten', async () => {
  keepUnfinished(place, 'I cut it.');
  vi.advanceTimersByTime(QUIET_MS);
  keepUnfinished(place, '');
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(saves()).toEqual(['I cut it.', '']);
  expect(fake.world.unfinished.size).toBe(0);
});

test('words from before a crash are there, and can be forgotten', async () => {
  fake.world.unfinished.set(place, 'I held it.');
  expect(await unfinishedIn(place)).toEqual(new Map([[place, 'I held it.']]));
  keepUnfinished(place, '');
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(fake.world.unfinished.size).toBe(0);
});

test('a save that failed is made up for by the next words', async () => {
  fake.fail('keepUnfinished', new Problem({ code: 'disk_full', message: 'The disk is full.', detail: null }));
  keepUnfinished(place, 'I cut');
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(fake.world.unfinished.size).toBe(0);
  fake.fail('keepUnfinished', null);
  keepUnfinished(place, 'I cut it');
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(fake.world.unfinished.get(place)).toBe('I cut it');
});

test('after a backup was put back, what the disk holds counts', async () => {
  keepUnfinished(place, 'I cut it.');
  await vi.advanceTimersByTimeAsync(QUIET_MS + LATEST_MS);
  fake.world.unfinished.delete(place);
  expect(await unfinishedIn(place)).toEqual(new Map());
  keepUnfinished(place, 'I cut it.');
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(fake.world.unfinished.get(place)).toBe('I cut it.');
});
