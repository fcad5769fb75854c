import {
  causeOfReason,
  changedAt,
  modifiedField,
  OUTCOMES,
  otherSide,
  recordAt,
  recordsOf,
  REASONS,
  SIDES,
  structuralFailures,
  subjectRows,
  textAt,
  type Plan,
  type Reason,
  type Steps,
  type ToldFailures,
  type Tools,
} from '../../src/lib/engine/index.ts';
import type { Health, HealthFilter, HealthRow, HealthView } from '../../src/lib/conversation/index.ts';
import type { PlanOnDesk } from './kept-plans.ts';
import type { PlannedSubjects } from './planned-subjects.ts';

/** Milliseconds of a day. */
const DAY = 86_400_000;

/** Why the records of a plan fail, sync by sync (HE5). */
export function* healthOf({ desks, summary }: Pick<PlanOnDesk, 'desks' | 'summary'>): Steps<Health> {
  const failures: Record<string, ToldFailures> = {};
  for (const [id, desk] of desks) {
    const { told } = yield* desk.workOutFailures();
    failures[id] = { ...told, structural: structuralFailures(summary.inputs, id) };
  }
  return { planKey: summary.planKey, failures };
}

/** Records of a sync that pass, by their numbers. */
interface Listed {
  readonly subjects: PlannedSubjects;
  readonly numbers: Uint32Array;
}

/** A list of records over all syncs of a plan (HE1): a number a record, everything else is read again when a row is shown. */
export class ListedRecords {
  readonly of: Plan;
  readonly view: HealthView;
  readonly #lists: readonly Listed[];

  constructor(of: Plan, lists: readonly Listed[], undated: boolean) {
    this.of = of;
    this.#lists = lists;
    this.view = { total: lists.reduce((sum, { numbers }) => sum + numbers.length, 0), undated };
  }

  rows(from: number, to: number): HealthRow[] {
    const rows: HealthRow[] = [];
    let first = 0;
    for (const { subjects, numbers } of this.#lists) {
      const own = numbers.subarray(Math.max(0, from - first), Math.max(0, to - first));
      for (const number of own) rows.push(rowOf(subjects, number));
      first += numbers.length;
    }
    return rows;
  }
}

/** Lists the records that pass a filter, in processing order of the syncs. */
export function* listRecords(
  { plan, desks, about }: Pick<PlanOnDesk, 'plan' | 'desks' | 'about'>,
  filter: HealthFilter,
  tools: Tools,
): Steps<ListedRecords> {
  const { sync, side, outcomes, days } = filter;
  const since = days === null ? null : Date.parse(`${about.asOf}T00:00:00Z`) - (days - 1) * DAY;
  const lists: Listed[] = [];
  let undated = false;
  for (const [id, { subjects }] of desks) {
    if (sync !== null && sync !== id) continue;
    const sides = side === null ? SIDES : [side];
    undated ||= sides.some((one) => modifiedField(subjects.plan, one) === null);
    const changed = since === null ? { left: null, right: null } : yield* changedAt(subjects.plan, tools);
    const numbers = yield* recordsOf(subjects.plan, { outcomes, side, since }, changed);
    lists.push({ subjects, numbers });
  }
  return new ListedRecords(plan, lists, undated);
}

function rowOf({ plan, reader, names }: PlannedSubjects, number: number): HealthRow {
  const { subject, side } = recordAt(number);
  const rows = subjectRows(plan, subject);
  const row = rows[side];
  const far = rows[otherSide(side)];
  const outcome = OUTCOMES[plan.outcomes[subject]!]!;
  const { reasons } = reader.line(subject);
  const reason = firstOf(reasons, outcome === 'failing');
  const field = modifiedField(plan, side);
  const changed = field === null ? '' : textAt(plan.records[side].column(field), row);
  return {
    subject,
    sync: plan.sync.id,
    side,
    id: plan.records[side].id(row),
    name: names[side].name(row),
    outcome,
    reason,
    category: reason === null || outcome !== 'failing' ? null : (causeOfReason(reason)?.category ?? null),
    changed: changed === '' ? null : changed,
    counterpart: far < 0 ? null : plan.records[otherSide(side)].id(far),
  };
}

/** Of a failing record what makes it fail, before what is only said of it. */
function firstOf(reasons: readonly Reason[], fails: boolean): Reason | null {
  const first = fails ? reasons.find(({ code }) => REASONS[code].group === 'refusal') : undefined;
  return first ?? reasons[0] ?? null;
}
