import { Problem } from '../problem';

/** What is asked for is not there. */
export function gone(message: string): Problem {
  return new Problem({ code: 'not_found', message, detail: null });
}
