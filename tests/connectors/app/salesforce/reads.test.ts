import { describe, expect, it } from 'vitest';
import { fault, ids, must, Opened } from './opened.ts';

const FIELDS = ['Name', 'AnnualRevenue', 'Website'];
const DAY = 24 * 3_600_000;

const open = (count: number): Opened => {
  const on = new Opened();
  on.put('Account', count, (i) => ({ Name: `Company ${String(i)}`, AnnualRevenue: i * 1_000 }));
  return on;
};
const first = async (on: Opened, object = 'Account', fields = FIELDS) =>
  must(await on.connector.read({ object, fields, since: null, deleted: false, cursor: null }));

describe('reading Salesforce', () => {
  it('all records, in pages of 2,000, each once, with what there is of it', async () => {
    const on = open(4_100);
    const pages = await on.pages('Account', FIELDS);
    expect(pages.map(({ length }) => length)).toEqual([2_000, 2_000, 100]);
    expect(ids(pages.flat())).toEqual(on.there('Account').map(({ Id }) => Id));
    expect(pages[0]?.[3]).toEqual({
      id: on.there('Account')[3]?.Id,
      values: new Map([
        ['Name', 'Company 3'],
        ['AnnualRevenue', '3000'],
        ['Website', ''],
      ]),
      deleted: false,
    });
    expect((await first(on)).total).toBe(4_100);
    expect(on.connector.allowance).toEqual({ left: on.fake.limit - on.fake.used, of: on.fake.limit });
  });

  it('[S311] goes on where it was cut, also when the app has forgotten its cursor', async () => {
    const on = open(0);
    on.fake.pageSize = 200;
    on.put('Account', 650, (i) => ({ Name: `Company ${String(i)}` }));
    const page = await first(on);
    on.desk.add({ kind: 'drop', when: 'after-commit', meets: { times: 1 } });
    const request = { object: 'Account', fields: FIELDS, since: null, deleted: false, cursor: page.next };
    expect(fault(await on.connector.read(request)).code).toBe('no-answer');
    const soon = await on.pages('Account', FIELDS, { cursor: page.next });
    expect(ids([...page.records, ...soon.flat()])).toEqual(on.there('Account').map(({ Id }) => Id));
    on.fake.store.now += 3 * DAY;
    const later = await on.pages('Account', FIELDS, { cursor: page.next });
    expect(later.length).toBe(3);
    expect(ids([...page.records, ...later.flat()])).toEqual(on.there('Account').map(({ Id }) => Id));
  });

  it('[S311] a cursor is one of this app’s, and calls no other place', async () => {
    const on = open(1);
    await first(on);
    const before = on.calls.length;
    for (const cursor of [
      '/services/oauth2/revoke',
      ' https://evil.example/',
      '001x /services/data/v64.0/query/../../x',
      'a b c',
      '',
    ])
      expect(
        fault(
          await on.connector.read({ object: 'Account', fields: FIELDS, since: null, deleted: false, cursor }),
        ).code,
      ).toBe('refused');
    expect(on.calls.length).toBe(before);
    on.fake.pageSize = 1;
    on.put('Account', 2, () => ({ Name: 'x' }));
    on.desk.add({
      kind: 'change',
      change: (reply) => ({
        ...reply,
        body: reply.body.replace('/services/data/v64.0/query/', '//evil.example/'),
      }),
    });
    expect(
      fault(
        await on.connector.read({
          object: 'Account',
          fields: FIELDS,
          since: null,
          deleted: false,
          cursor: null,
        }),
      ).code,
    ).toBe('not-understood');
  });

  it('an answer that is not the last and names no next page is none: the rest would be lost', async () => {
    const on = open(3);
    const request = { object: 'Account', fields: FIELDS, since: null, deleted: false, cursor: null };
    await first(on);
    for (const [from, to] of [
      ['"done":true', '"done":false'],
      ['"done":true', '"done":true,"nextRecordsUrl":"/services/data/v64.0/query/0r8-2"'],
      ['"totalSize":3', '"totalSize":"3"'],
      ['"records":[', '"records":[null,'],
    ] as const) {
      const change = { kind: 'change', meets: { times: 1 } } as const;
      on.desk.add({ ...change, change: (reply) => ({ ...reply, body: reply.body.replace(from, to) }) });
      expect(fault(await on.connector.read(request)).code, to).toBe('not-understood');
    }
  });

  it('what changed since a time, that second included, new records too', async () => {
    const on = open(5);
    const [, edited, , later] = on.there('Account');
    const since = new Date(on.fake.store.now + 1_000).toISOString();
    on.fake.store.update('Account', edited?.Id ?? '', { Name: 'Edited' });
    on.fake.store.update('Account', later?.Id ?? '', { Name: 'Later' });
    const [made] = on.put('Account', 1, () => ({ Name: 'New' }));
    const changed = (await on.pages('Account', FIELDS, { since })).flat();
    expect(ids(changed)).toEqual([edited?.Id, later?.Id, made?.Id]);
    for (const time of ["2026-01-01' OR Id != '", 'yesterday', '2026-01-01'])
      expect(
        fault(
          await on.connector.read({
            object: 'Account',
            fields: FIELDS,
            since: time,
            deleted: false,
            cursor: null,
          }),
        ).code,
      ).toBe('refused');
  });

  it('deleted and merged records, until they leave the bin; not those brought back', async () => {
    const on = open(6);
    const [a, b, c, d, e] = on.there('Account').map(({ Id }) => Id);
    on.put('Contact', 1, () => ({ LastName: 'Ek', AccountId: b ?? '' }));
    on.fake.store.remove('Account', a ?? '');
    on.fake.store.merge('Account', c ?? '', b ?? '');
    on.fake.store.remove('Account', d ?? '');
    on.fake.store.undelete('Account', d ?? '');
    on.fake.store.remove('Account', e ?? '');
    on.fake.store.purge('Account', e ?? '');
    const gone = (await on.pages('Account', ['Name', 'MasterRecordId'], { deleted: true })).flat();
    expect(gone.map(({ id, deleted, values }) => [id, deleted, values.get('MasterRecordId')])).toEqual([
      [a, true, ''],
      [b, true, c],
    ]);
    expect(on.there('Contact')[0]?.['AccountId']).toBe(c);
    const since = new Date(on.fake.store.now + 60_000).toISOString();
    expect((await on.pages('Account', FIELDS, { deleted: true, since })).flat()).toEqual([]);
  });

  it('by id: those that are there, of 15 or 18 characters, none twice', async () => {
    const on = open(4);
    const [a, b, c] = on.there('Account').map(({ Id }) => Id);
    on.fake.store.remove('Account', c ?? '');
    const [contact] = on.put('Contact', 1, () => ({ LastName: 'Ek' }));
    const asked = [a?.slice(0, 15), b, a, c, contact?.Id, '001Aa00000ZZZZZZZZ', 'none', ''].map(
      (id) => id ?? '',
    );
    const found = must(await on.connector.readByIds('Account', asked, ['Name']));
    expect(ids(found)).toEqual([a, b]);
    const before = on.calls.length;
    expect(must(await on.connector.readByIds('Account', [], ['Name']))).toEqual([]);
    expect(on.calls.length).toBe(before);
  });

  it('any number of ids, in calls that an address has room for', async () => {
    const on = open(3_000);
    const all = on.there('Account').map(({ Id }) => Id);
    const found = must(await on.connector.readByIds('Account', all, FIELDS));
    expect(ids(found).sort()).toEqual([...all].sort());
    const longest = Math.max(...on.calls.map(({ path }) => path.length));
    expect(longest).toBeLessThanOrEqual(12_000);
  });

  it('by a key: what was written a moment ago, whatever the case, and all pages of it', async () => {
    const on = open(0);
    on.fake.pageSize = 200;
    on.put('Contact', 450, (i) => ({
      LastName: `N${String(i)}`,
      Email: 'Same@a.example',
      Legacy_Number__c: i,
    }));
    const by = async (field: string, values: readonly string[]) =>
      must(await on.connector.findByKey('Contact', { field, values }, ['Email']));
    expect((await by('Email', ['same@A.example', 'SAME@a.example'])).length).toBe(450);
    expect(ids(await by('Legacy_Number__c', ['007', '8.0', '8', 'nine', '']))).toEqual(
      on
        .there('Contact')
        .slice(7, 9)
        .map(({ Id }) => Id),
    );
    expect(await by('Email', ['', ' '])).toEqual([]);
    on.fake.store.insert('Contact', { LastName: 'New', Email: 'new@a.example' });
    expect((await by('Email', ['new@a.example'])).length).toBe(1);
  });

  it('a field that is not there is a fault, and one that the answer leaves out as well', async () => {
    const on = open(2);
    const read = (fields: readonly string[]) =>
      on.connector.read({ object: 'Account', fields, since: null, deleted: false, cursor: null });
    expect(fault(await read(['Nonsense__c']))).toMatchObject({
      code: 'refused',
      category: 'mapping',
      status: 400,
    });
    on.desk.add({
      kind: 'change',
      change: (reply) => ({ ...reply, body: reply.body.replaceAll(/"Website":null/g, '"Website2":null') }),
      meets: { path: /query/ },
    });
    expect(fault(await read(FIELDS)).code).toBe('not-understood');
  });
});
