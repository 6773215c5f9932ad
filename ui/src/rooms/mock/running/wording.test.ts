import { expect, test } from 'vitest';
import { leftOf } from './wording';

test.each([
  [0, '10:00 left'],
  [222_400, '6:18 left'],
  [599_999, '0:01 left'],
  [600_000, '0:00 left'],
  [636_400, '0:36 over'],
])('%i of ten minutes used: %s', (usedMs, words) => {
  expect(leftOf({ usedMs, budgetMs: 600_000, phase: 'in_time' })).toBe(words);
});
