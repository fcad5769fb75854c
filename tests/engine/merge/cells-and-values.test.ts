import { describe, expect, test } from 'vitest';
import { columnOf } from '../../../src/lib/engine/columns/records.ts';
import { comparePairs } from '../../../src/lib/engine/merge/compare-pairs.ts';
import { hasChanged } from '../../../src/lib/engine/merge/history.ts';
import type { CompiledMapping } from '../../../src/lib/engine/merge/compiled.ts';
import { Resolver, VerdictList } from '../../../src/lib/engine/merge/resolve.ts';
import { STATE } from '../../../src/lib/engine/merge/state.ts';
import { createValues, writtenText } from '../../../src/lib/engine/merge/targets.ts';
import { Memo, PlanReader, drain, fieldRows, type SyncPlan } from '../../../src/lib/engine/index.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { comparison } from '../../../src/lib/engine/plan/members.ts';
import { uniqueFields } from '../../../src/lib/engine/merge/unique.ts';
import { linkOf, planOf } from '../plan/plan-of.ts';
import { RULE, said } from './verdict-table.ts';

const plan = planOf(
  {
    schema: { right: { fields: [{ name: 'Called', type: 'text', unique: true }] } },
    mappings: [
      { left: 'Email', right: 'Mail' },
      { left: 'Name', right: 'Called', rewriteForm: true },
    ],
  },
  {
    left: ['Id Email Name', 'L1 a@acme.com anna', 'L2 b@acme.com bo'],
    right: ['Id Mail Called', 'R1 a@acme.com ANNA', 'R2 b@acme.com bo'],
    links: [linkOf(['L1', 'R1'], { left: { Name: 'anna' }, right: { Called: 'ANNA' } })],
  },
);
const plain = plan.mappings[1]!;
const tools = createTools();

/** The same mapping as one whose left values are made of the cells: in capitals. */
const shouted: CompiledMapping = {
  ...plain,
  values: { left: columnOf(['ANNA', 'BO']), right: plain.values.right },
};

describe('a mapping that makes nothing of its cells', () => {
  test('compares and writes the very columns of the files', () => {
    for (const on of plan.mappings) {
      expect(on.values).toBe(on.cells);
      expect(on.fields).toEqual({ left: [on.mapping.left], right: [on.mapping.right] });
    }
  });
});

describe('a mapping whose values are made of its cells', () => {
  test('[CO5] compares values', () => {
    const states = (on: CompiledMapping): number[] => [
      ...drain(comparePairs(comparison(plan.sync, on, plan.pairs).input, plan.pairs, tools)),
    ];
    expect(states(plain)).toEqual([0, STATE.equal]);
    expect(states(shouted)).toEqual([STATE.equal, 0]);
    expect(comparison(plan.sync, shouted, plan.pairs).own.from).not.toEqual(
      comparison(plan.sync, plain, plan.pairs).own.from,
    );
  });

  test('[FM8] writes values', () => {
    expect(writtenText(shouted, 'right', 1, 1)).toBe('BO');
    expect(createValues([shouted], 'right', 1)).toEqual([{ mapping: 0, to: 'BO' }]);
  });

  test('[S27] rewrites a cell that is not the value in the form it would be written in', () => {
    const rewritten = (on: CompiledMapping): string[] => {
      const list = new VerdictList();
      const out = new Uint8Array(2);
      const states = new Uint8Array(2).fill(STATE.equal);
      new Resolver(on, RULE, list, () => null, plan.pairs).slice(states, plan.pairs, 0, 2, out);
      return Array.from(out, (verdict) => said(list.all[verdict]!));
    };
    expect(rewritten(plain)).toEqual(['right := left (form) [CO5]', 'nothing [CO5]']);
    expect(rewritten(shouted)).toEqual(['nothing [CO5]', 'right := left (form) [CO5]']);
  });

  test('[CO4] a side has changed where its cell is not the one the baseline has', () => {
    expect(hasChanged(shouted, plan.matching.prior, 0, 'left', 0)).toBe(false);
    expect(hasChanged(shouted, plan.matching.prior, 0, 'left', 1)).toBe(true);
  });

  test('[FM9] wants values, and finds them held by cells', () => {
    const different = (on: CompiledMapping): number =>
      drain(uniqueFields('contacts', [on], new Memo(), { left: null, right: null }))[0]!.count;
    expect(different(plain)).toBe(2);
    expect(different({ ...shouted, values: { ...shouted.values, left: columnOf(['CLEO', 'DAN']) } })).toBe(4);
  });

  test('[CO7] shows and expects cells', () => {
    const before: SyncPlan = { ...plan, mappings: [plan.mappings[0]!, shouted] };
    const [, row] = fieldRows(new PlanReader(before), 0);
    expect([row!.leftValue, row!.rightValue]).toEqual(['anna', 'ANNA']);
  });
});
