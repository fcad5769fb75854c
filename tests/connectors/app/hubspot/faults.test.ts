import { afterEach, describe, expect, it } from 'vitest';
import { hubSpot } from '../../../../src/lib/connectors/app/hubspot/index.ts';
import { html, json, overHttp, type Fault, type Served } from '../../../servers/faults/index.ts';
import { FAULTS, HubSpotFake } from '../../../servers/hubspot/index.ts';
import { faultOf, item, must, open } from './open.ts';

const answer = (reply: ReturnType<typeof json>): Fault => ({ kind: 'answer', when: 'before-commit', reply });
const error = (category: string, message = 'no') => ({ status: 'error', category, message });

/** What a call meets; what the fault is called; what became of a batch of two that met it. */
const CASES: readonly [string, Fault, string, string][] = [
  ['dropped', { kind: 'drop', when: 'before-commit' }, 'no-answer', 'unknown'],
  ['done, then dropped', { kind: 'drop', when: 'after-commit' }, 'no-answer', 'unknown'],
  ['hanging', { kind: 'hang', when: 'after-commit' }, 'timeout', 'unknown'],
  ['half an answer', { kind: 'half', cut: false }, 'not-understood', 'unknown'],
  ['an answer that breaks off', { kind: 'half', cut: true }, 'no-answer', 'unknown'],
  ['a page of HTML', answer(html(200)), 'not-understood', 'unknown'],
  ['a page of HTML that says no', answer(html(400)), 'not-understood', 'unknown'],
  [
    'a redirect',
    answer({ status: 302, headers: { location: 'https://elsewhere.test' }, body: '' }),
    'not-understood',
    'unknown',
  ],
  ['JSON of another app', answer(json(400, { oops: true })), 'not-understood', 'unknown'],
  ['a list', answer(json(200, [])), 'not-understood', 'unknown'],
  ['401', FAULTS.expired({}), 'signed-out', 'not-done'],
  ['403', answer(json(403, error('MISSING_SCOPES'))), 'forbidden', 'not-done'],
  ['404', answer(json(404, error('OBJECT_NOT_FOUND'))), 'not-found', 'refused'],
  ['400', answer(json(400, error('VALIDATION_ERROR'))), 'refused', 'refused'],
  ['409', answer(json(409, error('CONFLICT'))), 'refused', 'refused'],
  ['423', FAULTS.locked({}), 'locked', 'not-done'],
  ['429', FAULTS.overLimit({}), 'rate-limit', 'not-done'],
  ['429 of the day', FAULTS.daily({}), 'daily-limit', 'not-done'],
  ['477', FAULTS.migration({}, 86_400), 'app-down', 'not-done'],
  ['500', FAULTS.down(500, 'before-commit', {}), 'app-down', 'unknown'],
  ['502', FAULTS.down(502, 'after-commit', {}), 'app-down', 'unknown'],
  ['503', FAULTS.down(503, 'before-commit', {}), 'app-down', 'unknown'],
  ['504', FAULTS.down(504, 'after-commit', {}), 'app-down', 'unknown'],
];

