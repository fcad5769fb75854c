import { expect, test } from 'vitest';
import { drain } from '../../../src/lib/engine/run/index.ts';
import { filterFacts } from '../../../src/lib/engine/plan/totals/filter-facts.ts';
import { enginePlanner } from '../../reference/engine-plan.ts';
import { designJson, designOf } from '../design/design-of.ts';
import { columnsOf } from '../../../workers/project/design-columns.ts';

const left = { any: [{ all: [{ field: 'Country', op: 'eq', value: 'NO' }] }] };
const world = (sync: Record<string, unknown>) => ({
  design: designJson(sync),
  tables: {
    contacts: {
      left: {
        header: ['Id', 'Email', 'Country'],
        rows: [
          ['1', 'a@x.no', 'no'],
          ['2', 'b@x.no', 'SE'],
          ['3', 'c@x.no', ''],
        ],
      },
      right: { header: ['Id', 'Mail'], rows: [['R1', 'd@x.no']] },
    },
  },
  baseline: null,
  choices: null,
});

test('[FI1] [FI6] how many records pass, those allowed among them; null on a side that is not asked', () => {
  const facts = (sync: Record<string, unknown>) => {
    const { plan } = enginePlanner(world(sync));
    return drain(filterFacts(plan.syncs[0]!));
  };
  expect(facts({})).toEqual({ left: null, right: null });
  expect(facts({ filters: { left } })).toEqual({ left: { passed: 1, of: 3 }, right: { passed: 1, of: 1 } });
  expect(facts({ filters: { left, allow: { left: ['3', '4'] } }, direction: 'left-to-right' })).toEqual({
    left: { passed: 2, of: 3 },
    right: null,
  });
});

test('[FI1] the columns a filter asks of are opened with those of mappings and keys', () => {
  const sync = enginePlanner(world({ filters: { left } })).plan.syncs[0]!.sync;
  expect([...columnsOf(sync, [sync]).left]).toContain('Country');
});

test('[S110] so are those of a field that conditions require, and that field', () => {
  const requiredWhen = [{ field: 'Country', op: 'known' }];
  const schema = { left: { fields: [{ name: 'Why', type: 'text', requiredWhen }] }, right: null };
  const sync = enginePlanner(world({ schema })).plan.syncs[0]!.sync;
  expect([...columnsOf(sync, [sync]).left]).toEqual(expect.arrayContaining(['Country', 'Why']));
});

test('[S95] so are those that name a parent, and those its records are found by', () => {
  const associations = [{ to: 'contacts', left: { field: 'Boss' }, right: { field: 'Boss', by: 'Mail' } }];
  const sync = designOf({ associations }).syncs[0]!;
  expect([...columnsOf(sync, [sync]).left]).toContain('Boss');
  expect([...columnsOf(sync, [sync]).right]).toEqual(expect.arrayContaining(['Boss', 'Mail']));
  expect([...columnsOf({ ...sync, id: 'deals', associations: [] }, [sync]).right]).not.toContain('Boss');
});

test('[S400] [S405] so are those that checks and rules of approval ask of, in their own sync', () => {
  const count = { sync: 'contacts', where: [{ side: 'right', field: 'Country', op: 'known' }] };
  const approval = [{ id: 'a', name: 'A', decision: 'held', count }];
  const { syncs, approval: rules = [] } = designOf({}, { approval });
  const [sync] = syncs;
  const counted = rules.map(({ counts }) => counts);
  expect([...columnsOf(sync!, syncs, counted).right]).toContain('Country');
  expect([...columnsOf(sync!, syncs, counted).left]).not.toContain('Country');
  expect([...columnsOf({ ...sync!, id: 'deals' }, syncs, counted).right]).not.toContain('Country');
});
