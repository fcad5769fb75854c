import { describe, expect, test } from 'vitest';
import { PlanReader, subjectCount, type SyncPlan } from '../../../src/lib/engine/index.ts';
import { actOn } from '../../../src/lib/engine/model/act.ts';
import { SIDES } from '../../../src/lib/engine/model/side.ts';
import { linkOf, planOf, type Tables } from './plan-of.ts';

/** `ids outcome: act on the left / act on the right: reasons` of every subject. */
function told(plan: SyncPlan): string[] {
  const reader = new PlanReader(plan);
  return Array.from({ length: subjectCount(plan) }, (_, subject) => {
    const { left, right, outcome, reasons } = reader.line(subject);
    const acts = SIDES.map((side) => actOn(plan.acts[subject]!, side)).join('/');
    const why = reasons
      .map(({ code, field }) => (field === undefined ? code : `${code} ${field}`))
      .join(', ');
    return `${left?.id ?? '·'} ${right?.id ?? '·'} ${outcome} ${acts}${why === '' ? '' : ` (${why})`}`;
  });
}

const KEY = { left: 'Email', right: 'Mail' };
const TEL = { left: 'Phone', right: 'Tel' };

describe('what becomes of a pair', () => {
  const tables: Tables = {
    left: ['Id Email Phone', 'L1 a@acme.com 1', 'L2 b@acme.com 1', 'L3 c@acme.com ·', 'L4 d@acme.com 12345'],
    right: ['Id Mail Tel', 'R1 a@acme.com 1', 'R2 b@acme.com 2', 'R3 c@acme.com 2', 'R4 d@acme.com ·'],
  };

  test('[PH9] one action a pair, and what is done on either side', () => {
    expect(told(planOf({ mappings: [KEY, TEL] }, tables))).toEqual([
      'L1 R1 in-sync none/none',
      'L2 R2 update none/update',
      'L3 R3 update update/none',
      'L4 R4 update none/update',
    ]);
  });

  test('[CO8] an open field does not keep the others from being written', () => {
    const both = {
      mappings: [
        { ...KEY, rewriteForm: true },
        { ...TEL, conflict: 'ask' },
      ],
    };
    const shouting = { ...tables, right: tables.right.map((row) => row.replace('b@acme.com', 'B@acme.com')) };
    expect(told(planOf(both, tables))[1]).toBe('L2 R2 conflict none/none');
    expect(told(planOf(both, shouting))[1]).toBe('L2 R2 conflict none/update');
  });

  test('[FM9] a pair with a value that would be refused writes nothing', () => {
    const schema = { right: { fields: [{ name: 'Tel', type: 'text', maxLength: 3 }] } };
    expect(told(planOf({ schema, mappings: [KEY, TEL] }, tables))).toEqual([
      'L1 R1 in-sync none/none',
      'L2 R2 update none/update',
      'L3 R3 update update/none',
      'L4 R4 failing none/none (too-long Tel)',
    ]);
  });
});

describe('what becomes of a record alone', () => {
  test('[MA6][MA8] created, a duplicate, or ambiguous', () => {
    const name = { left: 'Name', right: 'Called', normalize: ['name'] };
    const matching = {
      method: 'keys',
      keys: [{ fields: [{ left: 'Email', right: 'Mail', normalize: ['email'] }] }, { fields: [name] }],
    };
    const plan = planOf(
      {
        kind: 'custom',
        matching,
        requireValidEmail: null,
        mappings: [KEY, { left: 'Name', right: 'Called' }],
      },
      {
        left: [
          'Id Email Name',
          'L1 a@acme.com Anna',
          'L2 a@acme.com Anna',
          'L3 b@acme.com Cleo',
          'L4 d@acme.com Dan',
        ],
        right: ['Id Mail Called', 'R1 a@acme.com Anna', 'R2 b@acme.com Bo', 'R3 c@acme.com Cleo'],
      },
    );
    expect(told(plan)).toEqual([
      'L1 R1 in-sync none/none',
      'L2 · duplicate none/none (duplicate-key)',
      'L3 · ambiguous none/none (ambiguous-match)',
      'L4 · create none/create',
      '· R2 ambiguous none/none (ambiguous-match)',
      '· R3 ambiguous none/none (ambiguous-match)',
    ]);
  });

  test('[FM9] a create that would be refused is none', () => {
    const schema = { right: { fields: [{ name: 'Tel', type: 'text', required: true }] } };
    const plan = planOf(
      { schema, mappings: [KEY, TEL] },
      {
        left: ['Id Email Phone', 'L1 a@acme.com ·', 'L2 b@acme.com 2'],
        right: ['Id Mail Tel', 'R1 z@acme.com 1'],
      },
    );
    expect(told(plan)).toEqual([
      'L1 · failing none/none (required-blank Tel)',
      'L2 · create none/create',
      '· R1 create create/none',
    ]);
  });

  test('[S46] a record whose counterpart is in no file is never a delete', () => {
    const plan = planOf(
      { mappings: [KEY], requireValidEmail: { left: 'Email', right: 'Mail' } },
      {
        left: ['Id Email', 'L1 a@acme.com', 'L2 odd'],
        right: ['Id Mail', 'R9 z@acme.com'],
        links: [linkOf(['L1', 'R1'], { left: {}, right: {} }), linkOf(['L2', 'R2'], { left: {}, right: {} })],
      },
    );
    expect(told(plan)).toEqual([
      'L1 · excluded none/none (not-in-this-export)',
      'L2 · excluded none/none (no-valid-email Email, not-in-this-export)',
      '· R9 create create/none',
    ]);
  });
});
