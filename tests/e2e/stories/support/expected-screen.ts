import { expect } from 'vitest';
import { OUTCOMES, type Both, type Side } from '../../../../src/lib/engine/index.ts';
import { outcomeName } from '../../../../src/lib/ui/plan/facets-told.ts';
import { said } from '../../../support/english.ts';
import type { PlanNumbers } from './plan-numbers.ts';

/** What the strip must show: Delete only where there is one. */
export const expectedStrip = (counts: PlanNumbers['subjects']): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([outcome, many]) => outcome !== 'delete' || many > 0));

/** What the plan's screen must show of a sync, with nothing decided and every record in the list; Delete as in the strip. */
export function expectedPlan(all: readonly PlanNumbers[], one: PlanNumbers) {
  const shown = OUTCOMES.filter((outcome) => outcome !== 'delete' || one.subjects.delete > 0);
  const cells = shown.map(
    (outcome) => [outcomeName(outcome, said('terms')), both((side) => one.records[side][outcome])] as const,
  );
  const read = both((side) => one.records[side].read);
  return {
    tabs: all.map(({ total }) => total),
    scopes: { 'Would be written': one.written, 'Needs a person': one.needsPerson, All: one.total },
    facets: expect.objectContaining({
      Outcome: Object.fromEntries(
        shown.map((outcome) => [outcomeName(outcome, said('terms')), one.subjects[outcome]]),
      ),
      Decision: { Approved: 0, Held: 0, Rejected: 0, Undecided: one.written },
    }) as unknown,
    picture: { ...Object.fromEntries(cells), 'All, as read': read, 'Writes planned here': one.writes },
    drawn: {
      read: [read.left, read.right],
      sums: [read.left, read.right],
      cells: Object.fromEntries(cells),
      says: 'adds up on both sides',
    },
    bulk: one.total,
    bulkSays: one.written === 0 ? 'nothing to decide' : `0 yes · 0 held · ${String(one.written)} to decide`,
    rows: one.total,
  };
}

const both = <T>(of: (side: Side) => T): Both<T> => ({ left: of('left'), right: of('right') });
