import { expect, it } from 'vitest';
import { countResults } from '../../src/lib/push/index.ts';
import { mishaps } from './mishaps.ts';
import { pushAll } from './push-world.ts';
import { randomWorld } from './random-plan.ts';
import { ofAll, overSeeds } from './seeds.ts';
import { doneBy, judge } from './truth.ts';

const DONE = { is: 'done' };

it('[F8] partial batches: of 5,000 each record is what the server says', async () => {
  let batches = 0;
  await overSeeds(62, async (seed) => {
    const world = randomWorld(seed, { changes: 40, creates: 40, poison: 4 });
    const befalls = mishaps(world.random, { partial: 0.7 });
    const transaction = seed % 3 === 0 ? 'batch' : 'items';
    const { results, states } = await pushAll(world, { befalls, can: { batchSize: 3, transaction } });
    expect(states.at(-1)).toEqual(DONE);
    judge(world, results);
    batches += befalls.count();
  });
  expect(batches).toBeGreaterThanOrEqual(ofAll(5000));
});

it('[F2] 20 % of calls overloaded or dropped over 10,000 writes: all are accounted for, none is twice', async () => {
  let written = 0;
  await overSeeds(10, async (seed) => {
    const world = randomWorld(seed, { changes: 200, creates: 150, poison: 1 });
    const befalls = mishaps(world.random, { overloaded: 0.12, dropped: 0.08 });
    const { results, states } = await pushAll(world, { befalls });
    expect(states.at(-1)).toEqual(DONE);
    judge(world, results);
    written += countResults(results).written;
  });
  expect(written).toBeGreaterThanOrEqual(ofAll(10_000));
});

it('[F2] 200 answers dropped after the app had done it: with unique keys nothing is twice or unknown', async () => {
  let dropped = 0;
  await overSeeds(10, async (seed) => {
    const world = randomWorld(seed, { changes: 20, creates: 80, notes: false });
    const befalls = mishaps(world.random, { committed: 0.6 });
    const { results } = await pushAll(world, { befalls, can: { batchSize: 4, upsert: seed % 2 === 0 } });
    judge(world, results);
    expect(countResults(results)).toMatchObject({ written: results.length });
    dropped += befalls.count();
  });
  expect(dropped).toBeGreaterThanOrEqual(ofAll(200));
});

it('creates without a unique field are never sent again after a doubt, and are listed', async () => {
  let listed = 0;
  await overSeeds(10, async (seed) => {
    const world = randomWorld(seed, { changes: 0, creates: 40 });
    const befalls = mishaps(world.random, { dropped: 0.3 });
    const { results } = await pushAll(world, { befalls, can: { batchSize: 4 } });
    judge(world, results);
    const unknown = results.filter(({ is }) => is === 'unknown');
    listed += unknown.length;
    for (const result of unknown) {
      expect(result).toMatchObject({ item: { object: 'notes' }, because: 'no-unique-key' });
    }
    const done = doneBy(world);
    for (const { item } of results) expect(done.get(item.key)?.length ?? 0).toBeLessThan(2);
  });
  expect(listed).toBeGreaterThanOrEqual(ofAll(20));
});
