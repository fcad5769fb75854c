import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonOf, textOf } from '../../../../src/lib/connectors/app/salesforce/values.ts';
import { item, must, Opened, receipts } from './opened.ts';

describe('values of Salesforce', () => {
  it.each([
    ['string', null, ''],
    ['string', '  kept  ', '  kept  '],
    ['boolean', true, 'true'],
    ['boolean', false, 'false'],
    ['double', 1_234.5, '1234.5'],
    ['currency', 3.5e8, '350000000'],
    ['double', 1e21, '1000000000000000000000'],
    ['double', 1.5e-7, '0.00000015'],
    ['double', -1.25e22, '-12500000000000000000000'],
    ['int', 0, '0'],
    ['date', '2026-01-31', '2026-01-31'],
    ['datetime', '2026-01-01T00:00:00.000+0000', '2026-01-01T00:00:00.000Z'],
    ['string', '2026-01-01T00:00:00.000+0000', '2026-01-01T00:00:00.000+0000'],
    ['multipicklist', 'Golf;Wine', 'Golf;Wine'],
    ['address', { city: 'Oslo' }, '{"city":"Oslo"}'],
  ])('%s %j is the text %s', (type, json, text) => {
    expect(textOf(type, json)).toBe(text);
  });

  it.each([
    ['string', '', null],
    ['double', '', null],
    ['double', '12.50', 12.5],
    ['double', '+7', 7],
    ['double', '-0.0', 0],
    ['currency', '1e3', 1_000],
    ['double', '0x10', '0x10'],
    ['double', '12 345', '12 345'],
    ['double', '1,5', '1,5'],
    ['double', 'Infinity', 'Infinity'],
    ['double', '12345678901234567.89', '12345678901234567.89'],
    ['boolean', 'TRUE', true],
    ['boolean', 'false', false],
    ['boolean', 'yes', 'yes'],
    ['datetime', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    ['string', '007', '007'],
  ])('[S313] of the type %s the text %j travels as %j', (type, text, json) => {
    const sent = jsonOf(type, text);
    expect(sent === 0 ? 0 : sent).toBe(json);
  });

  it('[S313] every value comes back as the text that was sent, numbers in their one form', () => {
    const cases = fc.oneof(
      fc.tuple(fc.constant('string'), fc.string()),
      fc.tuple(
        fc.constantFrom('double', 'currency', 'percent', 'int'),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => textOf('double', n)),
      ),
      fc.tuple(fc.constant('boolean'), fc.constantFrom('true', 'false')),
      fc.tuple(
        fc.constant('date'),
        fc
          .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') })
          .map((d) => d.toISOString().slice(0, 10)),
      ),
      fc.tuple(
        fc.constant('datetime'),
        fc
          .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') })
          .map((d) => d.toISOString()),
      ),
      fc.tuple(
        fc.constant('multipicklist'),
        fc.subarray(['Golf', 'Wine', 'Opera']).map((all) => all.join(';')),
      ),
    );
    fc.assert(
      fc.property(cases, ([type, text]) => {
        const wire: unknown = JSON.parse(JSON.stringify(jsonOf(type, text)));
        const told = type === 'datetime' && typeof wire === 'string' ? wire.replace('Z', '+0000') : wire;
        expect(textOf(type, told)).toBe(text === '-0' ? '0' : text);
      }),
      { numRuns: 500 },
    );
  });

  it('a record written and read back says the same, and blanks are blank', async () => {
    const on = new Opened();
    const values = {
      LastName: 'O\'Hara "x" \\ ünï 漢\n2',
      Email: 'o@hara.example',
      Birthdate: '1980-02-29',
      HasOptedOutOfEmail: 'true',
      Last_Visit__c: '2026-03-04T05:06:07.000Z',
      Interests__c: 'Golf;Opera',
      Legacy_Number__c: '42',
    };
    const [created] = receipts(await on.write('Contact', 'create', [item('a', null, values)]));
    const id = created?.kind === 'written' ? created.id : '';
    const fields = [...Object.keys(values), 'FirstName'];
    const [record] = must(await on.connector.readByIds('Contact', [id], fields));
    expect(Object.fromEntries(record?.values ?? [])).toEqual({ ...values, FirstName: '' });
    const blanks = { Email: '', Birthdate: '', Last_Visit__c: '', Interests__c: '', Legacy_Number__c: '' };
    receipts(await on.write('Contact', 'update', [item('a', id, blanks)]));
    const [cleared] = must(await on.connector.readByIds('Contact', [id], Object.keys(blanks)));
    expect(Object.fromEntries(cleared?.values ?? [])).toEqual(blanks);
    expect(on.fake.store.row('Contact', id)).toMatchObject({
      Email: null,
      Birthdate: null,
      Legacy_Number__c: null,
    });
  });
});
