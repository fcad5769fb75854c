import type { Counted, RecordAsked } from '../model/check.ts';
import { PLAN_FILTERS } from '../model/plan-filter.ts';
import { SIDES, type Both } from '../model/side.ts';
import { readDate } from '../read/date.ts';
import { Memo } from '../run/memo.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { failing } from '../scope/filtering.ts';
import { ALL_SUBJECTS } from '../plan/find/groups.ts';
import { filterSubjects } from '../plan/find/query.ts';
import type { PlanTraits } from '../plan/find/traits.ts';
import { subjectCount, subjectRows, type SyncPlan } from '../plan/sync-plan.ts';
import { writeMembers } from './write-members.ts';

/** The subjects of one sync that a check counts. */
export interface CountedSubjects {
  /** By subject 1 where it counts. */
  readonly members: Uint8Array;
  readonly number: number;
  /** S402. */
  readonly looked: number;
}

/** Counts in one sync, on the columns of its plan. `asOf`: the day the plan is made for, `YYYY-MM-DD`. */
export function* countCheck(
  plan: SyncPlan,
  counted: Counted,
  traits: PlanTraits,
  asOf: string,
  memo: Memo = new Memo(),
): Steps<CountedSubjects> {
  const day = readDate(asOf, 'ymd');
  if (day === null) throw new Error(`no day ${asOf}`);
  const looked = yield* recordsPass(plan, counted.where, day, memo);
  const filtered = yield* filterMembers(plan, counted, traits);
  if (counted.writes.length > 0) and(looked, filtered);
  const members = looked.slice();
  and(members, filtered);
  for (const asked of counted.writes) and(members, yield* writeMembers(plan, asked, traits));
  return { members, number: sum(members), looked: sum(looked) };
}

/** By subject 1 where its records pass every condition; one without a record on that side does not. */
function* recordsPass(
  plan: SyncPlan,
  where: readonly RecordAsked[],
  asOf: number,
  memo: Memo,
): Steps<Uint8Array> {
  const pass = new Uint8Array(subjectCount(plan)).fill(1);
  if (where.length === 0) return pass;
  const { sync, records, zones } = plan;
  const fails: { -readonly [side in keyof Both<unknown>]: Uint8Array | null } = { left: null, right: null };
  for (const side of SIDES) {
    const all = where.flatMap(({ side: own, ...condition }) => (own === side ? [condition] : []));
    if (all.length === 0) continue;
    const filters = { ...sync.filters, [side]: { any: [{ all }] } };
    fails[side] = yield* failing({ ...sync, filters }, side, records[side], asOf, zones, memo);
  }
  yield* inSlices('impact', pass.length, (from, to) => {
    for (let subject = from; subject < to; subject++) {
      const rows = subjectRows(plan, subject);
      for (const side of SIDES) {
        const failed = fails[side];
        if (failed !== null && (rows[side] < 0 || failed[rows[side]] === 1)) pass[subject] = 0;
      }
    }
  });
  return pass;
}

/** By subject 1 where it passes the plan's own filter. */
function* filterMembers(plan: SyncPlan, counted: Counted, traits: PlanTraits): Steps<Uint8Array> {
  const members = new Uint8Array(subjectCount(plan));
  if (counted.scope === 'all' && PLAN_FILTERS.every((list) => counted[list].length === 0))
    return members.fill(1);
  const { scope, outcomes, reasons, fields, linkedBy, directions } = counted;
  const filter = { ...ALL_SUBJECTS, scope, outcomes, reasons, fields, linkedBy, directions };
  const decisions = new Uint8Array(members.length);
  const on = { plan, traits, decisions, differing: null, changed: null, found: null };
  const { subjects } = yield* filterSubjects(on, filter);
  for (const subject of subjects) members[subject] = 1;
  return members;
}

function and(members: Uint8Array, others: Uint8Array): void {
  for (let at = 0; at < members.length; at++) members[at]! &= others[at]!;
}

const sum = (members: Uint8Array): number => members.reduce((all, is) => all + is, 0);
