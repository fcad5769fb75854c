import { expect, it } from 'vitest';
import { UNWATCHED } from '../../workers/common/work.ts';
import { ALL, allRows, bytesOf, DeskWorld, planned, value } from './desk-world.ts';

const DESIGN = {
  format: 'drysync/design@1',
  name: 'companies',
  apps: { left: { kind: 'hubspot', name: 'HubSpot' }, right: { kind: 'csv', name: 'Books' } },
  syncs: [
    {
      id: 'companies',
      kind: 'companies',
      left: { object: 'l', idField: 'Id' },
      right: { object: 'r', idField: 'Id' },
      direction: 'both',
      winner: 'left',
      matching: { method: 'keys', keys: [{ fields: [{ left: 'Org', right: 'Org' }] }] },
      mappings: [
        { left: 'Company name', right: 'Name' },
        { left: 'Company Domain Name', right: 'Domain' },
      ],
    },
  ],
};

async function opened(rows = '1,Fjell AS,fjell.no,100\n2,Dal,dal.no,200\n') {
  const world = await DeskWorld.open();
  const left = `Id,Company name,Company Domain Name,Org\n${rows}`;
  const right = 'Id,Name,Domain,Org\nA,Fjell AS,fjell-drift.no,900\nB,Dal Gruppen,dg.no,200\n';
  const tables = { companies: { left: bytesOf('l.csv', left), right: bytesOf('r.csv', right) } };
  const desk = await world.desk(await world.context({ design: DESIGN, tables }));
  await planned(desk);
  return desk;
}

it('[SA2] the desk tells what HubSpot would do, lists the records of a class and both results of one, and its plan stands', async () => {
  const desk = await opened();
  const before = await allRows(desk, 'companies', ALL);
  const told = value(await desk.hubspot(UNWATCHED));
  if (!told.ok) throw new Error(told.why.code);
  const [sync] = told.syncs;
  expect(sync).toMatchObject({ sync: 'companies', kind: 'companies', read: { left: 2, right: 2 } });
  expect(sync!.counts.filter(({ subjects }) => subjects > 0)).toEqual([
    { is: 'name-alone', subjects: 1, left: 1, right: 1 },
    { is: 'doubled', subjects: 2, left: 1, right: 1 },
  ]);
  const rows = value(await desk.hubspotRows('companies', 'doubled', 0, 100));
  expect(rows.map(({ name, left, right, own, hubspot }) => [name, left, right, own, hubspot])).toEqual([
    ['Dal', '2', null, { left: 'update', right: null }, 'create'],
    ['Dal Gruppen', null, 'B', { left: null, right: 'update' }, 'create'],
  ]);
  expect(value(await desk.hubspotRows('companies', 'doubled', 1, 2))).toEqual([rows[1]]);
  const [one] = value(await desk.hubspotRows('companies', 'name-alone', 0, 1));
  const detail = value(await desk.hubspotSubject('companies', one!.subject));
  expect(detail.own.map(({ left, right, outcome }) => [left?.id, right?.id, outcome])).toEqual([
    ['1', undefined, 'create'],
    [undefined, 'A', 'create'],
  ]);
  expect(detail.hubspot).toMatchObject({
    left: { id: '1' },
    right: { id: 'A' },
    link: { by: 'key', key: 0 },
  });
  expect(await allRows(desk, 'companies', ALL)).toEqual(before);
});

it('cancelled, nothing is compared; what was not compared has no lists, and no such subject is a problem', async () => {
  const many = Array.from(
    { length: 5_000 },
    (_, n) => `${String(n)},C ${String(n)},c${String(n)}.no,${String(n)}\n`,
  );
  const desk = await opened(many.join(''));
  const cancelled = await desk.hubspot({ onProgress: () => undefined, cancelled: () => true });
  expect(cancelled).toEqual({ ok: false, problem: { code: 'cancelled' } });
  expect(await desk.hubspotRows('companies', 'linked', 0, 9)).toMatchObject({ ok: false });
  value(await desk.hubspot(UNWATCHED));
  expect(await desk.hubspotSubject('companies', 99_999)).toMatchObject({
    problem: { code: 'unknown-subject', subject: 99_999 },
  });
});

it('another plan is another comparison', async () => {
  const desk = await opened();
  value(await desk.hubspot(UNWATCHED));
  await planned(desk);
  expect(await desk.hubspotRows('companies', 'linked', 0, 9)).toMatchObject({
    problem: { code: 'no-view' },
  });
});
