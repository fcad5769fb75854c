import { describe, expect, test } from 'vitest';
import { PlanReader, fieldRows, type SyncPlan } from '../../../../src/lib/engine/index.ts';
import { linkOf, planOf } from '../plan-of.ts';
import { smallPlan } from './small-plan.ts';

const rowsOf = (plan: SyncPlan, subject = 0): ReturnType<typeof fieldRows> =>
  fieldRows(new PlanReader(plan), subject);

describe('the fields of a pair', () => {
  test('[CO3] a first match has no baseline, and nothing changed', () => {
    expect(rowsOf(smallPlan({ left: '1', right: '2' }))).toEqual([
      {
        left: 'Email',
        right: 'Mail',
        leftValue: 'anna@acme.com',
        rightValue: 'anna@acme.com',
        baseline: null,
        changed: [],
        equal: true,
        write: null,
        conflict: null,
        rule: 'CO5',
        asked: 'winner',
        besideStage: null,
      },
      {
        left: 'Phone',
        right: 'Tel',
        leftValue: '1',
        rightValue: '2',
        baseline: null,
        changed: [],
        equal: false,
        write: { side: 'right', from: '2', to: '1', because: 'winner' },
        conflict: { decidedBy: 'winner', winner: 'left' },
        rule: 'CO3',
        asked: 'winner',
        besideStage: null,
      },
    ]);
  });

  test('[CO4] a baseline is shown with the sides that moved since', () => {
    const [, row] = rowsOf(smallPlan({ left: '1', right: '3', before: ['1', '2'] }));
    expect(row).toMatchObject({
      baseline: { left: '1', right: '2' },
      changed: ['right'],
      equal: false,
      write: { side: 'left', from: '1', to: '3', because: 'right-changed' },
      conflict: null,
    });
    const [, both] = rowsOf(smallPlan({ left: '4', right: '3', before: ['1', '2'] }));
    expect(both!.changed).toEqual(['left', 'right']);
  });

  test('[CO8] an open conflict writes nothing', () => {
    const [, row] = rowsOf(smallPlan({ left: '1', right: '2', conflict: 'ask' }));
    expect(row).toMatchObject({ write: null, conflict: { decidedBy: null, winner: null } });
  });

  test('[CO4] a baseline without the field is none', () => {
    const [, row] = rowsOf(smallPlan({ left: '1', right: '2' }));
    const half = planOf(
      { mappings: [{ left: 'Phone', right: 'Tel' }] },
      {
        left: ['Id Email Phone', 'L1 a@acme.com 1'],
        right: ['Id Mail Tel', 'R1 a@acme.com 2'],
        links: [linkOf(['L1', 'R1'], { left: { Phone: '1' }, right: {} })],
      },
    );
    expect(rowsOf(half)[0]!.baseline).toBeNull();
    expect(rowsOf(half)[0]!.rule).toBe(row!.rule);
  });
});

test('[CO6] of a create, the values it writes and the side they come from', () => {
  const plan = planOf(
    {
      mappings: [
        { left: 'Email', right: 'Mail' },
        { left: 'Phone', right: 'Tel' },
      ],
    },
    { left: ['Id Email Phone', 'L1 a@acme.com ·'], right: ['Id Mail Tel', 'R1 b@acme.com 2'] },
  );
  expect(
    rowsOf(plan, 0).map(({ leftValue, rightValue, write, rule }) => [
      leftValue,
      rightValue,
      write?.to ?? '-',
      rule,
    ]),
  ).toEqual([
    ['a@acme.com', '', 'a@acme.com', 'CO6'],
    ['', '', '-', null],
  ]);
  expect(rowsOf(plan, 1).map(({ write }) => write)).toEqual([
    { side: 'left', from: null, to: 'b@acme.com', because: 'create' },
    { side: 'left', from: null, to: '2', because: 'create' },
  ]);
});

test('[EM1] of a pair out of scope nothing was decided', () => {
  const plan = planOf(
    { mappings: [{ left: 'Phone', right: 'Tel' }], requireValidEmail: { left: 'Email', right: 'Mail' } },
    { left: ['Id Email Phone', 'L1 odd@acme 1'], right: ['Id Mail Tel', 'R1 odd@acme 2'] },
  );
  expect(rowsOf(plan)[0]).toMatchObject({
    leftValue: '1',
    rightValue: '2',
    write: null,
    conflict: null,
    rule: null,
  });
});
