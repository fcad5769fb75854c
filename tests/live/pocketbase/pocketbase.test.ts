import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppConnector } from '../../../src/lib/connectors/app/app-connector.ts';
import { directCaller } from '../../../src/lib/connectors/app/callers/direct.ts';
import { openPocketBase, signInToPocketBase } from '../../../src/lib/connectors/app/pocketbase/index.ts';
import { toText } from '../../../src/lib/connectors/app/pocketbase/values.ts';
import type { WriteItem } from '../../../src/lib/connectors/app/write.ts';
import { must } from '../../contracts/app-opened.ts';
import { PocketBase, SUPERUSER } from './pocket-base.ts';
import { collectionIn } from './under-test.ts';

let server: PocketBase;
let connector: AppConnector;
let object: string;
beforeAll(async () => {
  server = await PocketBase.start();
  object = await collectionIn(server);
  connector = must(await openPocketBase(server.call));
});
afterAll(() => server.close());

const JSON_FIELD = { name: 'more', type: 'json', multiple: false };
let made = 0;
const item = (values: Readonly<Record<string, string>>, id: string | null = null): WriteItem => ({
  key: `item-${String(++made)}`,
  id,
  unique: null,
  values: new Map(Object.entries({ ...(id === null && { kind: 'customer' }), ...values })),
});
const create = (...items: WriteItem[]) => connector.write({ object, act: 'create', items });

