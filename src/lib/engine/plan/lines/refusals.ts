import type { FieldDef } from '../../model/field.ts';
import type { Reason } from '../../model/reason.ts';
import { SIDES, otherSide, type Side } from '../../model/side.ts';
import { ruleOf } from '../../read/fit.ts';
import { cellText } from '../../columns/cell.ts';
import { isUntaken, mayRefuse, refusalOf } from '../../merge/refuse.ts';
import { conditionsText, leftBlank, type Written } from '../../merge/required-when.ts';
import { createValues, createdTexts, requiredFields, writtenText } from '../../merge/targets.ts';
import { writeOf } from '../../merge/verdict.ts';
import { pairCount, verdictOn, type SubjectRows, type SyncPlan } from '../sync-plan.ts';

/** A refusal with the place it sorts by. */
export interface Placed {
  readonly reason: Reason;
  readonly place: number;
}

/** FM9: why the target would not take what a subject writes, in no particular order (what must be unique apart). */
export const refusals = (plan: SyncPlan, subject: number, rows: SubjectRows): Placed[] =>
  subject < pairCount(plan) ? pairRefusals(plan, subject, rows) : createRefusals(plan, rows);

function pairRefusals(plan: SyncPlan, pair: number, rows: SubjectRows): Placed[] {
  const placed = plan.mappings.flatMap((on, position) => {
    const write = writeOf(verdictOn(plan, position, pair));
    if (write === null || !mayRefuse(on, write.side)) return [];
    const text = writtenText(on, write.side, rows.left, rows.right);
    return refusal(plan, position, write.side, rows[otherSide(write.side)], text);
  });
  for (const side of SIDES) {
    const written: Written = (at) => {
      if (at < 0 || writeOf(verdictOn(plan, at, pair))?.side !== side) return null;
      return writtenText(plan.mappings[at]!, side, rows.left, rows.right);
    };
    placed.push(...conditionalBlanks(plan, side, rows[side], written, placed));
  }
  return placed;
}

function createRefusals(plan: SyncPlan, rows: SubjectRows): Placed[] {
  const target: Side = rows.left < 0 ? 'left' : 'right';
  const values = createValues(plan.mappings, target, rows[otherSide(target)]);
  const row = rows[otherSide(target)];
  const placed = values.flatMap(({ mapping, to }) => refusal(plan, mapping, target, row, to));
  requiredFields(plan.sync, plan.mappings, target).forEach(({ def, mapping }) => {
    if (mapping >= 0 && values.some((value) => value.mapping === mapping)) return;
    const reason: Reason = { code: 'required-blank', side: target, field: def.name };
    placed.push({ reason, place: placeOf(plan, target, def) });
  });
  const written = createdTexts(plan.mappings, target, row);
  placed.push(...conditionalBlanks(plan, target, -1, written, placed));
  return placed;
}

/** S110: what conditions require, named with them; what is required anyway (`before`) is said once. */
function conditionalBlanks(
  plan: SyncPlan,
  side: Side,
  row: number,
  written: Written,
  before: readonly Placed[],
): Placed[] {
  const isSaid = (field: string): boolean =>
    before.some(
      ({ reason }) => reason.code === 'required-blank' && reason.side === side && reason.field === field,
    );
  return leftBlank(plan.conditional[side], row, written).flatMap(({ def }): Placed[] => {
    if (isSaid(def.name)) return [];
    const rule = conditionsText(def.requiredWhen ?? []);
    const reason: Reason = { code: 'required-blank', side, field: def.name, rule };
    return [{ reason, place: placeOf(plan, side, def) }];
  });
}

/** Mapped fields in mapping order, then schema order (S31). */
function placeOf({ sync, mappings }: SyncPlan, side: Side, def: Pick<FieldDef, 'name'>): number {
  const known = mappings.findIndex((on) => on.fields[side].includes(def.name));
  return known >= 0
    ? known
    : mappings.length + (sync.schema[side]?.fields ?? []).findIndex(({ name }) => name === def.name);
}

/** `row`: of the other side, whose value is written. */
function refusal(plan: SyncPlan, mapping: number, side: Side, row: number, to: string): Placed[] {
  const on = plan.mappings[mapping]!;
  const code = refusalOf(on, side, row, to);
  if (code === null) return [];
  const field = on.mapping[side];
  const def = on.defs[side];
  const rule = def === null ? null : ruleOf(def, code);
  // What no transform could take is named as it stands at its source.
  const value = isUntaken(on, side, row) ? cellText(on.cells[otherSide(side)], row) : to;
  const reason: Reason =
    code === 'required-blank'
      ? { code, side, field }
      : { code, side, field, value, ...(rule === null ? {} : { rule }) };
  return [{ reason, place: mapping }];
}
