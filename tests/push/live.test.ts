import { expect, it } from 'vitest';
import { onBoth } from '../../src/lib/engine/index.ts';
import {
  cannotUndo,
  freeze,
  resultsOf,
  rollbackOf,
  runPush,
  type Journal,
  type PushItem,
  type PushPlan,
} from '../../src/lib/push/index.ts';
import { enginePlanner } from '../reference/engine-plan.ts';
import { Random } from '../reference/random.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import type { World, WorldBaseline } from '../reference/world.ts';
import { baselineAfter } from './baseline-after.ts';
import { FreeLock } from './free-lock.ts';
import { HandControl } from './hand-control.ts';
import { LIVE_DESIGN, LivePair, liveTarget } from './live-pair.ts';
import { appOf, begin, planOf, toolsOf, worldOf } from './push-world.ts';

/** More than a thousand records in the two apps together, of which more than a hundred are to be written. */
const COMPANIES = 200;
const PEOPLE = 520;

async function pushed(pair: LivePair, plan: PushPlan): Promise<Journal> {
  const world = worldOf({ left: appOf(), right: appOf() }, plan.items);
  const journal = await begin(world, plan);
  const end = await runPush({
    journal,
    connectors: pair.connectors,
    lock: new FreeLock(),
    owner: 'test',
    tools: toolsOf(world),
    control: new HandControl(),
  });
  expect(end).toEqual({ ok: true, state: { is: 'done' } });
  return journal;
}

/** Each record of both apps by its place, as one text. */
const picture = ({ tables }: World): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(tables).flatMap(([sync, { left, right }]) =>
      [
        ...left.rows.map((row) => ['left', row] as const),
        ...right.rows.map((row) => ['right', row] as const),
      ].map(([side, row]): [string, string] => [`${sync} ${side} ${row[0]!}`, JSON.stringify(row)]),
    ),
  );

const placeOf = ({ sync, side }: PushItem, id: string): string => `${sync} ${side} ${id}`;

it('[L10] HubSpot and Salesforce, 1,000 records: every outcome is the predicted one, planning again writes nothing, and the way back leaves all as it was', async () => {
  const random = new Random(11);
  const pair = new LivePair(random);
  pair.fill(COMPANIES, PEOPLE);
  const accounts = await pair.accounts();
  const can = onBoth((side) => pair.connectors[side].can);
  let baseline: WorldBaseline | null = null;
  for (let round = 0; round < 2; round++) {
    const before = await pair.world(baseline);
    const records = picture(before);
    expect(records.size).toBeGreaterThanOrEqual(1000);
    const planned = enginePlanner(before);
    const about = { ...planOf([], { accounts }), id: `live-${String(round)}` };
    const { plan, leftOut } = freeze({
      ...about,
      lines: planned.lines,
      design: readWorldDesign(LIVE_DESIGN),
      found: () => new Map(),
      target: liveTarget,
    });
    expect(leftOut).toEqual([]);
    expect(plan.items.length).toBeGreaterThan(100);
    const journal = await pushed(pair, plan);
    const results = resultsOf(journal.standing);
    const after = picture(await pair.world(null));
    const written = new Set<string>();
    for (const one of results) {
      if (one.is !== 'written')
        throw new Error(
          JSON.stringify(one, (_, value: unknown) => (value instanceof Map ? [...value] : value)),
        );
      expect(one.reads).toBe('as-planned');
      written.add(placeOf(one.item, one.id));
    }
    // What the plan does not name is as it was, and nothing else is there.
    for (const [place, row] of records) if (!written.has(place)) expect(after.get(place)).toBe(row);
    for (const place of after.keys()) expect(records.has(place) || written.has(place)).toBe(true);
    baseline = baselineAfter(planned, results);
    const again = enginePlanner(await pair.world(baseline));
    expect(again.lines.flatMap(({ writes }) => writes)).toEqual([]);
    if (round === 0) {
      await changed(pair, random);
      continue;
    }
    const back = rollbackOf(journal.standing, can, { ...about, id: 'back' });
    const announced = cannotUndo(plan.items, can).map(({ item }) => item.key);
    expect(back.notUndone.map(({ item }) => item.key).sort()).toEqual([...announced].sort());
    await pushed(pair, back.plan);
    expect(picture(await pair.world(null))).toEqual(records);
  }
});

/** What people do in between. */
async function changed({ hubspot, salesforce }: LivePair, random: Random): Promise<void> {
  const { portal } = hubspot;
  for (const { id } of [...portal.must('contacts').records.values()].slice(0, 120)) {
    portal.edit('contacts', id, random.chance(0.3) ? { phone: '' } : { firstname: `By hand ${id}` });
  }
  for (const row of salesforce.store.all('Account').slice(0, 80)) {
    salesforce.store.update('Account', row.Id, { BillingCity: 'Bergen', Description: `changed ${row.Id}` });
  }
  for (let n = 0; n < 40; n++) {
    portal.add('contacts', { email: `later${String(n)}@example.com`, lastname: 'Later', phone: '' });
    salesforce.store.insert('Account', { External_Id__c: `later${String(n)}.example.com`, Name: 'Later' });
  }
}
