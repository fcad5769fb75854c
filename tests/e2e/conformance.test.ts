import { afterAll, beforeAll, expect, it } from 'vitest';
import { directCaller } from '../../src/lib/connectors/app/callers/direct.ts';
import { relayCaller } from '../../src/lib/connectors/app/callers/relay.ts';
import { relayOf } from '../../server/relay/relay.ts';
import { appContract } from '../contracts/app-suite.ts';
import { serve, type FaultyApp, type Served } from '../servers/faults/index.ts';
import { HUBSPOT_OBJECTS, hubSpotUnderTest } from '../servers/hubspot/under-test.ts';
import { salesforceUnderTest } from '../servers/salesforce/contract-server.ts';
import { upstreamsAt } from '../server/relay/relay-served.ts';
import { callingPage, type CallingPage } from './setup/from-page.ts';

/** A port that the relay or the page's policy names once, and behind it one fake after another. */
class Port {
  /** Who answers now. */
  app: FaultyApp = () => ({ how: 'drop' });
  served: Served | null = null;

  async open(): Promise<string> {
    this.served = await serve((request) => this.app(request));
    return this.served.origin;
  }
}

const hubSpot = new Port();
const salesforce = new Port();
let page: CallingPage;
let org: string;
beforeAll(async () => {
  org = await salesforce.open();
  const upstreams = upstreamsAt(await hubSpot.open());
  page = await callingPage({ routes: relayOf({ upstreams }), direct: [org] });
});
afterAll(async () => {
  await page.close();
  for (const { served } of [hubSpot, salesforce]) await served?.close();
});

appContract(
  hubSpotUnderTest('HubSpot, by the relay from the page in Chromium', HUBSPOT_OBJECTS.CONTACTS, (fake) => {
    hubSpot.app = fake.app;
    const { origin, fetch } = page;
    return relayCaller('hubspot', { headers: { authorization: `Bearer ${fake.token}` }, origin, fetch });
  }),
);

appContract(
  salesforceUnderTest({
    name: 'Salesforce, called from the page in Chromium',
    call: (app, fake, headers) => {
      salesforce.app = app;
      fake.cors.add(page.origin);
      return directCaller(org, { headers, fetch: page.fetch });
    },
  }),
);

it('all of it was called by the page: its own server, the org, and nobody else', () => {
  expect(new Set(page.foreign.map((address) => new URL(address).origin))).toEqual(new Set([org]));
});
