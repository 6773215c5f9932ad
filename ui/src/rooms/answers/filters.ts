import type { AnswerFilter, AnswerSort, CompetencyView } from '$lib/ipc/bindings';
import type { MenuItem } from '$lib/components';

/** Everything, newest first. */
export const ALL: AnswerFilter = {
  query: '',
  competency: null,
  minScore: null,
  maxScore: null,
  days: null,
  starred: false,
  trashed: false,
  sort: 'newest',
};

/** A choice of a filter menu: what it is called, and what it asks for. */
interface Choice {
  id: string;
  label: string;
  asks: Partial<AnswerFilter>;
}

/** 70 is the line for senior (design decision 1). */
const SCORES: readonly Choice[] = [
  { id: 'any-score', label: 'Any score', asks: { minScore: null, maxScore: null } },
  { id: 'senior', label: '70 or more', asks: { minScore: 70, maxScore: null } },
  { id: 'middle', label: '50 to 69', asks: { minScore: 50, maxScore: 69 } },
  { id: 'low', label: 'Under 50', asks: { minScore: null, maxScore: 49 } },
];

const DATES: readonly Choice[] = [
  { id: 'any-date', label: 'Any date', asks: { days: null } },
  { id: 'week', label: 'Last 7 days', asks: { days: 7 } },
  { id: 'month', label: 'Last 30 days', asks: { days: 30 } },
  { id: 'quarter', label: 'Last 90 days', asks: { days: 90 } },
];

const SORTS: readonly { id: AnswerSort; label: string }[] = [
  { id: 'newest', label: 'Newest first' },
  { id: 'oldest', label: 'Oldest first' },
  { id: 'highest', label: 'Highest score first' },
  { id: 'lowest', label: 'Lowest score first' },
];

/** A filter as its chip shows it: `null` for the label while it asks for nothing. */
export interface FilterMenu {
  id: 'competency' | 'score' | 'date';
  /** Name of the filter: `Score`. */
  name: string;
  /** What is chosen: `50 to 69`; null for everything. */
  chosen: string | null;
  items: MenuItem[];
}

/** The three filter menus, in the order of their chips. */
export function filterMenus(
  filter: AnswerFilter,
  competencies: readonly CompetencyView[],
  change: (asks: Partial<AnswerFilter>) => void,
): FilterMenu[] {
  const ofCompetency: Choice[] = [
    { id: 'any-competency', label: 'Any competency', asks: { competency: null } },
    ...competencies.map(({ id, label }) => ({ id, label, asks: { competency: id } })),
  ];
  const menu = (id: FilterMenu['id'], name: string, choices: readonly Choice[]): FilterMenu => {
    const [everything, ...rest] = choices;
    const chosen = rest.find((choice) => asksFor(filter, choice));
    return {
      id,
      name,
      chosen: chosen?.label ?? null,
      items: choices.map((choice) => ({
        id: choice.id,
        label: choice.label,
        checked: choice === (chosen ?? everything),
        run: () => change(choice.asks),
      })),
    };
  };
  return [
    menu('competency', 'Competency', ofCompetency),
    menu('score', 'Score', SCORES),
    menu('date', 'Date', DATES),
  ];
}

/** The menu of orders. */
export function sortMenu(filter: AnswerFilter, change: (asks: Partial<AnswerFilter>) => void): MenuItem[] {
  return SORTS.map(({ id, label }) => ({
    id,
    label,
    checked: filter.sort === id,
    run: () => change({ sort: id }),
  }));
}

/** Whether anything but words, order and trash is asked for. */
export function isFiltered(filter: AnswerFilter): boolean {
  const { competency, minScore, maxScore, days, starred } = filter;
  return starred || [competency, minScore, maxScore, days].some((asked) => asked !== null);
}

/** The order in words, for the name of the list. */
export function sortLabel(sort: AnswerSort): string {
  return (SORTS.find(({ id }) => id === sort)?.label ?? '').toLowerCase();
}

function asksFor(filter: AnswerFilter, { asks }: Choice): boolean {
  return Object.entries(asks).every(([key, value]) => filter[key as keyof AnswerFilter] === value);
}
