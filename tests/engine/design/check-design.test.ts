import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../../src/lib/engine/design/check/check-design.ts';
import { flowsBetween } from '../../../src/lib/engine/design/check/compatible.ts';
import { effectiveDirection } from '../../../src/lib/engine/model/effective-direction.ts';
import { keysOf } from '../../../src/lib/engine/model/keys.ts';
import { FIELD_TYPES, type FieldDef, type FieldType } from '../../../src/lib/engine/model/field.ts';
import { said } from '../../support/english.ts';
import { designOf } from './design-of.ts';

type Json = Record<string, unknown>;

const errorsOf = (sync: Json, headers?: { left: string[] | null; right: string[] | null }): string[] =>
  checkDesign(designOf(sync), new Map(headers === undefined ? [] : [['contacts', headers]])).errors.map(
    ({ at, code }) => `${at} ${code}`,
  );

const messagesOf = (sync: Json): string[] =>
  checkDesign(designOf(sync), new Map()).errors.map((error) => said('errors').designError(error));

const schemaOf = (left: Json[], right: Json[]): Json => ({
  left: { fields: left },
  right: { fields: right },
});

const at0 = 'syncs[0].mappings[0]';

describe('direction', () => {
  it('[DI1] [direction-empty] is at the mapping', () => {
    const mappings = [
      { left: 'A', right: 'A' },
      { left: 'B', right: 'B', direction: 'right-to-left' },
    ];
    expect(errorsOf({ direction: 'left-to-right', mappings })).toEqual([
      'syncs[0].mappings[1] direction-empty',
    ]);
    expect(messagesOf({ direction: 'left-to-right', mappings })).toEqual([
      'No direction is left for B and B: the sync is left-to-right, the mapping is right-to-left.',
    ]);
  });

  it.each([
    ['both', 'both', 'both'],
    ['both', 'left-to-right', 'left-to-right'],
    ['left-to-right', 'both', 'left-to-right'],
    ['right-to-left', 'left-to-right', null],
  ] as const)('[DI1] %s and %s leave %s', (sync, mapping, left) => {
    const { syncs } = designOf({
      direction: sync,
      mappings: [{ left: 'A', right: 'B', direction: mapping }],
    });
    expect(effectiveDirection(syncs[0]!, syncs[0]!.mappings[0]!)).toBe(left);
  });

  it.each([{ readOnly: true, type: 'text' }, { type: 'calculated' }])(
    '[DI2] %j makes its mapping one-way',
    (field) => {
      const schema = schemaOf([], [{ name: 'B', ...field }]);
      const { syncs } = designOf({ schema, mappings: [{ left: 'A', right: 'B' }] });
      expect(effectiveDirection(syncs[0]!, syncs[0]!.mappings[0]!)).toBe('right-to-left');
      expect(errorsOf({ schema, mappings: [{ left: 'A', right: 'B' }] })).toEqual([]);
      expect(errorsOf({ schema, direction: 'left-to-right', mappings: [{ left: 'A', right: 'B' }] })).toEqual(
        [`${at0} direction-empty`],
      );
    },
  );

  it('[DI2] two read-only fields leave nothing', () => {
    const field = { type: 'text', readOnly: true };
    const sync = {
      schema: schemaOf([{ name: 'A', ...field }], [{ name: 'B', ...field }]),
      mappings: [{ left: 'A', right: 'B' }],
    };
    expect(errorsOf(sync)).toEqual([`${at0} direction-empty`]);
    expect(messagesOf(sync)[0]).toBe(
      'Field A is not compatible with field B: both are read-only, so nothing can flow.',
    );
  });
});

