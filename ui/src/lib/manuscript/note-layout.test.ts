import { describe, expect, it } from 'vitest';
import { hasLead, leadPath, NOTE_GAP, placeNotes, type NoteBox } from './note-layout';
import { chance } from './testing/chance';

const note = (y: number, height = 20, open = false): NoteBox => ({ y, height, open });

describe('placeNotes', () => {
  it.each([
    { name: 'nothing', notes: [], tops: [] },
    { name: 'far apart: each on its line', notes: [note(10), note(100)], tops: [10, 100] },
    { name: 'two that would touch: the lower moves down', notes: [note(10), note(15)], tops: [10, 37] },
    {
      name: 'an open one keeps its line, the one above moves up',
      notes: [note(80), note(90, 60, true), note(100)],
      tops: [63, 90, 157],
    },
    {
      name: 'no room above: the open one gives way',
      notes: [note(0), note(0), note(5, 60, true)],
      tops: [0, 27, 54],
    },
    { name: 'one above the sheet moves into it', notes: [note(-8)], tops: [0] },
  ])('places $name', ({ notes, tops }) => {
    expect(placeNotes(notes)).toEqual(tops);
  });

  it('never lets notes touch, keeps their order, and keeps the open one in place where there is room', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const roll = chance(seed);
      let y = 0;
      const notes = Array.from({ length: roll(20) }, () => note((y += roll(40)), 12 + roll(50)));
      const open = notes.length > 0 && roll(2) === 1 ? roll(notes.length) : -1;
      const anchor = notes[open];
      if (anchor) Object.assign(anchor, { open: true, height: 120 });
      const tops = placeNotes(notes);

      expect(tops).toHaveLength(notes.length);
      notes.forEach((box, index) => {
        const top = tops[index] ?? NaN;
        const above = notes[index - 1];
        const floor = above ? (tops[index - 1] ?? NaN) + above.height + NOTE_GAP : 0;
        expect(top, `seed ${seed}, note ${index}`).toBeGreaterThanOrEqual(floor - 1e-9);
        // Below the open note, and everywhere when none is open, a note is on its line or leans on the one above.
        if (index > open) expect(Math.abs(top - Math.max(box.y, floor)), `seed ${seed}`).toBeLessThan(1e-9);
      });
      if (anchor) {
        const needed = notes.slice(0, open).reduce((sum, box) => sum + box.height + NOTE_GAP, 0);
        expect(tops[open], `seed ${seed}`).toBe(Math.max(anchor.y, needed));
      }
    }
  });
});

describe('leads', () => {
  it.each([
    { name: 'on its line', box: note(50), top: 50, lead: true },
    { name: 'moved a little', box: note(50), top: 70, lead: true },
    { name: 'moved far', box: note(50), top: 71, lead: false },
    { name: 'moved far, but open', box: note(50, 20, true), top: 90, lead: true },
  ])('$name', ({ box, top, lead }) => {
    expect(hasLead(box, top)).toBe(lead);
  });

  it('are soft lines', () => {
    expect(leadPath({ x: 0, y: 10 }, { x: 30, y: 20.04 })).toBe('M0 10C12 10 18 20 30 20');
  });
});
