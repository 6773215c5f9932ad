import type { NextStep } from '$lib/ipc/bindings';
import type { Route } from '$lib/state/navigation.svelte';

/** Where a step leads. Without one, to a question of the app's choice. */
export function routeOf(step: NextStep | undefined): Route {
  switch (step?.step) {
    case 'resume':
      return { room: 'practice', takeId: step.takeId };
    case 'review':
      return { room: 'review' };
    case 'drill':
      return { room: 'drill' };
    case 'new':
      return { room: 'practice', questionId: step.question.id };
    default:
      return { room: 'practice' };
  }
}

/** What the one button says. */
export function startLabel(step: NextStep | undefined): string {
  switch (step?.step) {
    case 'resume':
      return 'Go on with your answer';
    case 'review':
      return 'Start with review';
    case 'drill':
      return 'Start with the drill';
    case 'new':
      return 'Start the new question';
    default:
      return 'Practise another question';
  }
}
