import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import type { AppJobs } from '../../src/lib/connectors/app/jobs.ts';
import type { JournalLog, PushTools } from '../../src/lib/push/index.ts';
import { altered } from '../contracts/altered.ts';

export class Killed extends Error {}

/** Kills a run at its nth step: before it, or after it was carried out and before anybody heard of it. */
export class Killer {
  #left: number;
  readonly #after: boolean;
  #isDead = false;

  /** False where its run had not so many steps. */
  get hasKilled(): boolean {
    return this.#isDead;
  }

  constructor(steps: number, after: boolean) {
    this.#left = steps;
    this.#after = after;
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    const isLast = --this.#left === 0;
    if (this.#isDead || (isLast && !this.#after)) return this.#die();
    const answer = await work();
    // Of what was in flight together nobody hears either.
    return isLast || this.#isDead ? this.#die() : answer;
  }

  #die(): never {
    this.#isDead = true;
    throw new Killed();
  }

  connector(app: AppConnector): AppConnector {
    return altered(app, {
      account: () => this.through(() => app.account()),
      describe: () => this.through(() => app.describe()),
      read: (request) => this.through(() => app.read(request)),
      readByIds: (...asked) => this.through(() => app.readByIds(...asked)),
      findByKey: (...asked) => this.through(() => app.findByKey(...asked)),
      write: (batch) => this.through(() => app.write(batch)),
      ...(app.jobs !== undefined && { jobs: this.#jobs(app.jobs) }),
    });
  }

  #jobs(jobs: AppJobs): AppJobs {
    return {
      sizes: jobs.sizes,
      takes: (...asked) => jobs.takes(...asked),
      open: (batch) => this.through(() => jobs.open(batch)),
      fill: (...asked) => this.through(() => jobs.fill(...asked)),
      start: (job) => this.through(() => jobs.start(job)),
      look: (job) => this.through(() => jobs.look(job)),
      abort: (job) => this.through(() => jobs.abort(job)),
      outcome: (...asked) => this.through(() => jobs.outcome(...asked)),
    };
  }

  log(log: JournalLog): JournalLog {
    return {
      begin: (...about) => log.begin(...about),
      read: (push) => log.read(push),
      append: (...about) => this.through(() => log.append(...about)),
      list: () => log.list(),
    };
  }

  tools(tools: PushTools): PushTools {
    return { ...tools, sleep: (...about) => this.through(() => tools.sleep(...about)) };
  }
}
