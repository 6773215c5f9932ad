/** `1 answer`, `9 answers`, `2 stories` with its own plural. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
}

/** `decisions, technical debt and hiring`. */
export function listed(things: string[], last = 'and'): string {
  if (things.length < 2) return things.join('');
  return `${things.slice(0, -1).join(', ')} ${last} ${things.at(-1)}`;
}

/** `412 MB`, in steps of a thousand as file managers write it. */
export function bytes(n: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  let i = 0;
  let size = n;
  while (size >= 1000 && i < units.length - 1) {
    size /= 1000;
    i += 1;
  }
  return `${i === 0 || size >= 10 ? Math.round(size) : size.toFixed(1)} ${units[i] ?? ''}`;
}

/** `+4`, `−4` with a real minus sign, `0`. */
export function signed(n: number): string {
  const whole = Math.round(n);
  return whole > 0 ? `+${whole}` : whole < 0 ? `−${-whole}` : '0';
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small numbers in words, larger ones in figures. */
export function inWords(n: number): string {
  return WORDS[n] ?? String(n);
}
