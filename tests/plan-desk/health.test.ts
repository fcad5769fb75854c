import { describe, expect, it } from 'vitest';
import type { HealthColumn, HealthFilter, HealthRow } from '../../src/lib/conversation/index.ts';
import { UNWATCHED } from '../../workers/common/work.ts';
import type { Desk } from '../../workers/project/desk.ts';
import { ALL, bytesOf, DeskWorld, each, planned, value } from './desk-world.ts';

const RECORDS: HealthFilter = { sync: null, side: null, outcomes: [], days: null };

const DESIGN = {
  format: 'drysync/design@1',
  name: 'health',
  apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: 'Salesforce', kind: 'salesforce' } },
  syncs: [
    {
      id: 's',
      kind: 'contacts',
      left: { object: 'contacts', idField: 'id', modifiedField: 'changed' },
      right: { object: 'Contact', idField: 'id', modifiedField: null },
      direction: 'both',
      winner: 'left',
      matching: { method: 'default', identifiers: { email: { left: 'email', right: 'email' } } },
      mappings: [
        { left: 'email', right: 'email' },
        { left: 'title', right: 'title' },
      ],
      schema: {
        left: null,
        right: { fields: [{ name: 'title', type: 'single-select', options: ['Boss'] }] },
      },
    },
  ],
};

const LEFT = [
  'id,email,title,changed',
  '1,a@x.no,Cook,2026-03-02T08:00:00Z',
  '2,b@x.no,Cook,2026-02-20T08:00:00Z',
  '3,c@x.no,=Boss,2026-02-24T08:00:00Z',
  '4,d@x.no,Boss,',
].join('\n');
const RIGHT = ['id,email,title', 'D,d@x.no,Boss', 'E,e@x.no,Boss'].join('\n');

async function opened(): Promise<Desk> {
  const world = await DeskWorld.open();
  const tables = { s: each((side) => bytesOf(`${side}.csv`, side === 'left' ? LEFT : RIGHT)) };
  const desk = await world.desk(await world.context({ design: DESIGN, tables }));
  await planned(desk);
  return desk;
}

const listed = async (desk: Desk, filter: Partial<HealthFilter>): Promise<readonly HealthRow[]> => {
  const { total } = value(await desk.healthView({ ...RECORDS, ...filter }, UNWATCHED));
  return value(await desk.healthRows(0, total));
};

describe('health on the desk', () => {
  it('[HE1] every record of both sides is listed once, with state, reason and last change', async () => {
    const desk = await opened();
    const rows = await listed(desk, {});
    expect(rows.map(({ side, id, outcome }) => `${side} ${id} ${outcome}`)).toEqual([
      'left 4 in-sync',
      'right D in-sync',
      'left 1 failing',
      'left 2 failing',
      'left 3 failing',
      'right E create',
    ]);
    expect(rows[2]).toMatchObject({
      name: 'a@x.no',
      reason: { code: 'option-missing', field: 'title', value: 'Cook' },
      category: 'property-value',
      changed: '2026-03-02T08:00:00Z',
      counterpart: null,
    });
    expect(rows[0]).toMatchObject({ reason: null, category: null, changed: null, counterpart: 'D' });
    // A window of the list is the same rows.
    expect(value(await desk.healthRows(1, 3))).toEqual(rows.slice(1, 3));
  });

  it('[HE1] it is narrowed by object, side, state and time frame, the day of the plan being the last', async () => {
    const desk = await opened();
    const ids = async (filter: Partial<HealthFilter>) => (await listed(desk, filter)).map(({ id }) => id);
    expect(await ids({ side: 'right' })).toEqual(['D', 'E']);
    expect(await ids({ outcomes: ['create'] })).toEqual(['E']);
    expect(await ids({ sync: 'another' })).toEqual([]);
    expect(await ids({ days: 1 })).toEqual(['1']);
    expect(await ids({ days: 7 })).toEqual(['1', '3']);
    expect(await ids({ days: 6 })).toEqual(['1']);
    expect(await ids({ days: 90, outcomes: ['in-sync'] })).toEqual([]);
    expect(value(await desk.healthView({ ...RECORDS, side: 'left' }, UNWATCHED)).undated).toBe(false);
    expect(value(await desk.healthView(RECORDS, UNWATCHED)).undated).toBe(true);
  });

  it('[HE5] a group`s records are exactly those the plan lists under its cause, also with a word beside', async () => {
    const desk = await opened();
    const { failures } = value(await desk.health(UNWATCHED));
    const [cooks] = failures['s']?.groups ?? [];
    expect(cooks).toMatchObject({ value: 'Cook', count: 2, only: 2, left: 2, right: 0 });
    const view = value(await desk.view('s', { ...ALL, cause: cooks?.id ?? '' }));
    expect([view.total, view.cause?.id]).toEqual([2, cooks?.id]);
    const rows = value(await desk.rows('s', 0, 9));
    expect(rows.map(({ left }) => left?.id)).toEqual(['1', '2']);
    expect(value(await desk.view('s', { ...ALL, cause: cooks?.id ?? '', text: 'b@x.no' })).total).toBe(1);
    expect(value(await desk.view('s', { ...ALL, cause: 'no such' }))).toMatchObject({
      total: 0,
      cause: null,
    });
  });

  it('[HE1] the file has the columns asked for in their order, and runs nothing in a spreadsheet', async () => {
    const desk = await opened();
    const columns: readonly HealthColumn[] = ['id', 'state', 'reason', 'side'];
    await listed(desk, { outcomes: ['failing'] });
    const { name, blob, rows } = value(await desk.healthFile(columns, 'csv', UNWATCHED));
    expect([name, rows]).toEqual(['records.csv', 3]);
    expect((await blob.text()).replace('\ufeff', '').split('\r\n')).toEqual([
      'Id,State,Reason,Side',
      '1,Failing,A value is no option there (title: Cook),HubSpot',
      '2,Failing,A value is no option there (title: Cook),HubSpot',
      '3,Failing,A value is no option there (title: =Boss),HubSpot',
      '',
    ]);
    expect(value(await desk.healthFile(columns, 'xlsx', UNWATCHED))).toMatchObject({
      name: 'records.xlsx',
      rows: 3,
    });
  });
});
