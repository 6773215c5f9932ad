import type { Dimension, Level, MarkKind } from '$lib/ipc/bindings';

/** The seven dimensions, in the order every screen lists them. */
export const DIMENSIONS: readonly Dimension[] = [
  'ownership',
  'systems',
  'decisions',
  'foresight',
  'direction',
  'impact',
  'influence',
];

const DIMENSION: Record<Dimension, { label: string; against: string }> = {
  ownership: { label: 'Ownership', against: 'coordination' },
  systems: { label: 'Systems', against: 'tasks' },
  decisions: { label: 'Decisions', against: 'tracking' },
  foresight: { label: 'Foresight', against: 'reacting' },
  direction: { label: 'Direction', against: 'waiting' },
  impact: { label: 'Impact', against: 'delivery' },
  influence: { label: 'Influence', against: 'relaying' },
};

/** `Ownership` */
export function dimensionLabel(dimension: Dimension): string {
  return DIMENSION[dimension].label;
}

/** `decisions vs tracking` */
export function dimensionPair(dimension: Dimension): string {
  const { label, against } = DIMENSION[dimension];
  return `${label.toLowerCase()} vs ${against}`;
}

/** The roles that are interviewed for, in the order of a career. */
export const LEVELS: readonly Level[] = ['senior', 'principal', 'manager'];

const LEVEL: Record<Level, string> = { senior: 'Senior TPM', principal: 'Principal TPM', manager: 'Manager' };

/** The levels as choices. */
export const LEVEL_OPTIONS = LEVELS.map((value) => ({ value, label: LEVEL[value] }));

/** `Senior TPM` */
export function levelLabel(level: Level): string {
  return LEVEL[level];
}

/** The class that draws a mark's line (styles/marks.css). */
export const MARK_CLASS: Record<MarkKind, string> = {
  strong: 'mark mark-strong',
  weak: 'mark mark-weak',
  hidden_actor: 'mark mark-hidden-actor',
  hedge: 'mark mark-hedge',
  filler: 'mark mark-filler',
};

/** A mark's kind in a word. */
export const MARK_LABEL: Record<MarkKind, string> = {
  strong: 'strong',
  weak: 'weak',
  hidden_actor: 'who?',
  hedge: 'hedge',
  filler: 'filler',
};
