import { said } from '../support/english.ts';
import { describe, expect, it } from 'vitest';
import { readDesign, type DesignError, type ObjectSync } from '../../src/lib/engine/index.ts';
import { chipsOf, switched } from '../../src/lib/ui/design/normaliser-chips.ts';
import {
  errorsAt,
  found,
  MAPPING_PARTS,
  mappingRows,
  nextDirection,
  partOf,
  type MappingPart,
} from '../../src/lib/ui/design/mapping-rows.ts';
import { fitted, optionsOf, optionsText, startDraft } from '../../src/lib/ui/design/schema-draft.ts';
import { shownKeys } from '../../src/lib/ui/design/shown-keys.ts';
import { deltaSentence } from '../../src/lib/ui/records/strip-words.ts';
import { coverageOf, directionsOf } from '../../src/lib/workbench/design/design-view.ts';

const columns = (names: readonly string[]) =>
  names.map((name) => ({
    name,
    inferred: 'text' as const,
    guess: {
      type: 'text' as const,
      dateOrder: null,
      decimal: null,
      ask: null,
      fits: 1,
      of: 1,
      evidence: {},
      others: [],
    },
    dateOrder: null,
    decimal: null,
    rows: 1,
    filled: 1,
    distinct: 1,
    distinctExact: true,
    repeats: 0,
    samples: [],
  }));

function syncOf(mappings: readonly object[], more: object = {}): ObjectSync {
  const reading = readDesign({
    format: 'drysync/design@1',
    name: 'x',
    apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: 'Salesforce', kind: 'salesforce' } },
    syncs: [
      {
        id: 'contacts',
        kind: 'contacts',
        left: { object: 'a' },
        right: { object: 'b' },
        direction: 'both',
        winner: 'left',
        matching: { identifiers: { email: { left: 'E', right: 'E' } } },
        mappings,
        ...more,
      },
    ],
  });
  const sync = reading.design?.syncs[0];
  if (sync === undefined) throw new Error('the design of this test does not read');
  return sync;
}

const pair = (name: string) => ({ left: name, right: name });

const known = (sync: ObjectSync, errors: readonly DesignError[] = []) => ({
  directions: directionsOf(sync),
  confirmed: sync.mappings.map(() => false),
  suggestions: [],
  facts: new Map(),
  errors,
  at: 'syncs[0]',
});

describe('rows of the mapping table', () => {
  it('[FM2] a mapping that is off says why it cannot be switched on', () => {
    const sync = syncOf([
      { left: 'A', right: 'X' },
      { left: 'A', right: 'Y', enabled: false },
      { left: 'B', right: 'Z', enabled: false },
    ]);
    expect(mappingRows(sync, known(sync)).map(({ taken }) => taken)).toEqual([
      null,
      { field: 'A', by: 'X' },
      null,
    ]);
  });
  it('an error stands at its own mapping, 1 is not 10', () => {
    const sync = syncOf(
      Array.from({ length: 11 }, (_, i) => ({ left: `L${String(i)}`, right: `R${String(i)}` })),
    );
    const at = (place: string): DesignError => ({
      at: place,
      code: 'bad-value',
      fault: { is: 'half-character' },
    });
    const errors = [at('syncs[0].mappings[10]'), at('syncs[0].mappings[1].left'), at('syncs[1].mappings[1]')];
    const rows = mappingRows(sync, known(sync, errors));
    expect(rows[1]?.errors).toEqual([errors[1]]);
    expect(rows[10]?.errors).toEqual([errors[0]]);
    expect(errorsAt(errors, 'syncs[0]', ['syncs[0].mappings'])).toEqual([]);
    expect(errorsAt(errors, 'syncs[1]')).toHaveLength(1);
  });
  it('a field is found on either side, case aside', () => {
    const sync = syncOf([
      { left: 'Phone Number', right: 'Phone' },
      { left: 'Town', right: 'BillingCity' },
    ]);
    expect(found(mappingRows(sync, known(sync)), ' city ').map(({ left }) => left)).toEqual(['Town']);
  });
  it('mappings of required fields and those with a question are told apart from the rest', () => {
    const sync = syncOf([pair('A'), pair('B'), { ...pair('C'), enabled: false }, pair('D')], {
      schema: { right: { fields: [{ name: 'A', type: 'text', required: true }] } },
    });
    const suggestions = ['B', 'C'].map((name) => ({ ...pair(name), sure: 0.8, why: [] }));
    const error: DesignError = {
      at: 'syncs[0].mappings[3].left',
      code: 'bad-value',
      fault: { is: 'half-character' },
    };
    const rows = mappingRows(sync, { ...known(sync, [error]), suggestions });
    const names = (part: MappingPart): string[] => partOf(rows, part).map(({ left }) => left);
    expect(MAPPING_PARTS.map(names)).toEqual([['A', 'B', 'C', 'D'], ['A'], ['B', 'D']]);
  });
  it('[DI1] a click goes round the directions the sync allows', () => {
    const sync = syncOf([{ left: 'A', right: 'X' }]);
    const [row] = mappingRows(sync, known(sync));
    if (row === undefined) throw new Error('no row');
    expect(nextDirection(row, 'both')).toBe('left-to-right');
    expect(nextDirection({ ...row, direction: 'left-to-right' }, 'both')).toBe('right-to-left');
    expect(nextDirection({ ...row, direction: 'right-to-left' }, 'both')).toBe(null);
    expect(nextDirection(row, 'left-to-right')).toBe(null);
  });
  it('1,000 mappings become as many rows', () => {
    const sync = syncOf(
      Array.from({ length: 1000 }, (_, i) => ({
        left: `L${String(i)}`,
        right: `R${String(i)}`,
        enabled: i % 2 === 0,
      })),
    );
    expect(mappingRows(sync, known(sync))).toHaveLength(1000);
  });
});

