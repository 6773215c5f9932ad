import { describe, expect, it } from 'vitest';
import { countWords, spokenMs } from './spoken';
import { SLEEP_MS, Stopwatch } from './stopwatch';
import { timeMessage } from './time-messages';

describe('the stopwatch', () => {
  it('leaves pauses out', () => {
    const watch = new Stopwatch(1_000);
    expect(watch.elapsed(50)).toBe(1_000);
    watch.start(100);
    watch.start(200);
    expect(watch.elapsed(600)).toBe(1_500);
    watch.pause(700);
    expect(watch.running).toBe(false);
    expect(watch.elapsed(9_000)).toBe(1_600);
    watch.start(10_000);
    expect(watch.elapsed(10_400)).toBe(2_000);
  });

  it('counts neither the sleep of the computer nor a clock set back', () => {
    const watch = new Stopwatch();
    watch.start(0);
    expect(watch.elapsed(SLEEP_MS)).toBe(SLEEP_MS);
    expect(watch.elapsed(2 * SLEEP_MS + 1)).toBe(SLEEP_MS);
    expect(watch.elapsed(100)).toBe(SLEEP_MS);
    expect(watch.elapsed(350)).toBe(SLEEP_MS + 250);
  });
});

describe('messages about the time', () => {
  it.each([
    [0, 250, null],
    [59_900, 60_000, 'Half the time: 1:00 left.'],
    [60_000, 60_250, null],
    [107_900, 108_000, 'Last tenth: 0:12 left.'],
    [119_900, 120_100, 'The time is up. You can go on.'],
    [0, 500_000, 'The time is up. You can go on.'],
    [120_100, 130_000, null],
  ])('from %i to %i ms of two minutes', (before, now, message) => {
    expect(timeMessage(before, now, 120_000)).toBe(message);
  });

  it('says nothing without a budget', () => {
    expect(timeMessage(0, 1_000, 0)).toBeNull();
  });
});

describe('words', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    ['I didn’t wait.', 3],
    ['from 11.5 to 1,200 a week, year-on-year', 7],
    ['—', 0],
    ['naïve café Žižek', 3],
  ])('of %j', (text, count) => expect(countWords(text)).toBe(count));

  it('are said at 130 a minute', () => expect(spokenMs(134)).toBe(61_846));
});
