import type { Problem, StoreHead } from '../../conversation/index.ts';
import type { ProjectClient } from '../link/project-client.ts';

/** What this browser holds for us, and whether it can be written. */
export class StoreState {
  #head = $state.raw<StoreHead | null>(null);
  #problem = $state.raw<Problem | null>(null);

  /** Null until the store is open. */
  get head(): StoreHead | null {
    return this.#head;
  }
  /** Why the store cannot be opened. */
  get problem(): Problem | null {
    return this.#problem;
  }

  take(head: StoreHead): void {
    this.#head = head;
  }

  /** Opens the store, or reads its head again. */
  async refresh(client: ProjectClient): Promise<void> {
    const answer = await client.storeHead();
    this.#problem = answer.ok ? null : answer.problem;
    if (answer.ok) this.#head = answer.value;
  }
}
