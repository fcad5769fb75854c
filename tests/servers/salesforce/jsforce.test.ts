import { Connection, OAuth2 } from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FaultDesk, serve, type Served } from '../faults/index.ts';
import { FakeSalesforce, type Values } from './index.ts';

/** The fake as a client sees it that we did not write: what jsforce 3.10.8 understands of it. */
let fake = new FakeSalesforce();
let served: Served;
let conn: Connection;

const VERSION = '64.0';

beforeAll(async () => {
  const desk = new FaultDesk();
  served = await serve(desk.wrap((request) => fake.answer(request)));
});
afterAll(() => served.close());
beforeEach(() => {
  fake = new FakeSalesforce();
  conn = new Connection({
    instanceUrl: served.origin,
    accessToken: fake.sessions.open(),
    version: VERSION,
  });
});

const accounts = (count: number, more: (i: number) => Values = () => ({})): void => {
  for (let i = 0; i < count; i++) fake.store.insert('Account', { Name: `Company ${String(i)}`, ...more(i) });
};
const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    return (error as { errorCode?: string }).errorCode ?? String(error);
  }
  return 'done';
};
/** What became of each: `ok`, or the app's code, which jsforce's types call by another name. */
const codes = (results: readonly { success: boolean; errors: readonly object[] }[]): string[] =>
  results.map(({ success, errors }) =>
    success ? 'ok' : ((errors[0] as { statusCode?: string } | undefined)?.statusCode ?? '?'),
  );

