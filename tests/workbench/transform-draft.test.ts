import { describe, expect, it } from 'vitest';
import type { Transform } from '../../src/lib/engine/index.ts';
import {
  startTransform,
  transformOf,
  triedOf,
  type TransformDraft,
} from '../../src/lib/ui/design/transform-draft.ts';

const OF_EVERY_KIND: readonly Transform[] = [
  { kind: 'trim' },
  { kind: 'case', to: 'title' },
  { kind: 'split', at: ',', take: 'rest' },
  { kind: 'split', at: ' ', take: -2 },
  { kind: 'join', with: ['Last Name'], separator: '' },
  { kind: 'phone', country: null },
  { kind: 'phone', country: 'NO' },
  { kind: 'value-map', map: [['a', 'b']], otherwise: 'keep' },
  { kind: 'constant', value: 'x' },
  { kind: 'date-format', to: 'D/M/YYYY' },
  { kind: 'number-format', decimal: ',', group: '.', decimals: null },
  { kind: 'number-format', decimal: '.', group: '', decimals: 2 },
  { kind: 'lookup', table: [['a@x.no', '005']] },
];

const lacks = (kind: TransformDraft['kind'], more: Partial<TransformDraft> = {}) => {
  const made = transformOf({ ...startTransform(null), kind, ...more });
  return 'lacks' in made ? made.lacks : null;
};

describe('[FM10] a transform while it is made', () => {
  it('is what it was where nothing is changed, of every kind, and of none', () => {
    for (const transform of [null, ...OF_EVERY_KIND])
      expect(transformOf(startTransform(transform))).toEqual({ is: transform });
  });

  it('keeps what another kind was given while kinds are tried', () => {
    const map = startTransform({ kind: 'value-map', map: [['a', 'b']], otherwise: 'blank' });
    const trimmed = { ...map, kind: 'trim' } as const;
    expect(transformOf(trimmed)).toEqual({ is: { kind: 'trim' } });
    expect(transformOf({ ...trimmed, kind: 'value-map' })).toEqual(transformOf(map));
  });

  it('says the first thing it lacks', () => {
    expect(lacks('split', { at: '' })).toBe('sign');
    expect(lacks('join', { joined: ['', ''] })).toBe('fields');
    expect(lacks('split', { take: 'part', part: 'two' })).toBe('part');
    expect(lacks('phone', { country: 'no' })).toBe('country');
    expect(lacks('value-map')).toBe('entries');
    expect(lacks('lookup', { entries: [{ from: ' ', to: 'x' }] })).toBe('entries');
    expect(lacks('constant', { value: ' ' })).toBe('value');
    expect(lacks('date-format', { pattern: 'DD.MM' })).toBe('pattern');
    expect(lacks('number-format', { decimal: ',', group: ',' })).toBe('signs');
    expect(lacks('number-format', { decimals: '16' })).toBe('decimals');
    expect(lacks('number-format', { decimals: '' })).toBe(null);
  });

  it('an empty map is tried, so that the values that need a word are seen before one is typed; else only what is whole', () => {
    const tried = (kind: TransformDraft['kind'], more: Partial<TransformDraft> = {}): Transform | null =>
      triedOf({ ...startTransform(null), kind, ...more });
    // Whatever an unmapped value becomes in the end: here none may be taken, or it would not be listed.
    expect(tried('value-map', { otherwise: 'keep' })).toEqual({
      kind: 'value-map',
      map: [],
      otherwise: 'fail',
    });
    expect(tried('lookup')).toEqual({ kind: 'lookup', table: [] });
    expect(tried('constant')).toBeNull();
    for (const transform of [null, ...OF_EVERY_KIND])
      expect(triedOf(startTransform(transform))).toEqual(transform);
  });

  it('a map names no value twice, and leaves rows without a value out', () => {
    const entry = (from: string, to: string) => ({ from, to });
    expect(lacks('value-map', { entries: [entry('a', 'x'), entry('a', 'y')] })).toBe('twice');
    expect(
      transformOf({
        ...startTransform(null),
        kind: 'value-map',
        entries: [entry('a', ''), entry(' ', 'y'), entry('b', 'y')],
      }),
    ).toEqual({
      is: {
        kind: 'value-map',
        map: [
          ['a', ''],
          ['b', 'y'],
        ],
        otherwise: 'fail',
      },
    });
  });
});
