import type { Settings } from '$lib/ipc/bindings';
import { getProblems } from '$lib/state/problems.svelte';
import { getSettings } from '$lib/state/settings.svelte';

/** Keeps a change of settings and reports when it cannot be kept. Call it while a component is set up. */
export function keeper(): (some: Partial<Settings>) => Promise<void> {
  const settings = getSettings();
  const problems = getProblems();
  return async (some) => {
    try {
      await settings.change(some);
    } catch (thrown) {
      problems.report(thrown);
    }
  };
}
