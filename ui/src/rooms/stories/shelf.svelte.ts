import type { Exported, StoriesView, StoryDetail, StoryFormat, StoryRow } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';

/** The stories there are and the one that is open. */
export class StoryShelf {
  /** All stories and the matrix; null until they are here. */
  view = $state.raw<StoriesView | null>(null);
  /** The story shown beside them. */
  open = $state.raw<StoryDetail | null>(null);
  /** The story that is selected: {@link open} follows it. */
  selected = $state<number | null>(null);

  readonly #failed: (error: unknown) => void;
  #asked = 0;
  #opened = 0;

  /** @param failed told when something could not be read. */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  get rows(): StoryRow[] {
    return this.view?.stories ?? [];
  }

  /** The place of the selected story among all, from 0; −1 when none is selected. */
  get place(): number {
    return this.rows.findIndex((row) => row.id === this.selected);
  }

  /** Reads everything and opens a story: the one asked for, else the one that was open, else the first. */
  async start(storyId: number | undefined): Promise<void> {
    await this.refresh(storyId);
  }

  /** Reads everything again; what is open stays open while it is there. */
  async refresh(wanted: number | null = this.selected): Promise<void> {
    const mine = (this.#asked += 1);
    try {
      const view = await ipc.stories();
      if (mine === this.#asked) await this.#take(view, wanted ?? this.selected);
    } catch (error) {
      if (mine === this.#asked) this.#failed(error);
    }
  }

  /** Selects a story and opens it. */
  async select(id: number): Promise<void> {
    if (id === this.selected && this.open?.id === id) return;
    await this.#show(id);
  }

  /** Deletes a story; the next one is selected. */
  async delete(id: number): Promise<void> {
    const place = this.rows.findIndex((row) => row.id === id);
    const view = await ipc.deleteStories([id]);
    this.#asked += 1;
    const next = view.stories[Math.min(Math.max(place, 0), view.stories.length - 1)];
    await this.#take(view, next?.id ?? null);
  }

  /** Takes back {@link delete}: the story is selected again. */
  async restore(id: number): Promise<void> {
    const view = await ipc.restoreStories([id]);
    this.#asked += 1;
    await this.#take(view, id);
  }

  /** Says of answers whether they tell a story. The matrix follows. */
  async link(storyId: number, changes: readonly { answerId: number; on: boolean }[]): Promise<void> {
    try {
      for (const { answerId, on } of changes) {
        const detail = await ipc.linkStory(storyId, answerId, on);
        if (this.selected === storyId) this.open = detail;
      }
    } finally {
      await this.refresh();
    }
  }

  /** Writes stories into a new file; none named is all. */
  export(ids: number[], format: StoryFormat): Promise<Exported> {
    return ipc.exportStories(ids, format);
  }

  /** Ends what is on its way: the room is left. */
  close(): void {
    this.#asked += 1;
    this.#opened += 1;
  }

  async #take(view: StoriesView, wanted: number | null): Promise<void> {
    this.view = view;
    const there = view.stories.find((row) => row.id === wanted) ?? view.stories[0];
    if (there) return this.#show(there.id);
    this.#opened += 1;
    this.selected = null;
    this.open = null;
  }

  async #show(id: number): Promise<void> {
    const mine = (this.#opened += 1);
    this.selected = id;
    try {
      const detail = await ipc.story(id);
      if (mine === this.#opened) this.open = detail;
    } catch (error) {
      if (mine === this.#opened) this.#failed(error);
    }
  }
}
