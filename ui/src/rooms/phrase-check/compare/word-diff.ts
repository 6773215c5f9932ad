import { diffArrays } from 'diff';

/** A stretch of one side: kept in both takes, or changed (removed on the left, added on the right). */
export interface DiffPiece {
  text: string;
  changed: boolean;
}

/** Both sides of a comparison; each side's pieces, joined, are its text. */
export interface WordDiff {
  left: DiffPiece[];
  right: DiffPiece[];
  /** Words only on the left. */
  removed: number;
  /** Words only on the right. */
  added: number;
}

/** Words that both sides have, or a change: what stands there on the left and on the right. */
interface Stretch {
  kept: boolean;
  left: string[];
  right: string[];
}

/** A word of this many letters or fewer, alone between two changes, counts as changed: it is there by chance. */
const CHANCE_LETTERS = 4;
/** Beyond this many changed words the texts have little in common, and looking on takes too long to be worth it. */
const MOST_CHANGES = 4000;

/** Compares two texts word by word. Case and punctuation around a word do not make it another word. */
export function diffWords(left: string, right: string): WordDiff {
  const stretches = stretchesOf(wordsOf(left), wordsOf(right));
  const diff: WordDiff = { left: [], right: [], removed: 0, added: 0 };
  for (const { kept, left: before, right: after } of trimmed(merged(stretches))) {
    append(diff.left, before, !kept);
    append(diff.right, after, !kept);
    if (kept) continue;
    diff.removed += before.length;
    diff.added += after.length;
  }
  return diff;
}

function stretchesOf(a: string[], b: string[]): Stretch[] {
  const changes = diffArrays(a, b, {
    comparator: (one, other) => keyOf(one) === keyOf(other),
    maxEditLength: MOST_CHANGES,
  });
  if (!changes) return [{ kept: false, left: a, right: b }];
  // Each side's words come from its own text: a kept word may differ in case or in its comma.
  let nextA = 0;
  let nextB = 0;
  return changes.map(({ added, removed, value: { length } }) => ({
    kept: !added && !removed,
    left: added ? [] : a.slice(nextA, (nextA += length)),
    right: removed ? [] : b.slice(nextB, (nextB += length)),
  }));
}

/** Changes that touch become one, and so do those that only a word of chance parts. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  stretches.forEach((stretch, index) => {
    const chance = index > 0 && index < stretches.length - 1 && isChance(stretch);
    const kept = stretch.kept && !chance;
    const last = result.at(-1);
    if (last?.kept === kept) {
      last.left.push(...stretch.left);
      last.right.push(...stretch.right);
    } else result.push({ kept, left: [...stretch.left], right: [...stretch.right] });
  });
  return result;
}

/** Words that both sides of a change begin or end with are kept after all. */
function trimmed(stretches: readonly Stretch[]): Stretch[] {
  return stretches.flatMap(({ kept, left, right }) => {
    if (kept) return [{ kept, left, right }];
    const most = Math.min(left.length, right.length);
    let head = 0;
    while (head < most && same(left[head], right[head])) head += 1;
    let tail = 0;
    while (tail < most - head && same(left.at(-1 - tail), right.at(-1 - tail))) tail += 1;
    const cut = (words: string[]) => [
      words.slice(0, head),
      words.slice(head, words.length - tail),
      words.slice(words.length - tail),
    ];
    const [headLeft = [], midLeft = [], tailLeft = []] = cut(left);
    const [headRight = [], midRight = [], tailRight = []] = cut(right);
    return [
      { kept: true, left: headLeft, right: headRight },
      { kept: false, left: midLeft, right: midRight },
      { kept: true, left: tailLeft, right: tailRight },
    ];
  });
}

function isChance({ kept, left: [word, ...more] }: Stretch): boolean {
  return kept && word !== undefined && more.length === 0 && [...keyOf(word)].length <= CHANCE_LETTERS;
}

function same(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && keyOf(one) === keyOf(other);
}

function append(pieces: DiffPiece[], words: readonly string[], changed: boolean): void {
  if (words.length === 0) return;
  const text = words.join('');
  const last = pieces.at(-1);
  if (last?.changed === changed) last.text += text;
  else pieces.push({ text, changed });
}

/** Words with the blank behind them. */
function wordsOf(text: string): string[] {
  return text.match(/^\s+|\S+\s*/gu) ?? [];
}

/** What makes two words the same: their letters and figures. A word without any is itself. */
function keyOf(word: string): string {
  const bare = word.trim();
  const letters = bare.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
  return (letters || bare).normalize('NFC').toLowerCase();
}
