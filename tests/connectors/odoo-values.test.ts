import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromText, toText } from '../../src/lib/connectors/app/odoo/values.ts';

const field = (type: string) => ({ name: 'x', type });
const sent = (type: string, text: string): unknown => fromText(field(type), text);
const back = (type: string, text: string): string => toText(field(type), sent(type, text));

describe('values of Odoo', () => {
  it('[S348] come back as the text they were written from', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const type of ['char', 'text', 'selection']) expect(back(type, text)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (cents) => {
        const text = String(cents / 100);
        expect(back('float', text)).toBe(text);
      }),
    );
    const seconds = fc.integer({ min: -2_000_000_000, max: 7_000_000_000 });
    fc.assert(
      fc.property(seconds, (at) => {
        const text = new Date(at * 1000).toISOString().replace('.000', '');
        expect(back('datetime', text)).toBe(text);
        expect(back('date', text.slice(0, 10))).toBe(text.slice(0, 10));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (id) => {
        expect(back('many2one', String(id))).toBe(String(id));
        expect(toText(field('many2one'), [id, 'its name'])).toBe(String(id));
      }),
    );
    expect([back('boolean', 'true'), back('boolean', 'false'), back('boolean', '')]).toEqual([
      'true',
      'false',
      'false',
    ]);
    expect([sent('many2many', '3;5'), toText(field('many2many'), [3, 5])]).toEqual([[[6, 0, [3, 5]]], '3;5']);
  });

  it('[S348] blank is false, and what is none of a field’s values is nothing', () => {
    for (const type of ['char', 'integer', 'date', 'datetime', 'selection', 'many2one']) {
      expect([sent(type, ''), toText(field(type), false)], type).toEqual([false, '']);
    }
    const none: Readonly<Record<string, readonly string[]>> = {
      float: ['x', '1,5', '1e3', ' 1', '01'],
      date: ['2026-02-30', '1.2.2026', '2026-01-02T00:00:00Z', 'tomorrow'],
      datetime: ['2026-01-02', '2026-01-02T03:04:05', '2026-02-30T03:04:05Z', 'now'],
      boolean: ['yes', '1'],
      many2one: ['0', '-1', '1.5', 'Acme', '99999999999999999'],
      many2many: ['1;x', ';'],
    };
    for (const [type, texts] of Object.entries(none)) {
      for (const text of texts) expect(sent(type, text), `${type} ${text}`).toBeUndefined();
    }
    expect(sent('datetime', '2026-01-02T03:04:05.9+02:00')).toBe('2026-01-02 01:04:05');
  });
});
