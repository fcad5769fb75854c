import { expect, test } from 'vitest';
import { countCheck, drain, planTraits } from '../../src/lib/engine/index.ts';
import { checkedSync } from './checked-sync.ts';
import { enginePlanner } from './engine-plan.ts';
import { randomCounted } from './random-checks.ts';
import { randomWorld } from './random-world.ts';
import { Random } from './random.ts';
import { countSlowly } from './slow-checks.ts';
import { AS_OF, type World } from './world.ts';

const SEED = Number(process.env['SEED'] ?? 1);

/** The same where a blank that somebody made travels: few worlds say so. */
const clearing = (world: World): World => {
  const design = world.design as { readonly syncs: readonly { readonly blanks?: object }[] };
  const syncs = design.syncs.map((sync) => ({
    ...sync,
    blanks: { ...sync.blanks, propagateClears: 'always' },
  }));
  return { ...world, design: { ...design, syncs } };
};

test('[S400] [S401] [S402] a check counts what counting line by line gives, on 100 random plans', () => {
  const told = { counted: 0, some: 0, byChange: new Map<string, number>() };
  for (let seed = SEED; seed < SEED + 100; seed++) {
    const world = seed % 2 === 0 ? randomWorld(seed) : clearing(randomWorld(seed));
    const { plan, lines } = enginePlanner(world);
    const random = new Random(seed + 400);
    for (const sync of plan.syncs) {
      const on = checkedSync(world, sync.sync.id, lines);
      const traits = drain(planTraits(sync));
      for (let n = 0; n < 16; n++) {
        const counted = randomCounted(on, random);
        if (counted.where.some(({ field }) => field === '')) continue;
        const { members, number, looked } = drain(countCheck(sync, counted, traits, AS_OF));
        const found = [...members.keys()].filter((at) => members[at] === 1);
        const slow = countSlowly(counted, on);
        const about = `seed ${String(seed)}: ${JSON.stringify(counted)}`;
        expect({ found, looked }, about).toEqual({ found: slow.members, looked: slow.looked });
        expect(number, about).toBe(found.length);
        told.counted++;
        if (number === 0) continue;
        told.some++;
        for (const { change } of counted.writes)
          told.byChange.set(change, (told.byChange.get(change) ?? 0) + 1);
      }
    }
  }
  // Every kind of change is among those that count something.
  expect(told.some).toBeGreaterThan(told.counted / 8);
  expect([...told.byChange.keys()].sort()).toHaveLength(7);
});
