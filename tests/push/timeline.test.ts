import { describe, expect, it } from 'vitest';
import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import { onBoth, SIDES, type Both, type Side } from '../../src/lib/engine/index.ts';
import {
  afterCut,
  batchesOf,
  resultsOf,
  type PlannedBatch,
  type PushItem,
} from '../../src/lib/push/index.ts';
import { altered } from '../contracts/altered.ts';
import { MemoryApp } from '../servers/memory/memory-app.ts';
import { HandControl } from './hand-control.ts';
import { begin, inOrder, itemOf, runOnce, texts, worldOf, type PushWorld } from './push-world.ts';
import { randomWorld } from './random-plan.ts';
import { overSeeds } from './seeds.ts';
import { doneBy, judge } from './truth.ts';

const SHAPE = { changes: 12, creates: 12 };
const sizesOf = (seed: number): number => 2 + (seed % 5);

/** A plan for both apps, some of whose records are pairs that are written on both sides. */
function bothWays(seed: number): PushWorld {
  const right = randomWorld(seed, SHAPE);
  const left = randomWorld(seed + 1000, SHAPE);
  const other = new Map(right.plan.items.map((item) => [item.key, item]));
  const onLeft = left.plan.items.map((item): PushItem => {
    const pair = other.get(item.key);
    const subject = { left: item.id, right: item.act === 'create' ? item.key : (pair?.id ?? null) };
    const refs = new Map([...item.refs].map(([field, key]) => [field, `left ${key}`]));
    return { ...item, key: `left ${item.key}`, side: 'left', refs, subject };
  });
  const onRight = right.plan.items.map((item) =>
    item.id === null
      ? item
      : {
          ...item,
          subject: { left: left.plan.items.find(({ key }) => key === item.key)!.id, right: item.id },
        },
  );
  return worldOf({ left: left.apps.right, right: right.apps.right }, inOrder([...onLeft, ...onRight]), seed);
}

const keysOf = (items: readonly PushItem[]): string[] => items.map(({ key }) => key);

/** Keys of the calls that write, by side, in the order they are made. */
function calls(): {
  readonly made: Both<string[][]>;
  readonly through: (side: Side) => (app: AppConnector) => AppConnector;
} {
  const made: Both<string[][]> = { left: [], right: [] };
  return {
    made,
    through: (side) => (app) =>
      altered(app, {
        write: (batch) => {
          made[side].push(batch.items.map(({ key }) => key));
          return app.write(batch);
        },
      }),
  };
}

const ofSide = (batches: readonly PlannedBatch[], side: Side): readonly (readonly string[])[] =>
  batches.filter(({ items }) => items[0].side === side).map(({ items }) => keysOf(items));

/** Runs it, stopped when `stopAfter` calls that write were answered. */
async function run(world: PushWorld, size: number, stopAfter = Infinity, inFlight = 1) {
  const { made, through } = calls();
  const control = new HandControl();
  let writes = 0;
  let next: Side = 'left';
  const journal = await begin(world);
  const end = await runOnce(world, journal, {
    can: { batchSize: size },
    control,
    inFlight,
    through: (app) => {
      const side = next;
      next = 'right';
      const told = through(side)(app);
      return altered(told, {
        write: async (batch) => {
          const answer = await told.write(batch);
          if (++writes === stopAfter) control.want('stop');
          return answer;
        },
      });
    },
  });
  return { end, made, journal };
}

