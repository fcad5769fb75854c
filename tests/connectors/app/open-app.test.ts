import { describe, expect, it } from 'vitest';
import type { AppSettings } from '../../../src/lib/connectors/app/app-settings.ts';
import type { Call, Caller } from '../../../src/lib/connectors/app/call.ts';
import { appOpener } from '../../../src/lib/connectors/app/open-app.ts';
import type { Ways } from '../../../src/lib/connectors/app/ways.ts';
import { HubSpotFake } from '../../servers/hubspot/index.ts';

const SECRET = 'canary-1c7';

/** Ways that write down where a sign-in would go, and answer 401. */
function watched(): { readonly ways: Ways; readonly made: unknown[]; readonly calls: Call[] } {
  const made: unknown[] = [];
  const calls: Call[] = [];
  const caller: Caller = async (call) => {
    calls.push(call);
    return { kind: 'answered', status: 401, header: () => null, body: '{"message":"no","data":{}}' };
  };
  const ways: Ways = {
    relay: (app, headers, host) => (
      made.push(host === undefined ? [app, headers] : [app, headers, host]),
      caller
    ),
    direct: (origin, headers) => (made.push([origin, headers]), caller),
  };
  return { ways, made, calls };
}

const bearer = { authorization: `Bearer ${SECRET}` };
const CASES: readonly (readonly [AppSettings, unknown])[] = [
  [{ app: 'hubspot' }, ['hubspot', bearer]],
  [{ app: 'odoo', database: '' }, ['odoo', bearer]],
  [
    { app: 'odoo', database: 'acme', host: 'b.odoo.com' },
    ['odoo', { ...bearer, 'x-odoo-database': 'acme' }, 'b.odoo.com'],
  ],
  [
    { app: 'salesforce', origin: 'https://acme.my.salesforce.com' },
    ['https://acme.my.salesforce.com', bearer],
  ],
  [{ app: 'pocketbase', origin: 'http://127.0.0.1:8090', email: 'a@b.c' }, ['http://127.0.0.1:8090', {}]],
];

describe('opening an app', () => {
  it('[S351] a sign-in goes one way, to its own app; one that does not hold is told', async () => {
    for (const [settings, way] of CASES) {
      const { ways, made } = watched();
      const answer = await appOpener(ways)(settings, settings.app === 'pocketbase' ? SECRET : ` ${SECRET}\n`);
      expect(answer, settings.app).toMatchObject({ ok: false, fault: { code: 'signed-out' } });
      expect(JSON.stringify(answer)).not.toContain(SECRET);
      expect(made).toEqual([way]);
    }
  });

  it('[S351] what no header can hold is not sent', async () => {
    for (const secret of ['', '  ', 'päß', 'a b', 'a\r\nX-Evil: 1', 'x'.repeat(5000)]) {
      const { ways, made, calls } = watched();
      const answer = await appOpener(ways)({ app: 'hubspot' }, secret);
      expect(answer).toMatchObject({ ok: false, fault: { code: 'signed-out', status: null } });
      expect([made, calls]).toEqual([[], []]);
    }
  });

  it('opens a HubSpot with its account and what it has', async () => {
    const fake = new HubSpotFake();
    const ways: Ways = { relay: () => fake.caller(), direct: () => fake.caller() };
    const answer = await appOpener(ways)({ app: 'hubspot' }, fake.token);
    if (!answer.ok) throw new Error(answer.fault.code);
    expect(answer.value.account).toEqual({ id: String(fake.portal.id), name: fake.portal.name });
    expect(answer.value.description.objects.map(({ name }) => name)).toContain('contacts');
    expect(answer.value.connector.app).toBe('hubspot');
  });
});
