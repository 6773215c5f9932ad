import ChartLine from '@lucide/svelte/icons/chart-line';
import FileText from '@lucide/svelte/icons/file-text';
import Library from '@lucide/svelte/icons/library';
import MessageCircleQuestionMark from '@lucide/svelte/icons/message-circle-question-mark';
import Mic from '@lucide/svelte/icons/mic';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import Settings2 from '@lucide/svelte/icons/settings-2';
import Sun from '@lucide/svelte/icons/sun';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import type { Action } from '$lib/state/actions.svelte';
import type { Navigation, RoomName, Route } from '$lib/state/navigation.svelte';

/** A room as the sidebar shows it. */
export interface Room {
  name: RoomName;
  label: string;
  icon: Component;
  keys: string;
  route: Route;
}

/** The rooms in sidebar order; a hairline parts the groups. */
export const ROOM_GROUPS: readonly (readonly Room[])[] = [
  [
    { name: 'today', label: 'Today', icon: Sun, keys: 'mod+1', route: { room: 'today' } },
    { name: 'practice', label: 'Practice', icon: Mic, keys: 'mod+2', route: { room: 'practice' } },
    { name: 'mock', label: 'Mock interview', icon: Users, keys: 'mod+3', route: { room: 'mock' } },
    { name: 'review', label: 'Review', icon: RotateCcw, keys: 'mod+4', route: { room: 'review' } },
  ],
  [
    { name: 'answers', label: 'Answers', icon: FileText, keys: 'mod+5', route: { room: 'answers' } },
    { name: 'stories', label: 'Stories', icon: Library, keys: 'mod+6', route: { room: 'stories' } },
    {
      name: 'questions',
      label: 'Questions',
      icon: MessageCircleQuestionMark,
      keys: 'mod+7',
      route: { room: 'questions' },
    },
  ],
  [
    { name: 'progress', label: 'Progress', icon: ChartLine, keys: 'mod+8', route: { room: 'progress' } },
    { name: 'settings', label: 'Settings', icon: Settings2, keys: 'mod+,', route: { room: 'settings' } },
  ],
];

/** The sidebar's room for a route: the phrase check belongs to Practice, a drill to Review. */
export function sidebarRoom(room: RoomName): RoomName {
  if (room === 'check') return 'practice';
  return room === 'drill' ? 'review' : room;
}

/** The name of the window in a room. */
export function titleOf(room: RoomName): string {
  if (room === 'drill') return 'Drill · Answerable';
  const found = ROOM_GROUPS.flat().find((one) => one.name === room);
  return `${found?.label ?? 'Phrase check'} · Answerable`;
}

/** Whether a route fills the window: nothing to do but answer, no sidebar, no palette. */
export function fillsWindow(route: Route): boolean {
  return route.room === 'mock' && route.mockId !== undefined;
}

/** Going to each room, by key, menu and palette. */
export function roomActions(navigation: Pick<Navigation, 'go'>): Action[] {
  return ROOM_GROUPS.flat().map((room) => ({
    id: `room.${room.name}`,
    label: room.label,
    keys: room.keys,
    group: 'Go to',
    run: () => navigation.go(room.route),
  }));
}
