/** A stretch of what a rule looks for. */
export type PatternPiece = (
  | { kind: 'words'; text: string }
  /** Not these words but any of a kind: "something", "choose or the like". */
  | { kind: 'any'; text: string }
  /** Other words may stand here. */
  | { kind: 'gap' }
  | { kind: 'choice'; of: PatternPiece[][] }
) & { optional?: boolean };

const ANY: Record<string, string> = { number: 'a number', object: 'something' };

function single(token: string): PatternPiece {
  if (token.startsWith('..')) return { kind: 'gap' };
  if (token.startsWith('@'))
    return { kind: 'any', text: `${token.slice(1).replaceAll('_', ' ')} or the like` };
  const part = /^<(.+)>$/u.exec(token)?.[1];
  if (part !== undefined)
    return { kind: 'any', text: ANY[part] ?? `${/^[aeiou]/u.test(part) ? 'an' : 'a'} ${part}` };
  return { kind: 'words', text: token.replace(/\/[a-z]+$/u, '') };
}

/**
 * A rule's pattern, taken apart so that a person can read it. The little language is that of CONTRIBUTING.md; what is
 * not of it stays as it is written.
 */
export function patternPieces(pattern: string): PatternPiece[] {
  const tokens = pattern.match(/\(|\)\??|\||[^\s()|]+/gu) ?? [];
  let at = 0;

  function sequences(): PatternPiece[][] {
    const all: PatternPiece[][] = [[]];
    for (; at < tokens.length && !tokens[at]?.startsWith(')'); at += 1) {
      const token = tokens[at] ?? '';
      const here = all.at(-1) ?? [];
      if (token === '|') {
        all.push([]);
      } else if (token === '(') {
        at += 1;
        const of = sequences();
        here.push({ kind: 'choice', of, ...(tokens[at] === ')?' && { optional: true }) });
      } else {
        const optional = token.endsWith('?') && token.length > 1;
        const piece = single(optional ? token.slice(0, -1) : token);
        const last = here.at(-1);
        if (piece.kind === 'words' && last?.kind === 'words' && !optional && !last.optional)
          last.text += ` ${piece.text}`;
        else here.push(optional ? { ...piece, optional } : piece);
      }
    }
    return all;
  }

  const all = sequences();
  return all.length === 1 ? (all[0] ?? []) : [{ kind: 'choice', of: all }];
}

/** The same as one line of text: for searching. */
export function patternText(pattern: string): string {
  const line = (pieces: readonly PatternPiece[]): string =>
    pieces
      .map((piece) => {
        if (piece.kind === 'gap') return '…';
        return piece.kind === 'choice' ? piece.of.map(line).join(' or ') : piece.text;
      })
      .join(' ');
  return line(patternPieces(pattern));
}
