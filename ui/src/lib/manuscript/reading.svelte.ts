import type { Actor, Dimension } from '$lib/ipc/bindings';
import { findingsOf, type Finding, type Marked } from './findings';
import { FINDING_KINDS, QUIET_KINDS, type FindingKind } from './kinds';
import type { Range } from './segments';

/** Narrows the marks to those of one actor or of one dimension. */
export type MarkFilter = { by: 'actor'; actor: Actor } | { by: 'dimension'; dimension: Dimension };

/** One person reading one checked answer: which marks are shown, where they are, which note is open. */
export class Reading {
  readonly #source: () => Marked;
  #hidden = $state.raw<readonly FindingKind[]>([]);
  #filter = $state.raw<MarkFilter | null>(null);
  #currentId = $state<string | null>(null);
  #openId = $state<string | null>(null);
  #said = $state.raw<readonly Range[]>([]);

  /** All findings in reading order. */
  readonly all: readonly Finding[] = $derived.by(() => findingsOf(this.#source()));
  /** Those that are shown now. */
  readonly shown: readonly Finding[] = $derived.by(() =>
    this.all.filter((finding) => this.#isShown(finding)),
  );
  /** How many there are of each kind, shown or not. */
  readonly counts: Readonly<Record<FindingKind, number>> = $derived.by(() => countKinds(this.all));
  /** Where the walk stands: the one mark in the tab order. */
  readonly current: Finding | null = $derived.by(
    () => this.shown.find((finding) => finding.id === this.#currentId) ?? this.shown[0] ?? null,
  );
  /** The one whose note is open. */
  readonly open: Finding | null = $derived.by(
    () => this.shown.find((finding) => finding.id === this.#openId) ?? null,
  );
  /** The one that is meant by "this": open, or walked to. */
  readonly chosen: Finding | null = $derived.by(
    () => this.open ?? this.shown.find((finding) => finding.id === this.#currentId) ?? null,
  );
  /** Findings that have a note in the margin. */
  readonly noted: readonly Finding[] = $derived.by(() =>
    this.shown.filter(
      (finding) => finding.id === this.open?.id || (finding.note !== '' && !QUIET_KINDS.has(finding.kind)),
    ),
  );

  /** `source` is read again whenever it changes: after a finding is ignored the rest keep their place. */
  constructor(source: () => Marked) {
    this.#source = source;
  }

  /** The filter, if one is on. */
  get filter(): MarkFilter | null {
    return this.#filter;
  }

  /** Words that were asked for by name, such as where the decision is said. */
  get said(): readonly Range[] {
    return this.#said;
  }

  /** Whether a kind of mark is switched on in the legend. */
  shows(kind: FindingKind): boolean {
    return !this.#hidden.includes(kind);
  }

  /** Switches a kind of mark on or off. */
  toggleKind(kind: FindingKind): void {
    const others = this.#hidden.filter((hidden) => hidden !== kind);
    this.#hidden = others.length < this.#hidden.length ? others : [...others, kind];
  }

  /** Shows only the marks of one actor or dimension; asked for twice, all of them again. */
  toggleFilter(filter: MarkFilter): void {
    this.#filter = this.isFilter(filter) ? null : filter;
  }

  /** Whether this filter is the one that is on. */
  isFilter(filter: MarkFilter): boolean {
    const on = this.#filter;
    if (on?.by === 'actor') return filter.by === 'actor' && filter.actor === on.actor;
    return on?.by === 'dimension' && filter.by === 'dimension' && filter.dimension === on.dimension;
  }

  /** Shows the marks of every actor and dimension. */
  clearFilter(): void {
    this.#filter = null;
  }

  /** Goes to a mark without opening its note. */
  moveTo(finding: Finding): void {
    this.#currentId = finding.id;
  }

  /** Goes to the next (1) or previous (−1) mark, and stays at the ends. An open note goes along. */
  walk(step: 1 | -1): Finding | null {
    const at = this.shown.findIndex((finding) => finding.id === this.#currentId);
    const next = at === -1 ? (step === 1 ? 0 : this.shown.length - 1) : at + step;
    const finding = this.shown[Math.min(Math.max(next, 0), this.shown.length - 1)] ?? null;
    if (finding && this.open) this.openNote(finding);
    else if (finding) this.moveTo(finding);
    return finding;
  }

  /** The mark that takes the place of one that goes away: the next, else the one before. */
  after(finding: Finding): Finding | null {
    const at = this.shown.findIndex((one) => one.id === finding.id);
    return this.shown[at + 1] ?? this.shown[at - 1] ?? null;
  }

  /** Opens a note and goes to its mark, showing it if it was switched off. */
  openNote(finding: Finding): void {
    if (this.#hidden.includes(finding.kind)) this.toggleKind(finding.kind);
    if (!this.#isShown(finding)) this.#filter = null;
    this.#currentId = finding.id;
    this.#openId = finding.id;
    this.#forgetSaid();
  }

  /** Opens a note, or closes it when it is open. */
  toggleNote(finding: Finding): void {
    if (this.open?.id === finding.id) this.close();
    else this.openNote(finding);
  }

  /** Closes the open note. */
  close(): void {
    this.#openId = null;
    this.#forgetSaid();
  }

  /** Points out words of the text; a note that is open closes. */
  pointOut(ranges: readonly Range[]): void {
    this.#openId = null;
    this.#said = ranges;
  }

  /** Only when there is something to forget: the page is cut anew whenever this changes. */
  #forgetSaid(): void {
    if (this.#said.length > 0) this.#said = [];
  }

  #isShown(finding: Finding): boolean {
    if (this.#hidden.includes(finding.kind)) return false;
    if (this.#filter?.by === 'actor') return finding.actor === this.#filter.actor;
    if (this.#filter?.by === 'dimension') return finding.dimension === this.#filter.dimension;
    return true;
  }
}

function countKinds(findings: readonly Finding[]): Record<FindingKind, number> {
  const counts = Object.fromEntries(FINDING_KINDS.map((kind) => [kind, 0])) as Record<FindingKind, number>;
  for (const finding of findings) counts[finding.kind] += 1;
  return counts;
}
