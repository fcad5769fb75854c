import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import { hubSpot } from '../../src/lib/connectors/app/hubspot/index.ts';
import { salesforce } from '../../src/lib/connectors/app/salesforce/index.ts';
import { onBoth, SIDES, type Both, type Side } from '../../src/lib/engine/index.ts';
import type { Target } from '../../src/lib/push/index.ts';
import type { Random } from '../reference/random.ts';
import type { Table, World, WorldBaseline } from '../reference/world.ts';
import { FaultDesk, inProcess } from '../servers/faults/index.ts';
import { HubSpotFake } from '../servers/hubspot/index.ts';
import { FakeSalesforce } from '../servers/salesforce/index.ts';

/** What is synced, by the names of the apps' own calls: `left` is HubSpot, `right` Salesforce. */
const OBJECTS = {
  companies: {
    left: { object: 'companies', fields: ['domain', 'name', 'city', 'description'], uniqueFields: [] },
    right: {
      object: 'Account',
      fields: ['External_Id__c', 'Name', 'BillingCity', 'Description'],
      uniqueFields: ['External_Id__c'],
    },
    parent: null,
  },
  contacts: {
    left: {
      object: 'contacts',
      fields: ['email', 'firstname', 'lastname', 'phone'],
      uniqueFields: ['email'],
    },
    right: { object: 'Contact', fields: ['Email', 'FirstName', 'LastName', 'Phone'], uniqueFields: [] },
    parent: { left: 'assoc:companies', right: 'AccountId' },
  },
} as const;
type SyncName = keyof typeof OBJECTS;
const SYNCS = ['companies', 'contacts'] as const;

export const LIVE_DESIGN = {
  format: 'drysync/design@1',
  name: 'HubSpot and Salesforce',
  apps: { left: { kind: 'csv', label: 'HubSpot' }, right: { kind: 'csv', label: 'Salesforce' } },
  syncs: SYNCS.map((id) => {
    const { left, right, parent } = OBJECTS[id];
    return {
      id,
      kind: id,
      left: { object: id, idField: 'id' },
      right: { object: id, idField: 'id' },
      direction: 'both',
      winner: 'left',
      matching: {
        method: 'keys',
        keys: [{ fields: [{ left: left.fields[0], right: right.fields[0], normalize: ['text'] }] }],
      },
      mappings: left.fields.map((field, at) => ({ left: field, right: right.fields[at] })),
      ...(parent !== null && {
        associations: [{ to: 'companies', left: { field: parent.left }, right: { field: parent.right } }],
      }),
    };
  }),
};

export const liveTarget = (sync: string, side: Side): Target => ({
  ...OBJECTS[sync as SyncName][side],
  soughtBy: () => null,
});

/** A HubSpot and a Salesforce with the same customers in part, and connectors to both. */
export class LivePair {
  readonly hubspot = new HubSpotFake();
  readonly salesforce = new FakeSalesforce();
  readonly connectors: Both<AppConnector>;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
    const token = this.salesforce.sessions.open();
    const app = new FaultDesk().wrap(this.salesforce.answer);
    const right = salesforce(
      inProcess(app, () => ({ authorization: `Bearer ${token}` })),
      { objects: ['Account', 'Contact'] },
    );
    this.connectors = { left: hubSpot(this.hubspot.caller()), right };
  }

  /** So many companies and people there could be: each is in one app, in both, or in none. */
  fill(companies: number, people: number): void {
    const { portal } = this.hubspot;
    const { store } = this.salesforce;
    const random = this.#random;
    const ids: Both<string[]> = { left: [], right: [] };
    for (let n = 0; n < companies; n++) {
      const [domain, name] = [`c${String(n)}.example.com`, `Company ${String(n)}`];
      const city = (): string => random.pick(['Paris', 'Rome', 'Oslo']);
      if (random.chance(0.8)) {
        const description = random.pick(['', 'met at a fair']);
        ids.left.push(portal.add('companies', { domain, name, city: city(), description }).id);
      }
      if (random.chance(0.8)) {
        const own = { External_Id__c: domain, Name: name, BillingCity: city(), Description: null };
        ids.right.push(store.insert('Account', own).Id);
      }
    }
    for (let n = 0; n < people; n++) {
      const email = `p${String(n)}@example.com`;
      const name = (): string => random.pick(['Ada', 'Bo', 'Cy']);
      if (random.chance(0.8)) {
        const phone = random.pick(['', '+1 555 0100']);
        const { id } = portal.add('contacts', {
          email,
          firstname: name(),
          lastname: `Person ${String(n)}`,
          phone,
        });
        if (random.chance(0.6)) {
          portal.links.add('contacts', id, 'companies', random.pick(ids.left), [1]);
        }
      }
      if (random.chance(0.8)) {
        const AccountId = random.chance(0.6) ? random.pick(ids.right) : null;
        const own = { Email: email, FirstName: name(), LastName: `Person ${String(n)}`, Phone: null };
        store.insert('Contact', { ...own, AccountId });
      }
    }
  }

  /** Both apps as their connectors read them: what a plan is made from. */
  async world(baseline: WorldBaseline | null): Promise<World> {
    const tables: Record<string, Both<Table>> = {};
    for (const sync of SYNCS) {
      const [left, right] = await Promise.all(SIDES.map((side) => this.#table(sync, side)));
      tables[sync] = { left: left!, right: right! };
    }
    return { design: LIVE_DESIGN, tables, baseline, choices: null };
  }

  async accounts(): Promise<Both<string>> {
    const found = await Promise.all(
      SIDES.map(async (side) => {
        const description = await this.connectors[side].describe();
        if (!description.ok) throw new Error(JSON.stringify(description.fault));
        return description.value.account.id;
      }),
    );
    return onBoth((side) => found[SIDES.indexOf(side)]!);
  }

  async #table(sync: SyncName, side: Side): Promise<Table> {
    const { object, fields: mapped } = OBJECTS[sync][side];
    const parent = OBJECTS[sync].parent?.[side];
    const fields = [...mapped, ...(parent === undefined ? [] : [parent])];
    const rows: string[][] = [];
    let cursor: string | null = null;
    do {
      const page = await this.connectors[side].read({ object, fields, since: null, deleted: false, cursor });
      if (!page.ok) throw new Error(JSON.stringify(page.fault));
      for (const { id, values } of page.value.records) {
        rows.push([id, ...fields.map((name) => values.get(name) ?? '')]);
      }
      cursor = page.value.next;
    } while (cursor !== null);
    return { header: ['id', ...fields], rows };
  }
}
