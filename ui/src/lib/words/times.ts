/** Lengths of time as the window writes them: minutes as `16 min`, times as `1:31`, over time as `+0:36`. */

/** `16 min`; under half a minute is `under 1 min`. */
export function minutes(n: number): string {
  const whole = Math.round(n);
  return whole === 0 && n > 0 ? 'under 1 min' : `${whole} min`;
}

/** Milliseconds as `1:31`, or `1:02:05` from an hour on. Begun seconds do not count. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const m = Math.floor(seconds / 60);
  return m >= 60 ? `${Math.floor(m / 60)}:${two(m % 60)}:${two(seconds % 60)}` : `${m}:${two(seconds % 60)}`;
}

/** Milliseconds past the budget as `+0:36`. */
export function over(ms: number): string {
  return `+${clock(ms)}`;
}

/** Milliseconds for a screen reader: `1 minute 31 seconds`. */
export function spokenTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const m = Math.floor(seconds / 60);
  const s = seconds % 60;
  const parts: string[] = [];
  if (m > 0) parts.push(`${m} ${m === 1 ? 'minute' : 'minutes'}`);
  if (s > 0 || m === 0) parts.push(`${s} ${s === 1 ? 'second' : 'seconds'}`);
  return parts.join(' ');
}
