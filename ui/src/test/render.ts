import { render, type RenderResult } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import type { Component } from 'svelte';
import { expect } from 'vitest';
import { pretend, type Fake, type Story } from '$lib/ipc/fake';
import { DAY } from '$lib/ipc/fake/today';
import type { Route } from '$lib/state/navigation.svelte';
import { windowState, type WindowState } from '$lib/state/provide';
import Inside from './Inside.svelte';

/** A component in a pretended window, with everything a test asks about. */
export interface Rendered extends WindowState, Fake {
  user: ReturnType<typeof userEvent.setup>;
  container: HTMLElement;
  unmount: RenderResult<Component>['unmount'];
}

/**
 * Renders a component within the state of a window that talks to the fake: `renderIn(Today, { route }, 'first-run')`.
 * Shortcuts work as they do in the real window.
 */
export function renderIn<Props extends object>(
  component: Component<Props & Record<string, unknown>, object, string>,
  props: Props,
  story: Story | Fake = 'due',
  route?: Route,
): Rendered {
  const fake = typeof story === 'string' ? pretend(story) : story;
  const state = windowState(route);
  state.settings.read(fake.world.settings);
  state.session.today = DAY;
  state.session.due = fake.world.today.due;
  const view = render(Inside as never, { props: { component, props, state } } as never);
  return { ...state, ...fake, container: view.container, unmount: view.unmount, user: userEvent.setup() };
}

/** Fails with what axe finds. Colours are measured in the real window: there is no layout here. */
export async function expectAccessible(element: Element = document.body): Promise<void> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
