import type { Problem, Since } from '../../conversation/index.ts';
import type { Jobs } from '../project/jobs.svelte.ts';
import type { PlanTalk } from './plan-talk.ts';

/** What a plan knows since the last hand-over, asked once its view is shown. */
export class PlanSince {
  readonly #client: PlanTalk;
  readonly #jobs: Pick<Jobs, 'run'>;
  #told = $state.raw<Since | null>(null);
  #problem = $state.raw<Problem | null>(null);
  /** The object sync that was asked about. */
  #sync: string | null = null;

  constructor(client: PlanTalk, jobs: Pick<Jobs, 'run'>) {
    this.#client = client;
    this.#jobs = jobs;
  }

  /** Null until it was asked of this plan. */
  get told(): Since | null {
    return this.#told;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  dismiss(): void {
    this.#problem = null;
  }

  /** Another plan was made. */
  outdate(): void {
    this.#sync = null;
    this.#told = null;
  }

  async ask(sync: string): Promise<void> {
    if (this.#sync === sync) return;
    this.#sync = sync;
    this.#told = null;
    const answer = await this.#jobs.run({ title: '', work: 'counting', again: true }, (job) =>
      this.#client.since(sync, job),
    );
    if (this.#sync !== sync) return;
    if (answer.ok) this.#told = answer.value;
    else {
      this.#sync = null;
      if (answer.problem.code !== 'cancelled') this.#problem = answer.problem;
    }
  }
}
