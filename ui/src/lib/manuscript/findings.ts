import type { Actor, Dimension, IgnoredMark, Mark, MissingView } from '$lib/ipc/bindings';
import { KIND_SPOKEN, type FindingKind } from './kinds';

/** What the manuscript shows: the part of a check that has a place in the text. */
export interface Marked {
  /** Findings in the text. */
  marks: readonly Mark[];
  /** Things that are not there, with the place of their caret. */
  missing: readonly MissingView[];
}

/** One mark or caret, with all its note says. Offsets are UTF-16 units, end exclusive. */
export interface Finding {
  /** Stable while the same words are marked by the same rule, so that notes slide instead of blinking. */
  id: string;
  kind: FindingKind;
  start: number;
  end: number;
  /** The marked words; for something missing, empty. */
  words: string;
  /** The margin note, lower case. */
  note: string;
  /** One sentence of why. */
  why: string;
  /** The question that repairs it. */
  ask: string;
  /** Words one could say instead. */
  say: string | null;
  /** What it moves the score by; for something missing, what its presence would add. */
  points: number;
  /** 1–3 when it is one of the three things to fix first. */
  fix: number | null;
  /** The rule that found it; nothing for something missing. */
  rule: string | null;
  dimension: Dimension | null;
  actor: Actor | null;
}

const MISSING_WHY = 'The answer does not say this yet. The caret stands where it would belong.';

/** Marks and carets in reading order; a caret comes after a mark that ends where it stands. */
export function findingsOf({ marks, missing }: Marked): Finding[] {
  const seen = new Map<string, number>();
  const unique = (key: string): string => {
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count === 0 ? key : `${key}:${count}`;
  };
  const found: Finding[] = marks.map((mark) => ({
    id: unique(`${mark.rule}:${mark.start}-${mark.end}`),
    kind: mark.kind,
    start: mark.start,
    end: mark.end,
    words: mark.text,
    note: mark.note,
    why: mark.why,
    ask: mark.ask,
    say: mark.say,
    points: mark.points,
    fix: mark.fix,
    rule: mark.rule,
    dimension: mark.dimension,
    actor: mark.actor,
  }));
  for (const item of missing) {
    found.push({
      id: unique(`missing/${item.item}`),
      kind: 'missing',
      start: item.at,
      end: item.at,
      words: '',
      note: lowerFirst(item.ask),
      why: MISSING_WHY,
      ask: item.ask,
      say: null,
      points: item.gain,
      fix: item.fix,
      rule: null,
      dimension: null,
      actor: null,
    });
  }
  return found.sort((a, b) => a.start - b.start || caretLast(a, b) || b.end - a.end);
}

/** "make sure everyone stayed on track: weak, what did you own?" */
export function accessibleName(finding: Finding): string {
  const kind = KIND_SPOKEN[finding.kind];
  if (finding.kind === 'missing') return `${kind} here: ${finding.note}`;
  const name = `${oneLine(finding.words)}: ${kind}`;
  return finding.note ? `${name}, ${finding.note}` : name;
}

/** What "Ignore" names, for a finding that a rule made. */
export function ignoredMark(finding: Finding): IgnoredMark | null {
  if (finding.rule === null) return null;
  return { rule: finding.rule, start: finding.start, end: finding.end, text: finding.words };
}

/** The finding a fix of the summary is about. */
export function findingOfFix(findings: readonly Finding[], ordinal: number): Finding | undefined {
  return findings.find((finding) => finding.fix === ordinal);
}

function caretLast(a: Finding, b: Finding): number {
  return Number(a.kind === 'missing') - Number(b.kind === 'missing');
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

/** Notes begin in lower case, unless the first word is "I" or an abbreviation. */
function lowerFirst(text: string): string {
  const [first = '', second = ''] = text;
  return second !== second.toLowerCase() || !/\p{L}/u.test(second)
    ? text
    : first.toLowerCase() + text.slice(first.length);
}
