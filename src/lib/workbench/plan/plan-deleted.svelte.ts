import type { DeletedSide, Problem } from '../../conversation/index.ts';
import type { Jobs } from '../project/jobs.svelte.ts';
import type { PlanTalk } from './plan-talk.ts';

/** The review of what was deleted (DE2): open on one object sync, its list asked of the plan. */
export class PlanDeleted {
  readonly #client: Pick<PlanTalk, 'deleted'>;
  readonly #jobs: Pick<Jobs, 'run'>;
  #sync = $state<string | null>(null);
  #told = $state.raw<readonly DeletedSide[] | null>(null);
  #problem = $state.raw<Problem | null>(null);

  constructor(client: Pick<PlanTalk, 'deleted'>, jobs: Pick<Jobs, 'run'>) {
    this.#client = client;
    this.#jobs = jobs;
  }

  /** The object sync that is reviewed; null while the review is closed. */
  get sync(): string | null {
    return this.#sync;
  }
  /** Null until it is known. */
  get told(): readonly DeletedSide[] | null {
    return this.#told;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  dismiss(): void {
    this.#problem = null;
  }
  close(): void {
    this.#sync = null;
  }

  async show(sync: string): Promise<void> {
    this.#sync = sync;
    this.#told = null;
    const answer = await this.#jobs.run({ title: '', work: 'counting', again: true }, (job) =>
      this.#client.deleted(sync, job),
    );
    if (this.#sync !== sync) return;
    if (answer.ok) this.#told = answer.value;
    else {
      this.#sync = null;
      if (answer.problem.code !== 'cancelled') this.#problem = answer.problem;
    }
  }
}