describe('mappings', () => {
  it('[FM2] [field-mapped-twice] is at the later mapping', () => {
    const mappings = [
      { left: 'A', right: 'X' },
      { left: 'B', right: 'X' },
      { left: 'A', right: 'Y', enabled: false },
    ];
    expect(errorsOf({ mappings })).toEqual(['syncs[0].mappings[1] field-mapped-twice']);
  });

  it('[FM5] [incompatible] is a sentence with the cause', () => {
    const sync = (direction: string): Json => ({
      schema: schemaOf([{ name: 'A', type: 'number' }], [{ name: 'B', type: 'date' }]),
      mappings: [{ left: 'A', right: 'B', direction }],
    });
    expect(errorsOf(sync('both'))).toEqual([`${at0} incompatible`]);
    expect(messagesOf(sync('left-to-right'))).toEqual([
      'Field A is not compatible with field B: their types are number and date.',
    ]);
  });

  it('[FM4] a number may flow into text, not back', () => {
    const sync = (direction: string): Json => ({
      schema: schemaOf([{ name: 'A', type: 'number' }], [{ name: 'B', type: 'text' }]),
      mappings: [{ left: 'A', right: 'B', direction }],
    });
    expect(errorsOf(sync('left-to-right'))).toEqual([]);
    expect(errorsOf(sync('right-to-left'))).toEqual([`${at0} incompatible`]);
    expect(messagesOf(sync('both'))).toEqual([
      'Field A is not compatible with field B: of the types number and text values can only flow from A to B, so make the mapping left-to-right.',
    ]);
  });

  it('[FM5] a multi-value field cannot be mapped', () => {
    const schema = schemaOf([{ name: 'A', type: 'text', multiple: true }], []);
    expect(errorsOf({ schema, mappings: [{ left: 'A', right: 'B' }] })).toEqual([`${at0} incompatible`]);
  });

  it('[FM3] [FM4] [S11] which types may flow', () => {
    const field = (type: FieldType) => ({ name: 'x', type, multiple: false }) as FieldDef;
    const ways = FIELD_TYPES.map((left) =>
      FIELD_TYPES.map((right) => {
        const flows = flowsBetween(field(left), field(right));
        return flows === null ? '.' : flows === 'both' ? '=' : flows === 'left-to-right' ? '>' : '<';
      }).join(''),
    );
    // text long number date datetime boolean single multi reference owner calculated
    expect(ways).toEqual([
      '==<<<<<<<<<',
      '==<<<<<<<<<',
      '>>=........',
      '>>.==......',
      '>>.==......',
      '>>...=.....',
      '>>....=....',
      '>>.....=...',
      '>>.........',
      '>>.......=.',
      '>>.........',
    ]);
    expect(flowsBetween(null, field('date'))).toBe('both');
  });
});

describe('identifiers and keys', () => {
  it.each([
    ['contacts', { matching: {} }, 'matching.identifiers'],
    [
      'companies',
      { kind: 'companies', matching: { identifiers: { email: { left: 'A', right: 'B' } } } },
      'matching.identifiers',
    ],
    ['products', { kind: 'products', matching: {} }, 'matching.identifiers'],
    ['custom objects', { kind: 'custom', matching: {} }, 'matching.method'],
    ['keys', { matching: { method: 'keys' } }, 'matching.keys'],
  ])('[S39] [identifier-missing] %s', (_, sync, place) => {
    expect(errorsOf(sync)).toEqual([`syncs[0].${place} identifier-missing`]);
  });

  it('[S21] deals and method none need none', () => {
    expect(errorsOf({ kind: 'deals', matching: {} })).toEqual([]);
    expect(errorsOf({ matching: { method: 'none' } })).toEqual([]);
  });

  it('[MA1] gives the default keys in their order, with their normalisers', () => {
    const both = { left: 'A', right: 'B' };
    const [sync] = designOf({
      kind: 'companies',
      matching: { identifiers: { domain: both, name: both } },
    }).syncs;
    expect(keysOf(sync!).map((key) => key.fields[0]?.normalize)).toEqual([['name'], ['domain']]);
    const [products] = designOf({ kind: 'products', matching: { identifiers: { sku: both } } }).syncs;
    expect(keysOf(products!)).toEqual([{ fields: [{ ...both, normalize: ['text'], country: null }] }]);
    const [none] = designOf({ matching: { method: 'none', identifiers: { email: both } } }).syncs;
    expect(keysOf(none!)).toEqual([]);
  });
});

