import { describe, expect, it } from 'vitest';
import { nextOf, withInterview, withoutInterview } from './interviews';

const TODAY = '2026-03-10';
const named = (name: string, day: string) => ({ name, day });
const PHONE = named('Phone screen', '2026-03-03');
const ONSITE = named('Onsite', '2026-03-31');
const ACME = named('Acme loop', '2026-04-14');

describe('the next interview', () => {
  it.each([
    ['none is set', [], null],
    ['all have passed', [PHONE], null],
    ['one has passed', [PHONE, ONSITE, ACME], ONSITE],
    ['they are out of order', [ACME, ONSITE], ONSITE],
    ['it is today', [named('Onsite', TODAY), ACME], named('Onsite', TODAY)],
    ['two are on one day', [ONSITE, named('Panel', ONSITE.day)], ONSITE],
  ])('when %s', (_, interviews, next) => expect(nextOf(interviews, TODAY)).toEqual(next));
});

describe('the list', () => {
  it('keeps its order when one is added', () => {
    expect(withInterview([PHONE, ACME], ONSITE)).toEqual([PHONE, ONSITE, ACME]);
  });

  it('loses one, also of two alike', () => {
    expect(withoutInterview([ONSITE, { ...ONSITE }, ACME], ONSITE)).toEqual([ONSITE, ACME]);
    expect(withoutInterview([ACME], ONSITE)).toEqual([ACME]);
  });
});
