import { hubSpot } from '../../../src/lib/connectors/app/hubspot/index.ts';
import { SEARCH_LAG } from '../../../src/lib/connectors/app/hubspot/read.ts';
import type { AppServer, AppUnderTest, SuiteObject, WireFault } from '../../contracts/app-server.ts';
import type { Caller } from '../../../src/lib/connectors/app/call.ts';
import { html, type Fault } from '../faults/index.ts';
import { expired, overLimit, refusal, said } from './errors.ts';
import { HubSpotFake } from './index.ts';

const CONTACTS: SuiteObject = {
  name: 'contacts',
  text: 'firstname',
  note: 'company',
  unique: 'email',
  uniqueValue: (n) => `person${String(n)}@example.com`,
  always: new Map([['lifecyclestage', 'lead']]),
  bad: { field: 'lifecyclestage', value: 'nobody' },
  many: 250,
  missingId: '999999',
};

const PRODUCTS: SuiteObject = {
  ...CONTACTS,
  name: 'products',
  text: 'name',
  note: 'description',
  unique: 'hs_sku',
  uniqueValue: (n) => `SKU-${String(n)}`,
  always: new Map(),
  bad: { field: 'price', value: 'dear' },
};

/** No field of theirs keeps a second one out. */
const DEALS: SuiteObject = {
  ...CONTACTS,
  name: 'deals',
  text: 'dealname',
  note: 'closed_lost_reason',
  unique: null,
  always: new Map([['dealstage', 'contractsent']]),
  bad: { field: 'dealstage', value: 'nowhere' },
};

export const HUBSPOT_OBJECTS = { CONTACTS, PRODUCTS, DEALS } as const;

/** The connector to the fake, with or without a socket between, or by a way of the test's own. */
export const hubSpotUnderTest = (
  name: string,
  object: SuiteObject,
  way: 'socket' | 'in-process' | ((fake: HubSpotFake) => Caller),
): AppUnderTest => ({
  name,
  open: async () => {
    const fake = new HubSpotFake();
    const served = way === 'socket' ? await fake.serve() : null;
    const call = typeof way === 'function' ? way(fake) : (served?.caller ?? fake.caller());
    return { connector: hubSpot(call), server: serverOf(fake, object, call, async () => served?.close()) };
  },
});

function serverOf(
  fake: HubSpotFake,
  object: SuiteObject,
  call: Caller,
  close: () => Promise<void>,
): AppServer {
  const { portal } = fake;
  const kind = portal.must(object.name);
  return {
    object,
    stored: async () =>
      [...kind.records.values()]
        .filter(({ mergedInto }) => mergedInto === null)
        .map(({ id, properties, archivedAt }) => ({
          id,
          values: new Map(Object.entries(properties)),
          deleted: archivedAt !== null,
        })),
    put: async (records) => records.map((values) => portal.add(object.name, Object.fromEntries(values)).id),
    edit: async (id, values) => portal.edit(object.name, id, Object.fromEntries(values)),
    remove: async (id) => portal.remove(object.name, id),
    // What is older than search may lag is older than what a read since then takes with it (S300).
    moment: async () => {
      portal.wait(SEARCH_LAG + 1000);
      return new Date(portal.now).toISOString();
    },
    meet: (fault, times) => {
      for (let one = 0; one < times; one++) fake.faults.add(onTheWire(fault));
    },
    again: async () => hubSpot(call),
    close,
  };
}

function onTheWire(fault: WireFault): Fault {
  const meets = { times: 1 };
  const when = 'after' in fault && fault.after ? 'after-commit' : 'before-commit';
  switch (fault.kind) {
    case 'dropped':
      return { kind: 'drop', when, meets };
    case 'html':
      return { kind: 'answer', when, reply: html(200), meets };
    case 'overloaded':
      return { kind: 'answer', when, reply: refusal(503, said('INTERNAL_ERROR', 'Try again later.')), meets };
    case 'rate-limited':
      return {
        kind: 'answer',
        when,
        reply: overLimit('TEN_SECONDLY_ROLLING', fault.seconds ?? undefined),
        meets,
      };
    case 'signed-out':
      return { kind: 'answer', when, reply: expired(), meets };
    case 'forbidden':
      return {
        kind: 'answer',
        when,
        reply: refusal(403, said('MISSING_SCOPES', 'Not all scopes are granted.')),
        meets,
      };
  }
}