describe('coverage', () => {
  it('[FM9] a required field without a mapping is named where the sync may write', () => {
    const schema = { right: { fields: [{ name: 'Y', type: 'text', required: true }] } };
    const sync = syncOf([{ left: 'A', right: 'X' }], { schema });
    const sides = { left: columns(['A', 'B']), right: columns(['X', 'Y']) };
    expect(coverageOf(sync, sides)).toEqual({
      unused: { left: ['B'], right: ['Y'] },
      required: { left: [], right: ['Y'] },
    });
    const away = syncOf([{ left: 'A', right: 'X' }], { schema, direction: 'right-to-left' });
    expect(coverageOf(away, sides).required.right).toEqual([]);
  });
});

describe('shown keys', () => {
  it('[MA1] the usual keys by their identifier, and the identifiers without columns', () => {
    const fields = [{ left: 'E', right: 'E', normalize: ['email'], country: null }];
    expect(shownKeys(syncOf([]))).toEqual({
      keys: [{ fields, identifier: 'email' }],
      missing: [],
      byDomain: false,
    });
    const companies = shownKeys(
      syncOf([], { kind: 'companies', matching: { identifiers: { domain: pair('D') } } }),
    );
    expect(companies.keys.map(({ identifier }) => identifier)).toEqual(['domain']);
    expect(companies.missing).toEqual(['name']);
  });
  it('[MA10] own keys are no identifiers, and without matching there is none', () => {
    const keys = [{ fields: [pair('A')] }];
    expect(shownKeys(syncOf([], { matching: { method: 'keys', keys } })).keys).toMatchObject([
      { identifier: null, fields: [{ left: 'A', right: 'A' }] },
    ]);
    expect(shownKeys(syncOf([], { matching: { method: 'none', keys } })).keys).toEqual([]);
  });
});

describe('normaliser chips', () => {
  it('[MA12] name is on where one of its kin is', () => {
    const on = chipsOf(['name-no-legal-form'], [{ name: 'name-no-legal-form', hits: 4 }]).filter(
      (chip) => chip.on,
    );
    expect(on).toEqual([
      { name: 'name', on: true, alone: 0 },
      { name: 'name-no-legal-form', on: true, alone: 4 },
    ]);
  });
  it('[S14] taking the kin away leaves name, taking name away leaves none', () => {
    expect(switched(['name-no-legal-form'], 'name-no-legal-form', false)).toEqual(['name']);
    expect(switched(['name-no-legal-form', 'domain'], 'name', false)).toEqual(['domain']);
    expect(switched(['name'], 'name', false)).toEqual(['text']);
    expect(switched(['text'], 'domain', true)).toEqual(['domain']);
  });
});

describe('the field dialog', () => {
  const [text] = columns(['A']);
  it.each([
    ['datetime', { dateOrder: 'ymd' }],
    ['date', { dateOrder: 'ymd' }],
    ['boolean', {}],
    ['number', { decimal: '.' }],
  ] as const)('a column taken for %s begins as one, its order and sign with it', (inferred, more) => {
    const column = { ...text!, inferred, ...more };
    expect(fitted(startDraft('A', null, column))).toMatchObject({ type: inferred, ...more });
  });
  it('what is declared comes before what a column looks like', () => {
    const [field] = syncOf([], { schema: { left: { fields: [{ name: 'A', type: 'text' }] } } }).schema.left!
      .fields;
    const column = { ...text!, inferred: 'date' as const };
    expect(startDraft('A', field!, column).type).toBe('text');
  });
});

describe('words', () => {
  it('options are one a line, and come back as they were', () => {
    const options = [
      { value: 'SUB', label: 'Subscriber' },
      { value: 'Retail', label: 'Retail' },
    ];
    expect(optionsOf(optionsText(options))).toEqual(options);
    expect(optionsOf(' \n')).toBe(null);
  });
  it('a change is a sentence of sums', () => {
    const zero = {
      create: 0,
      update: 0,
      delete: 0,
      conflict: 0,
      'in-sync': 0,
      excluded: 0,
      duplicate: 0,
      failing: 0,
      ambiguous: 0,
      waits: 0,
    };
    expect(deltaSentence({ ...zero, update: 312, conflict: -41 }, said('terms'))).toBe(
      '+312 updates, −41 conflicts',
    );
    expect(deltaSentence(zero, said('terms'))).toBe(null);
  });
});
