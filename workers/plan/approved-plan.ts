import {
  canonicalJson,
  drain,
  isOff,
  lineAct,
  onBoth,
  partMeasures,
  SIDES,
  subjectCount,
  subjectOf,
  subjectRows,
  textAt,
  type ApprovalRule,
  type Both,
  type Going,
  type GuardMeasure,
  type Plan,
  type PlanAbout,
  type PlanLine,
  type Side,
  type Steps,
  type SyncDesign,
  type SyncPlan,
} from '../../src/lib/engine/index.ts';
import type { Basis, PushItem } from '../../src/lib/push/index.ts';
import type { PlanContext } from '../common/plan-context.ts';
import { hashesOf } from '../keep/kept-set.ts';
import { goingOut } from './change-output.ts';
import type { PlanOnDesk } from './kept-plans.ts';

/** Lines between two looks at the port. */
const LINES = 128;

/** What a push needs of the plan on the desk: the approved lines and what they were made from. */
export interface ApprovedPlan {
  readonly number: number;
  readonly basis: Basis;
  /** What the plan would be made from now (push protocol 1). */
  readonly now: Basis;
  readonly design: SyncDesign;
  readonly lines: readonly PlanLine[];
  /** The rule that approves each of the lines; null: a person does (S406). */
  readonly rules: readonly (ApprovalRule | null)[];
  /** Names of the records of the lines, in their order. */
  readonly names: readonly string[];
  /** Texts of the mapped fields of records that are deleted, by their lines. */
  readonly found: ReadonlyMap<PlanLine, ReadonlyMap<string, string>>;
  /** What the guards measured of the plan (S415). */
  readonly guards: readonly GuardMeasure[];
  /** What those that measure writes say of these alone (S416). */
  readonly guardsOf: (writes: readonly Written[]) => readonly GuardMeasure[];
  /** Linked pairs by sync, and the records the plan was made from. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly records: ReadonlyMap<string, Both<number>>;
  /** What was planned of each sync. */
  readonly syncs: ReadonlyMap<string, SyncPlan>;
}

/** What a plan of this context is made from. */
export function basisOf(context: PlanContext, { asOf, designHash, planKey }: PlanAbout): Basis {
  const { tools, design, inputs, baselineHash } = context;
  const filters = design.syncs.map(({ id, filters: own, complete }) => [id, own, complete ?? null]);
  return {
    plan: planKey,
    design: designHash,
    inputs: new Map(inputs.map((input) => [`${input.side} ${input.sync}`, hashesOf(input)])),
    baseline: baselineHash,
    filter: tools.sha256(tools.encode(canonicalJson(filters))),
    asOf,
  };
}

export function* approvedPlan(
  { plan, desks, summary, basis }: PlanOnDesk,
  about: { readonly number: number; readonly now: Basis },
): Steps<ApprovedPlan> {
  const lines: PlanLine[] = [];
  const names: string[] = [];
  const found = new Map<PlanLine, ReadonlyMap<string, string>>();
  const rules: (ApprovalRule | null)[] = [];
  const chosen = [...desks.values()].map((desk) => ({ desk, subjects: goingOut(desk, true) }));
  const total = chosen.reduce((sum, { subjects }) => sum + subjects.length, 0);
  for (const { desk, subjects } of chosen) {
    const { reader, names: read } = desk.subjects;
    for (const subject of subjects) {
      const line = desk.going(reader.line(subject), subject);
      const rows = subjectRows(desk.subjects.plan, subject);
      lines.push(line);
      rules.push(desk.ruleOf(subject));
      const deleted = SIDES.find((side) => lineAct(line, side) === 'delete');
      if (deleted !== undefined) found.set(line, textsOf(desk.subjects.plan, deleted, rows[deleted]));
      names.push(rows.left >= 0 ? read.left.name(rows.left) : read.right.name(rows.right));
      if (lines.length % LINES === 0) yield { what: 'plan-lines', done: lines.length, total };
    }
  }
  return {
    ...about,
    basis,
    design: plan.design,
    lines,
    rules,
    names,
    found,
    guards: summary.guards,
    guardsOf: (writes) => guardsOf(plan, writes, (sync) => desks.get(sync)!.withheld),
    pairs: new Map(plan.syncs.map((sync) => [sync.sync.id, sync.pairs.left.length])),
    records: new Map(plan.syncs.map(({ sync, records }) => [sync.id, onBoth((side) => records[side].count)])),
    syncs: new Map(plan.syncs.map((sync) => [sync.sync.id, sync])),
  };
}

/** What a record says in the fields that its sync reads. */
function textsOf({ mappings, records }: SyncPlan, side: Side, row: number): ReadonlyMap<string, string> {
  const fields = new Set(mappings.flatMap((on) => on.fields[side]));
  return new Map([...fields].map((field) => [field, textAt(records[side].column(field), row)]));
}

/** A write of a record of a line on a side. */
type Written = Pick<PushItem, 'sync' | 'side' | 'subject'>;

function guardsOf(
  { design, syncs }: Plan,
  writes: readonly Written[],
  withheldOf: (sync: string) => Going['withheld'],
): readonly GuardMeasure[] {
  return syncs.flatMap((plan) => {
    if (isOff(plan.sync)) return [];
    const sides = onBoth(() => new Uint8Array(subjectCount(plan)));
    const going: Going = { ...sides, withheld: withheldOf(plan.sync.id) };
    for (const { sync, side, subject: ids } of writes) {
      if (sync !== plan.sync.id) continue;
      const own: Side = ids.left === null ? 'right' : 'left';
      const row = plan.records[own].rowOf(ids[own] ?? '');
      if (row >= 0) going[side][subjectOf(plan, own, row)] = 1;
    }
    return drain(partMeasures(design.guards, plan, going));
  });
}
