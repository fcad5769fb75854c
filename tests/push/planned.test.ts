import { expect, it } from 'vitest';
import { SIDES } from '../../src/lib/engine/index.ts';
import { countResults, freeze } from '../../src/lib/push/index.ts';
import { enginePlanner } from '../reference/engine-plan.ts';
import { Random } from '../reference/random.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import type { World, WorldBaseline } from '../reference/world.ts';
import { baselineAfter } from './baseline-after.ts';
import { mishaps } from './mishaps.ts';
import { appOf, planOf, pushAll, texts, worldOf } from './push-world.ts';
import { overSeeds } from './seeds.ts';
import { judge } from './truth.ts';
import { DESIGN, fill, worldNow } from './two-apps.ts';

const writesOf = (world: World): readonly unknown[] =>
  enginePlanner(world).lines.flatMap((line) =>
    line.writes.map((write) => ({ ...write, line: line.outcome, of: [line.left?.id, line.right?.id] })),
  );

it('[S381] a plan of the engine is pushed to both apps; what it said came true, and planning again writes nothing', async () => {
  let children = 0;
  await overSeeds(25, async (seed) => {
    const random = new Random(seed);
    const apps = { left: appOf(), right: appOf() };
    fill(apps, random);
    let baseline: WorldBaseline | null = null;
    // What a person changes in between travels with the next push.
    for (let round = 0; round < 3; round++) {
      const read = worldNow(apps, baseline);
      const planned = enginePlanner(read);
      const frozen = freeze({
        ...planOf([]),
        id: `push-${String(seed)}-${String(round)}`,
        lines: planned.lines,
        design: readWorldDesign(DESIGN),
        found: () => new Map(),
        target: (sync) => ({
          object: sync,
          uniqueFields: sync === 'companies' ? ['domain'] : ['email'],
          soughtBy: () => null,
        }),
      });
      expect(frozen.leftOut).toEqual([]);
      children += frozen.plan.items.filter(({ refs }) => refs.size > 0).length;
      const world = { ...worldOf(apps, frozen.plan.items, seed), plan: frozen.plan };
      for (const side of SIDES) apps[side].done.length = 0;
      const befalls = mishaps(random, { partial: 0.1, dropped: 0.05, overloaded: 0.05 });
      const { results } = await pushAll(world, { befalls, can: { batchSize: 5 } });
      judge(world, results);
      expect(countResults(results).written).toBe(results.length);
      baseline = baselineAfter(planned, results);
      const writes = writesOf(worldNow(apps, baseline));
      // Before the next read the plan knows what was sent: nothing of it is offered again, the ids of new parents neither (S381).
      const unread = writesOf({ ...read, baseline });
      expect({ round, writes, unread }).toEqual({ round, writes: [], unread: [] });
      const [side, other] = random.shuffle(SIDES);
      for (const { id } of apps[side!].there('people').slice(0, 4)) {
        apps[side!].edit('people', id, texts({ note: `changed ${String(round)}` }));
      }
      apps[other!].put('people', texts({ email: `later${String(round)}@x.com`, name: 'Cy' }));
    }
  });
  expect(children).toBeGreaterThan(0);
});
