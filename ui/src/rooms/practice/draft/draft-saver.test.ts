import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftEdit, DraftSaved, RunningTake } from '$lib/ipc/bindings';
import {
  CLOCK_MS,
  DraftSaver,
  LATEST_MS,
  QUIET_MS,
  RETRY_MS,
  type DraftDoor,
  type Failure,
  type SaveState,
} from './draft-saver';

/** A disk that answers after a while, fails on request, and refuses old revisions. */
class Disk implements DraftDoor {
  text = '';
  elapsedMs = 0;
  revision = 1;
  takesMs = 0;
  saves: DraftEdit[] = [];
  inFlight = 0;
  mostInFlight = 0;
  /** What the next calls do instead of working, first one first. */
  script: (Failure | 'lost-answer')[] = [];

  save = async (edit: DraftEdit): Promise<DraftSaved> => {
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    if (this.takesMs > 0) await new Promise((done) => setTimeout(done, this.takesMs));
    this.inFlight -= 1;
    const step = this.script.shift();
    if (step && step !== 'lost-answer') throw new Error(step);
    if (edit.revision !== this.revision) throw new Error('stale');
    this.saves.push(edit);
    this.text = edit.text;
    this.elapsedMs = edit.elapsedMs;
    this.revision += 1;
    if (step === 'lost-answer') throw new Error('retry');
    return { revision: this.revision, savedAt: 0 };
  };

  stored = async (): Promise<RunningTake> => {
    if (this.script[0] === 'gone') throw new Error(this.script.shift());
    return { ...TAKE, text: this.text, revision: this.revision } as RunningTake;
  };

  failure = (error: unknown): Failure => (error as Error).message as Failure;
}

const TAKE = { id: 7, revision: 1, text: '', elapsedMs: 0 };

