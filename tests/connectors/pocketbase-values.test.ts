import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOf, quoted } from '../../src/lib/connectors/app/pocketbase/filter.ts';
import { fromText, toText } from '../../src/lib/connectors/app/pocketbase/values.ts';

const field = (type: string, multiple = false) => ({ name: 'x', type, multiple });
/** As it would come back: over JSON. */
const back = (type: string, text: string, multiple = false): string => {
  const sent: unknown = JSON.parse(JSON.stringify({ x: fromText(field(type, multiple), text) })).x;
  return toText(field(type, multiple), sent);
};
const digits = (most: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{0,${String(most - 1)}}$`));

describe('values of PocketBase', () => {
  it('[S345] come back as the text they were written from', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const type of ['text', 'email', 'url', 'editor', 'select', 'relation']) {
          expect(back(type, text)).toBe(text);
        }
      }),
    );
    fc.assert(
      fc.property(
        digits(12),
        fc.stringMatching(/^([0-9]{0,2}[1-9])?$/),
        fc.boolean(),
        (whole, part, minus) => {
          const text = `${minus ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
          expect(back('number', text)).toBe(text);
        },
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[^;]+$/)), (list) => {
        expect(back('select', list.join(';'), true)).toBe(list.join(';'));
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        if (text === 'null') return;
        expect(JSON.parse(back('json', text))).toEqual(JSON.parse(text));
        expect(back('json', back('json', text))).toBe(back('json', text));
      }),
    );
    expect([back('bool', 'true'), back('bool', 'false'), back('date', '2026-01-02 03:04:05.000Z')]).toEqual([
      'true',
      'false',
      '2026-01-02T03:04:05.000Z',
    ]);
  });

  it('[S345] blank is blank, and what PocketBase would take for nought, no or blank is no value', () => {
    for (const type of ['text', 'number', 'date', 'json', 'select', 'relation'])
      expect(back(type, '')).toBe('');
    expect(back('select', '', true)).toBe('');
    for (const text of [
      'x',
      '1,5',
      ' 1',
      '1e3',
      '0x1',
      '01',
      'NaN',
      'Infinity',
      '9007199254740993',
      '0.1234567890123456789',
    ]) {
      expect(fromText(field('number'), text), text).toBeUndefined();
    }
    for (const text of ['yesterday', '1.2.2026', '2026-02-30', '2026-13-01', '2026-01-02 25', '2026']) {
      expect(fromText(field('date'), text), text).toBeUndefined();
    }
    expect(fromText(field('bool'), 'yes')).toBeUndefined();
    expect(fromText(field('json'), '{')).toBeUndefined();
    expect(toText(field('number'), 1e21)).toBe('1000000000000000000000');
    expect(toText(field('number'), 1.5e-7)).toBe('0.00000015');
    expect(back('number', '1.50')).toBe('1.5');
  });

  it('filters say each value once, in pieces PocketBase takes', () => {
    const values = Array.from({ length: 950 }, (_, n) => `person${String(n)}@example.com`);
    const filters = anyOf('email', [...values, ...values]) ?? [];
    expect(filters.flatMap((one) => one.split('||'))).toEqual(values.map((one) => `email='${one}'`));
    for (const filter of filters) expect(filter.length).toBeLessThanOrEqual(3_500);
    expect(anyOf('id', [])).toEqual([]);
    expect(quoted("o'neil")).toBe("'o\\'neil'");
    expect(['ends\\', `a\\"b`, `a\\'b`].map(quoted)).toEqual([null, null, null]);
  });
});
