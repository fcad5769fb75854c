import { describe, expect, it } from 'vitest';
import { appName } from '../../src/lib/engine/suggest/object-name.ts';

/** A plain file gives its side a name: short enough for a heading, still told from the other's. */
describe('the name of a side', () => {
  it.each([
    ['erp.csv', 'erp'],
    ['C:\\exports\\customers_2026.csv', 'customers_2026'],
    ['all-customers-of-the-north-export-2026-11-21.csv', 'all customers of…north'],
    ['kunderegister_eksport_2026-11-21T101500Z_3f2a9c1b.csv', 'kunderegister eksport'],
    ['crm-kunder-og-leverandorer-avdeling-nord.csv', 'crm kunder og…nord'],
    ['ADebugDumpOfEveryCustomerThereIs.csv', 'ADebugDumpOfEve…rThereIs'],
    ['2026-11-21-2026-11-22-2026-11-23.csv', '2026-11-21-2026…26-11-23'],
  ])('of %s is %s', (file, name) => {
    expect(appName('file', file)).toBe(name);
  });

  it('never has more than 24 letters, an emoji or a letter with its marks being one', () => {
    const letters = new Intl.Segmenter('en');
    for (const word of ['👨‍👩‍👧‍👦', 'e\u0301', 'שלום ', 'a b_', 'Ω', '🇳🇴']) {
      for (let times = 1; times < 60; times++) {
        const name = appName('file', `${word.repeat(times)}.csv`);
        expect([...letters.segment(name)].length, `${word} × ${String(times)}`).toBeLessThanOrEqual(24);
        expect(name).not.toMatch(/^\u200d|\u200d$|\ufffd/);
      }
    }
  });

  it('is the app’s where the file is of one', () => {
    expect(appName('hubspot', 'a-very-long-name-of-a-file-from-hubspot.csv')).toBe('HubSpot');
  });
});
