import { describe, expect, test } from 'vitest';
import { PlanReader, fieldRows, subjectCount, traceSubject } from '../../../../src/lib/engine/index.ts';
import { conflictOf } from '../../../../src/lib/engine/merge/verdict.ts';
import { REASONS, type ReasonCode } from '../../../../src/lib/engine/model/reason.ts';
import { randomWorld } from '../../../reference/random-world.ts';
import { enginePlanner } from '../../../reference/engine-plan.ts';
import { smallPlan } from './small-plan.ts';

const WORLDS = Array.from({ length: 200 }, (_, seed) => enginePlanner(randomWorld(seed + 1)));

const MAY_NAME_A_RULE: readonly ReasonCode[] = ['required-blank', 'counterpart-deleted'];

/** Of a hand-over: what they name where it was a delete, the counterpart it follows, and where it was anything else (S469). */
const HANDED_OVER: Partial<Record<ReasonCode, { readonly removal: string[]; readonly other: string[] }>> = {
  'not-taken': { removal: ['ids'], other: ['field', 'value'] },
  'not-read-back': { removal: ['ids'], other: ['field', 'value'] },
  'refused-by-app': { removal: ['value', 'ids'], other: ['value'] },
};

describe('the trace of a record', () => {
  test('says what was read, every key tried, every reason and field, and ends in the outcome', () => {
    let subjects = 0;
    for (const { plan } of WORLDS) {
      for (const sync of plan.syncs) {
        const reader = new PlanReader(sync);
        for (let subject = 0; subject < subjectCount(sync); subject++) {
          const line = reader.line(subject);
          const steps = traceSubject(reader, subject);
          expect(steps.at(-1)).toEqual({ rule: 'PH9', code: 'outcome', outcome: line.outcome });
          const read = steps.filter((step) => step.code === 'read').map((step) => step.id);
          expect(read).toEqual([line.left, line.right].flatMap((ref) => (ref === null ? [] : [ref.id])));
          const reasons = steps.flatMap((step) => ('reason' in step ? [step.reason] : []));
          expect([...reasons].map((reason) => JSON.stringify(reason)).sort()).toEqual(
            line.reasons.map((reason) => JSON.stringify(reason)).sort(),
          );
          for (const step of steps) {
            if ('reason' in step) expect(step.rule).toBe(REASONS[step.reason.code].rule);
          }
          const rules = fieldRows(reader, subject).map(({ rule }) => rule);
          if (line.link !== null && line.outcome !== 'excluded') {
            const fields = steps.filter((step) => step.code === 'field');
            expect(fields.map(({ rule }) => rule)).toEqual(rules);
            const listed = fields
              .filter(({ verdict }) => conflictOf(verdict) !== null)
              .map(({ left }) => left);
            expect(listed).toEqual(line.conflicts.map(({ left }) => left));
          } else {
            const created = line.outcome === 'create' ? line.writes.length : 0;
            expect(rules.filter((rule) => rule === 'CO6').length).toBe(created);
            expect(rules.filter((rule) => rule !== 'CO6' && rule !== null)).toEqual([]);
          }
          subjects++;
        }
      }
    }
    expect(subjects).toBeGreaterThan(1500);
  });

  test('[FORMATS] a reason names the members its code has, no other', () => {
    for (const { lines } of WORLDS) {
      for (const line of lines) {
        for (const { code, side, more, ...named } of line.reasons) {
          const ofCreate = code === 'not-taken' && line.outcome === 'create';
          // A rule is named only where one says so: a condition that requires the field (S110), a direction (S133).
          const unruled = named.rule === undefined && MAY_NAME_A_RULE.includes(code);
          // A field only where it changed since (S136).
          const unchanged = code === 'counterpart-deleted' && named.field === undefined;
          const ofRemoval = line.link === null && line.outcome !== 'create';
          const handedOver = HANDED_OVER[code]?.[ofRemoval ? 'removal' : 'other'];
          const names = ofCreate
            ? []
            : (handedOver ?? REASONS[code].names)
                .filter((name) => !unruled || name !== 'rule')
                .filter((name) => !unchanged || name !== 'field');
          expect(Object.keys(named), `${code} on the ${side}`).toEqual(names);
          if (more !== undefined) expect(named.ids).toHaveLength(20);
        }
      }
    }
  });
});

/** The rule a pair's field shows: in the trace and in the table of fields. */
function ruleShown(change: Parameters<typeof smallPlan>[0]): string {
  const reader = new PlanReader(smallPlan(change));
  const traced = traceSubject(reader, 0).flatMap((step) => (step.code === 'field' ? [step.rule] : []));
  const rows = fieldRows(reader, 0).map(({ rule }) => rule);
  expect(traced).toEqual(rows);
  return rows[1]!;
}

describe('the rule that is shown is the rule that decided', () => {
  test("[DI1] a value that may not travel is no blank of the winner's", () => {
    expect(ruleShown({ left: '111', right: '', direction: 'right-to-left' })).toBe('DI1');
    expect(ruleShown({ left: '', right: '111', direction: 'left-to-right' })).toBe('CO2');
  });

  test('[CO3] a first match', () => {
    expect(ruleShown({ left: '111', right: '222' })).toBe('CO3');
    expect(ruleShown({ left: '111', right: '' })).toBe('CO3');
    expect(ruleShown({ left: '111', right: '222', conflict: 'fill-blank' })).toBe('CO1');
    expect(ruleShown({ left: '111', right: '222', conflict: 'ask' })).toBe('CO8');
    expect(ruleShown({ left: '111', right: '222', direction: 'right-to-left' })).toBe('DI3');
    expect(ruleShown({ left: '111', right: '111' })).toBe('CO5');
  });

  test('[CO4] with a baseline', () => {
    const before = ['111', '111'] as const;
    expect(ruleShown({ left: '222', right: '111', before })).toBe('CO4');
    expect(ruleShown({ left: '222', right: '333', before })).toBe('CO4');
    expect(ruleShown({ left: '111', right: '222', before, direction: 'left-to-right' })).toBe('DI1');
  });

  test("[CO8] a person's decision, first match or not", () => {
    const take = 'right' as const;
    expect(ruleShown({ left: '111', right: '222', take })).toBe('CO8');
    expect(ruleShown({ left: '222', right: '333', before: ['111', '111'], take })).toBe('CO8');
    expect(ruleShown({ left: '111', right: '222', take, direction: 'left-to-right' })).toBe('DI3');
  });
});
