import { connect, Problem, type Ipc } from './client';
import { FakeShell, hearFrom } from './events';
import { World, type Story } from './fake/world';

export { World, type Story } from './fake/world';
export { DAY, NOW } from './fake/today';

/** A window on made-up answers, kept in memory: for component tests and for looking at the window in a plain browser. */
export interface Fake {
  /** What the commands work on. */
  world: World;
  /** Sends events as the shell would. */
  shell: FakeShell;
  /** Every call so far, newest last: name and arguments. */
  calls: [name: string, ...args: unknown[]][];
  /** Makes a command fail until it is given null. */
  fail: <K extends keyof Ipc>(command: K, problem: Problem | null) => void;
  ipc: Ipc;
}

/** Connects a fake in the place of Rust. */
export function pretend(story: string = 'due'): Fake {
  const world = new World(isStory(story) ? story : 'due');
  const shell = new FakeShell();
  const calls: Fake['calls'] = [];
  const failing = new Map<string, Problem>();
  const commands = world.commands();
  const ipc = Object.fromEntries(
    (Object.keys(commands) as (keyof Ipc)[]).map((name) => [
      name,
      async (...args: never[]) => {
        calls.push([name, ...args]);
        const problem = failing.get(name);
        if (problem) throw problem;
        return structuredClone(await (commands[name] as (...a: never[]) => unknown)(...args));
      },
    ]),
  ) as unknown as Ipc;
  connect(ipc);
  hearFrom(shell.hear);
  return {
    world,
    shell,
    calls,
    ipc,
    fail: (command, problem) => void (problem ? failing.set(command, problem) : failing.delete(command)),
  };
}

function isStory(name: string): name is Story {
  return ['first-run', 'due', 'nothing-due', 'trouble'].includes(name);
}
