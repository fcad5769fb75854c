import { describe, expect, it } from 'vitest';
import {
  EDITS as edits,
  readDesign,
  type DesignEdit,
  type FilterCondition,
} from '../../../src/lib/engine/index.ts';
import { valueAt } from '../../../src/lib/engine/design/edit/design-json.ts';
import { said } from '../../support/english.ts';
import { designJson } from './design-of.ts';

const DESIGN = Object.freeze(designJson({ filters: { note: 'kept', left: null } }));
const says = ({ step }: DesignEdit): string => said('design').step(step);
const filtersOf = ({ json }: Pick<DesignEdit, 'json'>) => {
  const reading = readDesign(json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  expect(valueAt(json, ['syncs', 0, 'filters', 'note'])).toBe('kept');
  return reading.design.syncs[0]!.filters;
};

const OF_EVERY_KIND: readonly FilterCondition[] = [
  { field: 'Country', op: 'in', values: ['Norway', 'Denmark'] },
  { field: 'Country', op: 'ne', value: 'Sweden' },
  { field: 'Seen', op: 'last-days', days: 30 },
  { field: 'Amount', op: 'between', from: '1', to: '9' },
  { field: 'Owner', op: 'known' },
];

describe('filters', () => {
  it('[FI1] a condition of every kind is written as it is read', () => {
    let edit: Pick<DesignEdit, 'json'> = { json: DESIGN };
    OF_EVERY_KIND.forEach((condition, at) => {
      edit = edits.condition(edit.json, 0, 'left', { group: 0, at }, condition);
    });
    expect(filtersOf(edit).left).toEqual({ any: [{ all: OF_EVERY_KIND }] });
  });

  it('[FI1] a condition is added, changed, joined by another group, and taken out with what it leaves empty', () => {
    const [first, second] = OF_EVERY_KIND as [FilterCondition, FilterCondition];
    const added = edits.condition(DESIGN, 0, 'left', { group: 0, at: 0 }, first);
    expect(says(added)).toBe('Filter added: L, Country is one of Norway, Denmark');
    const changed = edits.condition(added.json, 0, 'left', { group: 0, at: 0 }, second);
    expect(says(changed)).toBe('Filter: L, Country is not Sweden');
    const or = edits.condition(changed.json, 0, 'left', { group: 1, at: 0 }, first);
    expect(filtersOf(or).left).toEqual({ any: [{ all: [second] }, { all: [first] }] });
    const one = edits.removeCondition(or.json, 0, 'left', { group: 0, at: 0 }, second);
    expect(says(one)).toBe('Filter removed: L, Country is not Sweden');
    expect(filtersOf(one).left).toEqual({ any: [{ all: [first] }] });
    expect(filtersOf(edits.removeCondition(one.json, 0, 'left', { group: 0, at: 0 }, first)).left).toBe(null);
  });

  it('[FI2] when it is asked', () => {
    const edit = edits.filterMode(DESIGN, 0, 'continuous');
    expect(says(edit)).toBe('Contacts, filters asked: when a record starts → always');
    expect(filtersOf(edit).mode).toBe('continuous');
  });

  it('[FI6] the ids of a list', () => {
    const edit = edits.filterList(DESIGN, 0, 'deny', 'right', ['1', '2']);
    expect(says(edit)).toBe('Never in, R: 0 → 2');
    expect(filtersOf(edit).deny).toEqual({ left: [], right: ['1', '2'] });
  });
});
