import { expect, test } from 'vitest';
import { countSync, drain, sinceLastTime, SIDES, type SyncPlan } from '../../../../src/lib/engine/index.ts';
import { enginePlanner } from '../../../reference/engine-plan.ts';
import { KNOBS, randomWorld } from '../../../reference/random-world.ts';
import { planOf } from '../plan-of.ts';

/** The sums of a plan as its summary has them. */
function returned(plan: SyncPlan) {
  const sums = { taken: 0, ownForm: 0, notTaken: 0, cameBack: 0, notReadBack: 0 };
  for (const { handOver } of drain(countSync(plan)).fields) {
    if (handOver === undefined) continue;
    for (const word of Object.keys(sums) as (keyof typeof sums)[]) sums[word] += handOver[word] ?? 0;
  }
  return sums;
}

test('[S116] records of a side add up, and values are counted as the summary counts them', () => {
  let [moved, back] = [0, 0];
  for (let seed = 1; seed <= 300; seed++) {
    const world = randomWorld(seed, { ...KNOBS, large: 0 });
    for (const plan of enginePlanner(world).plan.syncs) {
      const { records, counts, values } = drain(sinceLastTime(plan));
      const { links } = plan.matching.prior;
      for (const side of SIDES) {
        const { changed, unchanged, unlinked, gone } = records[side];
        expect([seed, side, changed + unchanged + unlinked]).toEqual([seed, side, plan.records[side].count]);
        expect(changed + unchanged + gone).toBeLessThanOrEqual(links.count);
      }
      const { changed, ...others } = counts;
      expect([seed, others]).toEqual([seed, returned(plan)]);
      for (const one of values.changed) {
        expect([seed, one.from === one.now]).toEqual([seed, false]);
        moved++;
      }
      back += others.taken + others.cameBack + others.notTaken;
      expect(values.changed.length).toBe(Math.min(200, changed));
    }
  }
  expect(Math.min(moved, back)).toBeGreaterThan(50);
});

test('[S116] what changed there, what is in no link and what is not in this export, with the texts seen then and now', () => {
  const links = [
    {
      sync: 'contacts',
      left: 'L1',
      right: 'R1',
      by: 'key',
      values: { left: { Phone: '11' }, right: { Phone: '11' } },
      sent: { right: { Phone: { from: '11', to: '12', other: '12', because: 'left-changed', tries: 1 } } },
    },
    {
      sync: 'contacts',
      left: 'L2',
      right: 'R2',
      by: 'key',
      values: { left: { Phone: '20' }, right: { Phone: '20' } },
    },
    { sync: 'contacts', left: 'L3', right: 'R3', by: 'key', values: { left: {}, right: {} } },
  ] as const;
  const plan = planOf(
    { mappings: [{ left: 'Phone', right: 'Phone' }] },
    {
      left: ['Id Email Phone', 'L1 a@a.no 12', 'L2 b@b.no 21', 'L4 d@d.no 4'],
      right: ['Id Mail Phone', 'R1 a@a.no 12', 'R2 b@b.no 20', 'R3 c@c.no 3'],
      links: links as unknown as NonNullable<Parameters<typeof planOf>[1]['links']>,
    },
  );
  const told = drain(sinceLastTime(plan));
  expect(told.records).toEqual({
    left: { changed: 1, unchanged: 1, unlinked: 1, gone: 1 },
    right: { changed: 0, unchanged: 3, unlinked: 0, gone: 0 },
  });
  expect(told.counts).toMatchObject({ taken: 1, changed: 1, notTaken: 0, cameBack: 0 });
  expect(told.values.taken).toMatchObject([
    { side: 'right', field: 'Phone', from: '11', to: '12', now: '12' },
  ]);
  expect(told.values.changed).toMatchObject([
    { side: 'left', field: 'Phone', from: '20', to: null, now: '21' },
  ]);
  expect(told.unlinked).toEqual([{ subject: expect.any(Number) as number, side: 'left' }]);
});
