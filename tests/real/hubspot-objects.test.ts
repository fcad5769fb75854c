import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../src/lib/connectors/source.ts';
import { sharedSource } from './shared-data.ts';
import { outcomesOf, planOfFiles } from '../sample/plan-of-files.ts';
import { apps, laid, linesOf, missing, order, rowsOf, side, toRight, written } from './parents.ts';

describe('HubSpot: companies, contacts, deals and tickets', () => {
  const folder = 'crm/hubspot-dummy';
  const byDomain = (required: boolean) => ({
    to: 'companies',
    required,
    left: { field: 'Associated Company Domain', by: 'Company Domain Name' },
    right: { field: 'AccountId' },
  });
  const byEmail = {
    to: 'contacts',
    left: { field: 'Associated Contact Email', by: 'Email' },
    right: { field: 'ContactId' },
  };
  const both = (left: string, right: string) => ({ left, right });
  const key = (left: string, right: string, form: string) => ({
    method: 'keys',
    keys: [{ fields: [{ left, right, normalize: [form] }] }],
  });
  const design = {
    format: 'drysync/design@1',
    name: 'HubSpot',
    apps,
    syncs: [
      {
        ...toRight,
        id: 'tickets',
        kind: 'tickets',
        left: side('tickets', 'Ticket ID'),
        right: side('Case', 'Id'),
        matching: { method: 'none' },
        mappings: [both('Ticket Name', 'Subject')],
        associations: [byDomain(true), byEmail],
      },
      {
        ...toRight,
        id: 'deals',
        kind: 'deals',
        left: side('deals', 'Deal ID'),
        right: side('Opportunity', 'Id'),
        matching: { method: 'none' },
        mappings: [both('Deal Name', 'Name')],
        associations: [byDomain(false), byEmail],
      },
      {
        ...toRight,
        id: 'contacts',
        kind: 'contacts',
        left: side('contacts', 'Contact ID'),
        right: side('Contact', 'Id'),
        matching: key('Email', 'Email', 'email'),
        mappings: [both('Email', 'Email')],
        associations: [byDomain(false)],
      },
      {
        ...toRight,
        id: 'companies',
        kind: 'companies',
        left: side('companies', 'Company ID'),
        right: side('Account', 'Id'),
        matching: key('Company Domain Name', 'Website', 'domain'),
        mappings: [both('Company Domain Name', 'Website')],
      },
    ],
  };
  const hubspot = (object: string) => sharedSource(`${folder}/hubspot_${object}.csv`);
  const planned = (accounts: ByteSource, contacts: ByteSource) =>
    planOfFiles(design, {
      companies: { left: hubspot('companies'), right: accounts },
      contacts: { left: hubspot('contacts'), right: contacts },
      deals: { left: hubspot('deals'), right: laid('Opportunity', ['Id', 'Name', 'AccountId', 'ContactId']) },
      tickets: { left: hubspot('tickets'), right: laid('Case', ['Id', 'Subject', 'AccountId', 'ContactId']) },
    });
  const rows = (object: string) => rowsOf(`${folder}/hubspot_${object}.csv`);

  test('[AS1] [AS6] an empty side: parents come first, and every child that names one is created with it', async () => {
    const { plan, summary } = await planned(
      laid('Account', ['Id', 'Website']),
      laid('Contact', ['Id', 'Email', 'AccountId']),
    );
    expect(order(plan)).toEqual(['companies', 'contacts', 'deals', 'tickets']);
    const companies = new Map(
      rows('companies').map((row) => [row['Company Domain Name']!, row['Company ID']!]),
    );
    const people = new Map(rows('contacts').map((row) => [row['Email']!, row['Contact ID']!]));
    const from = (id: string | undefined): string | null => (id === undefined ? null : `created from ${id}`);
    for (const object of ['contacts', 'deals', 'tickets']) {
      const own = rows(object);
      for (const line of linesOf(plan, object)) {
        const row = own[line.left!.row]!;
        if (line.outcome !== 'create') continue;
        const domain = row['Associated Company Domain']!;
        expect(written(line, 'AccountId')).toBe(from(companies.get(domain)));
        if (object !== 'contacts')
          expect(written(line, 'ContactId')).toBe(from(people.get(row['Associated Contact Email']!)));
      }
    }
    // Of 300 tickets 77 name no company, which they cannot be without.
    expect(outcomesOf(summary, 'tickets').left).toEqual({ create: 223, failing: 77 });
    expect(missing(linesOf(plan, 'tickets'), '')).toHaveLength(77);
    expect(outcomesOf(summary, 'deals').left).toEqual({ create: 500 });
    expect(outcomesOf(summary, 'contacts').left).toEqual({ create: 950 });
    expect(outcomesOf(summary, 'companies').left).toEqual({ create: 200 });
  });

  test('[AS1] [AS6] a side with half of the companies linked, the others left out: contacts say whose company is not there', async () => {
    const half = rows('companies').filter((_, at) => at % 2 === 0);
    const ids = new Map(half.map((row, at) => [row['Company Domain Name']!, `001-${String(at)}`]));
    const contacts = rows('contacts');
    // The others fail: their domain is longer than the field there takes.
    const narrow = {
      ...design,
      syncs: design.syncs.map((sync) =>
        sync.id === 'companies'
          ? {
              ...sync,
              schema: { left: null, right: { fields: [{ name: 'Website', type: 'text', maxLength: 1 }] } },
            }
          : sync,
      ),
    };
    const { plan, summary } = await planOfFiles(narrow, {
      companies: {
        left: hubspot('companies'),
        right: laid('Account', ['Id', 'Website'], [...ids].map(([domain, id]) => [id, domain]).reverse()),
      },
      contacts: {
        left: hubspot('contacts'),
        right: laid(
          'Contact',
          ['Id', 'Email', 'AccountId'],
          contacts.map((row, at) => [`003-${String(at)}`, row['Email']!, '']).reverse(),
        ),
      },
      deals: { left: hubspot('deals'), right: laid('Opportunity', ['Id', 'Name', 'AccountId', 'ContactId']) },
      tickets: { left: hubspot('tickets'), right: laid('Case', ['Id', 'Subject', 'AccountId', 'ContactId']) },
    });
    const named = contacts.map((row) => row['Associated Company Domain']!);
    const there = named.filter((domain) => ids.has(domain)).length;
    const gone = named.filter((domain) => domain !== '' && !ids.has(domain)).length;
    expect(outcomesOf(summary, 'companies').left).toEqual({ 'in-sync': 100, failing: 100 });
    expect(outcomesOf(summary, 'contacts').left).toEqual({ update: there, 'in-sync': 950 - there });
    expect(summary.counts['contacts']!.reasons).toEqual({ 'parent-missing': gone });
    for (const line of linesOf(plan, 'contacts'))
      expect(written(line, 'AccountId')).toBe(ids.get(named[line.left!.row]!) ?? null);
    const domains = rows('tickets').map((row) => row['Associated Company Domain']!);
    const created = domains.filter((domain) => ids.has(domain)).length;
    expect(outcomesOf(summary, 'tickets').left).toEqual({ create: created, failing: 300 - created });
    expect(outcomesOf(summary, 'deals').left).toEqual({ create: 500 });
  });
});