function setUp(text = '') {
  const disk = new Disk();
  disk.text = text;
  const states: SaveState['kind'][] = [];
  const saver = new DraftSaver({ ...TAKE, text }, disk, (state) => states.push(state.kind));
  return { disk, states, saver };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('when a save happens', () => {
  it('follows a pause in typing', async () => {
    const { disk, saver, states } = setUp();
    saver.edit('I', 10);
    await pass(QUIET_MS - 1);
    expect(disk.saves).toHaveLength(0);
    await pass(1);
    expect(disk.saves).toEqual([{ takeId: 7, revision: 1, text: 'I', elapsedMs: 10 }]);
    expect(states).toEqual(['unsaved', 'saved']);
  });

  it('does not wait for a pause longer than the limit', async () => {
    const { disk, saver } = setUp();
    for (let ms = 0; ms < LATEST_MS; ms += 100) {
      saver.edit(`${ms}`, ms);
      await pass(100);
    }
    expect(disk.saves.map((save) => save.text)).toEqual(['500']);
  });

  it('names the revision of the save before, one save at a time, the newest text last', async () => {
    const { disk, saver } = setUp();
    disk.takesMs = 1_000;
    saver.edit('a', 1);
    await pass(QUIET_MS);
    for (const text of ['ab', 'abc', 'abcd']) {
      saver.edit(text, 2);
      await pass(300);
    }
    await pass(5_000);
    expect(disk.saves.map(({ revision, text }) => [revision, text])).toEqual([
      [1, 'a'],
      [2, 'abcd'],
    ]);
    expect(disk.mostInFlight).toBe(1);
    expect(saver.state.kind).toBe('saved');
  });

  it('saves the clock on its own now and then', async () => {
    const { disk, saver, states } = setUp('I');
    for (let ms = 0; ms <= CLOCK_MS; ms += 250) {
      saver.tick(ms);
      await pass(250);
    }
    expect(disk.saves.map((save) => save.elapsedMs)).toEqual([CLOCK_MS]);
    expect(states).toEqual([]);
  });

  it('saves at once when asked, the clock included', async () => {
    const { disk, saver } = setUp();
    saver.edit('I moved', 100);
    expect(await saver.flush()).toBe(true);
    saver.tick(140);
    expect(await saver.flush()).toBe(true);
    expect(disk).toMatchObject({ text: 'I moved', elapsedMs: 140 });
    await pass(2_000);
    expect(disk.saves).toHaveLength(2);
  });

  it('has nothing to flush when nothing changed', async () => {
    const { disk, saver } = setUp('I');
    expect(await saver.flush()).toBe(true);
    expect(disk.saves).toHaveLength(0);
  });
});

describe('when a save fails', () => {
  it('keeps the text, says so, and tries again with longer waits', async () => {
    const { disk, saver, states } = setUp();
    disk.script = ['retry', 'retry', 'retry'];
    saver.edit('I', 1);
    await pass(QUIET_MS);
    expect(states).toEqual(['unsaved', 'failed']);
    await pass(RETRY_MS[0]);
    await pass(RETRY_MS[1]);
    expect(disk.saves).toHaveLength(0);
    await pass(RETRY_MS[2]);
    expect(disk.text).toBe('I');
    expect(saver.state.kind).toBe('saved');
  });

  it('tries again at once on the next keystroke', async () => {
    const { disk, saver } = setUp();
    disk.script = ['retry'];
    saver.edit('I', 1);
    await pass(QUIET_MS);
    saver.edit('I d', 2);
    await pass(0);
    expect(disk.text).toBe('I d');
    expect(saver.state.kind).toBe('saved');
  });

  it('does not repeat what cannot work until the text changes', async () => {
    const { disk, saver } = setUp();
    disk.script = ['wait-for-edit'];
    saver.edit('much too long', 1);
    await pass(60_000);
    expect(disk.saves).toHaveLength(0);
    expect(saver.state.kind).toBe('failed');
    saver.edit('short', 2);
    await pass(0);
    expect(disk.text).toBe('short');
  });

  it('says so to each of two that asked at once', async () => {
    const { disk, saver } = setUp();
    disk.script = ['retry', 'retry'];
    saver.edit('I', 1);
    expect(await Promise.all([saver.flush(), saver.flush()])).toEqual([false, false]);
  });

  it('reports that a flush did not reach the disk', async () => {
    const { disk, saver } = setUp();
    disk.script = ['retry'];
    saver.edit('I', 1);
    expect(await saver.flush()).toBe(false);
    expect(await saver.flush()).toBe(true);
  });
});

describe('when the stored text is another one', () => {
  it('goes on quietly when it is its own, whose answer was lost', async () => {
    const { disk, saver, states } = setUp();
    disk.script = ['lost-answer'];
    saver.edit('first', 1);
    await pass(QUIET_MS);
    saver.edit('first and second', 2);
    await pass(5_000);
    expect(disk.text).toBe('first and second');
    expect(states).not.toContain('conflict');
    expect(saver.state.kind).toBe('saved');
  });

  it('asks, writes nothing meanwhile, and keeps what was chosen', async () => {
    const { disk, saver } = setUp();
    disk.text = 'from elsewhere';
    disk.revision = 5;
    saver.edit('from here', 1);
    await pass(QUIET_MS);
    expect(saver.state).toMatchObject({ kind: 'conflict', stored: { text: 'from elsewhere' } });
    saver.edit('from here, and more', 2);
    await pass(10_000);
    expect(disk.text).toBe('from elsewhere');
    await saver.keep('from here, and more\n\nfrom elsewhere');
    expect(disk.text).toBe('from here, and more\n\nfrom elsewhere');
    expect(saver.state.kind).toBe('saved');
  });

  it('says when the take is not there any more', async () => {
    const { disk, saver } = setUp();
    disk.script = ['stale', 'gone'];
    saver.edit('I', 1);
    await pass(60_000);
    expect(saver.state.kind).toBe('gone');
    expect(await saver.flush()).toBe(false);
  });
});

describe('finishing', () => {
  it('hands over the newest text under the last revision, and saves no more', async () => {
    const { disk, saver } = setUp();
    disk.takesMs = 300;
    saver.edit('a', 1);
    await pass(QUIET_MS);
    saver.edit('ab', 2);
    const handedOver = saver.handOver();
    await pass(10_000);
    expect(await handedOver).toEqual({ takeId: 7, revision: 2, text: 'ab', elapsedMs: 2 });
    expect(disk.saves.map((save) => save.text)).toEqual(['a']);
  });

  it('goes on when it was refused', async () => {
    const { disk, saver } = setUp();
    saver.edit('a', 1);
    await saver.handOver();
    saver.resume();
    await pass(0);
    expect(disk.text).toBe('a');
  });

  it('compares with the stored text when it was refused as out of date', async () => {
    const { disk, saver } = setUp();
    disk.text = 'from elsewhere';
    saver.edit('a', 1);
    await saver.handOver();
    saver.resume(new Error('stale'));
    await pass(0);
    expect(saver.state.kind).toBe('conflict');
  });
});

describe('any sequence of keystrokes, waits and failures', () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed))(
    'ends with the latest text saved (seed %i)',
    async (seed) => {
      const chance = random(seed);
      const { disk, saver } = setUp();
      disk.takesMs = Math.floor(chance() * 900);
      const failures = ['retry', 'wait-for-edit', 'lost-answer'] as const;
      let text = '';
      for (let step = 0; step < 60; step += 1) {
        const dice = chance();
        if (dice < 0.6) {
          text = chance() < 0.1 ? '' : `${text}${step} `;
          saver.edit(text, step);
        } else if (dice < 0.7) disk.script.push(failures[Math.floor(chance() * 3)] ?? 'retry');
        else if (dice < 0.75) void saver.flush();
        else saver.tick(step);
        await pass(Math.floor(chance() * 700));
      }
      disk.script = [];
      saver.edit(`${text}end`, 99);
      await pass(30_000);
      expect(disk.text).toBe(`${text}end`);
      expect(saver.state.kind).toBe('saved');
      expect(disk.mostInFlight).toBe(1);
    },
  );

  it.each([1, 2, 3])(
    'never leaves a text older than a second unsaved on a working disk (seed %i)',
    async (seed) => {
      const chance = random(seed);
      const { disk, saver } = setUp();
      disk.takesMs = 50;
      const typed: { text: string; at: number }[] = [];
      for (let step = 0; step < 300; step += 1) {
        const text = `text ${step}`;
        saver.edit(text, step);
        typed.push({ text, at: Date.now() });
        await pass(Math.floor(chance() * 240));
        const onDisk = typed.findLastIndex((one) => one.text === disk.text);
        const waiting = typed[onDisk + 1];
        expect(waiting ? Date.now() - waiting.at : 0).toBeLessThan(1_000);
      }
    },
  );
});

/** A small generator of even numbers between 0 and 1 (mulberry32), so that a failing seed can be run again. */
function random(seed: number): () => number {
  let state = seed + 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
