import type { FieldImpact, Problem } from '../../conversation/index.ts';
import type { PlanTalk } from './plan-talk.ts';

/** What each mapping of an object sync does, counted when it is looked at, and the mapping shown beside the list. */
export class PlanImpact {
  readonly #client: PlanTalk;
  #rows = $state.raw<readonly FieldImpact[] | null>(null);
  #mapping = $state<string | null>(null);
  #problem = $state.raw<Problem | null>(null);
  /** The object sync whose counts are up to date. */
  #counted: string | null = null;
  #asked = 0;

  constructor(client: PlanTalk) {
    this.#client = client;
  }

  /** Null while it is counted. */
  get rows(): readonly FieldImpact[] | null {
    return this.#rows;
  }
  get mapping(): FieldImpact | null {
    return this.#rows?.find(({ left }) => left === this.#mapping) ?? null;
  }
  get problem(): Problem | null {
    return this.#problem;
  }

  dismiss(): void {
    this.#problem = null;
  }
  show(left: string | null): void {
    this.#mapping = left;
  }

  /** Another plan was made: what was counted is of the last one. */
  outdate(): void {
    this.#counted = null;
  }

  async count(sync: string): Promise<void> {
    if (this.#counted === sync) return;
    const asked = ++this.#asked;
    const answer = await this.#client.impact(sync);
    if (asked !== this.#asked) return;
    this.#problem = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    this.#counted = sync;
    this.#rows = answer.value;
  }
}
