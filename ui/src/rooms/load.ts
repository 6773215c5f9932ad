/**
 * Rooms are loaded when they are entered, or before, once the first one stands: the window shows Today without
 * reading the typing page's editor first. The files lie on this computer; loading them takes a few milliseconds.
 */
export const load = {
  practice: once(() => import('./practice/Practice.svelte')),
  check: once(() => import('./phrase-check/PhraseCheck.svelte')),
  mock: once(() => import('./mock/Mock.svelte')),
  review: once(() => import('./review/Review.svelte')),
  drill: once(() => import('./drill/Drill.svelte')),
  answers: once(() => import('./answers/Answers.svelte')),
  stories: once(() => import('./stories/Stories.svelte')),
  questions: once(() => import('./questions/Questions.svelte')),
  progress: once(() => import('./progress/Progress.svelte')),
  settings: once(() => import('./settings/Settings.svelte')),
};

function once<T>(fetch: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => (loading ??= fetch());
}

/** Waits this long where the engine cannot say when it is idle, in milliseconds. */
const REST_MS = 300;

/** Loads the other rooms when the window has nothing else to do. Returns a function that calls it off. */
export function loadWhenIdle(): () => void {
  const all = () => void Promise.all(Object.values(load).map((one) => one()));
  if (typeof requestIdleCallback === 'function') {
    const waiting = requestIdleCallback(all, { timeout: 2000 });
    return () => cancelIdleCallback(waiting);
  }
  const waiting = setTimeout(all, REST_MS);
  return () => clearTimeout(waiting);
}
