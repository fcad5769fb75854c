import { expect, it } from 'vitest';
import { countResults, resultsOf } from '../../src/lib/push/index.ts';
import type { MemoryFault } from '../servers/memory/memory-faults.ts';
import { begin, pushAll, reopen, runOnce } from './push-world.ts';
import { randomWorld } from './random-plan.ts';
import { ofAll, overSeeds } from './seeds.ts';
import { doneBy, judge } from './truth.ts';

it('100 sign-ins that end in the middle of a push, some renewed at another account: nothing lost, nothing written there', async () => {
  let ended = 0;
  await overSeeds(30, async (seed) => {
    const world = randomWorld(seed, { changes: 20, creates: 20, notes: false });
    await begin(world);
    for (let outs = 0; outs < 4; outs++) {
      let left = 2 + world.random.int(12);
      const befalls = (): MemoryFault | null => (--left === 0 ? { kind: 'signed-out' } : null);
      const journal = await reopen(world.log, world.plan.id);
      const end = await runOnce(world, journal, { befalls, can: { batchSize: 3 } });
      if (end.ok && end.state.is === 'done') break;
      // The canary is looked at; where the sign-in ended before it, it is not.
      if (end.ok && end.state.is === 'paused' && end.state.cause.code === 'signed-out') ended++;
      if (world.random.chance(0.3)) {
        const written = doneBy(world).size;
        world.apps.right.accountId = 'another';
        const other = await runOnce(world, await reopen(world.log, world.plan.id));
        expect(other).toMatchObject({ state: { cause: { code: 'wrong-account', found: 'another' } } });
        expect(doneBy(world).size).toBe(written);
        world.apps.right.accountId = 'memory-1';
      }
    }
    const journal = await reopen(world.log, world.plan.id);
    expect(await runOnce(world, journal)).toEqual({ ok: true, state: { is: 'done' } });
    const results = resultsOf(journal.standing);
    judge(world, results);
    expect(countResults(results).written).toBe(results.length);
  });
  expect(ended).toBeGreaterThanOrEqual(ofAll(100));
});

it('25 storms of 429 and more: all is written, each wait is at least what was asked for, and nothing is sent while it lasts', async () => {
  let storms = 0;
  await overSeeds(10, async (seed) => {
    const world = randomWorld(seed, { changes: 60, creates: 60, notes: false });
    let calmFrom = 0;
    let early = 0;
    let stormy = 0;
    const befalls = (): MemoryFault | null => {
      if (world.clock < calmFrom) {
        early++;
        return { kind: 'rate-limited', seconds: Math.ceil((calmFrom - world.clock) / 1000) };
      }
      if (!world.random.chance(0.1)) return null;
      stormy++;
      const seconds = 1 + world.random.int(20);
      calmFrom = world.clock + seconds * 1000;
      return { kind: 'rate-limited', seconds };
    };
    const { results, states } = await pushAll(world, { befalls, can: { batchSize: 4 } });
    expect(states).toEqual([{ is: 'done' }]);
    judge(world, results);
    expect(countResults(results).written).toBe(results.length);
    expect(stormy).toBeGreaterThan(3);
    storms += stormy;
    // Those that were on their way when it began; nobody begins after.
    expect(early).toBeLessThanOrEqual(stormy * (world.inFlight - 1));
  });
  expect(storms).toBeGreaterThanOrEqual(ofAll(25));
});
