import { describe, expect, it } from 'vitest';
import { property } from '../../../servers/hubspot/index.ts';
import { item, must, open, receipts } from './open.ts';

describe('what is written to HubSpot', () => {
  it('each refusal has its category, code, field and words', async () => {
    const { connector, portal } = open();
    portal.add('contacts', { email: 'taken@example.com' });
    const { id } = portal.add('contacts', { email: 'b@example.com' });
    const refusal = async (object: string, values: Record<string, string>, to: string | null = null) => {
      const [one] = await receipts(connector, object, to === null ? 'create' : 'update', [item(to, values)]);
      if (one?.kind !== 'refused') throw new Error(JSON.stringify(one));
      const { category, code, field } = one.refusal;
      expect(one.refusal.said).not.toBe('');
      return [category, code, field];
    };
    expect(await refusal('companies', { no_such: 'x' })).toEqual([
      'mapping',
      'PROPERTY_DOESNT_EXIST',
      'no_such',
    ]);
    expect(await refusal('companies', { annualrevenue: 'x' })).toEqual([
      'property-value',
      'INVALID_LONG',
      'annualrevenue',
    ]);
    expect(await refusal('companies', { industry: 'X' })).toEqual([
      'property-value',
      'INVALID_OPTION',
      'industry',
    ]);
    expect(await refusal('companies', { createdate: '2026-01-01' })).toEqual([
      'permission',
      'READ_ONLY_VALUE',
      'createdate',
    ]);
    expect(await refusal('contacts', { email: 'none' })).toEqual([
      'property-value',
      'INVALID_EMAIL',
      'email',
    ]);
    expect(await refusal('contacts', { email: 'taken@example.com' })).toEqual([
      'duplicate',
      'CONFLICT',
      null,
    ]);
    expect(await refusal('contacts', { email: 'taken@example.com' }, id)).toEqual([
      'duplicate',
      'CONFLICT',
      null,
    ]);
    expect(await refusal('deals', { dealname: 'A', dealstage: 'X' })).toEqual([
      'property-value',
      'INVALID_OPTION',
      'dealstage',
    ]);
    expect(await refusal('deals', { amount: '1' })).toEqual([
      'property-value',
      'MISSING_REQUIRED_PROPERTY',
      'dealname',
    ]);
    expect(await refusal('companies', { name: 'x' }, '999999')).toEqual([
      'deleted',
      'OBJECT_NOT_FOUND',
      null,
    ]);
    portal.add('products', { hs_sku: 'S' });
    expect(await refusal('products', { hs_sku: 'S' })).toEqual([
      'duplicate',
      'CONFLICTING_UNIQUE_VALUE',
      'hs_sku',
    ]);
    expect(await refusal('deals', { dealname: 'A', 'assoc:companies': '999999' })).toEqual([
      'association',
      'INVALID_OBJECT_IDS',
      null,
    ]);
  });

  it('a refusal names the record that is there already', async () => {
    const { connector, portal } = open();
    const { id } = portal.add('contacts', { email: 'taken@example.com' });
    const [one] = await receipts(connector, 'contacts', 'create', [
      item(null, { email: 'taken@example.com' }),
    ]);
    expect(one).toMatchObject({ kind: 'refused', refusal: { existing: id } });
  });

  it('a batch refused as a whole says so; alone the item has the refusal', async () => {
    const { connector, portal } = open();
    const ids = ['a', 'b'].map((name) => portal.add('companies', { name }).id);
    const twice = [item(ids[0]!, { name: 'x' }, { key: '1' }), item(ids[0]!, { name: 'y' }, { key: '2' })];
    expect(await connector.write({ object: 'companies', act: 'update', items: twice })).toMatchObject({
      kind: 'refused',
      fault: { code: 'refused', status: 400 },
    });
    expect(
      await connector.write({ object: 'no_such', act: 'update', items: [item('1', { name: 'x' })] }),
    ).toMatchObject({
      kind: 'receipts',
      receipts: [{ kind: 'refused' }],
    });
    expect(portal.must('companies').records.get(ids[0]!)?.properties['name']).toBe('a');
  });

  it('blank clears; every write bumps the modified date', async () => {
    const { connector, portal } = open();
    const { id } = portal.add('companies', { name: 'A', city: 'B' });
    const before = portal.must('companies').records.get(id)!.updatedAt;
    await receipts(connector, 'companies', 'update', [item(id, { city: '' })]);
    const record = portal.must('companies').records.get(id)!;
    expect(record.properties).toMatchObject({ name: 'A', city: '' });
    expect(record.updatedAt).toBeGreaterThan(before);
  });

  it('archives, also what is gone already; nothing is brought back', async () => {
    const { connector, portal } = open();
    const [a, b] = ['a', 'b'].map((name) => portal.add('companies', { name }).id);
    portal.remove('companies', a!);
    const items = [item(a!, {}, { key: 'a' }), item(b!, {}, { key: 'b' })];
    expect(await receipts(connector, 'companies', 'remove', items)).toEqual([
      { key: 'a', kind: 'written', id: a, created: null },
      { key: 'b', kind: 'written', id: b, created: null },
    ]);
    expect(must(await connector.readByIds('companies', [a!, b!], []))).toEqual([]);
    expect((await connector.write({ object: 'companies', act: 'restore', items })).kind).toBe('refused');
    expect(await connector.write({ object: 'companies', act: 'remove', items: [] })).toEqual({
      kind: 'receipts',
      receipts: [],
    });
    const many = Array.from({ length: 101 }, (_, n) => item(String(n), {}, { key: String(n) }));
    await expect(connector.write({ object: 'companies', act: 'remove', items: many })).rejects.toThrow();
  });

  it('[S305] a create whose e-mail or unique value is there becomes that record', async () => {
    const { connector, portal } = open();
    const contact = portal.add('contacts', { email: 'a@example.com', lastname: 'Stays' }).id;
    const product = portal.add('products', { hs_sku: 'S-1', price: '5' }).id;
    const create = (object: string, field: string, values: Record<string, string>) =>
      receipts(connector, object, 'create', [
        item(null, values, { key: 'new', unique: { field, value: values[field]! } }),
        item(
          null,
          { [field]: `b-${values[field]!}` },
          { key: 'other', unique: { field, value: `b-${values[field]!}` } },
        ),
      ]);
    const contacts = await create('contacts', 'email', { email: 'a@example.com', firstname: 'Ada' });
    expect(contacts).toMatchObject([
      { kind: 'written', id: contact, created: false },
      { kind: 'written', created: true },
    ]);
    const products = await create('products', 'hs_sku', { hs_sku: 'S-1', name: 'Chair' });
    expect(products).toMatchObject([
      { kind: 'written', id: product, created: false },
      { kind: 'written', created: true },
    ]);
    expect(portal.must('contacts').records.get(contact)?.properties).toMatchObject({
      firstname: 'Ada',
      lastname: 'Stays',
    });
    expect(portal.must('products').records.get(product)?.properties).toMatchObject({
      name: 'Chair',
      price: '5',
    });
  });

  it('[S305] of two creates with one e-mail the second is refused, and does not write over the first', async () => {
    const { connector, portal } = open();
    const unique = { field: 'email', value: 'a@example.com' };
    const items = ['one', 'two'].map((key) =>
      item(null, { email: unique.value, firstname: key }, { key, unique }),
    );
    expect((await receipts(connector, 'contacts', 'create', items)).map(({ kind }) => kind)).toEqual([
      'written',
      'refused',
    ]);
    expect(
      [...portal.must('contacts').records.values()].map(({ properties }) => properties['firstname']),
    ).toEqual(['one']);
  });

  it('creates with and without a unique value go in two calls; where the second fails the first stands', async () => {
    const { connector, fake } = open();
    const items = [
      item(null, { name: 'keyless' }, { key: 'keyless' }),
      item(null, { hs_sku: 'S' }, { key: 'keyed', unique: { field: 'hs_sku', value: 'S' } }),
    ];
    fake.faults.add({ kind: 'drop', when: 'before-commit', meets: { path: /batch\/create/, times: 1 } });
    expect(await receipts(connector, 'products', 'create', items)).toMatchObject([
      { kind: 'unknown', because: 'no-answer' },
      { kind: 'written', created: true },
    ]);
    expect(await receipts(connector, 'products', 'create', items)).toMatchObject([
      { kind: 'written', created: true },
      { kind: 'written', created: false },
    ]);
  });

  it('[S304] a lifecycle stage goes back by being cleared first', async () => {
    const { connector, portal, fake } = open();
    const ids = ['customer', 'lead', 'lead'].map(
      (lifecyclestage) => portal.add('contacts', { lifecyclestage }).id,
    );
    const to = (key: string, id: string, lifecyclestage: string) => item(id, { lifecyclestage }, { key });
    const items = [to('back', ids[0]!, 'lead'), to('on', ids[1]!, 'customer'), to('stays', ids[2]!, 'lead')];
    expect((await receipts(connector, 'contacts', 'update', items)).map(({ kind }) => kind)).toEqual(
      Array(3).fill('written'),
    );
    const stages = () =>
      ids.map((id) => portal.must('contacts').records.get(id)?.properties['lifecyclestage']);
    expect(stages()).toEqual(['lead', 'customer', 'lead']);
    // Cleared, and then cut: nobody says it was written.
    fake.faults.add({
      kind: 'drop',
      when: 'before-commit',
      meets: { path: /batch\/update/, skip: 2, times: 1 },
    });
    const [cut] = await receipts(connector, 'contacts', 'update', [to('back', ids[1]!, 'lead')]);
    expect(cut).toMatchObject({ kind: 'unknown', because: 'lifecycle-stage' });
  });

  it('what a person does meanwhile is no receipt of ours', async () => {
    const { connector, portal, fake } = open();
    const [edited, deleted, merged, winner, locked] = ['a', 'b', 'c', 'd', 'e'].map(
      (name) => portal.add('companies', { name }).id,
    );
    fake.faults.add({
      kind: 'meanwhile',
      run: () => {
        portal.edit('companies', edited!, { city: 'by a person' });
        portal.remove('companies', deleted!);
        portal.merge('companies', winner!, merged!);
        portal.locked.add(locked!);
      },
    });
    const items = [edited, deleted, merged, locked].map((id) => item(id!, { name: 'new' }, { key: id! }));
    expect((await receipts(connector, 'companies', 'update', items)).map(({ kind }) => kind)).toEqual([
      'written',
      'refused',
      'unknown',
      'unknown',
    ]);
    const kept = (id: string) => portal.must('companies').records.get(id)?.properties;
    expect(kept(edited!)).toMatchObject({ name: 'new', city: 'by a person' });
    expect([kept(winner!)?.['name'], kept(locked!)?.['name']]).toEqual(['d', 'e']);
  });

  it('a schema that changes in the middle of a run refuses what does not fit it any more', async () => {
    const { connector, portal, fake } = open();
    const companies = portal.must('companies');
    const { id } = portal.add('companies', {});
    const write = () => receipts(connector, 'companies', 'update', [item(id, { city: 'X', name: 'Y' })]);
    expect((await write())[0]?.kind).toBe('written');
    fake.faults.add({
      kind: 'meanwhile',
      run: () => companies.properties.set('city', { ...property('city'), archived: true }),
      meets: { times: 1 },
    });
    expect((await write())[0]).toMatchObject({
      kind: 'refused',
      refusal: { category: 'mapping', code: 'PROPERTY_DOESNT_EXIST', field: 'city' },
    });
  });
});
