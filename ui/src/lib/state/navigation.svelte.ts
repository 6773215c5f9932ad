import { createContext } from 'svelte';

/** A place in the window. */
export type Route =
  | { room: 'today' }
  | { room: 'practice'; questionId?: string; takeId?: number }
  | { room: 'check'; takeId: number; open?: 'fix1' | 'fix2' | 'fix3' }
  /** Choosing one, with `likeId` as that one was; with `mockId` answering in it; with `debriefId` reading its debrief. */
  | { room: 'mock'; mockId?: number; debriefId?: number; likeId?: number }
  | { room: 'review'; answerId?: number }
  | { room: 'drill' }
  | { room: 'answers'; takeId?: number; query?: string }
  | { room: 'questions'; questionId?: string; query?: string; write?: string; from?: string }
  /** With `storyId` that one open; with `write` a new one, for a competency or from an answer. */
  | { room: 'stories'; storyId?: number; write?: boolean; competency?: string; answerId?: number }
  | { room: 'progress' }
  | { room: 'settings'; section?: string; rule?: string };

/** The name of a room's kind of route. */
export type RoomName = Route['room'];

/** The route of one room. */
export type RouteOf<R extends RoomName> = Extract<Route, { room: R }>;

/** Longer than anybody walks back; keeps a day-long session from growing. */
const MOST_STEPS_BACK = 50;

/** Where the user is, and where they came from. */
export class Navigation {
  #route = $state.raw<Route>({ room: 'today' });
  #past: Route[] = [];

  constructor(start: Route = { room: 'today' }) {
    this.#route = start;
  }

  /** Where the user is. */
  get route(): Route {
    return this.#route;
  }

  /** Goes to another place; going to the same place again does nothing. */
  go(route: Route): void {
    if (same(route, this.#route)) return;
    this.#past.push(this.#route);
    if (this.#past.length > MOST_STEPS_BACK) this.#past.shift();
    this.#route = route;
  }

  /** Takes the place of the present route, so that `back` skips it: a draft that became a check, say. */
  replace(route: Route): void {
    this.#route = route;
  }

  /** Where {@link back} leads; null when there is nothing before. */
  get before(): Route | null {
    return this.#past.at(-1) ?? null;
  }

  /** Goes to where the user came from; Today when there is nothing before. */
  back(): void {
    this.#route = this.#past.pop() ?? { room: 'today' };
  }
}

function same(a: Route, b: Route): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export const [getNavigation, setNavigation] = createContext<Navigation>();
