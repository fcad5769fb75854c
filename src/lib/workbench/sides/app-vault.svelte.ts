import type { Both, Side } from '../../engine/index.ts';
import type { Answer, Problem } from '../../conversation/index.ts';
import type { ProjectClient } from '../link/project-client.ts';
import type { Job, Jobs } from '../project/jobs.svelte.ts';

type Client = Pick<ProjectClient, 'makeVault' | 'openVault' | 'forgetVault'>;

const NOTHING: Both<Problem | null> = { left: null, right: null };

/** The acts over the vault of the open project (S420). A passphrase goes through here to the worker and is kept nowhere. */
export class AppVault {
  readonly #client: Client;
  readonly #jobs: Jobs;
  /** Looks again at who is signed in. */
  readonly #look: () => Promise<void>;
  #busy = $state(false);
  #job = $state.raw<Job | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #notIn = $state.raw(NOTHING);

  constructor(client: Client, jobs: Jobs, look: () => Promise<void>) {
    this.#client = client;
    this.#jobs = jobs;
    this.#look = look;
  }

  /** Something is done with it. */
  get busy(): boolean {
    return this.#busy;
  }
  get job(): Job | null {
    return this.#job;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** Why a side was not signed in to when it was last opened. */
  notIn(side: Side): Problem | null {
    return this.#notIn[side];
  }

  /** True: there is one from now on. */
  make(passphrase: string): Promise<boolean> {
    return this.#do(() => this.#client.makeVault(passphrase));
  }

  /** Null: it is open already. True: it is open. `title`: what runs. */
  open(passphrase: string | null, title: string): Promise<boolean> {
    this.#notIn = NOTHING;
    return this.#do(async () => {
      const answer = await this.#jobs.run(
        { title },
        (job) => this.#client.openVault(passphrase, job),
        (job) => (this.#job = job),
      );
      if (answer.ok) this.#notIn = answer.value;
      return answer;
    });
  }

  async forget(): Promise<void> {
    this.#notIn = NOTHING;
    await this.#do(() => this.#client.forgetVault());
  }

  dismiss(): void {
    this.#problem = null;
  }

  async #do(act: () => Promise<Answer<unknown>>): Promise<boolean> {
    this.#busy = true;
    this.#problem = null;
    const answer = await act();
    // What a person ended is no news to him.
    if (!answer.ok && answer.problem.code !== 'cancelled') this.#problem = answer.problem;
    this.#busy = false;
    this.#job = null;
    await this.#look();
    return answer.ok;
  }
}
