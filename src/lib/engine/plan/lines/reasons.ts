import { MISLEADING } from '../../model/design.ts';
import { REASON_CODES, noteBit, reasonBit, type Reason } from '../../model/reason.ts';
import type { FieldDef } from '../../model/field.ts';
import { SIDES, otherSide, type Side } from '../../model/side.ts';
import { ruleOf } from '../../read/fit.ts';
import { cellText } from '../../columns/cell.ts';
import { isUntaken, refusalOf } from '../../merge/refuse.ts';
import { conditionsText, leftBlank, type Written } from '../../merge/required-when.ts';
import { createValues, createdTexts, requiredFields, writtenText } from '../../merge/targets.ts';
import { writeOf } from '../../merge/verdict.ts';
import type { UniqueClash } from '../../merge/unique.ts';
import { createReasons } from './create-reasons.ts';
import { ambiguousReason, deletedReason, duplicateReason, missingReason } from './aside-reasons.ts';
import { doubtReasons } from './doubt-reasons.ts';
import { keyValue } from './key-value.ts';
import { dayReasons } from '../day-notes.ts';
import { bindingKey, misleadingKey, SAYS } from '../key-notes.ts';
import { refusedReasons } from '../refused-rows.ts';
import { primaryReasons } from '../primary-notes.ts';
import { returnReasons } from '../return-notes.ts';
import { missingParents } from './parent-reasons.ts';
import type { PlanView } from './plan-view.ts';
import { waitsReason } from './waits-reason.ts';
import { idList } from './id-list.ts';
import { pairCount, subjectRows, verdictOn, type SubjectRows, type SyncPlan } from '../sync-plan.ts';

/** Why a subject is where it is, with every value a reason names (FORMATS.md, Plan; S31). */
export function reasonsOf(reader: PlanView, subject: number, rows: SubjectRows): Reason[] {
  const { plan } = reader;
  const bits = plan.reasons[subject]!;
  const said = plan.notes[subject]!;
  if (bits === 0 && said === 0) return [];
  const outcome = reader.outcome(subject);
  const notes = [
    ...filterNotes(plan, said, rows),
    ...primaryReasons(plan, said, rows),
    ...keyNotes(plan, said, rows),
    ...returnReasons(plan, said, subject),
    ...dayReasons(plan, said, subject, rows),
    ...doubtReasons(reader, said, rows),
  ];
  const side: Side = rows.left < 0 ? 'right' : 'left';
  const row = rows[side];
  if (outcome === 'failing') {
    if ((bits & reasonBit('counterpart-deleted')) !== 0)
      return inOrder([deletedReason(plan, side, row), ...notes]);
    const refused = (bits & reasonBit('refused-by-app')) === 0 ? [] : refusedReasons(plan, subject, rows);
    return inOrder([...failures(reader, subject, rows), ...refused, ...notes]);
  }
  switch (outcome) {
    case 'waits':
      return [waitsReason(reader, side, row)];
    case 'ambiguous':
      if ((bits & reasonBit('ambiguous-match')) === 0) return createReasons(plan, said, side, row);
      return [ambiguousReason(reader, side, row), ...notes];
    case 'create':
      return inOrder([
        ...onlyReported(plan, subject, rows),
        ...primaryReasons(plan, said, rows),
        ...createReasons(plan, said, side, row),
        ...dayReasons(plan, said, subject, rows),
        ...doubtReasons(reader, said, rows),
      ]);
    case 'duplicate':
      return [duplicateReason(reader, side, row)];
    default: {
      const isMissing = (bits & reasonBit('not-in-this-export')) !== 0;
      return inOrder([
        ...scopeReasons(plan, bits, rows),
        ...(isMissing ? [missingReason(plan, side, row)] : []),
        ...(outcome === 'excluded' ? [] : onlyReported(plan, subject, rows)),
        ...notes,
      ]);
    }
  }
}

const onlyReported = (plan: SyncPlan, subject: number, rows: SubjectRows): Reason[] =>
  missingParents(plan, subject, rows).map(({ reason }) => reason);

/** The records of a pair in sync that its filters would leave out (FI5). */
function filterNotes({ scope }: SyncPlan, bits: number, rows: SubjectRows): Reason[] {
  const code = 'filter-would-exclude';
  if ((bits & noteBit(code)) === 0) return [];
  return SIDES.filter((side) => scope.wouldExclude?.has[side]?.[rows[side]] === 1).map((side) => ({
    code,
    side,
  }));
}

