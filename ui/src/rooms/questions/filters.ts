import type { MenuItem } from '$lib/components';
import type { QuestionFilter } from '$lib/ipc/bindings';
import { KINDS, kindLabel, LEVEL_NAMES, levelName } from './wording';

/** Every question. */
export const EVERY: QuestionFilter = {
  query: '',
  competency: null,
  level: null,
  kind: null,
  notAnswered: false,
  own: false,
  suspended: false,
  limit: null,
};

/** A chip that opens a menu. */
export interface FilterMenu {
  id: 'level' | 'kind';
  /** What the filter is about: `Level`. */
  name: string;
  /** What the chip says: `Any level`, `Principal`. */
  shown: string;
  chosen: boolean;
  items: MenuItem[];
}

/** The two menus, in the order of their chips. */
export function filterMenus(
  filter: QuestionFilter,
  change: (asks: Partial<QuestionFilter>) => void,
): FilterMenu[] {
  const menu = (
    id: FilterMenu['id'],
    name: string,
    values: readonly string[],
    label: (value: string) => string,
  ): FilterMenu => {
    const any = `Any ${id}`;
    const chosen = filter[id];
    const item = (value: string | null, text: string): MenuItem => ({
      id: value ?? 'any',
      label: text,
      checked: chosen === value,
      run: () => change({ [id]: value }),
    });
    return {
      id,
      name,
      shown: chosen === null ? any : label(chosen),
      chosen: chosen !== null,
      items: [item(null, any), ...values.map((value) => item(value, label(value)))],
    };
  };
  return [menu('level', 'Level', LEVEL_NAMES, levelName), menu('kind', 'Kind', KINDS, kindLabel)];
}

/** Whether anything beside words and the competency is asked for. */
export function isFiltered(filter: QuestionFilter): boolean {
  const { level, kind, notAnswered, own, suspended } = filter;
  return level !== null || kind !== null || notAnswered || own || suspended;
}
