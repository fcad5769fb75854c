import { MISLEADING } from '../../model/design.ts';
import { REASON_CODES, noteBit, reasonBit, type Reason } from '../../model/reason.ts';
import { SIDES, otherSide, type Side } from '../../model/side.ts';
import { cellText } from '../../columns/cell.ts';
import type { UniqueClash } from '../../merge/unique.ts';
import { createReasons } from './create-reasons.ts';
import {
  ambiguousReason,
  archivedReason,
  deletedReasons,
  duplicateReason,
  mergedReason,
  missingReason,
} from './aside-reasons.ts';
import { doubtReasons } from './doubt-reasons.ts';
import { keyValue } from './key-value.ts';
import { dayReasons } from '../day-notes.ts';
import { bindingKey, misleadingKey, SAYS } from '../key-notes.ts';
import { refusedReasons } from '../refused-rows.ts';
import { primaryReasons } from '../primary-notes.ts';
import { returnReasons } from '../return-notes.ts';
import { missingParents } from './parent-reasons.ts';
import { refusals } from './refusals.ts';
import type { PlanView } from './plan-view.ts';
import { waitsReason } from './waits-reason.ts';
import { idList } from './id-list.ts';
import { subjectRows, type SubjectRows, type SyncPlan } from '../sync-plan.ts';

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
      return inOrder([...deletedReasons(plan, subject, side, row), ...notes]);
    const refused = (bits & reasonBit('refused-by-app')) === 0 ? [] : refusedReasons(plan, subject, rows);
    return inOrder([...failures(reader, subject, rows), ...refused, ...notes]);
  }
  switch (outcome) {
    case 'waits':
      return [waitsReason(reader, side, row)];
    case 'ambiguous':
      if ((bits & reasonBit('links-merged')) !== 0) return [mergedReason(plan, side, row)];
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
    case 'delete':
      return inOrder([...deletedReasons(plan, subject, side, row), ...notes]);
    case 'duplicate':
      return [duplicateReason(reader, side, row)];
    default: {
      if ((bits & reasonBit('archived')) !== 0) return [archivedReason(plan, side, row)];
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
            return 'line' in found
              ? { code: reason, side, value, rule: String(found.line) }
              : { code: reason, side, value, ids: [found.id] };
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

/** FM9: every cause by its field: mapped fields in mapping order, then schema order; `inOrder` puts side and code before it. */
function failures(reader: PlanView, subject: number, rows: SubjectRows): Reason[] {
  const { plan } = reader;
  const placed = [
    ...refusals(plan, subject, rows),
    ...(plan.clashes.get(subject) ?? []).map((clash) => ({
      reason: clashReason(plan, clash),
      place: clash.mapping,
    })),
    ...missingParents(plan, subject, rows),
  ];
  return placed.toSorted((a, b) => a.place - b.place).map(({ reason }) => reason);
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
