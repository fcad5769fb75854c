import type { CallAnswer, Caller } from '../../../src/lib/connectors/app/call.ts';
import { openOdoo } from '../../../src/lib/connectors/app/odoo/index.ts';
import type { AppServer, AppUnderTest, SuiteObject, WireFault } from '../../contracts/app-server.ts';
import { must } from '../../contracts/app-opened.ts';
import type { Odoo, OdooCallers } from './odoo.ts';

const LEADS: SuiteObject = {
  name: 'leads',
  text: 'name',
  note: 'contact_name',
  unique: null,
  uniqueValue: (n) => String(n),
  always: new Map(),
  bad: { field: 'priority', value: '9' },
  many: 450,
  missingId: '99999999',
};

/** Leads of one real Odoo, without any at the beginning of each test. */
export const odooUnderTest = (
  name: string,
  odoo: () => Odoo,
  callers: () => OdooCallers = odoo,
): AppUnderTest => ({
  name,
  open: async () => {
    odoo().sql('DELETE FROM crm_lead');
    const waiting: WireFault[] = [];
    const call = withFaults(callers(), waiting);
    return { connector: must(await openOdoo(call)), server: serverOf(odoo(), call, waiting) };
  },
});

const serverOf = (odoo: Odoo, call: Caller, waiting: WireFault[]): AppServer => ({
  object: LEADS,
  stored: async () => {
    const leads = (await odoo.ask('crm.lead/search_read', {
      domain: [],
      fields: ['name', 'contact_name', 'active'],
      context: { active_test: false },
    })) as { id: number; name: string; contact_name: string | false; active: boolean }[];
    return leads.map((lead) => ({
      id: String(lead.id),
      values: new Map([
        ['name', lead.name],
        ['contact_name', lead.contact_name === false ? '' : lead.contact_name],
      ]),
      deleted: !lead.active,
    }));
  },
  put: async (records) => {
    const vals_list = records.map((values) => Object.fromEntries(values));
    return ((await odoo.ask('crm.lead/create', { vals_list })) as number[]).map(String);
  },
  edit: async (id, values) =>
    void (await odoo.ask('crm.lead/write', { ids: [Number(id)], vals: Object.fromEntries(values) })),
  remove: async (id) => void (await odoo.ask('crm.lead/action_archive', { ids: [Number(id)] })),
  // It counts whole seconds: what was done before this one is older.
  moment: async () => {
    const second = Math.ceil(Date.now() / 1000) * 1000;
    await new Promise((done) => setTimeout(done, second - Date.now() + 20));
    return new Date(second).toISOString();
  },
  meet: (fault, times) => waiting.push(...Array.from({ length: times }, () => fault)),
  again: async () => must(await openOdoo(call)),
  close: async () => undefined,
});

/** Between the connector and the real server: what the wire or Odoo does when something is wrong. */
function withFaults({ call, guest }: OdooCallers, waiting: WireFault[]): Caller {
  return async (asked) => {
    const fault = waiting.shift();
    if (fault === undefined) return call(asked);
    if ('after' in fault && fault.after) await call(asked);
    switch (fault.kind) {
      case 'dropped':
        return { kind: 'lost', because: 'dropped', said: '' };
      case 'html':
        return answer(200, '<!doctype html><title>Proxy</title>');
      case 'overloaded':
        return error(500, 'psycopg2.pool.PoolError', 'The Connection Pool Is Full');
      case 'rate-limited':
        return answer(429, '<!doctype html>');
      case 'forbidden':
        return error(403, 'odoo.exceptions.AccessError', 'You are not allowed to access this document.');
      case 'signed-out':
        return guest(asked);
    }
  };
}

const error = (status: number, name: string, message: string): CallAnswer =>
  answer(status, JSON.stringify({ name, message, arguments: [message], context: {}, debug: '' }));

const answer = (status: number, body: string): CallAnswer => ({
  kind: 'answered',
  status,
  header: () => null,
  body,
});
