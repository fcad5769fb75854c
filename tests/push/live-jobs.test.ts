import { expect, it } from 'vitest';
import { hubSpot } from '../../src/lib/connectors/app/hubspot/index.ts';
import { salesforce } from '../../src/lib/connectors/app/salesforce/index.ts';
import { FaultDesk, inProcess } from '../servers/faults/index.ts';
import { HubSpotFake } from '../servers/hubspot/index.ts';
import { FakeSalesforce } from '../servers/salesforce/index.ts';
import { designOfApps, pushesAsPlanned } from './as-planned.ts';

const COMPANIES = 5_200;
const CHANGED = 2_400;

const OBJECTS = {
  companies: {
    left: { object: 'companies', fields: ['domain', 'name', 'city', 'description'], uniqueFields: [] },
    right: {
      object: 'Account',
      fields: ['External_Id__c', 'Name', 'BillingCity', 'Description'],
      uniqueFields: ['External_Id__c'],
    },
  },
};

it('[L10, S310, S440] 5,200 companies to Salesforce as jobs: every outcome is the predicted one, planning again writes nothing, and the way back leaves all as it was', async () => {
  const hubspot = new HubSpotFake();
  const org = new FakeSalesforce();
  const token = org.sessions.open();
  org.jobs.rowsALook = 1_500;
  const { portal } = hubspot;
  const ids = Array.from({ length: COMPANIES }, (_, n) => {
    const description = n % 7 === 0 ? 'met, "at a fair"\nin Oslo' : '';
    return portal.add('companies', {
      domain: `c${String(n)}.example.com`,
      name: `Company ${String(n)}`,
      city: 'Oslo',
      description,
    }).id;
  });
  const caller = inProcess(new FaultDesk().wrap(org.answer), () => ({ authorization: `Bearer ${token}` }));
  const right = salesforce(caller, { objects: ['Account'] });
  expect((await right.describe()).ok).toBe(true);
  const connectors = { left: hubSpot(hubspot.caller()), right };
  await pushesAsPlanned({ design: designOfApps(OBJECTS), objects: OBJECTS, connectors }, () => {
    expect(org.jobs.count).toBe(1);
    for (const [n, id] of ids.slice(0, CHANGED).entries()) {
      portal.edit('companies', id, n % 7 === 0 ? { description: '' } : { city: 'Bergen' });
    }
    return Promise.resolve();
  });
  // One creates, one changes, and one takes the changes back.
  expect(org.jobs.count).toBe(3);
  expect(org.jobs.carriedOut.size).toBeGreaterThan(COMPANIES);
});
