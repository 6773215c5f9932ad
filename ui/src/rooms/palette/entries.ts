import ChevronRight from '@lucide/svelte/icons/chevron-right';
import FileText from '@lucide/svelte/icons/file-text';
import MessageCircleQuestionMark from '@lucide/svelte/icons/message-circle-question-mark';
import Settings2 from '@lucide/svelte/icons/settings-2';
import SpellCheck from '@lucide/svelte/icons/spell-check';
import type { Component } from 'svelte';
import type { Found, RuleView } from '$lib/ipc/bindings';
import type { Action } from '$lib/state/actions.svelte';
import type { Route } from '$lib/state/navigation.svelte';
import { dayOf, relativeDay } from '$lib/words/days';
import { ROOM_GROUPS } from '..';
import { SECTIONS } from '../settings/sections';
import { find, pieces, type Piece, type Range } from './match';

/** What a line of the palette does. */
export type Deed = { action: Action } | { route: Route };

/** A line of the palette. */
export interface Entry {
  id: string;
  icon: Component;
  label: Piece[];
  /** Set in the reading face: questions and what was said. */
  read: boolean;
  /** Beside the label: a score, a day. */
  meta?: string;
  keys?: string;
  /** Enter. */
  open: Deed;
  /** Mod and Enter: opens and starts; the same as `open` where there is nothing to start. */
  start: Deed;
}

/** A head of the palette with its lines. */
export interface EntryGroup {
  name: 'Do' | 'Questions' | 'Said in your answers' | 'Rules' | 'Go to';
  entries: Entry[];
}

/** What the lines are made of. */
export interface Sources {
  query: string;
  actions: readonly Action[];
  found: Found;
  /** All rules of the phrase check; none until something is searched for. */
  rules: readonly RuleView[];
  /** Today, for the days of what was said. */
  today: string;
  dayStart: number;
}

/** Lines shown of each kind, so that all kinds fit. */
const MOST_ACTIONS = 5;
const MOST_QUESTIONS = 5;
const MOST_SAID = 4;
const MOST_RULES = 4;
const MOST_PLACES = 4;

const GO_TO = 'Go to';

function entry(
  id: string,
  icon: Component,
  text: string,
  ranges: readonly Range[],
  open: Deed,
  more: Partial<Entry> = {},
): Entry {
  return { id, icon, label: pieces(text, ranges), read: false, open, start: open, ...more };
}

function deeds({ query, actions }: Sources): Entry[] {
  return actions
    .filter((action) => !action.hidden && action.enabled !== false && action.group !== GO_TO)
    .toSorted((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false))
    .flatMap((action) => {
      const ranges = find(action.label, query);
      const keys = action.keys ?? (action.primary ? 'mod+enter' : undefined);
      return ranges
        ? [entry(`do ${action.id}`, ChevronRight, action.label, ranges, { action }, { keys })]
        : [];
    })
    .slice(0, MOST_ACTIONS);
}

function questions({ query, found }: Sources): Entry[] {
  return found.questions.slice(0, MOST_QUESTIONS).map(({ question, bestScore, takeId }) => {
    const start: Deed = { route: { room: 'practice', questionId: question.id } };
    return entry(
      `question ${question.id}`,
      MessageCircleQuestionMark,
      question.prompt,
      find(question.prompt, query) ?? [],
      takeId === null ? start : { route: { room: 'check', takeId } },
      { start, read: true, meta: bestScore === null ? question.competency.label : String(bestScore) },
    );
  });
}

function said({ found, today, dayStart }: Sources): Entry[] {
  return found.said.slice(0, MOST_SAID).map(({ takeId, snippet, finishedAt }, i) => {
    // Where words were left out, the snippet says so itself.
    const opening = '“';
    const ranges = snippet.matches.map(([start, end]): Range => [
      start + opening.length,
      end + opening.length,
    ]);
    return entry(
      `said ${takeId} ${i}`,
      FileText,
      `${opening}${snippet.text.replace(/\s/g, ' ')}”`,
      ranges,
      { route: { room: 'check', takeId } },
      { read: true, meta: relativeDay(dayOf(finishedAt, dayStart), today) },
    );
  });
}

function rulePages({ query, rules }: Sources): Entry[] {
  if (query.trim() === '') return [];
  return rules
    .flatMap((rule) => {
      const label = `Rule: ${rule.note}`;
      const ranges = find(label, query) ?? (find(rule.id, query) ? [] : null);
      const route: Route = { room: 'settings', section: 'rules', rule: rule.id };
      return ranges
        ? [entry(`rule ${rule.id}`, SpellCheck, label, ranges, { route }, { meta: rule.id })]
        : [];
    })
    .slice(0, MOST_RULES);
}

function places({ query }: Sources): Entry[] {
  const rooms = ROOM_GROUPS.flat().map((room) => ({
    id: `room ${room.name}`,
    icon: room.icon,
    label: room.label,
    keys: room.keys as string | undefined,
    route: room.route,
  }));
  // A section of Settings only when it is asked for.
  const sections = SECTIONS.map((section) => ({
    id: `section ${section.id}`,
    icon: Settings2 as Component,
    label: `Settings, ${section.label.toLowerCase()}`,
    keys: undefined,
    route: { room: 'settings', section: section.id } as Route,
  }));
  const wanted = query.trim();
  const all = (wanted === '' ? rooms : [...rooms, ...sections])
    .flatMap(({ id, icon, label, keys, route }) => {
      const ranges = find(label, query);
      return ranges ? [entry(id, icon, label, ranges, { route }, { keys })] : [];
    })
    .slice(0, wanted === '' ? rooms.length : MOST_PLACES);
  if (wanted === '') return all;
  const search = entry('search answers', FileText, `Answers with “${wanted}”`, [], {
    route: { room: 'answers', query: wanted },
  });
  const browse = entry('search questions', MessageCircleQuestionMark, `Questions with “${wanted}”`, [], {
    route: { room: 'questions', query: wanted },
  });
  return [...all, search, browse];
}

/** The lines for a query, by their heads; heads without lines are left out. */
export function entryGroups(sources: Sources): EntryGroup[] {
  const groups: EntryGroup[] = [
    { name: 'Do', entries: deeds(sources) },
    { name: 'Questions', entries: questions(sources) },
    { name: 'Said in your answers', entries: said(sources) },
    { name: 'Rules', entries: rulePages(sources) },
    { name: 'Go to', entries: places(sources) },
  ];
  return groups.filter((group) => group.entries.length > 0);
}
