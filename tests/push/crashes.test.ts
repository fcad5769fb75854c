import { expect, it } from 'vitest';
import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import { countResults, resultsOf, type JournalLog, type PushTools } from '../../src/lib/push/index.ts';
import { altered } from '../contracts/altered.ts';
import { mishaps } from './mishaps.ts';
import { begin, reopen, runOnce, toolsOf, type PushWorld } from './push-world.ts';
import { randomWorld } from './random-plan.ts';
import { isWhole, overSeeds } from './seeds.ts';
import { judge } from './truth.ts';

class Killed extends Error {}

/** Kills a run at its nth step: before it, or after it was carried out and before anybody heard of it. */
class Killer {
  #left: number;
  readonly #after: boolean;
  #isDead = false;

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
    });
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

/** Runs until it is done, killed again and again at a random step, each time from its journal. */
async function runKilled(world: PushWorld, kills: number): Promise<number> {
  const befalls = mishaps(world.random, { partial: 0.1, dropped: 0.05, overloaded: 0.05 });
  await begin(world);
  let killed = 0;
  for (let rounds = 0; rounds < 200; rounds++) {
    const killer = new Killer(killed < kills ? 1 + world.random.int(50) : Infinity, world.random.chance(0.5));
    const journal = await reopen(killer.log(world.log), world.plan.id);
    try {
      const end = await runOnce(world, journal, {
        befalls,
        can: { batchSize: 4 },
        tools: killer.tools(toolsOf(world)),
        through: (app) => killer.connector(app),
      });
      if (end.ok && end.state.is === 'done') return killed;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      killed++;
    }
  }
  throw new Error('it does not end');
}

it('[F3] killed 200 times at a random step and resumed: nothing twice, nothing lost, nothing unapproved, journal = server', async () => {
  let killed = 0;
  await overSeeds(40, async (seed) => {
    const world = randomWorld(seed, { changes: 12, creates: 12, poison: 2 });
    killed += await runKilled(world, 6);
    const results = resultsOf((await reopen(world.log, world.plan.id)).standing);
    judge(world, results);
    const { 'not-sent': notSent, unknown } = countResults(results);
    // What is not sent waits for a parent that was refused; what is unknown has no key to be asked for by.
    expect(results.filter((one) => one.is === 'not-sent' && one.because !== 'parent')).toEqual([]);
    expect(results.filter(({ is, item }) => is === 'unknown' && item.object !== 'notes')).toEqual([]);
    expect(notSent + unknown).toBeLessThan(results.length / 2);
  });
  if (isWhole) expect(killed).toBeGreaterThanOrEqual(200);
});
