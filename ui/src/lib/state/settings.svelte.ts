import { createContext } from 'svelte';
import { nextOf } from '$lib/interview/interviews';
import type { Interview, Settings } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';

/** The settings as they are now. Changes apply at once and are undone when they cannot be kept. */
export class SettingsState {
  #value = $state.raw<Settings>({
    theme: 'system',
    textSize: 100,
    level: 'senior',
    marksAsIType: true,
    markColours: true,
    letterKeys: true,
    sayTime: true,
    retention: 90,
    newPerDay: 1,
    dayStart: 4,
    minutesADay: 30,
    interviews: [],
    rulesOff: [],
  });
  #last: Promise<unknown> = Promise.resolve();

  /** The settings. */
  get value(): Settings {
    return this.#value;
  }

  /**
   * The interview that is prepared for: the earliest whose day has not passed.
   * @param today `YYYY-MM-DD`, the session's day
   */
  nextInterview(today: string): Interview | null {
    return nextOf(this.#value.interviews, today);
  }

  /** Takes over what Rust says. */
  read(settings: Settings): void {
    this.#value = settings;
  }

  /**
   * Changes some settings at once and keeps them, one change after the other. Only what changed is laid over what
   * Rust holds by then, so that a rule switched off elsewhere stays off.
   * @throws Problem when they cannot be kept; the former values are back then, unless changed again meanwhile.
   */
  async change(some: Partial<Settings>): Promise<void> {
    const before = this.#value;
    const after = { ...before, ...some };
    this.#value = after;
    const kept = this.#last.then(async () => ipc.saveSettings({ ...(await ipc.settings()), ...some }));
    this.#last = kept.catch(() => undefined);
    try {
      const answer = await kept;
      if (this.#value === after) this.#value = answer;
    } catch (thrown) {
      if (this.#value === after) this.#value = before;
      throw thrown;
    }
  }
}

export const [getSettings, setSettings] = createContext<SettingsState>();
