import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../../src/lib/connectors/app/salesforce/bulk/csv.ts';
import { cellOf } from '../../../../src/lib/connectors/app/salesforce/values.ts';
import type { WriteAct, WriteBatch, WriteItem } from '../../../../src/lib/connectors/app/write.ts';
import { html } from '../../../servers/faults/index.ts';
import { fault, item, must, Opened } from './opened.ts';

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
  const jobs = on.connector.jobs!;
  const sent = async (asked: WriteBatch): Promise<string> => {
    const job = must(await jobs.open(asked));
    must(await jobs.fill(job, asked));
    return job;
  };
  const ended = async (job: string): Promise<string> => {
    for (;;) {
      const { state } = must(await jobs.look(job));
      if (state !== 'running') return state;
    }
  };
  const run = async (asked: WriteBatch) => {
    const job = await sent(asked);
    must(await jobs.start(job));
    await ended(job);
    return must(await jobs.outcome(job, asked));
  };
  return { on, jobs, sent, ended, run };
}

describe('a job of Salesforce', () => {
  it('[S310] writes thousands in one job, and tells of each what became of it', async () => {
    const { on, jobs, run } = open();
    expect(jobs.sizes).toEqual({ over: 2_000, most: 10_000 });
    const asked = creates(jobs.sizes.over + 1_000);
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

  it('[S444] a file has numbers without an exponent, and yes and no in small letters', async () => {
    const cells = [
      ['double', '1e3', '1000'],
      ['double', '-.50', '-0.5'],
      ['double', '+7', '7'],
      ['double', '12345678901234567890.5', '12345678901234567890.5'],
      ['int', 'many', 'many'],
      ['boolean', 'TRUE', 'true'],
      ['boolean', 'yes', 'yes'],
      ['string', '1e3', '1e3'],
      ['date', '2026-01-31', '2026-01-31'],
    ] as const;
    for (const [type, text, cell] of cells) expect(cellOf(type, text)).toBe(cell);
    const { on, run } = open();
    const [row] = on.put('Account', 1, () => ({ Name: 'A' }));
    const sent = (): string[] =>
      on.calls.flatMap(({ method, body }) =>
        method === 'PUT' ? [new TextDecoder().decode(body as Uint8Array)] : [],
      );
    await run({
      object: 'Account',
      act: 'update',
      items: [item('a', row!.Id, { NumberOfEmployees: '1e2', Description: '', Name: 'A, "B"' })],
    });
    expect(sent()).toEqual([
      `"Id","NumberOfEmployees","Description","Name"\n"${row!.Id}","100","#N/A","A, ""B"""\n`,
    ]);
    expect(on.fake.store.row('Account', row!.Id)).toMatchObject({
      NumberOfEmployees: 100,
      Description: null,
      Name: 'A, "B"',
    });
  });

  it('a job that is taken back while it runs tells what it had done', async () => {
    const { on, jobs, sent } = open();
    on.fake.jobs.patience = 0;
    on.fake.jobs.rowsALook = 2;
    const asked = creates(5);
    const job = await sent(asked);
    must(await jobs.start(job));
    expect(must(await jobs.look(job))).toEqual({ state: 'running', processed: 2 });
    expect(must(await jobs.abort(job))).toEqual({ state: 'aborted', processed: 2 });
    const told = must(await jobs.outcome(job, asked));
    expect(told.map((one) => (one.kind === 'unknown' ? one.because : one.kind))).toEqual([
      'written',
      'written',
      'unprocessed',
      'unprocessed',
      'unprocessed',
    ]);
    expect(on.there('Contact').length).toBe(2);
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
    const { on, jobs } = open();
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
      expect(fault(await jobs.open(asked)).code).toBe('refused');
    expect(on.fake.jobs.count).toBe(0);
  });

  it('lists that cannot be trusted make all unknown, a row in none or two makes one', async () => {
    const { on, jobs, sent, ended } = open();
    const asked = creates(3);
    const job = await sent(asked);
    must(await jobs.start(job));
    await ended(job);
    const changed = async (list: string, change: (body: string) => string) => {
      const path = new RegExp(`${list}$`);
      on.desk.add({
        kind: 'change',
        meets: { path, times: 1 },
        change: (reply) => ({ ...reply, body: change(reply.body) }),
      });
      const answer = await jobs.outcome(job, asked);
      return answer.ok ? answer.value.map(({ kind }) => kind) : answer.fault.code;
    };
    expect(await changed('successfulResults', (body) => body.slice(0, -20))).toBe('not-understood');
    expect(await changed('successfulResults', (body) => body.replace('sf__Id', 'id'))).toBe('not-understood');
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
    expect(fault(await jobs.outcome(job, asked)).code).toBe('not-understood');
    expect(fault(await jobs.look('../../x')).code).toBe('refused');
    expect(fault(await jobs.look('750Aa0000000099')).code).toBe('not-found');
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
