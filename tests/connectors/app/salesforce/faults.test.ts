import { describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../../../src/lib/connectors/app/call.ts';
import { salesforce } from '../../../../src/lib/connectors/app/salesforce/index.ts';
import { Random } from '../../../reference/random.ts';
import { html, json, type FakeReply, type Fault } from '../../../servers/faults/index.ts';
import { fault, item, must, Opened, receipts } from './opened.ts';

const no = (
  status: number,
  errorCode: string,
  message = 'no',
  headers: Record<string, string> = {},
): FakeReply => json(status, [{ errorCode, message }], headers);
const said = (reply: FakeReply): Fault => ({
  kind: 'answer',
  when: 'before-commit',
  reply,
  meets: { times: 1 },
});
const update = (on: Opened, id: string) => on.write('Account', 'update', [item('a', id, { Phone: '1' })]);

/** What a fault is for a read, and what is certain of a write that meets it. */
const CASES: readonly [name: string, Fault, code: string, write: string][] = [
  ['dropped before', { kind: 'drop', when: 'before-commit', meets: { times: 1 } }, 'no-answer', 'unknown'],
  ['done, then dropped', { kind: 'drop', when: 'after-commit', meets: { times: 1 } }, 'no-answer', 'unknown'],
  ['hanging', { kind: 'hang', when: 'after-commit', meets: { times: 1 } }, 'timeout', 'unknown'],
  ['a drip', { kind: 'drip', bytes: 1, milliseconds: 1_000, meets: { times: 1 } }, 'timeout', 'unknown'],
  ['half a body', { kind: 'half', cut: false, meets: { times: 1 } }, 'not-understood', 'unknown'],
  ['half a body, cut', { kind: 'half', cut: true, meets: { times: 1 } }, 'no-answer', 'unknown'],
  [
    'HTML, done',
    { kind: 'answer', when: 'after-commit', reply: html(200), meets: { times: 1 } },
    'not-understood',
    'unknown',
  ],
  ['HTML of 400', said(html(400)), 'not-understood', 'unknown'],
  ['HTML of 502', said(html(502)), 'app-down', 'unknown'],
  ['JSON of another form', said(json(200, { hello: 1 })), 'not-understood', 'unknown'],
  [
    'a redirect',
    said({ status: 302, headers: { location: 'https://evil.example' }, body: '' }),
    'not-understood',
    'unknown',
  ],
  ['500', said(no(500, 'UNKNOWN_EXCEPTION')), 'app-down', 'unknown'],
  ['503', said(no(503, 'SERVER_UNAVAILABLE')), 'app-down', 'unknown'],
  ['420 of the gate', said(html(420)), 'app-down', 'unknown'],
  ['401', said(no(401, 'INVALID_SESSION_ID')), 'signed-out', 'not-done'],
  ['403', said(no(403, 'API_DISABLED_FOR_ORG')), 'forbidden', 'not-done'],
  [
    'the day is used up',
    said(no(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')),
    'daily-limit',
    'not-done',
  ],
  [
    'too many at once',
    said(no(403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.')),
    'rate-limit',
    'not-done',
  ],
  ['429', said(html(429)), 'rate-limit', 'not-done'],
  ['locked', said(no(400, 'UNABLE_TO_LOCK_ROW')), 'locked', 'refused'],
  ['404', said(no(404, 'NOT_FOUND')), 'not-found', 'refused'],
  ['a bad call', said(no(400, 'MALFORMED_QUERY')), 'refused', 'refused'],
  ['an address too long', said(no(414, 'URI_TOO_LONG')), 'refused', 'refused'],
];

describe('what goes wrong with Salesforce', () => {
  it.each(CASES)('%s', async (_name, wrong, code, write) => {
    const on = new Opened();
    const [row] = on.put('Account', 1, () => ({ Name: 'A' }));
    const id = row?.Id ?? '';
    must(await on.connector.describe());
    on.desk.add(wrong);
    expect(fault(await on.connector.readByIds('Account', [id], ['Name'])).code).toBe(code);
    expect(must(await on.connector.readByIds('Account', [id], ['Name'])).length).toBe(1);
    on.desk.add(wrong);
    const answer = await update(on, id);
    expect(answer.kind).toBe(write);
    if (answer.kind !== 'unknown') expect(on.fake.store.row('Account', id)?.['Phone']).toBeNull();
    expect(receipts(await update(on, id))[0]?.kind).toBe('written');
  });

  it('[S312] the limit of a day is told by the app’s own answers, with no time to wait', async () => {
    const on = new Opened();
    must(await on.connector.account());
    on.fake.limit = on.fake.used + 1;
    must(await on.connector.account());
    expect(on.connector.allowance).toEqual({ left: 0, of: on.fake.limit });
    expect(fault(await on.connector.account())).toEqual({
      code: 'daily-limit',
      category: 'transport',
      status: 403,
      said: 'REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.',
      waitFor: null,
    });
    on.desk.add(said(no(429, 'X', 'slow', { 'retry-after': '7' })));
    expect(fault(await on.connector.account()).waitFor).toBe(7_000);
    // An answer that says nothing of it leaves what was known.
    expect(on.connector.allowance).toEqual({ left: 0, of: on.fake.limit });
  });

  it('a lost call is told by what lost it; without a relay nothing was sent', async () => {
    for (const [because, code, write] of [
      ['dropped', 'no-answer', 'unknown'],
      ['timeout', 'timeout', 'unknown'],
      ['stopped', 'stopped', 'unknown'],
      ['no-relay', 'no-relay', 'not-done'],
      ['relay-refused', 'relay-refused', 'not-done'],
    ] as const) {
      const on = new Opened();
      const lost: CallAnswer = { kind: 'lost', because, said: 'lost' };
      let isLost = false;
      const inner = on.connector;
      must(await inner.describe());
      const { fake, desk } = on;
      const app = desk.wrap(fake.answer);
      const connector = salesforce((call) => {
        if (isLost) return Promise.resolve(lost);
        const delivery = app({
          method: call.method,
          path: call.path,
          headers: { authorization: `Bearer ${on.token}` },
          body: '',
        });
        const reply = delivery.how === 'whole' ? delivery.reply : { status: 500, body: '' };
        return Promise.resolve({
          kind: 'answered',
          status: reply.status,
          header: () => null,
          body: reply.body,
        });
      });
      must(await connector.describe());
      isLost = true;
      expect(fault(await connector.account()).code).toBe(code);
      const items = [item('a', null, { Name: 'A' })];
      expect((await connector.write({ object: 'Account', act: 'create', items })).kind).toBe(write);
    }
  });

  it('what the schema of a write cannot be read for is not done', async () => {
    const on = new Opened();
    on.desk.add({ kind: 'drop', when: 'before-commit', meets: { times: 1 } });
    const answer = await on.write('Account', 'create', [item('a', null, { Name: 'A' })]);
    expect(answer).toMatchObject({ kind: 'not-done', fault: { code: 'no-answer' } });
    expect(on.there('Account')).toEqual([]);
  });

  it('no secret is in a fault or a refusal, whatever the app says', async () => {
    const secrets = ['00D5g0000012345!AQEAQ.x_y', '5Aep861TSESvWeug_xvFHRBTTbf', 'Bearer abc.def-ghi'];
    const on = new Opened();
    must(await on.connector.describe());
    const words = `no: ${secrets.join(' and ')} ${on.token}`;
    const tell = [said(no(400, 'X', words)), said(no(500, 'X', words)), said({ ...html(200, words) })];
    const told: string[] = [];
    for (const one of tell) {
      on.desk.add(one);
      told.push(JSON.stringify(fault(await on.connector.account())));
    }
    on.desk.add(
      said(json(200, [{ success: false, errors: [{ statusCode: 'X', message: words, fields: [] }] }])),
    );
    told.push(JSON.stringify(await on.write('Account', 'create', [item('a', null, { Name: 'A' })])));
    expect(told.every((one) => one.includes('no: …'))).toBe(true);
    for (const secret of [...secrets, on.token]) expect(told.join('')).not.toContain(secret);
  });

  it('results that cannot be trusted are unknown, one by one or all', async () => {
    const on = new Opened();
    const rows = on.put('Account', 3, (i) => ({ Name: `A${String(i)}` }));
    must(await on.connector.describe());
    const items = rows.map(({ Id }, i) => item(String(i), Id, { Phone: '1' }));
    const changed = async (change: (results: unknown[]) => unknown) => {
      on.desk.add({
        kind: 'change',
        meets: { method: 'PATCH', times: 1 },
        change: (reply) => ({ ...reply, body: JSON.stringify(change(JSON.parse(reply.body) as unknown[])) }),
      });
      const answer = await on.write('Account', 'update', items);
      return answer.kind === 'receipts' ? answer.receipts.map(({ kind }) => kind) : answer.kind;
    };
    expect(await changed((all) => all.slice(1))).toBe('unknown');
    expect(await changed((all) => [...all, all[0]])).toBe('unknown');
    expect(await changed(() => [])).toBe('unknown');
    expect(await changed((all) => ({ results: all }))).toBe('unknown');
    expect(await changed(([a, b, c]) => [b, a, c])).toEqual(['unknown', 'unknown', 'written']);
    expect(await changed(([, b, c]) => [{ success: false, errors: [] }, b, c])).toEqual([
      'unknown',
      'written',
      'written',
    ]);
    expect(await changed(([, b, c]) => [{ success: 'yes', id: rows[0]?.Id }, b, c])).toEqual([
      'unknown',
      'written',
      'written',
    ]);
    expect(await changed(([, b, c]) => [{ success: true, id: '' }, b, c])).toEqual([
      'unknown',
      'written',
      'written',
    ]);
  });

  it('of 1,000 batches, some in part, some cut, what is told of each record is what the app has', async () => {
    const random = new Random(12);
    const on = new Opened();
    must(await on.connector.describe());
    on.desk.add({ kind: 'drop', when: 'after-commit', meets: { path: /composite/, share: 0.1 } });
    on.desk.add({ kind: 'drop', when: 'before-commit', meets: { path: /composite/, share: 0.1 } });
    on.desk.add({
      kind: 'answer',
      when: 'before-commit',
      reply: no(503, 'SERVER_UNAVAILABLE'),
      meets: { path: /composite/, share: 0.1 },
    });
    on.desk.add({
      kind: 'answer',
      when: 'before-commit',
      reply: no(401, 'INVALID_SESSION_ID'),
      meets: { path: /composite/, share: 0.1 },
    });
    const counts = { written: 0, refused: 0, unknown: 0, open: 0 };
    let known: string[] = [];
    for (let batch = 0; batch < 1_000; batch++) {
      known = known.slice(-20);
      const fresh = random.chance(0.5) || known.length === 0;
      const items = Array.from({ length: 1 + random.int(4) }, (_, i) => {
        const name = random.chance(0.3) ? '' : `N${String(batch)}.${String(i)}`;
        return item(String(i), fresh ? null : (known[i] ?? known[0] ?? ''), { LastName: name });
      });
      const before = new Map(
        on
          .there('Contact')
          .slice(-60)
          .map((row) => [row.Id, row['LastName']]),
      );
      const answer = await on.write('Contact', fresh ? 'create' : 'update', items);
      if (answer.kind !== 'receipts') {
        counts.open += items.length;
        if (answer.kind === 'not-done')
          expect(
            new Map(
              on
                .there('Contact')
                .slice(-60)
                .map((row) => [row.Id, row['LastName']]),
            ),
          ).toEqual(before);
        continue;
      }
      for (const [i, one] of answer.receipts.entries()) {
        counts[one.kind] += 1;
        const name = items[i]?.values.get('LastName') ?? '';
        if (one.kind === 'refused') expect(name).toBe('');
        if (one.kind !== 'written') continue;
        // Of two writes to one record the later one is what stands.
        const last = fresh || !items.slice(i + 1).some(({ id }) => id === items[i]?.id);
        if (last) expect(on.fake.store.row('Contact', one.id)?.['LastName']).toBe(name);
        if (fresh) known.push(one.id);
      }
    }
    expect(counts.unknown).toBe(0);
    expect(Math.min(counts.written, counts.refused, counts.open)).toBeGreaterThan(200);
  });
});
