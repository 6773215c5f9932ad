import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../test/render';
import type { Mark, MissingView, PartView } from '$lib/ipc/bindings';
import Manuscript from './Manuscript.svelte';
import MarkedText from './MarkedText.svelte';
import { Reading } from './reading.svelte';
import { mark, missing } from './testing/marks';

const TEXT = 'I was asked to keep everyone on track.\n\nWe shipped on time, and um, errors fell to zero.';
const MARKS = [
  mark(TEXT, 'keep everyone on track', 'weak', { fix: 2 }),
  mark(TEXT, 'We', 'hidden_actor', { note: 'your part?', actor: 'shared' }),
  mark(TEXT, 'shipped on time', 'weak', { note: 'delivered…', dimension: 'impact', ask: 'What moved?' }),
  mark(TEXT, 'um,', 'filler', { note: 'filler' }),
  mark(TEXT, 'errors fell to zero', 'strong', { note: 'an outcome' }),
];

interface Given {
  text?: string;
  marks?: Mark[];
  missing?: MissingView[];
  parts?: PartView[];
}

function show({
  text = TEXT,
  marks = MARKS,
  missing: absent = [missing('lesson', TEXT.length)],
  parts = [],
}: Given = {}) {
  const reading = new Reading(() => ({ marks, missing: absent }));
  const onrule = vi.fn();
  const onignore = vi.fn();
  const { container } = render(Manuscript, { text, reading, parts, onrule, onignore });
  return { reading, onrule, onignore, container, user: userEvent.setup() };
}

const markNamed = (name: string | RegExp) => screen.getByRole('button', { name });
const inTabOrder = (container: Element) => [...container.querySelectorAll('mark[tabindex="0"]')];

describe('Manuscript', () => {
  it.each([
    { name: 'plain', text: TEXT, marks: MARKS },
    { name: 'with tags', text: 'I wrote <script>alert(1)</script> & more.', marks: [] },
    {
      name: 'with overlaps',
      text: TEXT,
      marks: [...MARKS, mark(TEXT, 'on time, and', 'hedge'), mark(TEXT, 'shipped on', 'strong')],
    },
    {
      name: 'with emoji and Hebrew',
      text: 'Done 👩‍👩‍👧 cafe\u0301.\nשלום עולם',
      marks: [mark('Done 👩‍👩‍👧 cafe\u0301.\nשלום עולם', '👩‍👩‍👧')],
    },
  ])('sets an answer $name letter for letter', ({ text, marks }) => {
    const { container } = show({ text, marks, missing: [] });
    const paragraphs = [...container.querySelectorAll('.manuscript p')];
    expect(paragraphs.map((paragraph) => paragraph.textContent)).toEqual(text.split(/\n+/u));
    expect(paragraphs.every((paragraph) => paragraph.getAttribute('dir') === 'auto')).toBe(true);
    expect(container.querySelector('script')).toBeNull();
  });

  it('names each mark with its words, its kind and its note', () => {
    show();
    for (const name of [
      'keep everyone on track: weak, what did you own?',
      'We: hidden actor, your part?',
      'um,: filler, filler',
      'errors fell to zero: strong, an outcome',
      'missing here: what of the lesson?',
    ]) {
      expect(markNamed(name)).toHaveAttribute('aria-expanded', 'false');
    }
  });

  it('is one tab stop; arrows, Home and End walk', async () => {
    const { user, container } = show();
    await user.tab();
    expect(markNamed(/^keep everyone/)).toHaveFocus();
    for (const [key, name] of [
      ['{ArrowRight}', /^We/],
      ['{ArrowDown}', /^shipped/],
      ['{ArrowLeft}', /^We/],
      ['{End}', /^missing here/],
      ['{ArrowRight}', /^missing here/],
      ['{Home}', /^keep everyone/],
      ['{ArrowUp}', /^keep everyone/],
    ] as const) {
      await user.keyboard(key);
      expect(markNamed(name)).toHaveFocus();
      expect(inTabOrder(container)).toEqual([markNamed(name)]);
    }
  });

  it('opens one note at a time, which its mark points to', async () => {
    const { user, onrule, onignore, reading } = show();
    const first = markNamed(/^keep everyone/);
    await user.click(first);
    expect(first).toHaveAttribute('aria-expanded', 'true');
    const note = document.getElementById(first.getAttribute('aria-details') ?? '');
    expect(note).toHaveTextContent('It says that time was spent.');
    expect(note).toHaveTextContent('Ownership, −3');
    await user.click(within(note as HTMLElement).getByRole('button', { name: 'Rule' }));
    await user.click(within(note as HTMLElement).getByRole('button', { name: 'Ignore' }));
    expect(onrule).toHaveBeenCalledExactlyOnceWith(reading.open);
    expect(onignore).toHaveBeenCalledExactlyOnceWith(reading.open);

    markNamed(/^shipped/).focus();
    await user.keyboard('{Enter}');
    expect(first).toHaveAttribute('aria-expanded', 'false');
    expect(markNamed(/^shipped/)).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('What moved?')).toBeInTheDocument();
    await user.keyboard(' ');
    expect(screen.queryByRole('button', { name: 'Ignore' })).toBeNull();
  });

  it('keeps the notes of hedges and fillers back until they are opened', async () => {
    const { user } = show();
    const notes = () => within(screen.getByRole('group', { name: 'Margin notes' }));
    expect(notes().queryByText('filler')).toBeNull();
    expect(markNamed(/^um,/)).not.toHaveAttribute('aria-details');
    await user.click(markNamed(/^um,/));
    expect(notes().getByText('filler')).toBeInTheDocument();
  });

  it('offers neither rule nor ignore for what is missing', async () => {
    const { user } = show();
    await user.click(markNamed(/^missing here/));
    expect(screen.getByText('Missing, +3')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Rule' })).toBeNull();
  });

  it('gives marks on the same words a button each', async () => {
    const { user } = show({
      marks: [mark(TEXT, 'shipped'), mark(TEXT, 'shipped', 'strong', { note: 'outcome' })],
    });
    await user.tab();
    const names = () => document.activeElement?.getAttribute('aria-label');
    expect(names()).toBe('shipped: weak, what did you own?');
    await user.keyboard('{ArrowRight}');
    expect(names()).toBe('shipped: strong, outcome');
  });

  it('passes axe with a note open', async () => {
    const { user } = show({ parts: [{ part: 'situation', start: 0, end: TEXT.length, percent: 100 }] });
    await user.click(markNamed(/^keep everyone/));
    await expectAccessible();
  });
});

