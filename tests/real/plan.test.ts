import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { bytesSource, type ByteSource } from '../../src/lib/connectors/source.ts';
import { PlanReader, pairCount, type PlanSummary } from '../../src/lib/engine/index.ts';
import { sharedSource, sharedText } from './shared-data.ts';
import { outcomesOf, planOfFiles } from '../sample/plan-of-files.ts';

const plain = (left: string, right: string) => ({
  left: { name: left, kind: 'file' },
  right: { name: right, kind: 'file' },
});

describe('datablist customers against the twin a spreadsheet damaged', () => {
  const same = [
    'Index',
    'First Name',
    'Last Name',
    'Company',
    'City',
    'Country',
    'Phone 1',
    'Phone 2',
    'Email',
  ];
  const design = {
    format: 'drysync/design@1',
    name: 'datablist',
    apps: plain('Customers', 'Spreadsheet'),
    syncs: [
      {
        id: 'customers',
        kind: 'contacts',
        left: { object: 'customers', idField: 'Customer Id' },
        right: { object: 'customers', idField: 'Customer Id' },
        direction: 'both',
        winner: 'left',
        matching: { method: 'default', identifiers: { email: { left: 'Email', right: 'Email' } } },
        requireValidEmail: { left: 'Email', right: 'Email' },
        mappings: [...same, 'Subscription Date', 'Website'].map((name) => ({ left: name, right: name })),
        schema: {
          left: null,
          right: { fields: [{ name: 'Subscription Date', type: 'date', dateOrder: 'dmy' }] },
        },
      },
    ],
  };
  const planned = () =>
    planOfFiles(design, {
      customers: {
        left: sharedSource('crm/datablist/customers-10000.csv'),
        right: sharedSource('crm/datablist/customers-10000-excel-damaged.csv'),
      },
    });

  test('[MA1] 10,000 links, and each is the record with the same id', async () => {
    const { plan } = await planned();
    const { pairs, records } = plan.syncs[0]!;
    expect(pairCount(plan.syncs[0]!)).toBe(10_000);
    const wrong = [...pairs.left].filter(
      (row, at) => records.left.id(row) !== records.right.id(pairs.right[at]!),
    );
    expect(wrong).toEqual([]);
  });

  test('[CO3] the 483 and 429 damaged phones and the 2 lost websites are found, nothing else', async () => {
    const { summary } = await planned();
    const written = summary.counts['customers']!.fields.map(
      ({ left, fills, overwrites, clears, same: equal }) => [left, fills, overwrites, clears, equal],
    );
    expect(written).toEqual([
      ...same.map((name) => {
        const damaged = name === 'Phone 1' ? 483 : name === 'Phone 2' ? 429 : 0;
        return [name, 0, damaged, 0, 10_000 - damaged];
      }),
      ['Subscription Date', 0, 0, 0, 10_000],
      ['Website', 2, 0, 0, 9_998],
    ]);
  });

  test('[CO7] every damaged phone stands in a conflict with both values, decided by the winner', async () => {
    const { plan } = await planned();
    const reader = new PlanReader(plan.syncs[0]!);
    const found = { 'Phone 1': 0, 'Phone 2': 0 };
    for (let pair = 0; pair < 10_000; pair++) {
      for (const conflict of reader.line(pair).conflicts) {
        expect(conflict).toMatchObject({ decidedBy: 'winner', winner: 'left' });
        // A number read as a formula (…-5361), or one that lost its leading zero.
        expect(conflict.rightValue).toMatch(/^-\d+$|^[1-9]\d*$/);
        expect(conflict.leftValue).not.toBe(conflict.rightValue);
        found[conflict.left as keyof typeof found]++;
      }
    }
    expect(found).toEqual({ 'Phone 1': 483, 'Phone 2': 429 });
  });
});