describe('faults of HubSpot and of the way to it', () => {
  it.each(CASES)('[S303] %s', async (_, fault, code, write) => {
    const { connector, portal, fake } = open();
    const ids = ['a', 'b'].map((name) => portal.add('companies', { name }).id);
    const on = fake.faults.add(fault);
    expect(faultOf(await connector.account()).code).toBe(code);
    expect(faultOf(await connector.readByIds('companies', ids, [])).code).toBe(code);
    const items = ids.map((id) => item(id, { name: 'new' }, { key: id }));
    const answered = await connector.write({ object: 'companies', act: 'update', items });
    expect(answered).toMatchObject({ kind: write, fault: { code } });
    expect(on.hits).toBe(3);
    on.off();
    must(await connector.account());
  });

  it('categories are those of the rules', async () => {
    const category = async (reply: ReturnType<typeof json>) => {
      const { connector, fake } = open();
      fake.faults.add(answer(reply));
      return faultOf(await connector.account()).category;
    };
    expect(await category(json(400, error('VALIDATION_ERROR')))).toBe('property-value');
    expect(await category(json(409, error('CONFLICT')))).toBe('duplicate');
    expect(await category(json(403, error('MISSING_SCOPES')))).toBe('permission');
    expect(await category(json(404, error('OBJECT_NOT_FOUND')))).toBe('deleted');
    expect(await category(json(429, error('RATE_LIMITS')))).toBe('transport');
  });

  it('says how long HubSpot asks to wait: seconds, a time by its own clock, or nothing', async () => {
    const wait = async (headers: Record<string, string>) => {
      const { connector, fake } = open();
      fake.faults.add(answer(json(429, error('RATE_LIMITS'), headers)));
      return faultOf(await connector.account()).waitFor;
    };
    expect(await wait({ 'retry-after': '7' })).toBe(7_000);
    expect(await wait({})).toBeNull();
    expect(await wait({ 'retry-after': 'soon' })).toBeNull();
    const date = 'Mon, 30 Nov 2026 08:00:00 GMT';
    expect(await wait({ date, 'retry-after': 'Mon, 30 Nov 2026 08:01:00 GMT' })).toBe(60_000);
  });

  it('a token that ends in the middle of a run', async () => {
    const { connector, portal, fake } = open();
    const { id } = portal.add('companies', { name: 'A' });
    fake.faults.add({ kind: 'meanwhile', run: () => portal.tokens.clear(), meets: { skip: 1, times: 1 } });
    const write = () =>
      connector.write({ object: 'companies', act: 'update', items: [item(id, { name: 'B' })] });
    must(await connector.account());
    expect(await write()).toMatchObject({ kind: 'not-done', fault: { code: 'signed-out' } });
    expect(portal.must('companies').records.get(id)?.properties['name']).toBe('A');
    // Signed in anew, the same connector goes on.
    portal.tokens.add('pat-test-1');
    fake.token = 'pat-test-1';
    expect(await write()).toMatchObject({ kind: 'receipts', receipts: [{ kind: 'written' }] });
  });

  it('no secret is in the words of a fault or a refusal', async () => {
    const token = 'pat-eu1-1234abcd-0000-4000-8000-123456789abc';
    const said = `token ${token} of Authorization: Bearer ${token} does not hold`;
    for (const status of [400, 401, 403, 429, 500]) {
      const { connector, portal, fake } = open();
      const { id } = portal.add('companies', {});
      fake.faults.add(answer(json(status, error('VALIDATION_ERROR', said))));
      const told = [
        await connector.account(),
        await connector.write({ object: 'companies', act: 'update', items: [item(id, { name: 'x' })] }),
      ];
      expect(JSON.stringify(told)).not.toContain('1234abcd');
      expect(JSON.stringify(told)).toContain('does not hold');
    }
    const lost = hubSpot(() =>
      Promise.resolve({ kind: 'lost', because: 'dropped', said: `failed with Bearer ${token}` }),
    );
    expect(JSON.stringify(await lost.account())).not.toContain('1234abcd');
  });

  it('knows what is left of the allowance, as the last answer that told it', async () => {
    const { connector, portal } = open();
    expect(connector.allowance).toBeNull();
    portal.limits.limit = { calls: 100, searches: 5, daily: 250_000, retryAfter: true };
    must(await connector.account());
    expect(connector.allowance).toEqual({ left: 99, of: 100 });
    must(
      await connector.read({
        object: 'deals',
        fields: [],
        since: '2026-01-01T00:00:00Z',
        deleted: false,
        cursor: null,
      }),
    );
    expect(connector.allowance).toEqual({ left: 99, of: 100 });
    for (let n = 0; n < 98; n++) must(await connector.account());
    expect(faultOf(await connector.account()).code).toBe('rate-limit');
    expect(connector.allowance?.left).toBe(0);
    portal.limits.limit = { ...portal.limits.limit, calls: null };
    must(await connector.account());
    expect(connector.allowance?.of).toBe(250_000);
  });

  it('without the relay nothing was done', async () => {
    for (const because of ['no-relay', 'relay-refused'] as const) {
      const connector = hubSpot(() => Promise.resolve({ kind: 'lost', because, said: '' }));
      const items = [item('1', { name: 'x' })];
      expect(await connector.write({ object: 'companies', act: 'update', items })).toMatchObject({
        kind: 'not-done',
        fault: { code: because },
      });
    }
    const stopped = hubSpot(() => Promise.resolve({ kind: 'lost', because: 'stopped', said: '' }));
    expect(
      await stopped.write({ object: 'companies', act: 'update', items: [item('1', { name: 'x' })] }),
    ).toMatchObject({
      kind: 'unknown',
      fault: { code: 'stopped' },
    });
  });
});

describe('the same over HTTP', () => {
  const served: Served[] = [];
  afterEach(async () => {
    await Promise.all(served.splice(0).map((one) => one.close()));
  });

  it('a slow drip is waited for, up to patience; what hangs is lost', async () => {
    const fake = new HubSpotFake();
    const on = await fake.serve(60_000);
    served.push(on);
    // Its patience must run out, whatever the machine has to do.
    const hasty = hubSpot(overHttp(on.origin, () => ({ authorization: `Bearer ${fake.token}` }), 200));
    fake.faults.add({ kind: 'drip', bytes: 64, milliseconds: 1, meets: { times: 1 } });
    fake.faults.add({ kind: 'drip', bytes: 1, milliseconds: 50, meets: { times: 1 } });
    fake.faults.add({ kind: 'hang', when: 'before-commit', meets: { times: 1 } });
    must(await hubSpot(on.caller).account());
    expect(faultOf(await hasty.account()).code).toBe('timeout');
    expect(faultOf(await hasty.account()).code).toBe('timeout');
    must(await hubSpot(on.caller).account());
  });

  it('a create that is sent twice, since its answer was lost, makes one record', async () => {
    const fake = new HubSpotFake();
    const on = await fake.serve();
    served.push(on);
    const connector = hubSpot(on.caller);
    const creates: [string, string, string][] = [
      ['contacts', 'email', 'a@example.com'],
      ['products', 'hs_sku', 'S-1'],
    ];
    for (const [object, field, value] of creates) {
      fake.faults.add({ kind: 'drop', when: 'after-commit', meets: { times: 1 } });
      const items = [item(null, { [field]: value }, { unique: { field, value } })];
      expect((await connector.write({ object, act: 'create', items })).kind).toBe('unknown');
      const again = await connector.write({ object, act: 'create', items });
      expect(again).toMatchObject({ kind: 'receipts', receipts: [{ kind: 'written', created: false }] });
      expect(fake.portal.must(object).records.size).toBe(1);
    }
  });
});
