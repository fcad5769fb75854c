import { describe, expect, it } from 'vitest';
import { readDesign } from '../../../src/lib/engine/design/read/read-design.ts';
import { designJson, errorsIn } from './design-of.ts';

describe('readDesign', () => {
  it('[FI1] reads filters with their defaults, a number and a truth value as their texts', () => {
    const all = [
      { field: 'A', op: 'in', value: ['x', 5] },
      { field: 'A', op: 'between', value: [1.5, '2'] },
      { field: 'A', op: 'last-days', value: 30 },
      { field: 'A', op: 'eq', value: true },
      { field: 'A', op: 'known', note: 'kept' },
    ];
    const reading = readDesign(designJson({ filters: { left: { any: [{ all }] }, deny: { left: ['7'] } } }));
    expect(reading.ok && reading.design.syncs[0]?.filters).toEqual({
      mode: 'initial-only',
      left: {
        any: [
          {
            all: [
              { field: 'A', op: 'in', values: ['x', '5'] },
              { field: 'A', op: 'between', from: '1.5', to: '2' },
              { field: 'A', op: 'last-days', days: 30 },
              { field: 'A', op: 'eq', value: 'true' },
              { field: 'A', op: 'known' },
            ],
          },
        ],
      },
      right: null,
      allow: { left: [], right: [] },
      deny: { left: ['7'], right: [] },
    });
  });

  it.each([
    ['any[0].all[0].op', { field: 'A', op: 'like', value: 'x' }],
    ['any[0].all[0].value', { field: 'A', op: 'eq' }],
    ['any[0].all[0].value', { field: 'A', op: 'in' }],
    ['any[0].all[0].value[0]', { field: 'A', op: 'in', value: [null] }],
    ['any[0].all[0].value', { field: 'A', op: 'between', value: ['1'] }],
    ['any[0].all[0].value', { field: 'A', op: 'last-days', value: -1 }],
    ['any[0].all[0].value', { field: 'A', op: 'last-days', value: '7' }],
    ['any[0].all[0].field', { op: 'known' }],
  ])('[bad-value] [FI1] is at %s of a filter', (at, condition) => {
    const filters = { right: { any: [{ all: [condition] }] } };
    expect(errorsIn(designJson({ filters }))).toEqual([`syncs[0].filters.right.${at} bad-value`]);
  });
});
