import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literal, queriesIn, queryPath } from '../../../../src/lib/connectors/app/salesforce/soql.ts';
import { parseQuery } from '../../../servers/salesforce/soql/parse.ts';
import { fault, ids, must, Opened } from './opened.ts';

const HOSTILE = [
  "' OR Name != '",
  "x') OR (Id != null AND Name LIKE '%",
  "\\' OR Id != null --",
  '\\',
  "\\\\'",
  "a'b",
  'a"b',
  'line\nbreak\r\ntab\tend',
  'x\u0000\u0007\u001b\u2028\u2029x',
  '%_%',
  '\\u0027 OR Id != null',
  "') LIMIT 1 /*",
  '{!User}&q=SELECT+Id&x=#frag?a=1',
  'ünï © 漢字 🎈',
  'NULL',
];

/** What a query asks a field for. */
const asked = (soql: string): readonly string[] => {
  const { where } = parseQuery(soql);
  if (where?.kind !== 'compare' || where.operator !== 'IN') throw new Error(soql);
  return where.literals.map(({ text }) => text);
};

describe('queries of Salesforce', () => {
  it('[S314] a value in a query is that value, whatever is in it', () => {
    const same = (text: string): void => {
      const one = literal('string', text);
      if (one === null) return;
      const [soql = ''] = queriesIn('SELECT Id FROM Account', 'Name', [one]);
      expect(asked(soql)).toEqual([text.trim()]);
      const sent = new URL(`https://a.example${queryPath(soql)}`).searchParams;
      expect([...sent]).toEqual([['q', soql]]);
    };
    HOSTILE.forEach(same);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), same), { numRuns: 300 });
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom("'", '\\', '"', '(', ')', ',', ' OR ', 'n', 'u0027', '\n'))
          .map((p) => p.join('')),
        same,
      ),
      { numRuns: 300 },
    );
  });

  it('[S314] what no field of the type can hold is not asked for', () => {
    expect(literal('string', ' ')).toBeNull();
    expect(literal('string', 'half \ud800 a sign')).toBeNull();
    expect(literal('double', '1 OR Id != null')).toBeNull();
    expect(literal('double', '0012.50')).toBe('12.5');
    expect(literal('boolean', 'yes')).toBeNull();
    expect(literal('date', '2026-01-01T00:00:00Z')).toBeNull();
    expect(literal('datetime', '2026-01-01T00:00:00Z')).toBe('2026-01-01T00:00:00Z');
    expect(literal('reference', "001' OR Id != '")).toBeNull();
  });

  it('[S314] records whose values are hostile are found, each by its own value and by no other', async () => {
    const on = new Opened();
    const rows = on.put('Account', HOSTILE.length, (i) => ({ Name: HOSTILE[i] ?? '' }));
    on.put('Account', 5, (i) => ({ Name: `Plain ${String(i)}` }));
    for (const [i, value] of HOSTILE.entries()) {
      const found = must(
        await on.connector.findByKey('Account', { field: 'Name', values: [value] }, ['Name']),
      );
      expect(ids(found)).toEqual([rows[i]?.Id]);
    }
    const all = must(await on.connector.findByKey('Account', { field: 'Name', values: HOSTILE }, ['Name']));
    expect(all.length).toBe(HOSTILE.length);
  });

  it('names that can be none are not sent', async () => {
    const on = new Opened();
    for (const [object, field] of [
      ['Account', 'Name FROM User--'],
      ['Account, User', 'Name'],
      ['Account/../User', 'Name'],
      ['', 'Name'],
    ] as const) {
      const request = { object, fields: [field], since: null, deleted: false, cursor: null };
      expect(fault(await on.connector.read(request)).code).toMatch(/refused|not-found/);
      expect(fault(await on.connector.readByIds(object, ['001'], [field])).code).toMatch(/refused|not-found/);
    }
    expect(
      fault(await on.connector.findByKey('Account', { field: 'Name) OR (Id', values: ['a'] }, [])).code,
    ).toBe('refused');
    expect(on.calls.filter(({ path }) => path.includes('q='))).toEqual([]);
  });

  it('many values are asked for in as few addresses as they fit into', () => {
    const literals = Array.from({ length: 5_000 }, (_, i) => `'${'漢'.repeat(i % 50)}${String(i)}'`);
    const queries = queriesIn('SELECT Id FROM Account', 'Name', literals);
    const lengths = queries.map((soql) => queryPath(soql).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(12_000);
    expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThan(11_000);
    expect(queries.flatMap(asked)).toEqual(literals.map((one) => one.slice(1, -1)));
  });
});
