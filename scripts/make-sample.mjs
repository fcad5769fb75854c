/**
 * Makes the sample project: a Nordic company group with a HubSpot export on the left and a Salesforce export on the
 * right, a finished design and the baseline of an earlier sync. The same bytes on every machine.
 *
 *     node scripts/make-sample.mjs [--out static/sample]
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMPANY_LEFT, COMPANY_RIGHT } from './sample/companies.mjs';
import { CONTACT_LEFT, CONTACT_RIGHT } from './sample/contacts.mjs';
import { canonical, csvOf } from './sample/csv.mjs';
import { design as drawn } from './sample/design.mjs';
import { DEAL_LEFT, DEAL_RIGHT } from './sample/deals.mjs';
import { makeCompanies, makeContacts, makeDeals } from './sample/subjects.mjs';
import { randomFrom } from './sample/random.mjs';
import { hubspotId, salesforceId } from './sample/values.mjs';
import { baselineLines, exportSide } from './sample/world.mjs';

const SEED = 20_250_601;

/** File name → text. */
export function makeSample() {
  const random = randomFrom(SEED);
  const [companySync, contactSync, dealSync] = drawn.syncs;
  const companies = makeCompanies(random, companySync);
  const contacts = makeContacts(random, contactSync, companies);
  const rows = {
    companies: sides(random, companies, 'company'),
    contacts: sides(random, contacts, 'contact'),
  };
  spoil(rows.contacts);
  // Their own random numbers: the companies and contacts do not change with them.
  const ofDeals = randomFrom(SEED + 1);
  const deals = makeDeals(ofDeals, dealSync, companies);
  rows.deals = sides(ofDeals, deals, 'deal');
  const opportunities = table(DEAL_RIGHT, rows.deals.right, '\n');
  const test = rows.deals.left.find((row) => row['Deal Name'].startsWith('TEST'));
  const design = withDeals(drawn, {
    filters: { ...dealSync.filters, deny: { left: [test['Record ID']], right: [] } },
    // All of them: what is not in it was deleted there.
    complete: { left: null, right: sha256(opportunities) },
  });
  const files = {
    'companies-hubspot.csv': table(COMPANY_LEFT, rows.companies.left, '\r\n'),
    'companies-salesforce.csv': table(COMPANY_RIGHT, rows.companies.right, '\n'),
    'contacts-hubspot.csv': table(CONTACT_LEFT, rows.contacts.left, '\r\n'),
    'contacts-salesforce.csv': table(CONTACT_RIGHT, rows.contacts.right, '\n'),
    'deals-hubspot.csv': table(DEAL_LEFT, rows.deals.left, '\r\n'),
    'deals-salesforce.csv': opportunities,
    'design.drysync.json': `${JSON.stringify(design, null, 2)}\n`,
    'manifest.json': `${JSON.stringify(manifest, null, 2)}\n`,
  };
  const first = {
    format: 'drysync/baseline@2',
    design: sha256(canonical(design)),
    rows: { companies: before(rows.companies), contacts: before(rows.contacts), deals: sizes(rows.deals) },
  };
  const lines = [
    JSON.stringify(first),
    ...baselineLines(companySync, companies, goneIds('company')),
    ...baselineLines(contactSync, contacts, goneIds('contact')),
    ...baselineLines(dealSync, deals, goneIds('deal')),
  ];
  files['baseline.jsonl'] = `${lines.join('\n')}\n`;
  return new Map(Object.entries(files));
}

/** The design with more said of its deals. */
const withDeals = (all, more) => ({
  ...all,
  syncs: all.syncs.map((sync) => (sync.id === 'deals' ? { ...sync, ...more } : sync)),
});

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const manifest = {
  name: drawn.name,
  design: 'design.drysync.json',
  baseline: 'baseline.jsonl',
  syncs: [
    { id: 'companies', left: 'companies-hubspot.csv', right: 'companies-salesforce.csv' },
    { id: 'contacts', left: 'contacts-hubspot.csv', right: 'contacts-salesforce.csv' },
    { id: 'deals', left: 'deals-hubspot.csv', right: 'deals-salesforce.csv' },
  ],
};

const sides = (random, subjects, object) => ({
  left: exportSide(random, subjects, 'left', 'Record ID', (n) => hubspotId(object, n)),
  right: exportSide(random, subjects, 'right', 'Id', (n) => salesforceId(object, n)),
});

const table = (header, rows, newline) =>
  csvOf(
    header,
    rows.map((row) => header.map((name) => row[name] ?? '')),
    newline,
  );

/** Rows no record comes of: an empty line, an id given twice, an id left out. */
function spoil({ left, right }) {
  left.splice(1200, 0, {});
  left.splice(3400, 0, { ...left[3399] });
  right.splice(2500, 0, { ...right[2499], Id: '' });
}

/** The rows of the earlier export, a little fewer. */
const before = ({ left, right }) => ({ left: left.length - 160, right: right.length - 120 });

const sizes = ({ left, right }) => ({ left: left.length, right: right.length });

const goneIds = (object) => ({
  left: (n) => hubspotId(object, 90_000 + n),
  right: (n) => salesforceId(object, 90_000 + n),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--out');
  const out = at > 0 ? process.argv[at + 1] : fileURLToPath(new URL('../static/sample', import.meta.url));
  mkdirSync(out, { recursive: true });
  let bytes = 0;
  for (const [name, text] of makeSample()) {
    writeFileSync(join(out, name), text);
    bytes += Buffer.byteLength(text);
    console.log(`${name}  ${String(Buffer.byteLength(text))}`);
  }
  console.log(`${String(bytes)} bytes in all`);
}
