import { expect, it } from 'vitest';
import { countResults } from '../../src/lib/push/index.ts';
import { parentsFirst } from '../../src/lib/push/plan/parents-first.ts';
import { mishaps } from './mishaps.ts';
import { planOf, pushAll } from './push-world.ts';
import { randomWorld } from './random-plan.ts';
import { overSeeds } from './seeds.ts';
import { judge } from './truth.ts';

it('writes what was approved, and the app has it', async () => {
  const world = randomWorld(1, { changes: 30, creates: 30 });
  const { results, states } = await pushAll(world);
  judge(world, results);
  expect(states).toEqual([{ is: 'done' }]);
  expect(countResults(results).written).toBe(world.plan.items.length);
});

it('[L9] whatever goes wrong, nothing is sent that is not approved, and results partition what is', async () => {
  await overSeeds(40, async (seed) => {
    const world = randomWorld(seed, { changes: 15, creates: 15, poison: 5 });
    const all = world.plan.items;
    // A person approves a part; what needs a record that is not in it cannot be sent.
    const keys = new Set(all.filter(() => world.random.chance(0.6)).map(({ key }) => key));
    const { items, leftOut } = parentsFirst(
      all.filter(({ key }) => keys.has(key)),
      (sync) => ['companies', 'people', 'notes'].indexOf(sync),
    );
    expect(items.length + leftOut.length).toBe(keys.size);
    expect(leftOut.every(({ because }) => because === 'parent-not-approved')).toBe(true);
    const befalls = mishaps(world.random, { partial: 0.2, dropped: 0.1, overloaded: 0.1 });
    const transaction = seed % 4 === 0 ? 'batch' : 'items';
    const { results } = await pushAll(world, { befalls, can: { batchSize: 5, transaction } }, planOf(items));
    judge(world, results, items);
    const counts = Object.values(countResults(results));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(items.length);
  });
});