describe('the time line of a push', () => {
  it('[S370] its batches are parts of the approved plan: each record is in one of them, parents before children', async () => {
    await overSeeds(20, async (seed) => {
      const { plan } = bothWays(seed);
      const size = sizesOf(seed);
      const batches = batchesOf(
        plan,
        onBoth(() => size),
      );
      expect([...batches.flatMap(({ items }) => keysOf(items))].sort()).toEqual(
        [...keysOf(plan.items)].sort(),
      );
      const before = new Set<string>();
      for (const { items } of batches) {
        expect(items.length).toBeLessThanOrEqual(size);
        expect(new Set(items.map(({ side, object, act }) => `${side} ${object} ${act}`)).size).toBe(1);
        for (const { refs } of items) for (const parent of refs.values()) expect(before).toContain(parent);
        for (const { key } of items) before.add(key);
      }
      const first = batches.filter(({ isCanary }) => isCanary);
      expect(batches.slice(0, first.length)).toEqual(first);
      expect(first.flatMap(({ items }) => keysOf(items)).sort()).toEqual([...plan.canary].sort());
    });
  });

  it('[S370] the push makes these calls and no others, one at a time or several', async () => {
    await overSeeds(12, async (seed) => {
      for (const inFlight of [1, 4]) {
        const world = bothWays(seed);
        const batches = batchesOf(
          world.plan,
          onBoth(() => sizesOf(seed)),
        );
        const { made, end } = await run(world, sizesOf(seed), Infinity, inFlight);
        expect(end).toEqual({ ok: true, state: { is: 'done' } });
        // Several in flight overtake each other.
        const order = (lists: readonly (readonly string[])[]) => (inFlight === 1 ? lists : [...lists].sort());
        for (const side of SIDES) expect(order(made[side])).toEqual(order(ofSide(batches, side)));
      }
    });
  });

  it('[S370] also where a record belongs to another of its kind: a batch ends before the child of one in it', async () => {
    await overSeeds(10, async (seed) => {
      const app = new MemoryApp([
        {
          name: 'companies',
          fields: [
            { name: 'name' },
            { name: 'domain', unique: true },
            { name: 'parent', lookup: 'companies' },
          ],
        },
      ]);
      const world = worldOf({ left: new MemoryApp([]), right: app }, [], seed);
      const items = Array.from({ length: 40 }, (_, n) =>
        itemOf({
          key: `c${String(n)}`,
          object: 'companies',
          act: 'create',
          unique: { field: 'domain', value: `${String(n)}.com` },
          values: texts({ domain: `${String(n)}.com` }),
          refs:
            n > 0 && world.random.chance(0.6)
              ? new Map([['parent', `c${String(world.random.int(n))}`]])
              : new Map(),
        }),
      );
      const own = worldOf(world.apps, inOrder(items), seed);
      const batches = batchesOf(own.plan, { left: 1, right: 7 });
      const { made } = await run(own, 7, Infinity, 4);
      expect([...made.right].sort()).toEqual([...ofSide(batches, 'right')].sort());
    });
  });

  it('[S371] a cut behind a batch leaves what a push leaves that is stopped there', async () => {
    let [half, unlinked, missing] = [0, 0, 0];
    await overSeeds(30, async (seed) => {
      const oneSide = seed % 3 === 0;
      const world = oneSide ? randomWorld(seed, { ...SHAPE, removes: true }) : bothWays(seed);
      const size = sizesOf(seed);
      const batches = batchesOf(
        world.plan,
        onBoth(() => size),
      );
      const stopAfter = 1 + world.random.int(batches.length);
      const { made, journal } = await run(world, size, stopAfter);
      // Each side has got as far as it has got; where there is one side alone, to the batch itself.
      const reached = onBoth((side) => made[side].length);
      if (oneSide) expect(reached).toEqual({ left: 0, right: stopAfter });
      for (const side of SIDES) expect(made[side]).toEqual(ofSide(batches, side).slice(0, reached[side]));
      const cut = new Set(SIDES.flatMap((side) => ofSide(batches, side).slice(0, reached[side]).flat()));
      const left = afterCut(world.plan.items, ({ key }) => cut.has(key));
      const results = resultsOf(journal.standing);
      judge(world, results);
      expect(keysOf(left.written).sort()).toEqual([...doneBy(world).keys()].sort());
      const is = (wanted: string) => results.filter((one) => one.is === wanted).map(({ item }) => item.key);
      expect(keysOf(left.written)).toEqual(is('written'));
      expect(keysOf(left.notWritten)).toEqual(is('not-sent'));
      // Slowly, by the apps' own word.
      const there = doneBy(world);
      const open = world.plan.items.filter(({ key }) => !there.has(key));
      const sameSubject = (one: PushItem, two: PushItem): boolean =>
        one.sync === two.sync &&
        one.subject.left === two.subject.left &&
        one.subject.right === two.subject.right;
      const halves = open.filter(
        (one) =>
          one.subject.left !== null &&
          one.subject.right !== null &&
          world.plan.items.some(
            (two) => there.has(two.key) && two.side !== one.side && sameSubject(one, two),
          ),
      );
      const waits = open.filter(({ refs }) => [...refs.values()].some((key) => there.has(key)));
      expect(keysOf(left.half)).toEqual(keysOf(halves));
      expect(keysOf([...left.unlinked, ...left.missing]).sort()).toEqual(keysOf(waits).sort());
      expect(left.missing.every(({ act }) => act === 'create')).toBe(true);
      for (const { refs } of left.written) for (const key of refs.values()) expect(there.has(key)).toBe(true);
      half += left.half.length;
      unlinked += left.unlinked.length;
      missing += left.missing.length;
    });
    expect(half).toBeGreaterThan(0);
    expect(missing).toBeGreaterThan(0);
    expect(unlinked).toBe(0);
  });

  it('[S371] an existing record whose link is to come is told apart from one to come', () => {
    const company = itemOf({ key: 'company', object: 'companies', act: 'create' });
    const refs = new Map([['company', 'company']]);
    const there = itemOf({ key: 'there', object: 'people', act: 'update', id: '7', refs });
    const toCome = itemOf({ key: 'to come', object: 'people', act: 'create', refs });
    const left = afterCut([company, there, toCome], ({ key }) => key === 'company');
    expect(left).toEqual({
      written: [company],
      notWritten: [there, toCome],
      half: [],
      unlinked: [there],
      missing: [toCome],
    });
    expect(afterCut([company, there, toCome], () => false).missing).toEqual([]);
  });
});
