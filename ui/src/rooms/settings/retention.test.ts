import { describe, expect, it } from 'vitest';
import { costWords, minutesFor } from './retention';

const COSTS = [
  { retention: 70, minutesADay: 4 },
  { retention: 75, minutesADay: 5 },
  { retention: 80, minutesADay: 6.4 },
  { retention: 85, minutesADay: 8.2 },
  { retention: 90, minutesADay: 12 },
  { retention: 97, minutesADay: 33 },
];

describe('what a retention costs', () => {
  it.each([
    [90, 12],
    [97, 33],
    [82, 7.12],
    [69, null],
  ])('%i %% is %s minutes', (retention, minutes) => {
    const found = minutesFor(COSTS, retention);
    if (minutes === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(minutes);
  });

  it.each([
    [90, '90%: 12 minutes a day; 85%: 8.'],
    [97, '97%: 33 minutes a day; 92%: 18.'],
    [72, '72%: 4 minutes a day; 77%: 6.'],
  ])('in words, at %i %%', (retention, said) => expect(costWords(COSTS, retention)).toBe(said));

  it('is not said when it is not known, or nothing is in rotation', () => {
    expect(costWords([], 90)).toBeNull();
    expect(costWords([{ retention: 90, minutesADay: null }], 90)).toBeNull();
    expect(costWords([{ retention: 90, minutesADay: 0 }], 90)).toBeNull();
    expect(costWords([{ retention: 90, minutesADay: 0.3 }], 90)).toBe('90%: under a minute a day.');
  });
});
