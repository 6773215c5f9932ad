import { describe, expect, it } from 'vitest';
import type { AnswerFilter, AnswerRow } from '$lib/ipc/bindings';
import { ALL, filterMenus, isFiltered, sortLabel, sortMenu } from './filters';
import { noRows, rowFacts } from './wording';

const COMPETENCIES = [{ id: 'launch', label: 'Launch' }];

describe('filter menus', () => {
  it('check everything at first', () => {
    const menus = filterMenus(ALL, COMPETENCIES, () => undefined);
    expect(menus.map(({ name, chosen }) => [name, chosen])).toEqual([
      ['Competency', null],
      ['Score', null],
      ['Date', null],
    ]);
    const checked = menus.flatMap(({ items }) => items).filter((item) => item !== 'line' && item.checked);
    expect(checked).toHaveLength(3);
  });

  it('ask for what is chosen, and say it', () => {
    let filter: AnswerFilter = ALL;
    const change = (asks: Partial<AnswerFilter>) => (filter = { ...filter, ...asks });
    for (const menu of filterMenus(filter, COMPETENCIES, change)) {
      const last = menu.items.at(-1);
      if (last && last !== 'line') last.run();
    }
    expect(filter).toEqual({ ...ALL, competency: 'launch', maxScore: 49, days: 90 });
    expect(filterMenus(filter, COMPETENCIES, change).map(({ chosen }) => chosen)).toEqual([
      'Launch',
      'Under 50',
      'Last 90 days',
    ]);
    expect(isFiltered(filter)).toBe(true);
    expect(isFiltered({ ...ALL, query: 'words', trashed: true, sort: 'oldest' })).toBe(false);
  });

  it('order the list', () => {
    const asked: Partial<AnswerFilter>[] = [];
    for (const item of sortMenu(ALL, (asks) => asked.push(asks))) if (item !== 'line') item.run();
    expect(asked.map(({ sort }) => sort)).toEqual(['newest', 'oldest', 'highest', 'lowest']);
    expect(sortLabel('highest')).toBe('highest score first');
  });
});

describe('words of the list', () => {
  const calendar = { today: '2026-03-10', dayStart: 0 };
  const at = (day: string) => new Date(`${day}T12:00:00`).getTime();
  const row = (finishedAt: number, medium: 'typed' | 'spoken') =>
    ({ finishedAt, medium, words: 134, elapsedMs: 91_000 }) as AnswerRow;

  it.each([
    ['2026-03-10', 'spoken', 'Today, 1:31'],
    ['2026-03-09', 'typed', 'Yesterday, 134 words'],
    ['2026-03-03', 'typed', 'Tue 3 Mar, 134 words'],
    ['2026-02-24', 'typed', '24 Feb, 134 words'],
    ['2025-02-24', 'typed', '24 Feb 2025, 134 words'],
  ] as const)('%s, %s', (day, medium, facts) => expect(rowFacts(row(at(day), medium), calendar)).toBe(facts));

  it.each([
    [{ query: 'kafka' }, 3, 'No answer says “kafka”.'],
    [{ query: 'kafka', starred: true }, 3, 'No answer says “kafka” here.'],
    [{ query: 'kafka', trashed: true }, 3, 'No answer in the trash says “kafka”.'],
    [{ days: 7 }, 3, 'No answer fits these filters.'],
    [{ trashed: true }, 3, 'The trash is empty.'],
    [{}, 0, 'No answer yet.'],
  ])('for no rows with %j', (asks, total, line) =>
    expect(noRows({ ...ALL, ...asks }, total).line).toBe(line),
  );
});
