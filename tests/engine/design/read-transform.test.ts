import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../../src/lib/engine/design/check/check-design.ts';
import { effectiveDirection } from '../../../src/lib/engine/model/effective-direction.ts';
import { designJson, designOf, errorsIn } from './design-of.ts';

const mapping = (transform: unknown, more: object = {}) => ({
  mappings: [{ left: 'A', right: 'B', transform, ...more }],
});
const read = (transform: unknown) => designOf(mapping(transform)).syncs[0]?.mappings[0]?.transform;

describe('[FM10] a transform in a design', () => {
  it('is read with its defaults', () => {
    expect(read({ kind: 'split' })).toEqual({ kind: 'split', at: ' ', take: 'first' });
    expect(read({ kind: 'value-map', map: { a: 'b' } })).toEqual({
      kind: 'value-map',
      map: [['a', 'b']],
      otherwise: 'fail',
    });
    expect(read({ kind: 'number-format', decimals: 2 })).toEqual({
      kind: 'number-format',
      decimal: '.',
      group: '',
      decimals: 2,
    });
    expect(read({ kind: 'phone' })).toEqual({ kind: 'phone', country: null });
    expect(read({ kind: 'join', with: ['C'] })).toEqual({ kind: 'join', with: ['C'], separator: ' ' });
    expect(read({ kind: 'join', with: ['C'], separator: '' })).toMatchObject({ separator: '' });
    expect(read(null)).toBe(null);
  });

  it.each([
    ['kind', { kind: 'reverse' }],
    ['to', { kind: 'case', to: 'camel' }],
    ['at', { kind: 'split', at: '' }],
    ['take', { kind: 'split', take: 'second' }],
    ['with', { kind: 'join' }],
    ['with', { kind: 'join', with: ' ' }],
    ['with', { kind: 'join', with: [] }],
    ['with[1]', { kind: 'join', with: ['C', ' '] }],
    ['separator', { kind: 'join', with: ['C'], separator: 7 }],
    ['country', { kind: 'phone', country: 'Norway' }],
    ['map', { kind: 'value-map' }],
    ['map.a', { kind: 'value-map', map: { a: 1 } }],
    ['value', { kind: 'constant', value: ' ' }],
    ['to', { kind: 'date-format', to: 'DD.MM.YY' }],
    ['group', { kind: 'number-format', group: '.' }],
    ['decimals', { kind: 'number-format', decimals: -1 }],
    ['table', { kind: 'lookup', table: [] }],
  ])('[bad-value] is at %s', (at, transform) => {
    expect(errorsIn(designJson(mapping(transform)))).toEqual([
      `syncs[0].mappings[0].transform.${at} bad-value`,
    ]);
  });

  it('without a way back makes the mapping one-way, the way it runs', () => {
    const way = (transform: unknown, more: object = {}, sync: object = {}) => {
      const [one] = designOf({ ...mapping(transform, more), ...sync }).syncs;
      return effectiveDirection(one!, one!.mappings[0]!);
    };
    expect(way({ kind: 'trim' })).toBe('left-to-right');
    expect(way({ kind: 'trim' }, {}, { direction: 'right-to-left' })).toBe('right-to-left');
    expect(way({ kind: 'trim' }, { direction: 'right-to-left' })).toBe('right-to-left');
    expect(way({ kind: 'date-format', to: 'D.M.YYYY' })).toBe('both');
  });

  it('[DI1] says why no direction is left, [FM2] lets a field be read twice, [FM5] and needs no types that agree', () => {
    const right = {
      fields: [
        { name: 'B', type: 'number', readOnly: true },
        { name: 'C', type: 'boolean' },
      ],
    };
    const trim = { kind: 'trim' };
    const mappings = [
      { left: 'A', right: 'B', transform: trim },
      { left: 'A', right: 'C', transform: trim },
      { left: 'D', right: 'C', transform: trim },
    ];
    const { errors } = checkDesign(
      designOf({ mappings, schema: { left: { fields: [{ name: 'A', type: 'date' }] }, right } }),
      new Map(),
    );
    expect(errors.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'syncs[0].mappings[0] direction-empty',
      'syncs[0].mappings[2] field-mapped-twice',
    ]);
    expect(errors[0]?.fault).toMatchObject({ transform: 'left-to-right' });
  });

  it('[FM6] a field that holds several values is in no mapping, with a transform or without', () => {
    const schema = { left: { fields: [{ name: 'A', type: 'text', multiple: true }] } };
    for (const transform of [null, { kind: 'split', at: ';' }]) {
      const { errors } = checkDesign(designOf({ ...mapping(transform), schema }), new Map());
      expect(errors.map(({ code, fault }) => [code, fault.is])).toEqual([['incompatible', 'several-values']]);
    }
  });

  it('[S222] joins fields of its file, none of which holds several values', () => {
    const joins = designOf({
      ...mapping({ kind: 'join', with: ['C', 'Tags'] }),
      schema: { left: { fields: [{ name: 'Tags', type: 'text', multiple: true }] } },
    });
    const [several] = checkDesign(joins, new Map()).errors;
    expect(several?.fault).toMatchObject({ is: 'several-values', field: 'Tags' });
    const [sync] = joins.syncs;
    const idFields = (side: 'left' | 'right') => [sync?.[side].idField, sync?.[side].modifiedField, 'Email'];
    const header = (side: 'left' | 'right') => [...idFields(side).filter((name) => name != null), 'A', 'B'];
    const headers = new Map([[sync?.id ?? '', { left: header('left'), right: header('right') }]]);
    const missing = checkDesign(joins, headers).errors.filter(({ fault }) => fault.is === 'no-column');
    expect(missing.map(({ at }) => at).filter((at) => at.includes('transform'))).toEqual([
      'syncs[0].mappings[0].transform.with[0]',
      'syncs[0].mappings[0].transform.with[1]',
    ]);
  });
});