describe('HubSpot contacts and companies', () => {
  const hubspot = (object: string) => sharedSource(`crm/hubspot-dummy/hubspot_${object}.csv`);
  const salesforce = (object: string) => sharedSource(`crm/salesforce-org-export/${object}.csv`);
  const file = (contacts: object, companies: object, right: string) => ({
    format: 'drysync/design@1',
    name: 'HubSpot',
    apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: right, kind: right.toLowerCase() } },
    syncs: [
      { id: 'companies', kind: 'companies', direction: 'both', winner: 'left', ...companies },
      { id: 'contacts', kind: 'contacts', direction: 'both', winner: 'left', ...contacts },
    ],
  });
  const contactId = 'Contact ID';
  const companyId = 'Company ID';

  const toSalesforce = file(
    {
      left: { object: 'contacts', idField: contactId },
      right: { object: 'Contact', idField: 'Id' },
      matching: { method: 'default', identifiers: { email: { left: 'Email', right: 'Email' } } },
      requireValidEmail: { left: 'Email', right: 'Email' },
      mappings: [
        { left: 'First Name', right: 'FirstName' },
        { left: 'Last Name', right: 'LastName' },
        { left: 'Email', right: 'Email' },
        { left: 'Phone Number', right: 'Phone' },
        { left: 'Country', right: 'MailingCountry' },
      ],
    },
    {
      left: { object: 'companies', idField: companyId },
      right: { object: 'Account', idField: 'Id' },
      matching: {
        method: 'default',
        identifiers: {
          name: { left: 'Company Name', right: 'Name' },
          domain: { left: 'Company Domain Name', right: 'Website' },
        },
      },
      mappings: [
        { left: 'Company Name', right: 'Name' },
        { left: 'Company Domain Name', right: 'Website' },
        { left: 'Annual Revenue', right: 'AnnualRevenue' },
      ],
    },
    'Salesforce',
  );

  test('[MA1] [CO6] no key in common with the Salesforce export: every record is created', async () => {
    const { summary } = await planOfFiles(toSalesforce, {
      contacts: { left: hubspot('contacts'), right: salesforce('Contact') },
      companies: { left: hubspot('companies'), right: salesforce('Account') },
    });
    expect(outcomesOf(summary, 'contacts')).toEqual({ left: { create: 950 }, right: { create: 1122 } });
    expect(outcomesOf(summary, 'companies')).toEqual({ left: { create: 200 }, right: { create: 250 } });
    expect(guardsOf(summary)).toEqual(['createsPerMatch', 'minMatched', 'createsPerMatch', 'minMatched']);
  });

  const twice = (idField: string, identifiers: object, fields: readonly string[], object: string) => ({
    left: { object, idField },
    right: { object, idField },
    matching: { method: 'default', identifiers },
    mappings: fields.map((name) => ({ left: name, right: name })),
  });
  const both = (name: string) => ({ left: name, right: name });
  const toItself = file(
    {
      ...twice(
        contactId,
        { email: both('Email') },
        ['First Name', 'Last Name', 'Email', 'Phone Number'],
        'contacts',
      ),
      requireValidEmail: both('Email'),
    },
    twice(
      companyId,
      { name: both('Company Name'), domain: both('Company Domain Name') },
      ['Company Name', 'Company Domain Name', 'City'],
      'companies',
    ),
    'HubSpot',
  );

  test('[MA1] the same export as the other side: every record finds itself and is in sync', async () => {
    const { summary, plan } = await planOfFiles(toItself, {
      contacts: { left: hubspot('contacts'), right: hubspot('contacts') },
      companies: { left: hubspot('companies'), right: hubspot('companies') },
    });
    expect(outcomesOf(summary, 'contacts')).toEqual({ left: { 'in-sync': 950 }, right: { 'in-sync': 950 } });
    expect(outcomesOf(summary, 'companies')).toEqual({ left: { 'in-sync': 200 }, right: { 'in-sync': 200 } });
    for (const { pairs } of plan.syncs) expect([...pairs.left]).toEqual([...pairs.right]);
    expect(guardsOf(summary)).toEqual([]);
  });

  /** The Salesforce export as a HubSpot portal would export it: other ids, headers, order and e-mail case. */
  function laidOut(object: string, columns: Readonly<Record<string, string>>): ByteSource {
    const { data } = Papa.parse<Record<string, string>>(
      sharedText(`crm/salesforce-org-export/${object}.csv`).replace(/^\ufeff/, ''),
      { header: true, skipEmptyLines: true },
    );
    const rows = data
      .map((row, at) => [
        String(9000 + at),
        ...Object.values(columns).map((name) => (name === 'Email' ? row[name]!.toUpperCase() : row[name]!)),
      ])
      .reverse();
    const text = Papa.unparse([['Record ID', ...Object.keys(columns)], ...rows]);
    return bytesSource(`hubspot-${object}.csv`, new TextEncoder().encode(text));
  }

  test('[MA1] the Salesforce export laid out as a HubSpot side: every record is linked', async () => {
    const contacts = {
      'First Name': 'FirstName',
      'Last Name': 'LastName',
      Email: 'Email',
      'Phone Number': 'Phone',
      Country: 'MailingCountry',
    };
    const companies = {
      'Company Name': 'Name',
      'Company Domain Name': 'Website',
      'Annual Revenue': 'AnnualRevenue',
    };
    const design = {
      ...toSalesforce,
      syncs: toSalesforce.syncs.map((sync) => ({ ...sync, left: { object: sync.id, idField: 'Record ID' } })),
    };
    const { summary } = await planOfFiles(design, {
      contacts: { left: laidOut('Contact', contacts), right: salesforce('Contact') },
      companies: { left: laidOut('Account', companies), right: salesforce('Account') },
    });
    expect(outcomesOf(summary, 'contacts')).toEqual({
      left: { 'in-sync': 1122 },
      right: { 'in-sync': 1122 },
    });
    expect(outcomesOf(summary, 'companies')).toEqual({ left: { 'in-sync': 250 }, right: { 'in-sync': 250 } });
    expect(guardsOf(summary)).toEqual([]);
  });
});

const guardsOf = (summary: PlanSummary): string[] => summary.warnings.map(({ code }) => code);
