import type { ReadinessCell } from '$lib/ipc/bindings';

/** A best answer below this is not ready, whatever is recalled of it. */
const READY_AT = 70;

/** What a cell says: "Decisions & trade-offs: 58". */
export function cellWords(cell: ReadinessCell): string {
  if (cell.score === null) return `${cell.label}: no answer yet`;
  const fading = !cell.ready && cell.score >= READY_AT ? ', not recalled on the day' : '';
  return `${cell.label}: ${cell.score}${cell.ready ? ', ready' : fading}`;
}