describe('headers', () => {
  const headers = { left: ['Id', 'Email', 'A'], right: ['Id', 'Mail', 'B'] };

  it('[unknown-field] is at what names the field', () => {
    const sync = {
      left: { object: 'c', idField: 'Nr' },
      matching: { identifiers: { email: { left: 'Email', right: 'E' } }, idPair: { left: 'Other' } },
      requireValidEmail: { left: 'Email', right: 'E' },
      mappings: [
        { left: 'A', right: 'b' },
        { left: 'Off', right: 'Off', enabled: false },
      ],
    };
    expect(errorsOf(sync, headers)).toEqual([
      'syncs[0].left.idField unknown-field',
      'syncs[0].matching.identifiers.email.right unknown-field',
      'syncs[0].matching.idPair.left unknown-field',
      'syncs[0].requireValidEmail.right unknown-field',
      'syncs[0].mappings[0].right unknown-field',
    ]);
    const { errors } = checkDesign(designOf(sync), new Map([['contacts', headers]]));
    expect(errors.map((error) => said('errors').designError(error)).at(-1)).toBe(
      'The right file of contacts has no column "b"; it has "B".',
    );
  });

  it('[unknown-field] [FI1] is at the field of a condition', () => {
    const filters = {
      right: { any: [{ all: [{ field: 'B', op: 'known' }] }, { all: [{ field: 'A', op: 'known' }] }] },
    };
    expect(errorsOf({ left: { object: 'c', idField: 'Id' }, filters }, headers)).toEqual([
      'syncs[0].filters.right.any[1].all[0].field unknown-field',
    ]);
  });

  it('[bad-value] [FI1] is at a value that no cell of its field could be before or after', () => {
    const fields = [
      { name: 'A', type: 'number', decimal: ',' },
      { name: 'Email', type: 'date' },
    ];
    const all = [
      { field: 'A', op: 'gt', value: '1,5' },
      { field: 'A', op: 'eq', value: 'x' },
      { field: 'A', op: 'le', value: 'x' },
      { field: 'Email', op: 'between', value: ['2026-01-01', '31/12/2026'] },
    ];
    const sync = {
      left: { object: 'c', idField: 'Id' },
      filters: { left: { any: [{ all }] } },
      schema: { left: { fields } },
    };
    expect(errorsOf(sync, headers)).toEqual([
      'syncs[0].filters.left.any[0].all[2].value bad-value',
      'syncs[0].filters.left.any[0].all[3].value bad-value',
    ]);
  });

  it('[unknown-field] is at the field of a key', () => {
    const keys = [
      {
        fields: [
          { left: 'A', right: 'B' },
          { left: 'Z', right: 'B' },
        ],
      },
    ];
    expect(errorsOf({ matching: { method: 'keys', keys } }, headers)).toEqual([
      'syncs[0].matching.keys[0].fields[1].left unknown-field',
    ]);
  });

  it('does not look at a side without a file', () => {
    expect(errorsOf({ mappings: [{ left: 'X', right: 'Y' }] }, { left: null, right: headers.right })).toEqual(
      [`${at0}.right unknown-field`],
    );
  });

  it('[CO1] a modified date is needed only where a mapping asks for the most recent', () => {
    const left = { object: 'c', idField: 'Id', modifiedField: 'Modified' };
    expect(errorsOf({ left }, headers)).toEqual([]);
    const mappings = [{ left: 'A', right: 'B', conflict: 'most-recent' }];
    expect(errorsOf({ left, mappings }, headers)).toEqual(['syncs[0].left.modifiedField unknown-field']);
    const { warnings } = checkDesign(designOf({ left }), new Map([['contacts', headers]]));
    expect(warnings.map(({ at }) => at)).toContain('syncs[0].left.modifiedField');
  });
});

describe('required fields', () => {
  const fields = [
    { name: 'A', type: 'text', required: true },
    { name: 'B', type: 'text', required: true },
  ];
  const custom = {
    kind: 'custom',
    matching: { method: 'keys', keys: [{ fields: [{ left: 'K', right: 'K' }] }] },
    schema: { right: { fields } },
  };

  it('[FM12] [required-unmapped] a custom object maps at least one', () => {
    expect(errorsOf({ ...custom, mappings: [{ left: 'X', right: 'Y' }] })).toEqual([
      'syncs[0].mappings required-unmapped',
    ]);
    expect(errorsOf({ ...custom, mappings: [{ left: 'X', right: 'B' }] })).toEqual([]);
  });

  it('[FM9] elsewhere each unmapped one is a warning, where creates may be', () => {
    const sync = { schema: { right: { fields } }, mappings: [{ left: 'X', right: 'A' }] };
    const warned = (direction: string) =>
      checkDesign(designOf({ ...sync, direction }), new Map()).warnings.map(
        ({ at, code }) => `${at} ${code}`,
      );
    expect(warned('both')).toEqual(['syncs[0].schema.right.fields[1] required-unmapped']);
    expect(warned('right-to-left')).toEqual([]);
    expect(errorsOf(sync)).toEqual([]);
  });
});

it('says which guards are switched off', () => {
  const design = designOf({ mappings: [{ left: 'A', right: 'B' }] }, { guards: { maxChanged: null } });
  expect(checkDesign(design, new Map()).warnings).toEqual([
    { at: 'guards.maxChanged', code: 'guard-off', guard: 'maxChanged' },
  ]);
});
