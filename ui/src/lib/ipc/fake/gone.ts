import { Problem } from '../problem';

/** What is asked for is not there. */
export function gone(message: string): Problem {
  return new Problem({ code: 'not_found', message, detail: null });
}

/** What is asked for cannot be done so. */
export function invalid(message: string): Problem {
  return new Problem({ code: 'invalid', message, detail: null });
}
