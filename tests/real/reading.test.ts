import { describe, expect, it } from 'vitest';
import { readCsv, type CsvReport } from '../../src/lib/connectors/csv/index.ts';
import { profileSet, type ColumnGuess } from '../../src/lib/engine/profile/profile.ts';
import { cellsOf } from '../connectors/read-text.ts';
import { sharedSource, sharedText } from './shared-data.ts';

/** File, data rows, columns, encoding, byte order mark. */
const FILES: readonly (readonly [string, number, number, string, boolean])[] = [
  ['crm/datablist/customers-10000-excel-damaged.csv', 10000, 12, 'utf-8', false],
  ['crm/datablist/customers-10000.csv', 10000, 12, 'utf-8', false],
  ['crm/datablist/organizations-10000-other-vintage.csv', 10000, 8, 'utf-8', false],
  ['crm/datablist/organizations-10000.csv', 10000, 9, 'utf-8', false],
  ['crm/dynamics/Account.csv', 33, 8, 'utf-8', true],
  ['crm/dynamics/Contact.csv', 199, 27, 'utf-8', true],
  ['crm/dynamics/Territory.csv', 6, 6, 'utf-8', true],
  ['crm/hubspot-dummy/hubspot_activities.csv', 2000, 11, 'utf-8', false],
  ['crm/hubspot-dummy/hubspot_companies.csv', 200, 16, 'utf-8', false],
  ['crm/hubspot-dummy/hubspot_contacts.csv', 950, 20, 'utf-8', false],
  ['crm/hubspot-dummy/hubspot_deals.csv', 500, 12, 'utf-8', false],
  ['crm/hubspot-dummy/hubspot_tickets.csv', 300, 13, 'utf-8', false],
  ['crm/maven-crm-opportunities/accounts.csv', 85, 7, 'utf-8', false],
  ['crm/maven-crm-opportunities/products.csv', 7, 3, 'utf-8', false],
  ['crm/maven-crm-opportunities/sales_pipeline.csv', 8800, 8, 'utf-8', false],
  ['crm/maven-crm-opportunities/sales_teams.csv', 35, 3, 'utf-8', false],
  ['crm/salesforce-dataloader-samples/accountData.csv', 423, 38, 'windows-1252', false],
  ['crm/salesforce-dataloader-samples/error0413060133.csv', 11, 32, 'utf-8', false],
  ['crm/salesforce-dataloader-samples/opportunityData.csv', 38, 31, 'utf-8', false],
  ['crm/salesforce-dataloader-samples/success0413060133.csv', 9, 32, 'utf-8', false],
  ['crm/salesforce-org-export/Account.csv', 250, 59, 'utf-8', true],
  ['crm/salesforce-org-export/Contact.csv', 1122, 63, 'utf-8', true],
  ['linkage/dblp-acm/ACM.csv', 2294, 5, 'utf-8', false],
  ['linkage/dblp-acm/DBLP-ACM_perfectMapping.csv', 2224, 2, 'utf-8', false],
  ['linkage/dblp-acm/DBLP2.csv', 2616, 5, 'windows-1252', false],
  ['linkage/early-childhood/csv_example_input_with_true_ids.csv', 3337, 33, 'utf-8', false],
  ['linkage/early-childhood/csv_example_messy_input.csv', 3337, 32, 'utf-8', false],
  ['linkage/fake-1000/fake_1000.csv', 1000, 7, 'utf-8', false],
  ['linkage/febrl4/dataset4a.csv', 5000, 11, 'utf-8', false],
  ['linkage/febrl4/dataset4b.csv', 5000, 11, 'utf-8', false],
];

async function reportOf(path: string): Promise<CsvReport> {
  const result = await readCsv(sharedSource(path));
  if (!result.ok) throw new Error(result.problem.code);
  return result.report;
}

describe('[Reading files] real exports are read completely', () => {
  it.each(FILES)('%s', async (path, rows, columns, encoding, byteOrderMark) => {
    const report = await reportOf(path);
    expect(report).toMatchObject({
      rows,
      stored: rows,
      blank: 0,
      rejected: [],
      dropped: [],
      encoding,
      byteOrderMark,
    });
    expect(report.header).toHaveLength(columns);
  });

  it('every cell of the datablist customers is the text of the file', async () => {
    const path = 'crm/datablist/customers-10000.csv';
    const result = await readCsv(sharedSource(path));
    if (!result.ok) throw new Error(result.problem.code);
    const quote = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const written = [result.report.header, ...cellsOf(result.set).cells].map((row) =>
      row.map(quote).join(','),
    );
    expect(written.join('\r\n').trim()).toBe(sharedText(path).trim());
  });

  it('the dates of the customers are told apart from those a spreadsheet changed', async () => {
    const guessOf = async (path: string): Promise<ColumnGuess> => {
      const result = await readCsv(sharedSource(path));
      if (!result.ok) throw new Error(result.problem.code);
      return profileSet(result.set).find(({ name }) => name === 'Subscription Date')!.guess;
    };
    expect(await guessOf('crm/datablist/customers-10000.csv')).toMatchObject({
      type: 'date',
      dateOrder: 'ymd',
    });
    expect(await guessOf('crm/datablist/customers-10000-excel-damaged.csv')).toMatchObject({
      type: 'date',
      dateOrder: 'dmy',
      ask: null,
      fits: 10_000,
    });
  });
});
