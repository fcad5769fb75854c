import { expect } from 'vitest';
import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import { onBoth, SIDES, type Both, type Side } from '../../src/lib/engine/index.ts';
import {
  cannotUndo,
  freeze,
  resultsOf,
  rollbackOf,
  runPush,
  type Journal,
  type PushItem,
  type PushPlan,
  type Target,
} from '../../src/lib/push/index.ts';
import { enginePlanner } from '../reference/engine-plan.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import type { Table, World, WorldBaseline } from '../reference/world.ts';
import { baselineAfter } from './baseline-after.ts';
import { FreeLock } from './free-lock.ts';
import { HandControl } from './hand-control.ts';
import { appOf, begin, planOf, toolsOf, worldOf } from './push-world.ts';

/** What a sync writes to one side, by the names of the app's own calls. */
export interface SyncedObject {
  readonly object: string;
  readonly fields: readonly string[];
  readonly uniqueFields: readonly string[];
  /** The field that names a record's parent. */
  readonly parent?: string;
}

/** Two apps with what is synced between them. */
export interface SyncedApps {
  readonly design: World['design'];
  /** By sync. */
  readonly objects: Readonly<Record<string, Both<SyncedObject>>>;
  readonly connectors: Both<AppConnector>;
}

/** Two-way syncs that match by the first fields; the left side wins. */
export const designOfApps = (objects: SyncedApps['objects']): World['design'] => ({
  format: 'drysync/design@1',
  name: 'Two apps',
  apps: { left: { kind: 'csv', label: 'Left' }, right: { kind: 'csv', label: 'Right' } },
  syncs: Object.entries(objects).map(([id, { left, right }]) => ({
    id,
    kind: id,
    left: { object: id, idField: 'id' },
    right: { object: id, idField: 'id' },
    direction: 'both',
    winner: 'left',
    matching: {
      method: 'keys',
      keys: [{ fields: [{ left: left.fields[0]!, right: right.fields[0]!, normalize: ['text'] }] }],
    },
    mappings: left.fields.map((field, at) => ({ left: field, right: right.fields[at]! })),
    ...(left.parent !== undefined &&
      right.parent !== undefined && {
        associations: [{ to: 'companies', left: { field: left.parent }, right: { field: right.parent } }],
      }),
  })),
});

/** Both apps as their connectors read them: what a plan is made from. */
async function worldOfApps(apps: SyncedApps, baseline: WorldBaseline | null): Promise<World> {
  const tables: Record<string, Both<Table>> = {};
  for (const [sync, objects] of Object.entries(apps.objects)) {
    const [left, right] = await Promise.all(
      SIDES.map((side) => tableOf(apps.connectors[side], objects[side])),
    );
    tables[sync] = { left: left!, right: right! };
  }
  // All was read after whatever was pushed (S462).
  const readAfter = Object.fromEntries(
    Object.keys(apps.objects).map((sync) => [sync, { left: true, right: true }]),
  );
  return { design: apps.design, tables, baseline, choices: null, readAfter };
}

async function tableOf(
  connector: AppConnector,
  { object, fields: mapped, parent }: SyncedObject,
): Promise<Table> {
  const fields = [...mapped, ...(parent === undefined ? [] : [parent])];
  const rows: string[][] = [];
  let cursor: string | null = null;
  do {
    const page = await connector.read({ object, fields, since: null, deleted: false, cursor });
    if (!page.ok) throw new Error(JSON.stringify(page.fault));
    for (const { id, values } of page.value.records) {
      rows.push([id, ...fields.map((name) => values.get(name) ?? '')]);
    }
    cursor = page.value.next;
  } while (cursor !== null);
  return { header: ['id', ...fields], rows };
}

/** Ids of the accounts the connectors are signed in to. */
export async function accountsOf({ connectors }: SyncedApps): Promise<Both<string>> {
  const found = await Promise.all(
    SIDES.map(async (side) => {
      const account = await connectors[side].account();
      if (!account.ok) throw new Error(JSON.stringify(account.fault));
      return account.value.id;
    }),
  );
  return onBoth((side) => found[SIDES.indexOf(side)]!);
}

async function pushed({ connectors }: SyncedApps, plan: PushPlan): Promise<Journal> {
  const world = worldOf({ left: appOf(), right: appOf() }, plan.items);
  const journal = await begin(world, plan);
  const end = await runPush({
    journal,
    connectors,
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

/**
 * L10: over two apps with a thousand records in all, every outcome is the predicted one, what the plan does not name is as it was, planning
 * again writes nothing; so it is once more after people `changed` something, and the way back leaves all as it was but what was announced.
 */
export async function pushesAsPlanned(apps: SyncedApps, changed: () => Promise<void>): Promise<void> {
  const accounts = await accountsOf(apps);
  const inJob = ({ side, object, act, ...item }: PushItem): boolean =>
    apps.connectors[side].jobs?.takes(object, act, item) === true;
  const target = (sync: string, side: Side): Target => ({
    ...apps.objects[sync]![side],
    soughtBy: () => null,
    inJob,
  });
  const jobs = onBoth((side) => apps.connectors[side].jobs?.sizes ?? null);
  const can = onBoth((side) => apps.connectors[side].can);
  let baseline: WorldBaseline | null = null;
  for (let round = 0; round < 2; round++) {
    const before = await worldOfApps(apps, baseline);
    const records = picture(before);
    expect(records.size).toBeGreaterThanOrEqual(1000);
    const planned = enginePlanner(before);
    const about = { ...planOf([], { accounts }), jobs, id: `live-${String(round)}` };
    const { plan, leftOut } = freeze({
      ...about,
      lines: planned.lines,
      design: readWorldDesign(apps.design),
      found: () => new Map(),
      target,
    });
    expect(leftOut).toEqual([]);
    expect(plan.items.length).toBeGreaterThan(100);
    const journal = await pushed(apps, plan);
    const results = resultsOf(journal.standing);
    const after = picture(await worldOfApps(apps, null));
    const written = new Set<string>();
    for (const one of results) {
      if (one.is !== 'written')
        throw new Error(
          JSON.stringify(one, (_, value: unknown) => (value instanceof Map ? [...value] : value)),
        );
      expect(one.reads).toBe('as-planned');
      written.add(placeOf(one.item, one.id));
    }
    for (const [place, row] of records) if (!written.has(place)) expect(after.get(place)).toBe(row);
    for (const place of after.keys()) expect(records.has(place) || written.has(place)).toBe(true);
    baseline = baselineAfter(planned, results);
    const again = enginePlanner(await worldOfApps(apps, baseline));
    expect(again.lines.flatMap(({ writes }) => writes)).toEqual([]);
    if (round === 0) {
      await changed();
      continue;
    }
    const back = rollbackOf(journal.standing, can, { ...about, id: 'back' }, inJob);
    const announced = cannotUndo(plan.items, can).map(({ item }) => item.key);
    expect(back.notUndone.map(({ item }) => item.key).sort()).toEqual([...announced].sort());
    await pushed(apps, back.plan);
    expect(picture(await worldOfApps(apps, null))).toEqual(records);
  }
}
