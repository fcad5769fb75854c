import { BOTH_AS_GIVEN } from '../../engine/index.ts';
import type { Problem, Rounds, RoundsAsked } from '../../conversation/index.ts';
import type { Job, Jobs } from '../project/jobs.svelte.ts';
import type { PlanTalk } from './plan-talk.ts';

/** A rehearsal of the plan, made when a person asks for it; another plan is another rehearsal. */
export class PlanRounds {
  readonly #client: Pick<PlanTalk, 'rounds'>;
  readonly #jobs: Pick<Jobs, 'run'>;
  #asked = $state.raw<RoundsAsked>({ rounds: 5, forms: BOTH_AS_GIVEN });
  #told = $state.raw<Rounds | null>(null);
  #job = $state.raw<Job | null>(null);
  #running = $state(false);
  #problem = $state.raw<Problem | null>(null);
  /** Counts plans and rehearsals: what an older one answers is passed over. */
  #turn = 0;

  constructor(client: Pick<PlanTalk, 'rounds'>, jobs: Pick<Jobs, 'run'>) {
    this.#client = client;
    this.#jobs = jobs;
  }

  /** What is rehearsed next. */
  get asked(): RoundsAsked {
    return this.#asked;
  }
  ask(asked: RoundsAsked): void {
    this.#asked = asked;
  }
  /** Is what is told of other forms than those asked for now? */
  get isOld(): boolean {
    return this.#told !== null && JSON.stringify(this.#told.asked) !== JSON.stringify(this.#asked);
  }

  /** Null until it was asked of this plan. */
  get told(): Rounds | null {
    return this.#told;
  }
  /** Told of once it takes long. */
  get job(): Job | null {
    return this.#job;
  }
  get running(): boolean {
    return this.#running;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  dismiss(): void {
    this.#problem = null;
  }

  /** Another plan was made. */
  outdate(): void {
    this.#turn++;
    this.#told = null;
    this.#running = false;
  }

  /** Cancelled, the former rehearsal stays. */
  async rehearse(): Promise<void> {
    const asked = this.#asked;
    const turn = ++this.#turn;
    this.#running = true;
    this.#problem = null;
    const answer = await this.#jobs.run(
      { title: '', work: 'rehearsing', again: true },
      (job) => this.#client.rounds(asked, job),
      (job) => (this.#job = job),
    );
    if (this.#turn !== turn) return;
    this.#running = false;
    if (answer.ok) this.#told = answer.value;
    else if (answer.problem.code !== 'cancelled') this.#problem = answer.problem;
  }
}
