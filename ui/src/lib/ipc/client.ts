import { commands, type ErrorView } from './bindings';
import { Problem } from './problem';

export { Problem } from './problem';

type Commands = typeof commands;
type Ok<R> = Extract<R, { status: 'ok' }> extends { data: infer T } ? T : never;

/** Every command of the Rust side: resolves with its value, rejects with a {@link Problem}. */
export type Ipc = {
  [Name in keyof Commands]: (
    ...args: Parameters<Commands[Name]>
  ) => Promise<Ok<Awaited<ReturnType<Commands[Name]>>>>;
};

type Answer = { status: 'ok'; data: unknown } | { status: 'error'; error: ErrorView };
type AnyCommand = (...args: unknown[]) => Promise<Answer>;

function unwrapped(command: AnyCommand) {
  return async (...args: unknown[]): Promise<unknown> => {
    let answer: Answer;
    try {
      answer = await command(...args);
    } catch (thrown) {
      throw Problem.from(thrown);
    }
    if (answer.status === 'error') throw new Problem(answer.error);
    return answer.data;
  };
}

const names = Object.keys(commands) as (keyof Commands)[];
const rust = Object.fromEntries(names.map((name) => [name, unwrapped(commands[name] as AnyCommand)])) as Ipc;

let connected: Ipc = rust;

/** Talks to Rust, or to whatever {@link connect} was given last. */
export const ipc = Object.fromEntries(
  names.map((name) => [name, (...args: never[]) => (connected[name] as (...a: never[]) => unknown)(...args)]),
) as Ipc;

/** Puts something else in the place of Rust: component tests, and looking at the window in a plain browser. */
export function connect(other: Ipc): void {
  connected = other;
}
