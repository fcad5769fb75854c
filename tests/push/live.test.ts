import { it } from 'vitest';
import { Random } from '../reference/random.ts';
import { pushesAsPlanned } from './as-planned.ts';
import { LivePair } from './live-pair.ts';

/** More than a thousand records in the two apps together, of which more than a hundred are to be written. */
const COMPANIES = 200;
const PEOPLE = 520;

it('[L10] HubSpot and Salesforce, 1,000 records: every outcome is the predicted one, planning again writes nothing, and the way back leaves all as it was', async () => {
  const random = new Random(11);
  const pair = new LivePair(random);
  pair.fill(COMPANIES, PEOPLE);
  await pushesAsPlanned(pair, () => changed(pair, random));
});

/** What people do in between. */
function changed({ hubspot, salesforce }: LivePair, random: Random): Promise<void> {
  const { portal } = hubspot;
  for (const { id } of [...portal.must('contacts').records.values()].slice(0, 120)) {
    portal.edit('contacts', id, random.chance(0.3) ? { phone: '' } : { firstname: `By hand ${id}` });
  }
  for (const row of salesforce.store.all('Account').slice(0, 80)) {
    salesforce.store.update('Account', row.Id, { BillingCity: 'Bergen', Description: `changed ${row.Id}` });
  }
  for (let n = 0; n < 40; n++) {
    portal.add('contacts', { email: `later${String(n)}@example.com`, lastname: 'Later', phone: '' });
    salesforce.store.insert('Account', { External_Id__c: `later${String(n)}.example.com`, Name: 'Later' });
  }
  return Promise.resolve();
}
