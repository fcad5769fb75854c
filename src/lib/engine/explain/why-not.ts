import type { LinkEvidence, RecordRef } from '../model/line.ts';
import { onBoth, type Both } from '../model/side.ts';
import type { PlanReader } from '../plan/lines/plan-reader.ts';
import type { Tools } from '../tools.ts';
import { compareFields, type FieldCompared } from './compare-fields.ts';
import { compareKeys, type KeyCompared } from './compare-keys.ts';
import { standingsOf, type Standing } from './obstacles.ts';

/** Why two records of a plan, one of each side, are linked or not (S160). */
export interface WhyNot {
  readonly records: Both<RecordRef>;
  /** Null where they are not linked with each other. */
  readonly linked: LinkEvidence | null;
  readonly keys: readonly KeyCompared[];
  /** Mapped fields that are no key. */
  readonly fields: readonly FieldCompared[];
  /** What stands between them, and what does not; none where they are linked. */
  readonly steps: readonly Standing[];
}

/** Asks a plan about two of its records, by their rows: nothing is worked out but what the plan itself was made of. */
export function whyNot(reader: PlanReader, rows: Both<number>, tools: Tools): WhyNot {
  const { plan } = reader;
  const keys = compareKeys(reader, rows, tools);
  const isLinked = plan.matching.matches.partner.left[rows.left] === rows.right;
  return {
    records: onBoth((side) => ({
      id: plan.records[side].id(rows[side]),
      row: plan.records[side].fileRows[rows[side]]!,
    })),
    linked: isLinked ? reader.evidence(rows) : null,
    keys,
    fields: compareFields(plan, rows, tools),
    steps: isLinked ? [] : standingsOf(reader, rows, keys),
  };
}
