import { describe, expect, it } from 'vitest';
import { must, item, Opened, receipts } from './opened.ts';

const NAMES = (count: number) =>
  Array.from({ length: count }, (_, i) => item(`k${String(i)}`, null, { LastName: `N${String(i)}` }));
const CODE = (one: ReturnType<typeof receipts>[number] | undefined): string =>
  one?.kind === 'refused' ? one.refusal.code : (one?.kind ?? 'none');

describe('writing to Salesforce', () => {
  it('creates 200 a call, each told by itself, with the id the app gave it', async () => {
    const on = new Opened();
    const done = receipts(await on.write('Contact', 'create', NAMES(200)));
    const there = new Map(on.there('Contact').map((row) => [row.Id, row['LastName']]));
    expect(there.size).toBe(200);
    for (const [i, one] of done.entries()) {
      expect(one).toMatchObject({ key: `k${String(i)}`, kind: 'written', created: true });
      expect(there.get(one.kind === 'written' ? one.id : '')).toBe(`N${String(i)}`);
    }
    expect(on.calls.filter(({ method }) => method === 'POST').length).toBe(1);
  });

  it('every refusal has its code, its category, its field, and leaves the others written', async () => {
    const on = new Opened();
    const [account, gone, locked] = on.put('Account', 3, (i) => ({
      Name: `A${String(i)}`,
      Tax_Number__c: `T${String(i)}`,
    }));
    on.fake.store.remove('Account', gone?.Id ?? '');
    on.fake.rules.validate('Contact', (record) =>
      record['FirstName'] === 'Bad' ? 'First names are good' : null,
    );
    on.fake.rules.noDuplicates('Contact', 'Email');
    on.put('Contact', 1, () => ({ LastName: 'Twin', Email: 'twin@a.example' }));
    const contacts = receipts(
      await on.write('Contact', 'create', [
        item('fine', null, { LastName: 'Fine', AccountId: account?.Id ?? '' }),
        item('required', null, { FirstName: 'Eva' }),
        item('long', null, { LastName: 'x'.repeat(81) }),
        item('email', null, { LastName: 'E', Email: 'no address' }),
        item('option', null, { LastName: 'O', Interests__c: 'Golf;Chess' }),
        item('twin', null, { LastName: 'T', Email: 'twin@a.example' }),
        item('parent', null, { LastName: 'P', AccountId: '001Aa00000ZZZZZ' }),
        item('deleted', null, { LastName: 'P', AccountId: gone?.Id ?? '' }),
        item('rule', null, { LastName: 'R', FirstName: 'Bad' }),
        item('closed', null, { LastName: 'C', CreatedDate: '2026-01-01T00:00:00Z' }),
      ]),
    );
    const told = contacts.map((one) =>
      one.kind === 'refused'
        ? [one.key, one.refusal.code, one.refusal.category, one.refusal.field]
        : [one.key, one.kind],
    );
    expect(told).toEqual([
      ['fine', 'written'],
      ['required', 'REQUIRED_FIELD_MISSING', 'property-value', 'LastName'],
      ['long', 'STRING_TOO_LONG', 'property-value', 'LastName'],
      ['email', 'INVALID_EMAIL_ADDRESS', 'property-value', 'Email'],
      ['option', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'property-value', 'Interests__c'],
      ['twin', 'DUPLICATES_DETECTED', 'duplicate', null],
      ['parent', 'INVALID_CROSS_REFERENCE_KEY', 'association', 'AccountId'],
      ['deleted', 'ENTITY_IS_DELETED', 'deleted', 'AccountId'],
      ['rule', 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'automation', null],
      ['closed', 'INVALID_FIELD_FOR_INSERT_UPDATE', 'permission', 'CreatedDate'],
    ]);
    expect(on.there('Contact').length).toBe(2);
    on.fake.rules.lock(locked?.Id ?? '');
    const accounts = receipts(
      await on.write('Account', 'update', [
        item('a', account?.Id.slice(0, 15) ?? '', { Phone: '1' }),
        item('b', gone?.Id ?? '', { Phone: '1' }),
        item('c', locked?.Id ?? '', { Phone: '1' }),
        item('d', '001Aa00000ZZZZZ', { Phone: '1' }),
      ]),
    );
    expect(accounts.map(CODE)).toEqual([
      'written',
      'ENTITY_IS_DELETED',
      'UNABLE_TO_LOCK_ROW',
      'INVALID_CROSS_REFERENCE_KEY',
    ]);
    expect(accounts[0]).toMatchObject({ id: account?.Id, created: false });
    const [twin] = receipts(
      await on.write('Account', 'create', [item('x', null, { Name: 'X', Tax_Number__c: 't0' })]),
    );
    expect(twin).toMatchObject({
      kind: 'refused',
      refusal: { code: 'DUPLICATE_VALUE', category: 'duplicate', existing: account?.Id },
    });
  });

  it('a refusal nobody knows has no category, and is shown as the app gave it', async () => {
    const on = new Opened();
    const strange = { statusCode: 'SOMETHING_NEW', message: 'Ångström 漢', fields: [] };
    on.desk.add({
      kind: 'change',
      meets: { method: 'POST' },
      change: (reply) => ({ ...reply, body: JSON.stringify([{ success: false, errors: [strange] }]) }),
    });
    expect(receipts(await on.write('Contact', 'create', NAMES(1)))).toEqual([
      {
        key: 'k0',
        kind: 'refused',
        refusal: { category: null, code: 'SOMETHING_NEW', field: null, said: 'Ångström 漢', existing: null },
      },
    ]);
  });

  it('[S315, F2] a create with an external id sent twice is one record', async () => {
    const on = new Opened();
    const one = item('k', null, { Name: 'A' }, { field: 'External_Id__c', value: "a'1" });
    on.desk.add({ kind: 'drop', when: 'after-commit', meets: { method: 'PATCH', times: 1 } });
    expect((await on.write('Account', 'create', [one])).kind).toBe('unknown');
    const [again] = receipts(await on.write('Account', 'create', [one]));
    const [row, ...more] = on.there('Account');
    expect([row?.['External_Id__c'], more.length]).toEqual(["a'1", 0]);
    expect(again).toEqual({ key: 'k', kind: 'written', id: row?.Id, created: false });
  });

  it('[S315] a key that is unique and no external id is a create: the second one is refused and names the first', async () => {
    const on = new Opened();
    const one = item('k', null, { Name: 'A' }, { field: 'Tax_Number__c', value: 'T1' });
    expect(receipts(await on.write('Account', 'create', [one]))[0]).toMatchObject({
      kind: 'written',
      created: true,
    });
    const [again] = receipts(await on.write('Account', 'create', [one]));
    expect(again).toMatchObject({ kind: 'refused', refusal: { existing: on.there('Account')[0]?.Id } });
    expect(on.there('Account').length).toBe(1);
  });

  it('[S315] creates by several keys and by none are told each by itself', async () => {
    const on = new Opened();
    const items = [
      item('plain', null, { LastName: 'A' }),
      item('text', null, { LastName: 'B' }, { field: 'External_Id__c', value: 'x' }),
      item('number', null, { LastName: 'C' }, { field: 'Legacy_Number__c', value: '7' }),
      item('plain too', null, { LastName: 'D' }),
    ];
    const done = receipts(await on.write('Contact', 'create', items));
    expect(new Set(done.map(({ key, kind }) => `${key} ${kind}`))).toEqual(
      new Set(items.map(({ key }) => `${key} written`)),
    );
    expect(on.there('Contact').find((row) => row['LastName'] === 'C')?.['Legacy_Number__c']).toBe(7);
    // The second of two calls is cut: its items are unknown, those of the first are told.
    on.desk.add({ kind: 'drop', when: 'after-commit', meets: { method: 'PATCH', times: 1 } });
    const cut = receipts(await on.write('Contact', 'create', items.slice(0, 2)));
    expect(cut.map(({ key, kind }) => [key, kind])).toEqual([
      ['plain', 'written'],
      ['text', 'unknown'],
    ]);
  });

  it('[S315] two records with one external id are nobody’s to choose from', async () => {
    const on = new Opened();
    on.put('Contact', 2, () => ({ LastName: 'Same', Legacy_Number__c: 7 }));
    const [one] = receipts(
      await on.write('Contact', 'create', [
        item('k', null, { LastName: 'X' }, { field: 'Legacy_Number__c', value: '7' }),
      ]),
    );
    expect(one).toMatchObject({
      kind: 'refused',
      refusal: { code: 'DUPLICATE_EXTERNAL_ID', category: 'duplicate' },
    });
    expect(on.there('Contact').map((row) => row['LastName'])).toEqual(['Same', 'Same']);
  });

  it('removes records into the bin, and brings none back: the REST API has no call for it', async () => {
    const on = new Opened();
    const [a, b] = on.put('Account', 2, () => ({ Name: 'A' })).map(({ Id }) => Id);
    const items = [item('a', a ?? '', {}), item('b', b ?? '', {})];
    on.fake.store.remove('Account', b ?? '');
    expect(receipts(await on.write('Account', 'remove', items)).map(CODE)).toEqual([
      'written',
      'ENTITY_IS_DELETED',
    ]);
    expect(on.fake.store.row('Account', a)?.['IsDeleted']).toBe(true);
    expect(on.connector.can.restore).toBe(false);
    const before = on.calls.length;
    expect((await on.write('Account', 'restore', items)).kind).toBe('refused');
    expect(on.calls.length).toBe(before);
  });

  it('[S316] no rule of assignment takes part', async () => {
    const on = new Opened();
    await on.write('Lead', 'create', [item('a', null, { LastName: 'L', Company: 'C' })]);
    expect(on.calls.at(-1)?.headers['Sforce-Auto-Assign']).toBe('FALSE');
  });

  it('a bad id, name or value is the batch’s, none of it is done, and its other half can be', async () => {
    const on = new Opened();
    const [row] = on.put('Account', 1, () => ({ Name: 'A' }));
    const good = item('good', row?.Id ?? '', { Phone: '1' });
    for (const bad of [
      item('bad', "001' OR", { Phone: '1' }),
      item('bad', row?.Id ?? '', { 'Phone"': '1' }),
      item('bad', row?.Id ?? '', { Nonsense__c: '1' }),
      item('bad', row?.Id ?? '', { NumberOfEmployees: 'many' }),
    ]) {
      const answer = await on.write('Account', 'update', [good, bad]);
      expect(answer.kind).toBe('refused');
      expect(on.fake.store.row('Account', row?.Id)?.['Phone']).toBeNull();
    }
    expect(receipts(await on.write('Account', 'update', [good])).map(CODE)).toEqual(['written']);
    expect(receipts(await on.write('Account', 'update', []))).toEqual([]);
  });

  it('a value of a field that has another type since is written by what it is now, once that is read', async () => {
    const on = new Opened();
    must(await on.connector.describe());
    on.fake.store.dropField('Account', 'Industry');
    const [row] = on.put('Account', 1, () => ({ Name: 'A' }));
    const answer = await on.write('Account', 'update', [item('a', row?.Id ?? '', { Industry: 'Retail' })]);
    expect(answer).toMatchObject({ kind: 'refused', fault: { code: 'refused', category: 'mapping' } });
  });
});
