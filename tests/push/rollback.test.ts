import { describe, expect, it } from 'vitest';
import { cannotUndo, countResults, resultsOf, rollbackOf, type PushItem } from '../../src/lib/push/index.ts';
import type { MemoryApp } from '../servers/memory/memory-app.ts';
import { mishaps } from './mishaps.ts';
import { connectorsOf, planOf, pushAll, type Pushed, type PushWorld } from './push-world.ts';
import { randomWorld } from './random-plan.ts';
import { overSeeds } from './seeds.ts';
import { judge } from './truth.ts';

const OBJECTS = ['companies', 'people', 'notes'];

/** What is there, by id; what is blank is as if it had no such field. */
const picture = (app: MemoryApp): ReadonlyMap<string, string> =>
  new Map(
    OBJECTS.flatMap((object) =>
      app
        .there(object)
        .map(({ id, values }): [string, string] => [
          `${object} ${id}`,
          JSON.stringify([...values].filter(([, text]) => text !== '').sort()),
        ]),
    ),
  );

const backOf = (world: PushWorld, { journal }: Pushed, can: Parameters<typeof connectorsOf>[1] = {}) => {
  const { left, right } = connectorsOf(world, can);
  const { basis, approval } = world.plan;
  return rollbackOf(
    journal.standing,
    { left: left.can, right: right.can },
    { id: `${world.plan.id}-back`, basis, approval },
  );
};

describe('the way back', () => {
  it('[L10] a push and then its rollback leave the app as it was', async () => {
    await overSeeds(25, async (seed) => {
      const world = randomWorld(seed, { changes: 25, creates: 25, poison: 3, notes: seed % 2 === 0 });
      const before = picture(world.apps.right);
      const befalls = mishaps(world.random, seed % 2 === 0 ? {} : { dropped: 0.1, overloaded: 0.1 });
      const pushed = await pushAll(world, { befalls });
      expect(countResults(pushed.results).written).toBeGreaterThan(0);
      const back = backOf(world, pushed);
      expect(back.notUndone).toEqual([]);
      world.apps.right.done.length = 0;
      const undone = await pushAll(world, { befalls }, back.plan);
      judge(world, undone.results, back.plan.items);
      expect(countResults(undone.results).written).toBe(back.plan.items.length);
      expect(picture(world.apps.right)).toEqual(before);
    });
  });

  it('takes away what belongs to a record before that record', () => {
    return overSeeds(3, async (seed) => {
      const world = randomWorld(seed, { changes: 0, creates: 30 });
      const { plan } = backOf(world, await pushAll(world));
      const at = new Map(plan.items.map(({ key }, n) => [key, n]));
      const back = (key: string): number => at.get(JSON.stringify(['back', key])) ?? NaN;
      const children = world.plan.items.filter(({ refs }) => refs.size > 0);
      expect(children.length).toBeGreaterThan(0);
      for (const { key, refs } of children) {
        for (const parent of refs.values()) expect(back(key)).toBeLessThan(back(parent));
      }
    });
  });

  it('[L10] what the app cannot take back is said before the push, and is all that stays', async () => {
    await overSeeds(10, async (seed) => {
      const world = randomWorld(seed, { changes: 20, creates: 20 });
      const can = { remove: null, restore: false, clear: false } as const;
      const items = world.plan.items.filter(
        ({ act, values }) => act !== 'remove' && ![...values.values()].includes(''),
      );
      const keys = new Set(items.map(({ key }) => key));
      const plan = planOf(items.filter(({ refs }) => [...refs.values()].every((key) => keys.has(key))));
      const before = picture(world.apps.right);
      const pushed = await pushAll(world, { can }, plan);
      const { left, right } = connectorsOf(world, { can });
      const said = cannotUndo(plan.items, { left: left.can, right: right.can });
      const back = backOf(world, pushed, { can });
      const named = (all: readonly { readonly item: PushItem; readonly because: string }[]) =>
        all.map(({ item, because }) => `${item.key} ${because}`).sort();
      expect(named(back.notUndone)).toEqual(named(said));
      await pushAll(world, { can }, back.plan);
      const created = new Set(
        pushed.results.flatMap((one) =>
          one.is === 'written' && one.created ? [`${one.item.object} ${one.id}`] : [],
        ),
      );
      const after = [...picture(world.apps.right)].filter(([id]) => !created.has(id));
      expect(new Map(after)).toEqual(before);
    });
  });

  it('what was changed since the push is left alone, and is listed', async () => {
    await overSeeds(10, async (seed) => {
      const world = randomWorld(seed, { changes: 20, creates: 10, removes: false });
      const pushed = await pushAll(world);
      const own = world.random.shuffle(pushed.results.filter(({ is }) => is === 'written')).slice(0, 15);
      for (const one of own) {
        if (one.is !== 'written') continue;
        const [field] = [...one.item.values].at(-1)!;
        world.apps.right.edit(one.item.object, one.id, new Map([[field, 'by hand']]));
      }
      const undone = await pushAll(world, {}, backOf(world, pushed).plan);
      const stale = undone.results.filter(({ is }) => is === 'stale').map(({ item }) => item.key);
      expect(stale.length).toBe(own.length);
      for (const one of own) {
        if (one.is !== 'written') continue;
        const values = world.apps.right.get(one.item.object, one.id)!.values;
        expect([...values.values()]).toContain('by hand');
      }
    });
  });

  it('a rollback that was cut goes on where it stood', async () => {
    const world = randomWorld(3, { changes: 20, creates: 20, notes: false });
    const before = picture(world.apps.right);
    const pushed = await pushAll(world);
    const plan = backOf(world, pushed).plan;
    const undone = await pushAll(
      world,
      { befalls: mishaps(world.random, { dropped: 0.5 }), can: { batchSize: 3 } },
      plan,
    );
    expect(countResults(resultsOf(undone.journal.standing)).written).toBe(plan.items.length);
    expect(picture(world.apps.right)).toEqual(before);
  });
});
