import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import { hubSpot } from '../../src/lib/connectors/app/hubspot/index.ts';
import { salesforce } from '../../src/lib/connectors/app/salesforce/index.ts';
import type { Both } from '../../src/lib/engine/index.ts';
import type { Random } from '../reference/random.ts';
import { FaultDesk, inProcess } from '../servers/faults/index.ts';
import { HubSpotFake } from '../servers/hubspot/index.ts';
import { FakeSalesforce } from '../servers/salesforce/index.ts';
import { designOfApps, type SyncedApps } from './as-planned.ts';

/** What is synced, by the names of the apps' own calls: `left` is HubSpot, `right` Salesforce. */
const OBJECTS = {
  companies: {
    left: { object: 'companies', fields: ['domain', 'name', 'city', 'description'], uniqueFields: [] },
    right: {
      object: 'Account',
      fields: ['External_Id__c', 'Name', 'BillingCity', 'Description'],
      uniqueFields: ['External_Id__c'],
    },
  },
  contacts: {
    left: {
      object: 'contacts',
      fields: ['email', 'firstname', 'lastname', 'phone'],
      uniqueFields: ['email'],
      parent: 'assoc:companies',
    },
    right: {
      object: 'Contact',
      fields: ['Email', 'FirstName', 'LastName', 'Phone'],
      uniqueFields: [],
      parent: 'AccountId',
    },
  },
};

/** A HubSpot and a Salesforce with the same customers in part, and connectors to both. */
export class LivePair implements SyncedApps {
  readonly hubspot = new HubSpotFake();
  readonly salesforce = new FakeSalesforce();
  readonly objects = OBJECTS;
  readonly design = designOfApps(OBJECTS);
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
}
