import {
  SIDES,
  findRecords,
  onBoth,
  otherSide,
  subjectOf,
  tryChanges,
  whyNot,
  type Both,
  type Memo,
  type Plan,
  type PlanInput,
  type Side,
  type Steps,
  type Tools,
  type TriedChanges,
  type WhyNot,
} from '../../src/lib/engine/index.ts';
import type { AskedRecord, FoundRecords, WhyTold } from '../../src/lib/conversation/index.ts';
import { zoneOf } from '../../src/lib/tools/zone.ts';
import type { PlannedSubjects } from './planned-subjects.ts';

/** Records that are listed to pick from. */
const MOST = 20;

/** The rows of two records; null where the files have no such one. */
export function rowsOfPair({ plan }: PlannedSubjects, ids: Both<string>): Both<number> | null {
  const rows = onBoth((side) => plan.records[side].rowOf(ids[side]));
  return SIDES.every((side) => rows[side] >= 0) ? rows : null;
}

/** Why two records are not linked, with the names of all who are spoken of. */
export function whyTold(subjects: PlannedSubjects, rows: Both<number>, tools: Tools): WhyTold {
  const why = whyNot(subjects.reader, rows, tools);
  const named = spokenOf(why);
  return {
    sync: subjects.plan.sync.id,
    why,
    records: onBoth((side) => recordOf(subjects, side, rows[side])),
    names: onBoth((side) => namesOf(subjects, side, named[side])),
  };
}

/** Records with these words in their name or id; without a word those the keys of the record beside them find. */
export function recordsWith(
  subjects: PlannedSubjects,
  side: Side,
  text: string,
  beside: string | null,
): FoundRecords {
  const { plan } = subjects;
  const rows = text.trim() === '' ? foundBy(subjects, side, beside) : findRecords(plan, side, text);
  return {
    records: [...rows.slice(0, MOST)].map((row) => recordOf(subjects, side, row)),
    total: rows.length,
  };
}

/** What the two could be linked by. */
export function whatWould(
  subjects: PlannedSubjects,
  rows: Both<number>,
  { plan, input, json, tools, memo }: Asking,
): Steps<TriedChanges> {
  const why = whyNot(subjects.reader, rows, tools);
  const { id } = subjects.plan.sync;
  return tryChanges({ plan, sync: id, rows, why, input, json, zones: { zone: zoneOf } }, tools, memo);
}

interface Asking {
  readonly plan: Plan;
  readonly input: PlanInput;
  /** The design the plan was made with, as a file. */
  readonly json: unknown;
  readonly tools: Tools;
  readonly memo: Memo;
}

function recordOf({ plan, reader, names }: PlannedSubjects, side: Side, row: number): AskedRecord {
  const { outcome, reasons } = reader.line(subjectOf(plan, side, row));
  return {
    side,
    id: plan.records[side].id(row),
    name: names[side].name(row),
    row: plan.records[side].fileRows[row]!,
    outcome,
    reasons,
  };
}

function foundBy({ plan, reader }: PlannedSubjects, side: Side, beside: string | null): number[] {
  const own = beside === null ? -1 : plan.records[otherSide(side)].rowOf(beside);
  if (own < 0) return [];
  const rows = plan.matching.codes.flatMap((key, at) => {
    const code = key.codes[otherSide(side)][own]!;
    return code < 0 ? [] : [...reader.groups(at).rows(side, code).subarray(0, MOST)];
  });
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** Ids by the side they are of. */
function spokenOf({ keys, steps, records }: WhyNot): Both<Set<string>> {
  const named = onBoth((side) => new Set([records[side].id]));
  const add = (side: Side, ids: readonly string[]): void => ids.forEach((id) => named[side].add(id));
  for (const { finds } of keys) for (const side of SIDES) add(otherSide(side), finds[side].ids);
  for (const step of steps) {
    if (step.code === 'bound' && !step.missing) add(otherSide(step.side), [step.id]);
    if (step.code === 'taken') add(step.side, step.ids);
  }
  return named;
}

function namesOf(
  { plan, names }: PlannedSubjects,
  side: Side,
  ids: ReadonlySet<string>,
): Record<string, string> {
  const known = [...ids].map((id) => [id, plan.records[side].rowOf(id)] as const);
  return Object.fromEntries(
    known.filter(([, row]) => row >= 0).map(([id, row]) => [id, names[side].name(row)]),
  );
}