describe('a long answer', () => {
  const sentence = 'I was asked to keep everyone on track with their own work.\n';
  const marksOf = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      mark(sentence, 'keep everyone on track', 'weak', {
        start: index * sentence.length + 15,
        end: index * sentence.length + 37,
      }),
    );

  it('of 10,000 words has its marks and their notes', () => {
    const { container } = show({ text: sentence.repeat(840), marks: marksOf(300), missing: [] });
    expect(container.querySelectorAll('mark[role="button"]')).toHaveLength(300);
    expect(container.querySelectorAll('[data-note]')).toHaveLength(300);
    expect(inTabOrder(container)).toHaveLength(1);
  });

  it.each([
    { name: 'of more than 20,000 words', repeat: 1700, marks: 5 },
    { name: 'with more than 400 marks', repeat: 450, marks: 450 },
  ])('$name has its marks, and only the open note', async ({ repeat, marks }) => {
    const { container, reading } = show({
      text: sentence.repeat(repeat),
      marks: marksOf(marks),
      missing: [],
    });
    expect(container.querySelectorAll('mark[role="button"]')).toHaveLength(marks);
    expect(container.querySelectorAll('[data-note]')).toHaveLength(0);
    await userEvent.setup().click(container.querySelectorAll('mark')[2] as Element);
    expect(container.querySelectorAll('[data-note]')).toHaveLength(1);
    expect(reading.open?.id).toBe(reading.all[2]?.id);
  });
});

describe('Reading', () => {
  const reading = () => new Reading(() => ({ marks: MARKS, missing: [missing('lesson', TEXT.length)] }));
  const words = (of: Reading) => of.shown.map((finding) => finding.words);

  it('switches kinds off and narrows to an actor or a dimension', () => {
    const one = reading();
    one.toggleKind('weak');
    expect(words(one)).toEqual(['We', 'um,', 'errors fell to zero', '']);
    expect(one.counts.weak).toBe(2);
    one.toggleKind('weak');
    one.toggleFilter({ by: 'actor', actor: 'shared' });
    expect(words(one)).toEqual(['We']);
    one.toggleFilter({ by: 'dimension', dimension: 'impact' });
    expect(words(one)).toEqual(['shipped on time']);
    one.toggleFilter({ by: 'dimension', dimension: 'impact' });
    expect(one.shown).toHaveLength(6);
  });

  it('shows what is opened, even if it was switched off', () => {
    const one = reading();
    one.toggleKind('strong');
    one.toggleFilter({ by: 'actor', actor: 'shared' });
    const strong = one.all.find((finding) => finding.kind === 'strong');
    if (strong) one.openNote(strong);
    expect(one.open?.words).toBe('errors fell to zero');
    expect(one.filter).toBeNull();
  });

  it('walks from the first mark to the last and stays there; an open note goes along', () => {
    const one = reading();
    expect(one.chosen).toBeNull();
    expect([1, 1, -1, -1].map((step) => one.walk(step as 1 | -1)?.words)).toEqual([
      'keep everyone on track',
      'We',
      'keep everyone on track',
      'keep everyone on track',
    ]);
    expect(one.open).toBeNull();
    if (one.current) one.openNote(one.current);
    one.walk(1);
    expect(one.open?.words).toBe('We');
    expect(new Reading(() => ({ marks: [], missing: [] })).walk(1)).toBeNull();
  });
});

describe('MarkedText', () => {
  it('says the kind of each mark behind its words, and only shows the part that is asked for', () => {
    const { container } = render(MarkedText, {
      text: TEXT,
      marks: MARKS,
      part: { start: 40, end: TEXT.length },
    });
    expect(container.querySelectorAll('p')).toHaveLength(1);
    expect(container).toHaveTextContent(
      'We (hidden actor) shipped on time (weak), and um, (filler) errors fell to zero (strong).',
    );
    expect(screen.queryAllByRole('button')).toHaveLength(0);
  });

  it('leaves out more marks than a window can set, and says so', () => {
    const sentence = 'I followed up. ';
    const marks = Array.from({ length: 3001 }, (_, i) =>
      mark(sentence, 'followed up', 'weak', {
        start: i * sentence.length + 2,
        end: i * sentence.length + 13,
      }),
    );
    const { container } = render(MarkedText, { text: sentence.repeat(3001), marks });
    expect(container.querySelectorAll('mark')).toHaveLength(0);
    expect(screen.getByText(/^3001 marks, too many to draw here/)).toBeVisible();
  });
});
