import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/lib/engine/suggest/index.ts';
import { headerOnly, pairsOf, suggestHeaders } from './made-side.ts';

const APPS: readonly (readonly [string, readonly string[], string | null])[] = [
  [
    'hubspot',
    ['Record ID', 'First Name', 'Email', 'Lifecycle Stage', 'Contact owner', 'Create Date'],
    'Record ID',
  ],
  ['salesforce', ['Id', 'IsDeleted', 'LastName', 'MailingCity', 'OwnerId', 'SystemModstamp'], 'Id'],
  ['salesforce', ['ID', 'NAME', 'BILLINGCITY', 'CREATEDBYID', 'ORACLE_ID__C'], 'ID'],
  ['pipedrive', ['Person - ID', 'Person - Name', 'Person - Email', 'Organization - Name'], 'Person - ID'],
  [
    'dynamics',
    ['(Do Not Modify) Contact', '(Do Not Modify) Row Checksum', 'First Name', 'Email'],
    '(Do Not Modify) Contact',
  ],
  [
    'dynamics',
    ['(Nicht ändern) Kontakt', '(Nicht ändern) Geändert am', 'Vorname', 'E-Mail'],
    '(Nicht ändern) Kontakt',
  ],
  ['odoo', ['id', 'name', 'email', 'country_id/id', 'company_id/.id'], 'id'],
  ['file', ['First Name', 'Last Name', 'E-mail'], null],
];

const KINDS: readonly (readonly [string, string, string])[] = [
  ['contacts', 'First Name,Last Name,Email,Phone', 'FirstName,LastName,Email,Title'],
  ['companies', 'Company name,Industry,Company Domain Name', 'Name,Website,NumberOfEmployees,AnnualRevenue'],
  ['deals', 'Deal Name,Deal Stage,Amount,Close Date', 'NAME,STAGENAME,AMOUNT,CLOSEDATE,PROBABILITY'],
  ['products', 'SKU,Name,Price', 'Product Code,Product Name,Unit price'],
  ['tickets', 'Ticket Name,Ticket Status,Priority', 'Subject,Status,Case Priority,Ticket ID'],
  ['invoices', 'Invoice Number,Invoice Date,Due Date,Total', 'Fakturanummer,Fakturadato,Forfallsdato,Totalt'],
  [
    'leads',
    'Lead ID,First Name,Last Name,Lead Status,Company',
    'Lead ID,FirstName,LastName,Status,Lead Source',
  ],
  ['custom', 'Alpha,Beta', 'Gamma,Delta'],
];

describe('apps, kinds and what an app keeps itself', () => {
  it.each(APPS)('%s is known by its header row %j', (app, header, id) => {
    const said = suggest({ left: headerOnly(header), right: headerOnly(['x']) });
    expect(said.apps.left.kind).toBe(app);
    expect(said.idFields.left?.field ?? null).toBe(id);
  });

  it.each(KINDS)('the kind %s', (kind, left, right) => {
    const said = suggestHeaders(left.split(','), right.split(','));
    expect(said.kind.kind).toBe(kind);
  });

  it('a kind that is given is not guessed', () => {
    const side = headerOnly(['First Name', 'Email']);
    expect(suggest({ left: side, right: side, kind: 'leads' }).kind).toEqual({
      kind: 'leads',
      sure: 1,
      because: [],
    });
  });

  it('ids, references, dates the app keeps, checksums and computed names are left out with the reason', () => {
    const said = suggestHeaders(
      [
        'Record ID',
        'First Name',
        'Last Name',
        'Email',
        'Create Date',
        'Last Modified Date',
        'Associated Company IDs',
        'Lifecycle Stage',
      ],
      [
        'Id',
        'IsDeleted',
        'AccountId',
        'FirstName',
        'LastName',
        'Name',
        'Email',
        'OwnerId',
        'CreatedDate',
        'LastModifiedDate',
        'SystemModstamp',
      ],
    );
    expect(pairsOf(said)).toEqual(['First Name = FirstName', 'Last Name = LastName', 'Email = Email']);
    const why = (side: 'left' | 'right'): unknown =>
      Object.fromEntries(said.leftOut[side].map(({ field, why }) => [field, why]));
    expect(why('left')).toEqual({
      'Record ID': 'record-id',
      'Create Date': 'kept-by-app',
      'Last Modified Date': 'modified-date',
      'Associated Company IDs': 'reference',
      'Lifecycle Stage': 'no-counterpart',
    });
    expect(why('right')).toMatchObject({
      Id: 'record-id',
      AccountId: 'reference',
      Name: 'computed',
      OwnerId: 'kept-by-app',
    });
    expect(said.modifiedFields).toMatchObject({
      left: { field: 'Last Modified Date' },
      right: { field: 'LastModifiedDate' },
    });
  });

  it('the main address meets the main address, another only its like', () => {
    const said = suggestHeaders(
      ['First Name', 'Email', 'City', 'Other City'],
      ['FirstName', 'Email', 'OtherCity', 'MailingCity', 'HomeCity'],
    );
    expect(pairsOf(said)).toContain('City = MailingCity');
    expect(pairsOf(said)).toContain('Other City = OtherCity');
    expect(said.leftOut.right).toEqual([{ field: 'HomeCity', why: 'no-counterpart' }]);
  });

  it('prefixes, suffixes, versions and short forms do not hide a name', () => {
    const said = suggestHeaders(
      ['EXT_FIRST_NAME_V2', 'ext_lname_v2', 'extDept', 'ExtQtyV2', 'EXTMail'],
      ['first_name', 'last_name', 'department', 'quantity', 'email'],
    );
    expect(pairsOf(said)).toHaveLength(5);
  });
});