/** What is said of the key that bound a pair, or of one that makes a record ambiguous (KW3, KW4). */
function keyNotes(plan: SyncPlan, bits: number, rows: SubjectRows): Reason[] {
  const side: Side = rows.left < 0 ? 'right' : 'left';
  return MISLEADING.filter((what) => (bits & noteBit(SAYS[what])) !== 0).flatMap((what): Reason[] => {
    const keys = plan.matching.codes;
    const bound = rows.left >= 0 && rows.right >= 0 ? bindingKey(plan.matching, rows.left, rows.right) : -1;
    const key =
      bound >= 0 ? bound : keys.findIndex((one) => misleadingKey(what, one)?.(side, rows[side]) === true);
    const field = keys[key]?.fields[0]?.field[side];
    if (field === undefined) return [];
    return [{ code: SAYS[what], side, field, value: keyValue(plan, side, key, rows[side]) }];
  });
}

/** What keeps the records of a subject out, with the value each rule looked at. */
export const scopeReasons = (plan: SyncPlan, bits: number, rows: SubjectRows): Reason[] =>
  plan.scope.rules.flatMap(({ reason, has, ofPair, field: fields, value: valueOf, absorbed }) => {
    const looked = rows.left >= 0 && rows.right >= 0 ? (ofPair ?? has) : has;
    return (bits & reasonBit(reason)) === 0
      ? []
      : SIDES.filter((side) => rows[side] >= 0 && looked[side]?.[rows[side]] === 1).map((side): Reason => {
          const found = absorbed?.[side].get(rows[side]);
          if (found !== undefined) {
            const value = keyValue(plan, side, found.key, rows[side]);
            return { code: reason, side, value, rule: String(found.line) };
          }
          if (valueOf !== undefined) return { code: reason, side, value: valueOf(side, rows[side]) };
          const field = fields[side];
          if (field === null) return { code: reason, side };
          return { code: reason, side, field, value: cellText(plan.records[side].column(field), rows[side]) };
        });
  });

const inOrder = (reasons: readonly Reason[]): Reason[] =>
  [...reasons].sort(
    (a, b) =>
      SIDES.indexOf(a.side) - SIDES.indexOf(b.side) ||
      REASON_CODES.indexOf(a.code) - REASON_CODES.indexOf(b.code),
  );

/** A refusal with the place it sorts by. */
interface Placed {
  readonly reason: Reason;
  readonly place: number;
}

/** FM9: every cause, by side, code and field: mapped fields in mapping order, then schema order. */
function failures(reader: PlanView, subject: number, rows: SubjectRows): Reason[] {
  const { plan } = reader;
  const placed = subject < pairCount(plan) ? pairRefusals(plan, subject, rows) : createRefusals(plan, rows);
  for (const clash of plan.clashes.get(subject) ?? []) {
    placed.push({ reason: clashReason(plan, clash), place: clash.mapping });
  }
  placed.push(...missingParents(plan, subject, rows));
  const order = ({ reason, place }: Placed): readonly number[] => [
    reason.side === 'left' ? 0 : 1,
    REASON_CODES.indexOf(reason.code),
    place,
  ];
  return placed
    .map((one) => ({ one, key: order(one) }))
    .sort((a, b) => a.key[0]! - b.key[0]! || a.key[1]! - b.key[1]! || a.key[2]! - b.key[2]!)
    .map(({ one }) => one.reason);
}

function pairRefusals(plan: SyncPlan, pair: number, rows: SubjectRows): Placed[] {
  const placed = plan.mappings.flatMap((on, position) => {
    const write = writeOf(verdictOn(plan, position, pair));
    if (write === null) return [];
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

function clashReason(plan: SyncPlan, clash: UniqueClash): Reason {
  const { side } = clash;
  const ids = clash.holders.map((row) => plan.records[side].id(row));
  if (clash.taker >= 0) {
    const rows = subjectRows(plan, clash.taker);
    const of = rows[side] >= 0 ? side : otherSide(side);
    const id = plan.records[of].id(rows[of]);
    if (of !== side || !clash.holders.includes(rows[of])) ids.push(id);
  }
  const field = plan.mappings[clash.mapping]!.mapping[side];
  return { code: 'not-unique', side, field, value: clash.to, ...idList(ids) };
}
