import { describe, expect, it } from 'vitest';
import { standsForNothing } from '../../src/lib/engine/read/nothing-words.ts';
import { playground } from '../cli/playground.ts';
import { companiesFile, plannedOf, type SetOfKeys } from './keys-world.ts';

describe('[KW4] a key that is a word for nothing binds, as HubSpot does, and is named', () => {
  it.each([
    ['n/a', 'N/A', 'name'],
    ['none', 'None', 'text'],
    ['-', '-', 'text'],
    ['0', '0', 'text'],
    ['[[Unknown]]', '[[unknown]]', 'name'],
    ['unbekannt', 'Unbekannt', 'name-no-legal-form'],
    ['test@test.com', 'TEST@test.com', 'email'],
  ] as const)('%s', async (left, right, normalize) => {
    const plan = await plannedOf({
      left: [left, 'Acme'],
      right: [right === 'None' ? left : right, 'Acme'],
      normalize,
    });
    expect(plan.lines[0]).toMatchObject({
      outcome: 'update',
      reasons: [{ code: 'placeholder-key', side: 'left', field: 'Key' }],
    });
    expect(plan.lines.slice(1).flatMap(({ reasons }) => reasons.map(({ code }) => code))).not.toContain(
      'placeholder-key',
    );
    expect(plan.warnings).toMatchObject([{ code: 'placeholder-key', count: 1 }]);
  });

  it('a composite key is one where all its parts are', async () => {
    const rows = { left: ['n/a', 'n/a'], right: ['n/a', 'n/a'] };
    const whole = await plannedOf({
      ...rows,
      more: [
        ['n/a', 'Oslo'],
        ['n/a', 'Oslo'],
      ],
      normalize: 'name',
    });
    expect(whole.lines.slice(0, 2).map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['placeholder-key'],
      [],
    ]);
  });

  it.each(['Acme', 'Nadia', 'Testa', 'none such', '10', 'x-ray', '---a'])(
    '%s is a word of its own',
    (text) => {
      expect(standsForNothing(text)).toBe(false);
    },
  );
});

describe('[KW3] a key that is a public mail provider’s domain is named', () => {
  it.each([
    ['https://www.gmail.com/', 'gmail.com'],
    ['anna@hotmail.no', 'hotmail.no'],
    ['GMX.de', 'http://gmx.de'],
  ])('%s with %s', async (left, right) => {
    const plan = await plannedOf({ left: [left, 'acme.no'], right: [right, 'acme.no'], normalize: 'domain' });
    expect(plan.lines.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([['public-domain'], []]);
    expect(plan.warnings).toMatchObject([{ code: 'public-domain', count: 1 }]);
  });

  it('and so is a record that is ambiguous by it', async () => {
    // Its other key points elsewhere.
    const plan = await plannedOf({
      left: ['gmail.com', 'acme.no'],
      right: ['gmail.com', 'acme.no'],
      second: [
        ['Beta', 'Acme'],
        ['Acme', 'Beta'],
      ],
      normalize: 'domain',
    });
    const ambiguous = plan.lines.filter(({ outcome }) => outcome === 'ambiguous');
    expect(ambiguous.length).toBeGreaterThan(0);
    expect(ambiguous.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toContain('public-domain');
  });

  it('an e-mail address under one tells a person', async () => {
    const plan = await plannedOf({ left: ['anna@gmail.com'], right: ['anna@gmail.com'], normalize: 'email' });
    expect(plan.warnings).toEqual([]);
  });
});

const HUBSPOT = 'Record ID,Company name,Company Domain Name';
const ODOO = 'External ID,Name,Website';

describe('[KW9] such values are no keys where the design says so', () => {
  it.each([
    ['placeholders', 'n/a', 'name'],
    ['placeholders', 'none@none.com', 'email'],
    ['publicDomains', 'gmail.com', 'domain'],
  ] as const)('%s: %s', async (what, text, normalize) => {
    const rows: SetOfKeys = { left: [text], right: [text], normalize };
    const kept = await plannedOf({ ...rows, [what]: 'keep' });
    expect(kept.lines.map(({ outcome }) => outcome)).toEqual(['update']);
    const blank = await plannedOf({ ...rows, [what]: 'blank' });
    expect(blank.lines.map(({ outcome }) => outcome)).toEqual(['excluded', 'excluded']);
    expect(blank.lines[0]!.reasons).toMatchObject([{ code: 'no-identifier' }]);
    expect(blank.warnings).toEqual([]);
  });

  it('the other setting changes nothing', async () => {
    const plan = await plannedOf({
      left: ['n/a'],
      right: ['n/a'],
      normalize: 'name',
      publicDomains: 'blank',
    });
    expect(plan.lines.map(({ outcome }) => outcome)).toEqual(['update']);
  });

  it('suggest writes blank where it found some, and says so', async () => {
    const own = playground();
    own.write({
      'l.csv': companiesFile(
        HUBSPOT,
        ['N/A', 'Acme', 'Beta', 'Ceres', 'Delta'],
        ['gmail.com', 'acme.no', 'beta.no', 'ceres.no', 'delta.no'],
      ),
      'r.csv': companiesFile(
        ODOO,
        ['Acme', 'Beta', 'Ceres', 'Delta', 'Eos'],
        ['acme.no', 'beta.no', 'ceres.no', 'delta.no', 'eos.no'],
      ),
    });
    const { out, err } = await own.call('suggest', '--left', '@l.csv', '--right', '@r.csv');
    const design = JSON.parse(out) as { syncs: [{ matching: object }] };
    expect(design.syncs[0].matching).toMatchObject({ placeholders: 'blank', publicDomains: 'blank' });
    expect(err.join('\n')).toMatch(/Company name holds words for nothing \(N\/A\)/);
    expect(err.join('\n')).toMatch(/domains of public mail providers \(gmail\.com\)/);
    own.write({ 'l.csv': own.read('l.csv').replace('N/A', 'Foss').replace('gmail.com', 'foss.no') });
    const clean = await own.call('suggest', '--left', '@l.csv', '--right', '@r.csv');
    expect(clean.out).not.toMatch(/placeholders|publicDomains/);
  });
});
