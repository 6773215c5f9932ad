import { Actions, setActions } from './actions.svelte';
import { Navigation, setNavigation, type Route } from './navigation.svelte';
import { Problems, setProblems } from './problems.svelte';
import { Session, setSession } from './session.svelte';
import { SettingsState, setSettings } from './settings.svelte';
import { Toasts, setToasts } from './toasts.svelte';

/** The state of the window, one of each. */
export interface WindowState {
  navigation: Navigation;
  settings: SettingsState;
  toasts: Toasts;
  problems: Problems;
  actions: Actions;
  session: Session;
}

/** Makes the state of a window. */
export function windowState(route?: Route): WindowState {
  const navigation = new Navigation(route);
  const settings = new SettingsState();
  const session = new Session();
  const toasts: Toasts = new Toasts((thrown) => problems.report(thrown));
  const problems = new Problems(() => toasts);
  const actions = new Actions({
    letterKeys: () => settings.value.letterKeys,
    failed: (thrown) => problems.report(thrown),
  });
  return { navigation, settings, toasts, problems, actions, session };
}

/** Gives it to the calling component and everything in it. */
export function provide(state: WindowState): void {
  setNavigation(state.navigation);
  setSettings(state.settings);
  setToasts(state.toasts);
  setProblems(state.problems);
  setActions(state.actions);
  setSession(state.session);
}
