import { expect, it } from 'vitest';
import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import type { PushItem } from '../../src/lib/push/index.ts';
import { altered } from '../contracts/altered.ts';
import { mishaps } from './mishaps.ts';
import { pushAll, type PushWorld } from './push-world.ts';
import { CHANGED, randomWorld } from './random-plan.ts';
import { isWhole, ofAll, overSeeds } from './seeds.ts';
import { doneBy, judge } from './truth.ts';

const changes = ({ plan }: PushWorld): readonly PushItem[] =>
  plan.items.filter(({ act }) => act === 'update');

it('1,000 records a person changed between plan and push: none is overwritten, all are listed', async () => {
  let edited = 0;
  await overSeeds(10, async (seed) => {
    const world = randomWorld(seed, { changes: 100, creates: 10, removes: false });
    const own = world.random.shuffle(changes(world)).slice(0, 100);
    for (const { object, id, values } of own) {
      const [field] = world.random.pick([...values]);
      world.apps.right.edit(object, id!, new Map([[field, `by hand ${id!}`]]));
    }
    const { results } = await pushAll(world, {
      befalls: mishaps(world.random, { dropped: 0.05, partial: 0.1 }),
    });
    judge(world, results);
    const done = doneBy(world);
    const byKey = new Map(results.map((result) => [result.item.key, result]));
    for (const { key, object, id } of own) {
      expect(byKey.get(key)?.is).toBe('stale');
      expect(done.has(key)).toBe(false);
      expect([...world.apps.right.get(object, id!)!.values.values()]).toContain(`by hand ${id!}`);
    }
    const listed = results.filter(({ is }) => is === 'stale').length;
    expect(listed).toBe(own.length);
    edited += own.length;
  });
  expect(edited).toBeGreaterThanOrEqual(ofAll(1000));
});

it('200 targets deleted or merged between plan and push: none is created again', async () => {
  let gone = 0;
  await overSeeds(10, async (seed) => {
    const world = randomWorld(seed, { changes: 30, creates: 5, removes: false });
    const own = world.random.shuffle(changes(world)).slice(0, 20);
    const before = world.apps.right.all('people').length;
    for (const { object, id } of own) {
      if (world.random.chance(0.5)) world.apps.right.delete(object, id!);
      else world.apps.right.erase(object, id!);
    }
    const { results } = await pushAll(world, { befalls: mishaps(world.random, { dropped: 0.05 }) });
    judge(world, results);
    const byKey = new Map(results.map((result) => [result.item.key, result]));
    for (const { key, object, id } of own) {
      expect(byKey.get(key)).toMatchObject({ is: 'stale', found: null });
      expect(world.apps.right.get(object, id!)?.deleted ?? true).toBe(true);
    }
    const created = results.filter(
      ({ item, is }) => item.object === 'people' && item.act === 'create' && is === 'written',
    );
    expect(world.apps.right.all('people').length).toBeLessThanOrEqual(before + created.length);
    gone += own.length;
  });
  expect(gone).toBeGreaterThanOrEqual(ofAll(200));
});

it('a record somebody made with the key of a create since the approval is not written over', async () => {
  await overSeeds(10, async (seed) => {
    const world = randomWorld(seed, { changes: 0, creates: 20, notes: false });
    const own = world.plan.items.filter(({ object }) => object === 'people').slice(0, 5);
    const ids = own.map(({ unique }) =>
      world.apps.right.put(
        'people',
        new Map([
          ['email', unique!.value],
          ['name', 'by hand'],
        ]),
      ),
    );
    const { results } = await pushAll(world);
    judge(world, results);
    const byKey = new Map(results.map((result) => [result.item.key, result.is]));
    for (const [at, { key }] of own.entries()) {
      expect(byKey.get(key)).toBe('stale');
      expect(world.apps.right.get('people', ids[at]!)?.values.get('name')).toBe('by hand');
    }
  });
});

it('[S336] what a person changes around the call: seen before it, never seen within, named by the read back after it', async () => {
  const edited = { window: 0, after: 0 };
  await overSeeds(10, async (seed) => {
    const world = randomWorld(seed, { changes: 40, creates: 5, removes: false });
    const app = world.apps.right;
    const within = new Map<string, string>();
    const after = new Map<string, string>();
    const through = (connector: AppConnector): AppConnector =>
      altered(connector, {
        write: async (batch) => {
          const own = batch.items.filter(({ id }) => batch.act === 'update' && id !== null);
          // Between the look and the call: another field, which stays, of one; a field that is written of the next.
          for (const { key, id, values } of own.slice(0, 2)) {
            const others = CHANGED[batch.object]!.filter((name) => !values.has(name));
            const field = others[0] ?? [...values.keys()][0]!;
            app.edit(batch.object, id!, new Map([[field, 'within']]));
            if (others.length > 0) within.set(key, field);
          }
          const answer = await connector.write(batch);
          for (const { key, id, values } of own.slice(2, 4)) {
            app.edit(batch.object, id!, new Map([[[...values.keys()][0]!, 'after']]));
            after.set(key, [...values.keys()][0]!);
          }
          return answer;
        },
      });
    const { results } = await pushAll(world, { through });
    judge(world, results);
    for (const one of results) {
      if (one.item.act !== 'update' || one.is !== 'written') continue;
      const { key } = one.item;
      const now = app.get(one.item.object, one.id)!.values;
      if (after.has(key)) {
        expect(one).toMatchObject({ reads: 'different' });
        expect(one.found?.get(after.get(key)!)).toBe('after');
        expect(now.get(after.get(key)!)).toBe('after');
        edited.after++;
      } else expect(['as-planned', 'normalised']).toContain(one.reads);
      if (!within.has(key)) continue;
      expect(now.get(within.get(key)!)).toBe('within');
      edited.window++;
    }
  });
  if (!isWhole) return;
  expect(edited.window).toBeGreaterThan(50);
  expect(edited.after).toBeGreaterThan(100);
});
