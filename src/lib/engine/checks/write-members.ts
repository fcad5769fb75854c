import { writeOf } from '../merge/verdict.ts';
import type { WriteAsked } from '../model/check.ts';
import { actBits, actOn } from '../model/act.ts';
import { SIDES, otherSide, type Side } from '../model/side.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import type { PlanTraits } from '../plan/find/traits.ts';
import { firstLone, pairCount, subjectCount, type SyncPlan } from '../plan/sync-plan.ts';
import { writeTest, type WriteTest } from './write-test.ts';

/** S401: by subject 1 where one of its writes is what is asked for. */
export function* writeMembers(plan: SyncPlan, asked: WriteAsked, traits: PlanTraits): Steps<Uint8Array> {
  const members = new Uint8Array(subjectCount(plan));
  const sides = SIDES.filter((side) => asked.side === null || asked.side === side);
  if (asked.field === null && asked.change === 'any') yield* acting(plan, sides, members);
  else if (asked.change === 'created-blank') yield* createdBlank(plan, asked.field, sides, traits, members);
  else yield* writing(plan, asked, sides, traits, members);
  return members;
}

/** Whatever is done with a subject is a write, also one of no field. */
function* acting({ acts }: SyncPlan, sides: readonly Side[], members: Uint8Array): Steps<void> {
  yield* inSlices('impact', acts.length, (from, to) => {
    for (let subject = from; subject < to; subject++)
      if (sides.some((side) => actOn(acts[subject]!, side) !== 'none')) members[subject] = 1;
  });
}

const mappingsOf = ({ mappings }: SyncPlan, field: string | null): readonly number[] =>
  mappings.flatMap(({ mapping }, position) => (field === null || mapping.left === field ? [position] : []));

/** Created without a value of any mapping of this field. */
function* createdBlank(
  plan: SyncPlan,
  field: string | null,
  sides: readonly Side[],
  { fields }: PlanTraits,
  members: Uint8Array,
): Steps<void> {
  const own = mappingsOf(plan, field);
  for (const target of sides) {
    const create = actBits(target, 'create');
    const source = otherSide(target);
    const first = firstLone(plan, source);
    yield* inSlices('impact', plan.lone[source].length, (from, to) => {
      for (let subject = first + from; subject < first + to; subject++) {
        if (plan.acts[subject] !== create) continue;
        if (!own.some((position) => hasBit(fields, position, subject))) members[subject] = 1;
      }
    });
  }
}

const hasBit = (fields: readonly Uint32Array[], position: number, subject: number): boolean =>
  ((fields[position >> 5]![subject]! >>> (position & 31)) & 1) === 1;

function* writing(
  plan: SyncPlan,
  asked: WriteAsked,
  sides: readonly Side[],
  { fields }: PlanTraits,
  members: Uint8Array,
): Steps<void> {
  for (const position of mappingsOf(plan, asked.field)) {
    for (const side of sides) {
      const test = writeTest(asked, plan.mappings[position]!, side);
      yield* pairs(plan, position, side, test, members);
      const [source, create] = [otherSide(side), actBits(side, 'create')];
      const first = firstLone(plan, source);
      const rows = plan.lone[source];
      yield* inSlices('impact', rows.length, (from, to) => {
        for (let at = from; at < to; at++) {
          const subject = first + at;
          if (plan.acts[subject] !== create || !hasBit(fields, position, subject)) continue;
          if (test.ofCreate(rows[at]!)) members[subject] = 1;
        }
      });
    }
  }
}

function* pairs(
  plan: SyncPlan,
  position: number,
  side: Side,
  { ofPair }: WriteTest,
  members: Uint8Array,
): Steps<void> {
  const { left, right } = plan.pairs;
  const verdicts = plan.verdicts[position]!;
  const writes = plan.verdictList.map((verdict) => writeOf(verdict)?.side === side);
  yield* inSlices('impact', pairCount(plan), (from, to) => {
    for (let pair = from; pair < to; pair++) {
      if (plan.acts[pair] === 0 || !writes[verdicts[pair]!]! || members[pair] === 1) continue;
      if (ofPair(left[pair]!, right[pair]!)) members[pair] = 1;
    }
  });
}
