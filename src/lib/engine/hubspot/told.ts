import { OUTCOMES, type Outcome } from '../model/outcome.ts';
import { onBoth, type Both } from '../model/side.ts';
import { subjectOf, subjectRows } from '../plan/sync-plan.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { HUBSPOT_CLASSES, type HubSpotClass } from './classes.ts';
import type { HubSpotSync } from './compare.ts';

/** A subject of HubSpot's plan, and what becomes of its records in either plan. */
export interface HubSpotSubject extends Both<string | null> {
  /** Outcomes in the own plan; null where there is no record. */
  readonly own: Both<Outcome | null>;
  readonly hubspot: Outcome;
}

export function hubspotSubject({ own, plan }: HubSpotSync, subject: number): HubSpotSubject {
  const rows = subjectRows(plan, subject);
  const ids = onBoth((side) => (rows[side] < 0 ? null : plan.records[side].id(rows[side])));
  const before = onBoth((side) =>
    rows[side] < 0 ? null : OUTCOMES[own.outcomes[subjectOf(own, side, rows[side])]!]!,
  );
  return { ...ids, own: before, hubspot: OUTCOMES[plan.outcomes[subject]!]! };
}

/** The subjects of a class, in the order of HubSpot's plan. */
export function* subjectsOfClass({ classes }: HubSpotSync, is: HubSpotClass): Steps<Uint32Array> {
  const at = HUBSPOT_CLASSES.indexOf(is);
  const found: number[] = [];
  yield* inSlices('impact', classes.length, (from, to) => {
    for (let subject = from; subject < to; subject++) if (classes[subject] === at) found.push(subject);
  });
  return Uint32Array.from(found);
}
