import { expect, it } from 'vitest';
import { countResults, resultsOf } from '../../src/lib/push/index.ts';
import { Killed, Killer } from './killer.ts';
import { mishaps } from './mishaps.ts';
import { begin, reopen, runOnce, toolsOf, type PushWorld } from './push-world.ts';
import { randomWorld, withJobs } from './random-plan.ts';
import { ofAll, overSeeds } from './seeds.ts';
import type { JobRoom } from '../servers/memory/memory-jobs.ts';
import { judge } from './truth.ts';

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

/** Of so many worlds, each killed six times; how often it was. */
async function overKilled(count: number, more: (world: PushWorld) => PushWorld): Promise<number> {
  let killed = 0;
  await overSeeds(count, async (seed) => {
    const world = more(randomWorld(seed, { changes: 12, creates: 12, poison: 2 }));
    killed += await runKilled(world, 6);
    const results = resultsOf((await reopen(world.log, world.plan.id)).standing);
    judge(world, results);
    const { 'not-sent': notSent, unknown } = countResults(results);
    // What is not sent waits for a parent that was refused; what is unknown has no key to be asked for by.
    expect(results.filter((one) => one.is === 'not-sent' && one.because !== 'parent')).toEqual([]);
    expect(results.filter(({ is, item }) => is === 'unknown' && item.object !== 'notes')).toEqual([]);
    expect(notSent + unknown).toBeLessThan(results.length / 2);
  });
  return killed;
}

it('[F3] killed 200 times at a random step and resumed: nothing twice, nothing lost, nothing unapproved, journal = server', async () => {
  const killed = await overKilled(40, (world) => world);
  expect(killed).toBeGreaterThanOrEqual(ofAll(200));
});

it('[S441] the same where records go as jobs, some of which break off', async () => {
  const rooms: JobRoom[] = [];
  const killed = await overKilled(40, (world) => {
    const own = withJobs(world, { over: 4, most: 9 });
    const { jobs } = own.apps.right;
    if (own.random.chance(0.3)) jobs.breaksAfter = 2 + own.random.int(5);
    rooms.push(jobs);
    return own;
  });
  expect(killed).toBeGreaterThanOrEqual(ofAll(200));
  expect(rooms.filter(({ all }) => all.size > 0).length).toBeGreaterThanOrEqual(ofAll(30));
});
