import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../../src/lib/connectors/app/salesforce/bulk/csv.ts';
import { BULK_FROM, salesforceBulk } from '../../../../src/lib/connectors/app/salesforce/index.ts';
import type { WriteAct, WriteBatch, WriteItem } from '../../../../src/lib/connectors/app/write.ts';
import { html, inProcess } from '../../../servers/faults/index.ts';
import { fault, item, must, Opened, receipts } from './opened.ts';

const KEY = 'External_Id__c';
const batch = (act: WriteAct, items: readonly WriteItem[]): WriteBatch => ({ object: 'Contact', act, items });
const creates = (count: number): WriteBatch =>
  batch(
    'create',
    Array.from({ length: count }, (_, i) =>
      item(
        `k${String(i)}`,
        null,
        { LastName: i === 7 ? '' : `N${String(i)}` },
        { field: KEY, value: `c-${String(i)}` },
      ),
    ),
  );

function open() {
  const on = new Opened();
  const caller = inProcess(on.desk.wrap(on.fake.answer), () => ({ authorization: `Bearer ${on.token}` }));
  const bulk = salesforceBulk(caller);
  const ended = async (job: string): Promise<string> => {
    for (;;) {
      const state = must(await bulk.look(job));
      if (state !== 'running') return state;
    }
  };
  const run = async (asked: WriteBatch) => {
    const job = must(await bulk.prepare(asked));
    must(await bulk.start(job));
    await ended(job);
    return receipts(await bulk.outcome(job, asked));
  };
  return { on, bulk, ended, run };
}

