import { expect, it } from 'vitest';
import { batchesOf, countResults, firstRecords, resultsOf, type PushItem } from '../../src/lib/push/index.ts';
import { begin, inOrder, itemOf, planOf, runOnce } from './push-world.ts';
import { randomWorld } from './random-plan.ts';
import { overSeeds } from './seeds.ts';
import { doneBy, judge } from './truth.ts';

const subjectOf = ({ sync, subject }: PushItem): string =>
  JSON.stringify([sync, subject.left, subject.right]);
const subjects = (items: readonly PushItem[]): number => new Set(items.map(subjectOf)).size;

it('[S372] [L9] of a part exactly its records are sent, each whole and with those it waits for; the rest is not sent, and said to be', async () => {
  await overSeeds(25, async (seed) => {
    const world = randomWorld(seed, { changes: 8, creates: 8 });
    const { plan } = world;
    const all = subjects(plan.items);
    const records = 1 + world.random.int(all);
    const some = firstRecords(plan, records);
    if (some === null) return;
    const { part } = some;
    const first = new Set(some.plan.first);
    const going = plan.items.filter(({ key }) => first.has(key));
    expect(part.asked).toBe(records);
    expect(subjects(going)).toBe(part.asked + part.needed);
    expect(part.later).toEqual({
      records: all - part.asked - part.needed,
      writes: plan.items.length - going.length,
    });
    for (const { refs } of going) for (const parent of refs.values()) expect(first.has(parent)).toBe(true);
    for (const item of plan.items)
      if (going.some((one) => subjectOf(one) === subjectOf(item))) expect(first.has(item.key)).toBe(true);
    // The canary's go before all others.
    const canary = new Set(plan.canary);
    const inOrder = [
      ...new Set([...plan.items.filter(({ key }) => canary.has(key)), ...plan.items].map(subjectOf)),
    ];
    for (const subject of inOrder.slice(0, records))
      expect(going.some((one) => subjectOf(one) === subject)).toBe(true);
    expect(
      batchesOf(some.plan, { left: 3, right: 3 })
        .flatMap(({ items }) => items.map(({ key }) => key))
        .sort(),
    ).toEqual([...first].sort());
    const journal = await begin(world, some.plan);
    expect(await runOnce(world, journal, { can: { batchSize: 3 } })).toEqual({
      ok: true,
      state: { is: 'done' },
    });
    const results = resultsOf(journal.standing);
    judge(world, results);
    expect([...doneBy(world).keys()].sort()).toEqual([...first].sort());
    expect(countResults(results)).toMatchObject({ written: first.size, 'not-sent': part.later.writes });
    for (const result of results)
      if (!first.has(result.item.key)) expect(result).toMatchObject({ is: 'not-sent', because: 'later' });
  });
});

it('[S372] as many as there are, or more, is no part', () => {
  const { plan } = randomWorld(3, { changes: 4, creates: 4 });
  expect(firstRecords(plan, subjects(plan.items))).toBe(null);
  expect(firstRecords(plan, 1000)).toBe(null);
});

it('[S372] a record brings its other side, and that the record it is to belong to', () => {
  const pair = { object: 'companies', act: 'update', id: '7', subject: { left: '7', right: '7' } } as const;
  const left = itemOf({ ...pair, key: 'left', side: 'left' });
  const right = itemOf({ ...pair, key: 'right', refs: new Map([['parent', 'parent']]) });
  const parent = itemOf({ key: 'parent', object: 'companies', act: 'create' });
  const other = itemOf({ key: 'other', object: 'notes', act: 'create' });
  const plan = planOf(inOrder([other, right, parent, left]), { canary: [] });
  expect(plan.items[0]).toBe(left);
  const some = firstRecords(plan, 1)!;
  expect(some.plan.first).toEqual(['left', 'parent', 'right']);
  expect(some.plan.items).toBe(plan.items);
  expect(some.part).toEqual({ asked: 1, needed: 1, later: { records: 1, writes: 1 } });
});