describe('a real PocketBase', () => {
  it('is described by its collections: types, options, lengths, what is unique and what is read-only', async () => {
    const { objects } = must(await connector.describe());
    const own = objects.find(({ name }) => name === object);
    expect(own).toMatchObject({ idField: 'id', modifiedField: 'updated', uniqueFields: ['email'] });
    expect(own).toMatchObject({ missingIsDeleted: true });
    const told = own?.fields.map(({ name, type, required, readOnly, maxLength, unique }) =>
      [name, type, required && '!', readOnly && 'ro', maxLength, unique && 'unique']
        .filter(Boolean)
        .join(' '),
    );
    expect(told).toEqual([
      'id text ro 15',
      'name text 60',
      'note text',
      'email text unique',
      'kind single-select !',
      'tags multi-select',
      'amount number',
      'open boolean',
      'when datetime',
      'story long-text',
      'web text',
      'more long-text',
      'created datetime ro',
      'updated datetime ro',
    ]);
    expect(own?.fields.find(({ name }) => name === 'tags')?.options?.map(({ value }) => value)).toEqual([
      'a',
      'b',
      'c d',
    ]);
    expect(objects.map(({ name }) => name)).not.toContain('_superusers');
    expect(connector.can).toMatchObject({ batchSize: 50, transaction: 'batch', needsRelay: false });
  });

  it('[S347] is the same account by another name, and another one is another', async () => {
    const before = must(await connector.account());
    await server.ask('PATCH', '/api/settings', { meta: { appName: 'Renamed' } });
    expect(must(await connector.account())).toEqual({ id: before.id, name: 'Renamed' });
    const other = await PocketBase.start();
    const { id } = must(await must(await openPocketBase(other.call)).account());
    expect(id).not.toBe(before.id);
    await other.close();
  });

  it('[S345] any value it takes is read as it was written', async () => {
    // Texts as a file can hold them; PocketBase keeps no lone halves of a character.
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    const record = fc.record({
      name: text.filter((one) => [...one].length <= 60 && !one.includes('\0')),
      note: text.filter((one) => !one.includes('\0')),
      amount: fc.integer({ min: 1, max: 10 ** 12 }).map((n) => String(n / 100)),
      open: fc.constantFrom('true', 'false'),
      when: fc
        .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
        .map((time) => time.toISOString()),
      tags: fc.subarray(['a', 'b', 'c d']).map((tags) => tags.join(';')),
      more: fc.json({ maxDepth: 2 }).map((json) => `[${toText(JSON_FIELD, JSON.parse(json))}]`),
    });
    const records = fc.sample(record, { numRuns: 100, seed: 345 });
    const ids: string[] = [];
    for (let at = 0; at < records.length; at += 50) {
      const answer = await create(...records.slice(at, at + 50).map((values) => item(values)));
      if (answer.kind !== 'receipts') throw new Error(JSON.stringify(answer));
      for (const receipt of answer.receipts) {
        if (receipt.kind !== 'written') throw new Error(JSON.stringify(receipt));
        ids.push(receipt.id);
      }
    }
    const fields = Object.keys(records[0]!);
    const read = must(await connector.readByIds(object, ids, fields));
    const byId = new Map(read.map(({ id, values }) => [id, Object.fromEntries(values)]));
    expect(ids.map((id) => byId.get(id))).toEqual(records);
  });

  it('finds any text by its key', async () => {
    const names = [
      `o'neil`,
      `"quoted"`,
      `both ' and "`,
      'a\\b',
      'a||b',
      '%',
      '_',
      '@now',
      'ü && x',
      '1=1',
      '(',
      'x\ny',
      '日本',
    ];
    const answer = await create(...names.map((name) => item({ name })));
    expect(answer.kind).toBe('receipts');
    for (const name of names) {
      const found = must(await connector.findByKey(object, { field: 'name', values: [name] }, ['name']));
      expect(
        found.map(({ values }) => values.get('name')),
        name,
      ).toEqual([name]);
    }
    for (const value of ['ends with \\', `a\\"b`, `a\\'b`]) {
      const none = await connector.findByKey(object, { field: 'name', values: [value] }, ['name']);
      expect(none, value).toMatchObject({ ok: false, fault: { code: 'refused' } });
    }
  });

  it('of a batch that it wrote nothing of the one to blame is named', async () => {
    await create(item({ email: 'there@example.com' }));
    const [good, bad] = [item({ name: 'good' }), item({ email: 'there@example.com' })];
    const answer = await create(good, bad);
    expect(answer).toMatchObject({
      kind: 'refused',
      blamed: [
        {
          key: bad.key,
          kind: 'refused',
          refusal: { category: 'duplicate', code: 'validation_not_unique', field: 'email' },
        },
      ],
    });
    expect(must(await connector.findByKey(object, { field: 'name', values: ['good'] }, ['name']))).toEqual(
      [],
    );
    const gone = item({ name: 'x' }, 'zzzzzzzzzzzzzzz');
    expect(await connector.write({ object, act: 'update', items: [gone] })).toMatchObject({
      kind: 'receipts',
      receipts: [{ key: gone.key, kind: 'refused', refusal: { category: 'deleted' } }],
    });
  });

  it('what it would silently leave out or turn into another value is refused, and nothing is sent', async () => {
    for (const values of [{ nofield: 'x' }, { amount: 'x' }, { when: 'yesterday' }, { open: 'yes' }]) {
      const [good, bad] = [item({ name: 'beside' }), item(values)];
      expect(await create(good, bad)).toMatchObject({
        kind: 'refused',
        blamed: [{ key: bad.key, refusal: { field: Object.keys(values)[0] } }],
      });
    }
    expect(must(await connector.findByKey(object, { field: 'name', values: ['beside'] }, ['id']))).toEqual(
      [],
    );
  });

  it('without batches writes one record at a time', async () => {
    await server.ask('PATCH', '/api/settings', { batch: { enabled: false } });
    const alone = must(await openPocketBase(server.call));
    expect(alone.can).toMatchObject({ batchSize: 1, transaction: 'items' });
    const answer = await alone.write({ object, act: 'create', items: [item({ name: 'alone' })] });
    expect(answer).toMatchObject({ kind: 'receipts', receipts: [{ kind: 'written', created: true }] });
    await server.ask('PATCH', '/api/settings', { batch: { enabled: true } });
  });

  it('[S346] a record made or deleted between two pages moves no other', async () => {
    const other = await collectionIn(server);
    const put = async (count: number): Promise<void> => {
      const records = Array.from({ length: count }, () => item({ name: 'n' }));
      await connector.describe();
      for (let at = 0; at < count; at += 50) {
        await connector.write({ object: other, act: 'create', items: records.slice(at, at + 50) });
      }
    };
    await put(250);
    const ask = { object: other, fields: ['name'], since: null, deleted: false };
    const first = must(await connector.read({ ...ask, cursor: null }));
    expect([first.records.length, first.total]).toEqual([200, 250]);
    const gone = first.records.slice(0, 50).map(({ id }) => ({ ...item({}, id), values: new Map() }));
    await connector.write({ object: other, act: 'remove', items: gone });
    await put(10);
    const second = must(await connector.read({ ...ask, cursor: first.next }));
    expect([second.records.length, second.next]).toEqual([60, null]);
    const ids = [...first.records, ...second.records].map(({ id }) => id);
    expect(new Set(ids).size).toBe(260);
    expect(await connector.read({ ...ask, cursor: 'x' })).toMatchObject({ ok: false });
  });

  it('a wrong password is told as that, and no secret stands in a fault', async () => {
    const guest = directCaller(server.origin, { headers: {} });
    const wrong = await signInToPocketBase(guest, SUPERUSER.identity, `${SUPERUSER.password}x`);
    expect(wrong).toMatchObject({ ok: false, fault: { code: 'signed-out' } });
    expect(JSON.stringify(wrong)).not.toContain(SUPERUSER.password);
    const token = must(await signInToPocketBase(guest, SUPERUSER.identity, SUPERUSER.password));
    const call = directCaller(server.origin, { headers: { authorization: `${token}x` } });
    const fault = await openPocketBase(call);
    expect(fault).toMatchObject({ ok: false, fault: { code: 'signed-out' } });
    expect(JSON.stringify(fault)).not.toContain(token);
  });
});
