import type { Mark, MarkKind } from '$lib/ipc/bindings';

/** Kinds in the order of the legend. */
const ORDER: readonly MarkKind[] = ['strong', 'weak', 'hidden_actor', 'hedge', 'filler'];

/** How many marks of each kind there are; kinds without any are left out. */
export function markCounts(marks: readonly Pick<Mark, 'kind'>[]): { kind: MarkKind; count: number }[] {
  return ORDER.map((kind) => ({ kind, count: marks.filter((mark) => mark.kind === kind).length })).filter(
    ({ count }) => count > 0,
  );
}
