import { describe, expect, it } from 'vitest';
import { EDITS as edits, readDesign, type Transform } from '../../../src/lib/engine/index.ts';
import { valueAt } from '../../../src/lib/engine/design/edit/design-json.ts';
import { said } from '../../support/english.ts';
import { designJson } from './design-of.ts';

const DESIGN = Object.freeze(designJson({ mappings: [{ left: 'City', right: 'Town', note: 'kept' }] }));
const read = (json: unknown): Transform | null | undefined => {
  const reading = readDesign(json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.design.syncs[0]?.mappings[0]?.transform;
};
const OF_EVERY_KIND: readonly Transform[] = [
  { kind: 'trim' },
  { kind: 'case', to: 'upper' },
  { kind: 'split', at: '|', take: 2 },
  { kind: 'join', with: ['Last Name', 'Title'], separator: ', ' },
  { kind: 'phone', country: null },
  { kind: 'phone', country: 'SE' },
  {
    kind: 'value-map',
    map: [
      ['a', 'b'],
      ['c', ''],
    ],
    otherwise: 'blank',
  },
  { kind: 'constant', value: 'x' },
  { kind: 'date-format', to: 'YYYY/M/D' },
  { kind: 'number-format', decimal: ',', group: ' ', decimals: null },
  { kind: 'number-format', decimal: '.', group: '', decimals: 0 },
  { kind: 'lookup', table: [['a', 'b']] },
];

describe('[FM10] the transform of a mapping', () => {
  it('is written as a design file has it: read again it is the same', () => {
    for (const transform of OF_EVERY_KIND) {
      const { json } = edits.transform(DESIGN, 0, 0, transform);
      expect(read(json)).toEqual(transform);
      expect(valueAt(json, ['syncs', 0, 'mappings', 0, 'note'])).toBe('kept');
    }
  });

  it('is taken away without a trace, and each step says what was before', () => {
    const says = (edit: { readonly step: Parameters<ReturnType<typeof steps>>[0] }) => steps()(edit.step);
    const steps = () => said('design').step;
    const first = edits.transform(DESIGN, 0, 0, { kind: 'trim' });
    expect(says(first)).toBe('City, transform: none → trim');
    const map: Transform = { kind: 'value-map', map: [['a', 'b']], otherwise: 'fail' };
    const second = edits.transform(first.json, 0, 0, map);
    expect(says(second)).toBe('City, transform: trim → value map');
    expect(says(edits.transform(second.json, 0, 0, { ...map, otherwise: 'keep' }))).toBe(
      'City, transform changed: value map',
    );
    const third = edits.transform(second.json, 0, 0, null);
    expect(says(third)).toBe('City, transform: value map → none');
    expect(third.json).toEqual(DESIGN);
  });
});