describe('a job of Salesforce', () => {
  it('[S310] writes thousands in one job, and tells of each what became of it', async () => {
    const { on, run } = open();
    const asked = creates(BULK_FROM + 1_000);
    const told = await run(asked);
    expect(told.length).toBe(3_000);
    const there = new Map(on.there('Contact').map((row) => [row.Id, row]));
    expect(there.size).toBe(2_999);
    for (const [i, one] of told.entries()) {
      expect(one.key).toBe(`k${String(i)}`);
      if (one.kind === 'written') expect(there.get(one.id)?.[KEY]).toBe(`c-${String(i)}`);
    }
    expect(told[7]).toEqual({
      key: 'k7',
      kind: 'refused',
      refusal: {
        code: 'REQUIRED_FIELD_MISSING',
        category: 'property-value',
        field: 'LastName',
        said: 'Required fields are missing: [LastName]',
        existing: null,
      },
    });
    expect(told[8]).toMatchObject({ created: true });
    expect((await run(creates(5)))[0]).toMatchObject({ kind: 'written', created: false });
  });

  it('changes, clears and removes by id; what a row does not name stays', async () => {
    const { on, run } = open();
    const rows = on.put('Contact', 3, (i) => ({
      LastName: `N${String(i)}`,
      FirstName: 'Ada',
      Email: 'a@a.example',
    }));
    const [a, b, c] = rows.map(({ Id }) => Id);
    on.fake.store.remove('Contact', c ?? '');
    const told = await run(
      batch('update', [
        item('a', a?.slice(0, 15) ?? '', { FirstName: 'Line\n"one", two', Email: '' }),
        item('b', b ?? '', { HasOptedOutOfEmail: 'true' }),
        item('c', c ?? '', { FirstName: 'Late' }),
      ]),
    );
    expect(told.map(({ kind }) => kind)).toEqual(['written', 'written', 'refused']);
    expect(on.fake.store.row('Contact', a)).toMatchObject({
      FirstName: 'Line\n"one", two',
      Email: null,
      LastName: 'N0',
    });
    expect(on.fake.store.row('Contact', b)).toMatchObject({
      FirstName: 'Ada',
      Email: 'a@a.example',
      HasOptedOutOfEmail: true,
    });
    expect((await run(batch('remove', [item('a', a ?? '', {})])))[0]).toMatchObject({
      kind: 'written',
      id: a,
    });
    expect(on.there('Contact').map(({ Id }) => Id)).toEqual([b]);
  });

  it('[S310, F2] whatever call is cut, by asking the job everything is known, and nothing is done twice', async () => {
    for (const when of ['before-commit', 'after-commit'] as const) {
      for (let cut = 0; cut < 8; cut++) {
        const { on, bulk, ended } = open();
        on.desk.add({ kind: 'drop', when, meets: { path: /jobs/, skip: cut, times: 1 } });
        const asked = creates(4);
        let job = await bulk.prepare(asked);
        if (!job.ok) {
          expect(on.there('Contact')).toEqual([]);
          job = await bulk.prepare(asked);
        }
        const name = must(job);
        let state = await bulk.start(name);
        if (!state.ok) state = await bulk.look(name);
        if (state.ok && state.value === 'open') await bulk.start(name);
        const look = async (): Promise<void> => {
          await ended(name).catch(() => ended(name));
        };
        await look();
        let answer = await bulk.outcome(name, asked);
        if (answer.kind !== 'receipts') answer = await bulk.outcome(name, asked);
        expect(receipts(answer).map(({ kind }) => kind)).toEqual([
          'written',
          'written',
          'written',
          'written',
        ]);
        expect(on.there('Contact').length).toBe(4);
      }
    }
  });

  it('rows a broken job never came to are unknown, the others told', async () => {
    const { on, run } = open();
    on.fake.jobs.breaksAfter = 3;
    const told = await run(creates(5));
    expect(told.map((one) => (one.kind === 'unknown' ? one.because : one.kind))).toEqual([
      'written',
      'written',
      'written',
      'unprocessed',
      'unprocessed',
    ]);
    expect(on.there('Contact').length).toBe(3);
  });

  it('what a job could not tell of afterwards is not sent as one', async () => {
    const { on, bulk } = open();
    const own = { field: KEY, value: 'x' };
    const twice = [
      item('a', null, { LastName: 'A' }, own),
      item('b', null, { LastName: 'B' }, { field: KEY, value: 'X' }),
    ];
    for (const asked of [
      batch('create', [item('a', null, { LastName: 'A' })]),
      batch('create', twice),
      batch('create', [item('a', null, { LastName: '#N/A' }, own)]),
      batch('create', [item('a', null, { LastName: 'A' }, { field: 'Email', value: 'a@a.example' })]),
      batch('update', [item('a', 'none', { LastName: 'A' })]),
      batch('restore', [item('a', '003Aa0000000001', {})]),
      batch('update', []),
    ])
      expect(fault(await bulk.prepare(asked)).code).toBe('refused');
    expect(on.fake.jobs.count).toBe(0);
  });

  it('lists that cannot be trusted make all unknown, a row in none or two makes one', async () => {
    const { on, bulk, ended } = open();
    const asked = creates(3);
    const job = must(await bulk.prepare(asked));
    must(await bulk.start(job));
    await ended(job);
    const changed = async (list: string, change: (body: string) => string) => {
      const path = new RegExp(`${list}$`);
      on.desk.add({
        kind: 'change',
        meets: { path, times: 1 },
        change: (reply) => ({ ...reply, body: change(reply.body) }),
      });
      const answer = await bulk.outcome(job, asked);
      return answer.kind === 'receipts' ? answer.receipts.map(({ kind }) => kind) : answer.kind;
    };
    expect(await changed('successfulResults', (body) => body.slice(0, -20))).toBe('unknown');
    expect(await changed('successfulResults', (body) => body.replace('sf__Id', 'id'))).toBe('unknown');
    expect(await changed('successfulResults', (body) => body.split('\n').slice(0, 3).join('\n'))).toEqual([
      'unknown',
      'written',
      'written',
    ]);
    expect(await changed('successfulResults', (body) => body + (body.split('\n')[1] ?? ''))).toEqual([
      'written',
      'written',
      'unknown',
    ]);
    expect(await changed('failedResults', () => '')).toEqual(['written', 'written', 'written']);
    on.desk.add({
      kind: 'answer',
      when: 'before-commit',
      reply: html(200),
      meets: { path: /failedResults/, times: 1 },
    });
    expect(await bulk.outcome(job, asked)).toMatchObject({
      kind: 'unknown',
      fault: { code: 'not-understood' },
    });
    expect(fault(await bulk.look('../../x')).code).toBe('refused');
    expect(fault(await bulk.look('750Aa0000000099')).code).toBe('not-found');
  });

  it('every file is read as it was written', () => {
    const cells = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(cells, (rows) => {
        expect(readCsv(writeCsv(rows))).toEqual(rows);
      }),
      { numRuns: 300 },
    );
    expect(readCsv('a,b\r\n1,\r\n"x""y",2')).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['x"y', '2'],
    ]);
    expect(readCsv('a,"b')).toBeNull();
    expect(readCsv('a"b,c')).toBeNull();
  });
});
