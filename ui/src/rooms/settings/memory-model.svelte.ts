import type { ModelView } from '$lib/ipc/bindings';
import { ipc } from '$lib/ipc/client';

/** The memory model, and what is being done with it. */
export class MemoryModel {
  view = $state.raw<ModelView | null>(null);
  /** Weights are being fitted; it takes seconds. */
  fitting = $state(false);

  /** Whether there are reviews enough to fit it to. */
  get offered(): boolean {
    return this.view !== null && this.view.reviews >= this.view.needed;
  }

  async read(): Promise<void> {
    this.view = await ipc.memoryModel();
  }

  /** Fits the weights to the user's reviews. They are kept only when they foretell better. */
  async fit(): Promise<void> {
    if (this.fitting) return;
    this.fitting = true;
    try {
      this.view = await ipc.fitMemoryModel();
    } finally {
      this.fitting = false;
    }
  }

  /** Goes back to the default weights. */
  async forget(): Promise<void> {
    if (!this.fitting) this.view = await ipc.forgetMemoryModel();
  }
}
