import type { BestByCompetency } from '$lib/ipc/bindings';
import { SENIOR } from '$lib/summary/senior';

/** How a competency stands: nothing answered, below the line, on it but about to fade, or ready. */
export type BestState = 'none' | 'below' | 'fading' | 'ready';

/** How a competency stands. */
export function bestState({ score, ready }: Pick<BestByCompetency, 'score' | 'ready'>): BestState {
  if (score === null) return 'none';
  if (ready) return 'ready';
  return score >= SENIOR ? 'fading' : 'below';
}

const STANDS: Record<BestState, string> = {
  none: 'none answered yet',
  below: 'not ready',
  fading: 'not ready: review it first',
  ready: 'ready',
};

/** `Technical debt: 51, not ready` */
export function bestWords(one: BestByCompetency): string {
  const stands = STANDS[bestState(one)];
  return `${one.competency.label}: ${one.score === null ? stands : `${one.score}, ${stands}`}`;
}
