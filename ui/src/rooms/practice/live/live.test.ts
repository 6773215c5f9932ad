import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveCheck, Mark } from '$lib/ipc/bindings';
import { CHECK_AFTER_MS, CHECK_LONG_AFTER_MS, LiveChecker, LONG_TEXT, TOO_LONG_TEXT } from './live-checker';
import { markCounts } from './mark-counts';
import { liveMarks, movedMarks, settledMarks, type LiveMarks } from './settled-marks';

/** Marks the words in braces; sentences end at `|`, which is not part of the text. */
function read(drawn: string): { live: LiveMarks; text: string } {
  const marks: Mark[] = [];
  const sentences: { start: number; end: number }[] = [];
  let text = '';
  let opened = 0;
  let sentence = 0;
  for (const letter of drawn) {
    if (letter === '{') opened = text.length;
    else if (letter === '}')
      marks.push({ start: opened, end: text.length, text: text.slice(opened), kind: 'weak' } as Mark);
    else if (letter === '|') {
      sentences.push({ start: sentence, end: text.length });
      sentence = text.length;
    } else text += letter;
  }
  if (sentence < text.length) sentences.push({ start: sentence, end: text.length });
  return { live: liveMarks({ marks, sentences }, text), text };
}

describe('marks that may be shown', () => {
  it.each([
    ['an ended sentence, the cursor past it', 'We {aligned} teams.', 17, ['aligned']],
    ['a sentence without its end', 'We {aligned} teams', 17, []],
    ['the cursor at the last letter of one without its end', 'It held. |We {aligned}', 19, []],
    ['a sentence the cursor stands in', 'We {aligned} teams.', 5, []],
    ['another sentence than the one being written', 'We {aligned} teams. |I {drove} it. ', 5, ['drove']],
    ['the cursor gone elsewhere', 'We {aligned} teams. |I {drove} it.', null, ['aligned', 'drove']],
    ['white space after the end', 'We {aligned} teams.  ', 19, ['aligned']],
    ['an end inside quotes', 'She said “we {aligned}.”', 24, ['aligned']],
    ['a line without full stop, ended by a new one', 'We {aligned} teams\n', 17, ['aligned']],
    ['the same, the cursor still on it', 'We {aligned} teams\n', 5, []],
  ])('%s', (_name, drawn, writingAt, shown) => {
    const { live, text } = read(drawn);
    expect(settledMarks(live, text, writingAt).map((mark) => mark.text)).toEqual(shown);
  });
});

describe('marks after an edit', () => {
  const insert = (at: number, length: number) => (position: number, side: -1 | 1) =>
    position < at || (position === at && side < 0) ? position : position + length;

  it('move with their words', () => {
    const { live } = read('It held. |We {aligned} teams.');
    const moved = movedMarks(live, [{ from: 0, to: 0 }], insert(0, 4));
    expect(moved.marks.map(({ start, end }) => [start, end])).toEqual([[16, 23]]);
  });

  it('go from a sentence that is written in, and stay in the others', () => {
    const { live } = read('I {drove} it. |We {aligned} teams.');
    const moved = movedMarks(live, [{ from: 16, to: 16 }], insert(16, 1));
    expect(moved.marks.map((mark) => mark.text)).toEqual(['drove']);
    expect(moved.sentences).toHaveLength(1);
  });

  it('stay when writing goes on behind the full stop', () => {
    const { live, text } = read('We {aligned} teams.');
    const moved = movedMarks(live, [{ from: text.length, to: text.length }], insert(text.length, 3));
    expect(moved.marks).toHaveLength(1);
    expect(settledMarks(moved, `${text} It`, text.length + 3)).toHaveLength(1);
  });

  it('go when the full stop is deleted', () => {
    const { live, text } = read('We {aligned} teams.');
    const moved = movedMarks(live, [{ from: text.length - 1, to: text.length }], (position) => position);
    expect(moved.marks).toEqual([]);
  });
});

describe('the live check', () => {
  const answer: LiveCheck = { readable: 'short', words: 1, marks: [], sentences: [] };
  let check: ReturnType<typeof vi.fn<(text: string) => Promise<LiveCheck>>>;
  let found: ReturnType<typeof vi.fn<(live: LiveCheck) => void>>;
  let checker: LiveChecker;

  beforeEach(() => {
    vi.useFakeTimers();
    check = vi.fn(async () => answer);
    found = vi.fn();
    checker = new LiveChecker(check, found);
  });
  afterEach(() => void vi.useRealTimers());

  it('follows the last keystroke', async () => {
    checker.edited('I');
    await vi.advanceTimersByTimeAsync(CHECK_AFTER_MS - 1);
    checker.edited('I d');
    await vi.advanceTimersByTimeAsync(CHECK_AFTER_MS - 1);
    expect(check).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(check.mock.calls).toEqual([['I d']]);
    expect(found).toHaveBeenCalledWith(answer);
  });

  it('drops an answer about a text that has changed, and checks one text at a time', async () => {
    const answers: ((live: LiveCheck) => void)[] = [];
    check.mockImplementation(() => new Promise((done) => answers.push(done)));
    checker.edited('a');
    await vi.advanceTimersByTimeAsync(CHECK_AFTER_MS);
    checker.edited('ab');
    await vi.advanceTimersByTimeAsync(CHECK_AFTER_MS);
    expect(check).toHaveBeenCalledTimes(1);
    answers[0]?.(answer);
    await vi.advanceTimersByTimeAsync(0);
    expect(found).not.toHaveBeenCalled();
    expect(check.mock.calls.at(-1)).toEqual(['ab']);
    answers[1]?.(answer);
    await vi.advanceTimersByTimeAsync(0);
    expect(found).toHaveBeenCalledTimes(1);
  });

  it('waits longer for long texts, and leaves very long ones alone', async () => {
    checker.edited('x'.repeat(LONG_TEXT + 1));
    await vi.advanceTimersByTimeAsync(CHECK_LONG_AFTER_MS - 1);
    expect(check).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(check).toHaveBeenCalledTimes(1);
    checker.edited('x'.repeat(TOO_LONG_TEXT + 1));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('can be switched off, and on again for what stands there', async () => {
    checker.switch(false);
    checker.edited('I did.');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(check).not.toHaveBeenCalled();
    checker.switch(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(check.mock.calls).toEqual([['I did.']]);
  });

  it('survives a check that fails', async () => {
    check.mockRejectedValueOnce(new Error('no'));
    checker.edited('a');
    await vi.advanceTimersByTimeAsync(CHECK_AFTER_MS);
    checker.edited('ab');
    await vi.advanceTimersByTimeAsync(CHECK_AFTER_MS);
    expect(found).toHaveBeenCalledTimes(1);
  });
});

describe('counts', () => {
  it('come in the order of the legend, without the kinds that are not there', () => {
    const kinds = ['weak', 'strong', 'hidden_actor', 'strong'] as const;
    expect(markCounts(kinds.map((kind) => ({ kind })))).toEqual([
      { kind: 'strong', count: 2 },
      { kind: 'weak', count: 1 },
      { kind: 'hidden_actor', count: 1 },
    ]);
  });
});
