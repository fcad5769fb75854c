import {
  rehearse,
  subjectOf,
  type PlanInput,
  type RecordRounds,
  type Side,
  type Steps,
  type Tools,
} from '../../src/lib/engine/index.ts';
import type { ListedRecord, Rounds, RoundsAsked } from '../../src/lib/conversation/index.ts';
import { handedByFiles } from '../../src/lib/formats/index.ts';
import type { PlannedSubjects } from './planned-subjects.ts';
import { recordOf } from './since.ts';

/** The plan on the desk carried out on copies and planned again, with the hand-over its change files make (S151). */
export function* roundsOf(
  input: PlanInput,
  asked: RoundsAsked,
  subjects: ReadonlyMap<string, PlannedSubjects>,
  tools: Tools,
): Steps<Rounds> {
  const { rounds, settled, fields, bred } = yield* rehearse(
    { ...input, ...asked, hand: (plan) => handedByFiles(plan.design, plan.syncs, (line) => line) },
    tools,
  );
  const of = (sync: string): PlannedSubjects => {
    const own = subjects.get(sync);
    if (own === undefined) throw new Error(`no sync ${sync}`);
    return own;
  };
  return {
    ...{ asked, rounds, settled },
    fields: fields.map((field) => ({
      ...field,
      records: field.records.flatMap((record) => {
        const known = idOf(record);
        return known === null
          ? []
          : [{ ...listed(of(field.sync), known.side, known.id), steps: record.steps }];
      }),
    })),
    bred: bred.map((one) => ({
      ...one,
      records: one.records.map(({ side, id }) => listed(of(one.sync), side, id)),
    })),
  };
}

/** The record by a side on which it stood before the rehearsal; null where it stood on none. */
function idOf({ left, right }: RecordRounds): { readonly side: Side; readonly id: string } | null {
  if (left !== null) return { side: 'left', id: left };
  return right === null ? null : { side: 'right', id: right };
}

function listed(subjects: PlannedSubjects, side: Side, id: string): ListedRecord {
  const { plan } = subjects;
  return recordOf(subjects, subjectOf(plan, side, plan.records[side].rowOf(id)), side);
}
