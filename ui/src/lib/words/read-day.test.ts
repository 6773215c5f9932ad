import { describe, expect, test } from 'vitest';
import { readDay } from './read-day';

const TODAY = '2026-03-10';

describe('readDay', () => {
  test.each([
    ['31 March', '2026-03-31'],
    ['Tue 31 March 2026', '2026-03-31'],
    ['31st of march', '2026-03-31'],
    ['March 31, 2026', '2026-03-31'],
    ['2026-03-31', '2026-03-31'],
    ['31/3/26', '2026-03-31'],
    ['31.3.2026', '2026-03-31'],
    ['31 3', '2026-03-31'],
    ['10 March', '2026-03-10'],
    ['9 March', '2027-03-09'],
    ['29 Feb 2028', '2028-02-29'],
    ['today', '2026-03-10'],
    ['Tomorrow', '2026-03-11'],
  ])('reads %j', (text, day) => {
    const today = text.includes('2028') ? '2027-06-01' : TODAY;
    expect(readDay(text, today)).toEqual({ day });
  });

  test.each([
    ['', 'Give the day of the interview.'],
    ['soon', 'Write it like 31 March, or 2026-03-31.'],
    ['31 February', 'February has 28 days this year.'],
    ['31 April', 'April has 30 days.'],
    ['0 May', 'May has 31 days.'],
    ['3 Smarch', 'There is no such month. Write it like 31 March, or 2026-03-31.'],
    ['3/13/2026', 'There is no such month. Write it like 31 March, or 2026-03-31.'],
    ['1 March 2026', 'Sun 1 March 2026 is past. Today is Tue 10 March 2026.'],
    ['1 January 2030', 'Tue 1 January 2030 is more than two years away.'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(readDay(text, TODAY)).toEqual({ problem });
  });
});
