import { describe, expect, test } from 'vitest';
import type { SyncPlan } from '../../../src/lib/engine/index.ts';
import { VerdictList } from '../../../src/lib/engine/merge/resolve.ts';
import { verdictOn } from '../../../src/lib/engine/plan/sync-plan.ts';
import { planOf } from '../plan/plan-of.ts';
import { said } from './verdict-table.ts';

/** What is made of the last mapping of every pair. */
const verdicts = (plan: SyncPlan): string[] =>
  Array.from(plan.pairs.left, (_, pair) => said(verdictOn(plan, plan.mappings.length - 1, pair)));

const KEY = { left: 'Email', right: 'Mail' };

test('[CO8] the later record of each pair wins; equal and missing dates leave it open', () => {
  const plan = planOf(
    {
      left: { object: 'contacts', idField: 'Id', modifiedField: 'Date' },
      right: { object: 'Contact', idField: 'Id', modifiedField: 'Day' },
      mappings: [KEY, { left: 'Phone', right: 'Tel', conflict: 'most-recent' }],
    },
    {
      left: [
        'Id Email Phone Date',
        'L1 a@acme.com 1 2026-01-02',
        'L2 b@acme.com 1 2026-01-01',
        'L3 c@acme.com 1 2026-01-01',
        'L4 d@acme.com 1 ·',
        'L5 e@acme.com · ·',
      ],
      right: [
        'Id Mail Tel Day',
        'R1 a@acme.com 2 2026-01-01',
        'R2 b@acme.com 2 2026-01-02',
        'R3 c@acme.com 2 2026-01-01T00:00:00Z',
        'R4 d@acme.com 2 2026-01-01',
        'R5 e@acme.com 2 2026-01-01',
      ],
    },
  );
  expect(verdicts(plan)).toEqual([
    'right := left, conflict by most-recent [CO3]',
    'left := right, conflict by most-recent [CO3]',
    'open conflict [CO8]',
    'open conflict [CO8]',
    'left := right (fill-blank) [CO3]',
  ]);
});

describe('[S27] equal values in another form', () => {
  const tables = {
    left: ['Id Email Name', 'L1 a@acme.com _Anna_', 'L2 b@acme.com Bo', 'L3 c@acme.com ·'],
    right: ['Id Mail Called', 'R1 a@acme.com Anna', 'R2 b@acme.com Bo', 'R3 c@acme.com ·'],
  };
  const plan = (change: Record<string, unknown>): string[] =>
    verdicts(planOf({ mappings: [KEY, { left: 'Name', right: 'Called', ...change }] }, tables));

  test('are left as they are', () => {
    expect(plan({})).toEqual(['nothing [CO5]', 'nothing [CO5]', 'nothing [CO5]']);
  });

  test("are written in the winner's form where the mapping says so", () => {
    expect(plan({ rewriteForm: true })[0]).toBe('right := left (form) [CO5]');
    expect(plan({ rewriteForm: true, conflict: 'right' })[0]).toBe('left := right (form) [CO5]');
    expect(plan({ rewriteForm: true, direction: 'right-to-left' })[0]).toBe('left := right (form) [CO5]');
    expect(plan({ rewriteForm: true }).slice(1)).toEqual(['nothing [CO5]', 'nothing [CO5]']);
  });

  test('never under fill-blank', () => {
    expect(plan({ rewriteForm: true, conflict: 'fill-blank' })[0]).toBe('nothing [CO5]');
  });
});

test('verdicts that are alike in everything are one; a byte names 256', () => {
  const list = new VerdictList();
  const first = list.position({ kind: 'nothing', rule: 'CO5' });
  expect(list.position({ kind: 'nothing', rule: 'CO4' })).toBe(first + 1);
  expect(list.position({ kind: 'nothing', rule: 'CO5' })).toBe(first);
  const many = (): void => {
    for (let i = 0; i < 256; i++)
      list.position({
        kind: 'both-stay',
        rule: 'CO1',
        decidedBy: 'fill-blank',
        winner: String(i) as 'left',
      });
  };
  expect(many).toThrow('more verdicts than a byte can name');
});
