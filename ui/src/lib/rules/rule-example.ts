/** A stretch of an example; the marked ones stand in braces in the rule's file. */
export interface ExamplePiece {
  text: string;
  marked: boolean;
}

/** "I {followed up with} them." as pieces. Braces without a partner are text. */
export function examplePieces(example: string): ExamplePiece[] {
  const pieces: ExamplePiece[] = [];
  const add = (text: string, marked: boolean) => {
    if (text !== '') pieces.push({ text, marked });
  };
  let from = 0;
  for (const match of example.matchAll(/\{([^{}]*)\}/gu)) {
    add(example.slice(from, match.index), false);
    add(match[1] ?? '', true);
    from = match.index + match[0].length;
  }
  add(example.slice(from), false);
  return pieces;
}
