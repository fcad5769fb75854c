import { describe, expect, test } from 'vitest';
import { reasonBit } from '../../../src/lib/engine/model/reason.ts';
import type { Side } from '../../../src/lib/engine/model/side.ts';
import type { ScopeRule } from '../../../src/lib/engine/scope/rule.ts';
import { loneExclusion, pairExclusion } from '../../../src/lib/engine/scope/scope.ts';
import { PlanReader, subjectCount } from '../../../src/lib/engine/index.ts';
import { planOf } from '../plan/plan-of.ts';

const NOBODY = { left: null, right: null };

/** A rule that a record of row 1 breaks and one of row 0 does not, on the sides named. */
function rule(change: Partial<ScopeRule>, ...sides: readonly Side[]): ScopeRule {
  const bits = Uint8Array.of(0, 1);
  return {
    reason: 'filtered',
    has: { left: sides.includes('left') ? bits : null, right: sides.includes('right') ? bits : null },
    pair: 'every',
    ofMissing: true,
    notBeside: [],
    field: NOBODY,
    ...change,
  };
}

/** The pairs of rows a rule keeps out, of `00 01 10 11`. */
const keptOut = (one: ScopeRule): string =>
  [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]
    .filter(
      ([left, right]) =>
        pairExclusion(
          { rules: [one], judged: NOBODY, wouldExclude: null, promoted: { left: null, right: null } },
          left!,
          right!,
        ) === reasonBit(one.reason),
    )
    .map((rows) => rows.join(''))
    .join(' ');

describe('a rule keeps a pair out', () => {
  test('[EM1] where every record it looks at has the reason', () => {
    expect(keptOut(rule({ pair: 'every' }, 'left', 'right'))).toBe('11');
    expect(keptOut(rule({ pair: 'every' }, 'left'))).toBe('10 11');
    expect(keptOut(rule({ pair: 'every' }, 'right'))).toBe('01 11');
    expect(keptOut(rule({ pair: 'every' }))).toBe('');
  });

  test('where one record has it', () => {
    expect(keptOut(rule({ pair: 'one' }, 'left', 'right'))).toBe('01 10 11');
    expect(keptOut(rule({ pair: 'one' }, 'right'))).toBe('01 11');
  });

  test('[PH5] never, where it is asked of lone records only', () => {
    expect(keptOut(rule({ pair: 'never' }, 'left', 'right'))).toBe('');
  });
});

describe('the reasons of a record alone', () => {
  const bits = (...codes: readonly Parameters<typeof reasonBit>[0][]): number =>
    codes.reduce((sum, code) => sum | reasonBit(code), 0);
  const scope = {
    judged: NOBODY,
    wouldExclude: null,
    promoted: { left: null, right: null },
    rules: [
      rule({ reason: 'direction-forbids-create', ofMissing: false }, 'right'),
      rule({ reason: 'filtered' }, 'left'),
      rule({ reason: 'denied' }, 'left', 'right'),
      rule({ reason: 'no-identifier', ofMissing: false, notBeside: ['filtered'] }, 'left', 'right'),
    ],
  };

  test('are all that apply, but those that do not stand beside another [S34]', () => {
    expect(loneExclusion(scope, 'left', 0, false)).toBe(0);
    expect(loneExclusion(scope, 'left', 1, false)).toBe(bits('filtered', 'denied'));
    expect(loneExclusion(scope, 'right', 1, false)).toBe(
      bits('direction-forbids-create', 'denied', 'no-identifier'),
    );
  });

  test('[S46] of one whose counterpart is missing are those that do not ask for a create', () => {
    expect(loneExclusion(scope, 'right', 1, true)).toBe(bits('denied'));
  });
});

/** Outcome and reasons of every subject, in plan order. */
function subjects(plan: ReturnType<typeof planOf>): string[] {
  const reader = new PlanReader(plan);
  return Array.from({ length: subjectCount(plan) }, (_, subject) => {
    const { left, right, outcome, reasons } = reader.line(subject);
    const told = reasons.map(({ code, side, field, value }) =>
      [code, side, ...(field === undefined ? [] : [`${field}=${String(value)}`])].join(' '),
    );
    return [`${left?.id ?? '·'} ${right?.id ?? '·'} ${outcome}`, ...told].join(', ');
  });
}

describe('a contacts sync', () => {
  const tables = {
    left: ['Id Email', 'L1 anna@acme.com', 'L2 odd@acme', 'L3 bad@acme', 'L4 ·'],
    right: ['Id Mail', 'R1 anna@acme.com', 'R2 odd@acme', 'R3 worse@acme', 'R4 new@acme.com'],
  };
  const mappings = [{ left: 'Email', right: 'Mail' }];
  const strict = { mappings, requireValidEmail: { left: 'Email', right: 'Mail' } };

  test('[EM1] two-way: who has no valid e-mail is out, with the values looked at', () => {
    expect(subjects(planOf(strict, tables))).toEqual([
      'L1 R1 in-sync',
      'L2 R2 excluded, no-valid-email left Email=odd@acme, no-valid-email right Mail=odd@acme',
      'L3 · excluded, no-valid-email left Email=bad@acme',
      'L4 · excluded, no-valid-email left Email=',
      '· R3 excluded, no-valid-email right Mail=worse@acme',
      '· R4 create',
    ]);
  });

  test("[S52] one-way: the source's e-mail counts, and nothing is created on it [PH5]", () => {
    expect(subjects(planOf({ ...strict, direction: 'left-to-right' }, tables))).toEqual([
      'L1 R1 in-sync',
      'L2 R2 excluded, no-valid-email left Email=odd@acme',
      'L3 · excluded, no-valid-email left Email=bad@acme',
      'L4 · excluded, no-valid-email left Email=',
      '· R3 excluded, direction-forbids-create right',
      '· R4 excluded, direction-forbids-create right',
    ]);
  });

  test('[MA11] without the demand, who has no key is out or created as the design says', () => {
    const free = { mappings };
    expect(subjects(planOf(free, tables)).slice(2, 4)).toEqual([
      'L3 · create',
      'L4 · excluded, no-identifier left',
    ]);
    const created = {
      ...free,
      matching: { identifiers: { email: { left: 'Email', right: 'Mail' } }, noKey: 'create' },
    };
    expect(subjects(planOf(created, tables)).slice(2, 4)).toEqual(['L3 · create', 'L4 · create']);
  });
});