describe('the fake of Salesforce, driven by jsforce', () => {
  it('is described: all kinds of records, and the fields of one', async () => {
    const all = await conn.describeGlobal();
    expect(all.sobjects.map(({ name }) => name)).toContain('Widget__c');
    const { fields, updateable, keyPrefix } = await conn.describe('Contact');
    expect([updateable, keyPrefix]).toEqual([true, '003']);
    const lastName = fields.find(({ name }) => name === 'LastName');
    expect(lastName).toMatchObject({ type: 'string', length: 80, nillable: false, createable: true });
    expect(fields.find(({ name }) => name === 'AccountId')?.referenceTo).toEqual(['Account']);
  });

  it('is queried in pages of 2,000, each once, by nextRecordsUrl', async () => {
    accounts(4_500);
    const first = await conn.query<{ Id: string; Name: string }>(
      'SELECT Id, Name FROM Account ORDER BY Name',
    );
    expect([first.totalSize, first.done, first.records.length]).toEqual([4_500, false, 2_000]);
    const ids = first.records.map(({ Id }) => Id);
    for (let next = first.nextRecordsUrl; next !== undefined;) {
      const page = await conn.queryMore<{ Id: string }>(next);
      ids.push(...page.records.map(({ Id }) => Id));
      next = page.nextRecordsUrl;
    }
    expect([ids.length, new Set(ids).size]).toEqual([4_500, 4_500]);
    expect(await conn.sobject('Account').count()).toBe(4_500);
  });

  it('understands the conditions that jsforce writes', async () => {
    accounts(6, (i) => ({ NumberOfEmployees: i, Rating: i % 2 === 0 ? 'Hot' : 'Cold' }));
    const names = async (conditions: object): Promise<unknown[]> => {
      const found = await conn.sobject('Account').find(conditions, ['Name']).sort('-Name').limit(4);
      return found.map(({ Name }) => Name);
    };
    expect(await names({ NumberOfEmployees: { $gte: 2, $lt: 5 }, Rating: 'hot' })).toEqual([
      'Company 4',
      'Company 2',
    ]);
    expect(await names({ Name: ['Company 1', "O'Hara"] })).toEqual(['Company 1']);
    expect(await names({ $or: [{ Name: { $like: '%3' } }, { Name: { $like: '%5' } }] })).toEqual([
      'Company 5',
      'Company 3',
    ]);
    expect(await names({ Website: null, NumberOfEmployees: { $nin: [0, 1, 2, 3, 4] } })).toEqual([
      'Company 5',
    ]);
    expect(await refusal(conn.query('SELECT Nonsense FROM Account').then())).toBe('INVALID_FIELD');
    expect(await refusal(conn.query("SELECT Id FROM Account WHERE Name = 'a").then())).toBe(
      'MALFORMED_QUERY',
    );
    expect(await refusal(conn.query('SELECT Id FROM Nothing').then())).toBe('INVALID_TYPE');
  });

  it('writes many a call, each told by itself and in order', async () => {
    const made = await conn.create('Contact', [
      { LastName: 'Ek', Email: 'ek@a.example' },
      { FirstName: 'Nobody' },
      { LastName: 'Li', Email: 'not an address' },
      { LastName: 'x'.repeat(81) },
      { LastName: 'Or', Interests__c: 'Golf;Chess' },
    ]);
    expect(codes(made)).toEqual([
      'ok',
      'REQUIRED_FIELD_MISSING',
      'INVALID_EMAIL_ADDRESS',
      'STRING_TOO_LONG',
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    ]);
    const id = made[0]?.id ?? '';
    expect(id).toMatch(/^003\w{15}$/);
    const gone = await conn.create('Contact', { LastName: 'Gone' });
    await conn.destroy('Contact', gone.id ?? '');
    const changed = await conn.update('Contact', [
      { Id: id.slice(0, 15), FirstName: 'Eva' },
      { Id: gone.id ?? '', FirstName: 'Late' },
      { Id: `${id.slice(0, 14)}z`, FirstName: 'Nobody' },
    ]);
    expect(codes(changed)).toEqual(['ok', 'ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY']);
    expect(await conn.retrieve('Contact', id)).toMatchObject({ Id: id, Name: 'Eva Ek' });
    const removed = await conn.destroy('Contact', [id, gone.id ?? '']);
    expect(codes(removed)).toEqual(['ok', 'ENTITY_IS_DELETED']);
    expect(await refusal(conn.retrieve('Contact', id))).toBe('NOT_FOUND');
  });

  it('with allOrNone one bad record takes the others back', async () => {
    const made = await conn.create('Account', [{ Name: 'A' }, { Phone: '1' }], { allOrNone: true });
    expect(codes(made)).toEqual(['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'REQUIRED_FIELD_MISSING']);
    expect(await conn.sobject('Account').count()).toBe(0);
  });

  it('upserts by an external id: created, then found, never a second one', async () => {
    const rows = [
      { External_Id__c: 'a-1', Name: 'A' },
      { External_Id__c: 'a-2', Name: 'B' },
    ];
    const first = await conn.upsert('Account', rows, 'External_Id__c');
    expect(first.map(({ success, created }) => [success, created])).toEqual([
      [true, true],
      [true, true],
    ]);
    const again = await conn.upsert('Account', rows, 'External_Id__c');
    expect(again.map(({ id, created }) => [id, created])).toEqual(first.map(({ id }) => [id, false]));
    expect(await refusal(conn.create('Account', { Name: 'C', External_Id__c: 'a-1' }))).toBe(
      'DUPLICATE_VALUE',
    );
    const single = await conn
      .sobject('Account')
      .upsert({ External_Id__c: 'a-3', Name: 'C' }, 'External_Id__c');
    expect(single.success).toBe(true);
    expect(await conn.sobject('Account').count()).toBe(3);
  });

  it('loads in bulk: what was written, what was refused, what was never reached', async () => {
    conn.bulk2.pollInterval = 1;
    const rows = Array.from({ length: 300 }, (_, i) => ({
      LastName: i === 7 ? '' : `Name "${String(i)}", of\nmany`,
      External_Id__c: `c-${String(i)}`,
    }));
    const { successfulResults, failedResults, unprocessedRecords } = await conn.bulk2.loadAndWaitForResults({
      object: 'Contact',
      operation: 'upsert',
      externalIdFieldName: 'External_Id__c',
      input: rows,
    });
    expect([successfulResults.length, failedResults.length, unprocessedRecords.length]).toEqual([299, 1, 0]);
    expect(failedResults[0]?.sf__Error).toBe(
      'REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --',
    );
    expect(successfulResults.at(-1)).toMatchObject({ sf__Created: 'true', LastName: 'Name "0", of\nmany' });
    expect(fake.store.row('Contact', successfulResults.at(-9)?.sf__Id)?.['LastName']).toBe(
      'Name "9", of\nmany',
    );
  });

  it('takes a bulk job back, open or under way, and tells what it had not come to', async () => {
    const rows = (from: number): string =>
      ['LastName', ...Array.from({ length: 5 }, (_, i) => `Name ${String(from + i)}`)].join('\n');
    const job = conn.bulk2.createJob({ object: 'Contact', operation: 'insert' });
    await job.open();
    expect(await job.check()).toMatchObject({ state: 'Open', jobType: 'V2Ingest' });
    await job.uploadData(rows(0));
    expect(await refusal(job.uploadData(rows(0)))).toContain('once');
    await job.abort();
    expect(await job.check()).toMatchObject({ state: 'Aborted', numberRecordsProcessed: 0 });
    expect((await job.getUnprocessedRecords()).length).toBe(5);
    expect(await refusal(job.close())).toBe('INVALIDJOBSTATE');
    expect(await conn.sobject('Contact').count()).toBe(0);

    fake.jobs.patience = 0;
    fake.jobs.rowsALook = 2;
    const other = conn.bulk2.createJob({ object: 'Contact', operation: 'insert' });
    await other.open();
    await other.uploadData(rows(10));
    await other.close();
    expect(await other.check()).toMatchObject({ state: 'InProgress', numberRecordsProcessed: 2 });
    await other.abort();
    expect((await other.getSuccessfulResults()).length).toBe(2);
    expect((await other.getUnprocessedRecords()).length).toBe(3);
    expect(await conn.sobject('Contact').count()).toBe(2);
    expect(await refusal(other.abort())).toBe('INVALIDJOBSTATE');
  });

  it('fails a bulk job whose lines end otherwise than it was told', async () => {
    const job = conn.bulk2.createJob({ object: 'Contact', operation: 'insert', lineEnding: 'LF' });
    await job.open();
    await job.uploadData('LastName\r\nEk\r\n');
    await job.close();
    await job.check();
    expect(await job.check()).toMatchObject({ state: 'Failed' });
    expect((await job.getUnprocessedRecords()).length).toBe(1);
    expect(await conn.sobject('Contact').count()).toBe(0);
  });

  it('tells what is left of the day, and refuses with 403 when nothing is', async () => {
    fake.limit = 4;
    await conn.describeGlobal();
    expect(conn.limitInfo.apiUsage).toEqual({ used: 1, limit: 4 });
    expect((await conn.limits())['DailyApiRequests']).toEqual({ Max: 4, Remaining: 2 });
    await conn.describeGlobal();
    await conn.describeGlobal();
    expect(await refusal(conn.describeGlobal())).toBe('REQUEST_LIMIT_EXCEEDED');
  });

  it('tells what was deleted and changed of a span of time', async () => {
    accounts(3);
    const [a, b] = fake.store.all('Account');
    const start = new Date(fake.store.now + 1_000).toISOString();
    fake.store.remove('Account', a?.Id ?? '');
    fake.store.update('Account', b?.Id ?? '', { Name: 'Other' });
    const end = new Date(fake.store.now + 60_000).toISOString();
    expect((await conn.deleted('Account', start, end)).deletedRecords.map(({ id }) => id)).toEqual([a?.Id]);
    expect((await conn.updated('Account', start, end)).ids).toEqual([b?.Id]);
    const all = await conn.query('SELECT Id FROM Account WHERE IsDeleted = true', { scanAll: true });
    expect(all.records.map(({ Id }) => Id as unknown)).toEqual([a?.Id]);
    expect(await conn.sobject('Account').count()).toBe(2);
  });

  it('tells of the loser of a merge who won it, of what was brought back that it is there, and empties its bin after fifteen days', async () => {
    accounts(4);
    const [a, b, c, d] = fake.store.all('Account').map(({ Id }) => Id);
    fake.store.merge('Account', a!, b!);
    for (const id of [c!, d!]) await conn.sobject('Account').destroy(id);
    fake.store.undelete('Account', d!);
    const bin = async (): Promise<unknown[]> => {
      const soql = 'SELECT Id, MasterRecordId, IsDeleted FROM Account WHERE IsDeleted = true ORDER BY Id';
      const { records } = await conn.query(soql, { scanAll: true });
      return records.map((one) => [one['Id'], one['MasterRecordId'], one['IsDeleted']]);
    };
    expect(await bin()).toEqual([
      [b, a, true],
      [c, null, true],
    ]);
    const there = await conn.query('SELECT Id, MasterRecordId FROM Account ORDER BY Id');
    expect(there.records.map(({ Id }) => Id as unknown)).toEqual([a, d]);
    fake.store.now += 16 * 24 * 3_600_000;
    expect(await bin()).toEqual([]);
  });

  it('lets somebody sign in with PKCE, and stay signed in by refreshing', async () => {
    const { id, redirectUri } = fake.sessions.client;
    const oauth2 = new OAuth2({ loginUrl: served.origin, clientId: id, redirectUri, useVerifier: true });
    const asked = await fetch(oauth2.getAuthorizationUrl({ state: 's' }), { redirect: 'manual' });
    const back = new URL(asked.headers.get('location') ?? '');
    const mine = new Connection({ oauth2, version: VERSION });
    const { organizationId } = await mine.authorize(back.searchParams.get('code') ?? '');
    expect([mine.instanceUrl, organizationId]).toEqual([served.origin, fake.sessions.org()]);
    fake.sessions.endAll();
    expect((await mine.identity()).organization_id).toBe(fake.sessions.org());
    fake.sessions.revokeAll();
    await expect(mine.identity()).rejects.toThrow('expired access/refresh token');
    const another = new OAuth2({ loginUrl: served.origin, clientId: id, redirectUri, useVerifier: true });
    await expect(another.requestToken(back.searchParams.get('code') ?? '')).rejects.toThrow('expired');
  });

  it('takes a sign-in back: its refresh token and its sessions hold no more, and a second time it is told so', async () => {
    const { id, redirectUri } = fake.sessions.client;
    const oauth2 = new OAuth2({ loginUrl: served.origin, clientId: id, redirectUri, useVerifier: true });
    const asked = await fetch(oauth2.getAuthorizationUrl({ state: 's' }), { redirect: 'manual' });
    const back = new URL(asked.headers.get('location') ?? '');
    const mine = new Connection({ oauth2, version: VERSION });
    await mine.authorize(back.searchParams.get('code') ?? '');
    const token = mine.refreshToken ?? '';
    await oauth2.revokeToken(token);
    expect(fake.sessions.renewable).toEqual([]);
    await expect(mine.identity()).rejects.toThrow('expired access/refresh token');
    await expect(oauth2.revokeToken(token)).rejects.toThrow();
  });

  it('says no to a session that has ended', async () => {
    fake.sessions.endAll();
    expect(await refusal(conn.describeGlobal())).toBe('INVALID_SESSION_ID');
  });
});
