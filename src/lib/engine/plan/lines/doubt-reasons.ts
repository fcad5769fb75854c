import { UNBOUND } from '../../match/links/partners.ts';
import { noteBit, type Reason } from '../../model/reason.ts';
import { SIDES, otherSide, type Side } from '../../model/side.ts';
import { isAstray } from '../crossed-keys.ts';
import { bindingKey } from '../key-notes.ts';
import type { SubjectRows } from '../sync-plan.ts';
import { idList } from './id-list.ts';
import { keyValue } from './key-value.ts';
import type { PlanView } from './plan-view.ts';

/** What is said of a subject whose key misleads (KW1, KW2, KW5–KW7, KW12, KW13), with the other records it is about. */
export function doubtReasons(reader: PlanView, notes: number, rows: SubjectRows): Reason[] {
  return [
    ...((notes & noteBit('contested')) === 0 ? [] : contested(reader, rows)),
    ...((notes & noteBit('nothing-in-common')) === 0 ? [] : strangers(reader, rows)),
    ...((notes & noteBit('near-key')) === 0 ? [] : nearKey(reader, rows)),
    ...((notes & noteBit('key-twice')) === 0 ? [] : keyTwice(reader, rows)),
    ...((notes & noteBit('maybe-recreated')) === 0 ? [] : recreated(reader, rows)),
    ...((notes & noteBit('one-of-several')) === 0 ? [] : several(reader, rows)),
    ...((notes & noteBit('crossed-keys')) === 0 ? [] : crossed(reader, rows)),
  ];
}

/** On each side where others have the value that bound the pair. */
function contested(reader: PlanView, rows: SubjectRows): Reason[] {
  const { plan } = reader;
  const key = bindingKey(plan.matching, rows.left, rows.right);
  const { fields, codes } = plan.matching.codes[key]!;
  return SIDES.flatMap((side): Reason[] => {
    const others = reader
      .groups(key)
      .rows(side, codes[side][rows[side]]!)
      .filter((row) => row !== rows[side]);
    if (others.length === 0) return [];
    const value = keyValue(plan, side, key, rows[side]);
    return [{ code: 'contested', side, field: fields[0]!.field[side], value, ...idsOf(plan, side, others) }];
  });
}

function strangers({ plan }: PlanView, rows: SubjectRows): Reason[] {
  const key = bindingKey(plan.matching, rows.left, rows.right);
  const field = plan.matching.codes[key]!.fields[0]!.field.left;
  const value = keyValue(plan, 'left', key, rows.left);
  return [{ code: 'nothing-in-common', side: 'left', field, value }];
}

/** By the first key that finds one: records of the target side. */
function nearKey(reader: PlanView, rows: SubjectRows): Reason[] {
  const { plan } = reader;
  const side: Side = rows.left < 0 ? 'right' : 'left';
  const other = otherSide(side);
  for (const [key, { of }] of plan.near.entries()) {
    const code = plan.matching.codes[key]!.codes[side][rows[side]]!;
    const near = code < 0 ? -1 : of[code]!;
    const found = near < 0 ? null : reader.nearGroups(key).rows(other, near);
    if (found === null || found.length === 0) continue;
    const { field } = plan.matching.codes[key]!.fields[0]!;
    const value = keyValue(plan, side, key, rows[side]);
    return [{ code: 'near-key', side, field: field[side], value, ...idsOf(plan, other, found) }];
  }
  return [];
}

/** On each side the first key that the plan gives to this record and another one. */
function keyTwice(reader: PlanView, rows: SubjectRows): Reason[] {
  const { plan } = reader;
  return SIDES.flatMap((side): Reason[] => {
    const row = rows[side];
    for (const [key, after] of (plan.rematch?.codes ?? []).entries()) {
      const code = after.codes[side][row]!;
      if (code < 0 || code === plan.matching.codes[key]!.codes[side][row]!) continue;
      const others = reader
        .groupsAfter(key)
        .rows(side, code)
        .filter((other) => other !== row);
      if (others.length === 0) continue;
      const field = after.fields[0]!.field[side];
      return [{ code: 'key-twice', side, field, ...idsOf(plan, side, others) }];
    }
    return [];
  });
}

/** By the first key that finds one: unlinked records of the other side. */
function recreated(reader: PlanView, rows: SubjectRows): Reason[] {
  const { plan } = reader;
  const side: Side = rows.left < 0 ? 'right' : 'left';
  const other = otherSide(side);
  const partner = plan.matching.matches.partner[other];
  for (const [key, { codes, fields }] of plan.matching.codes.entries()) {
    const code = codes[side][rows[side]]!;
    if (code < 0) continue;
    const free = reader
      .groups(key)
      .rows(other, code)
      .filter((row) => partner[row] === UNBOUND);
    if (free.length === 0) continue;
    const value = keyValue(plan, side, key, rows[side]);
    return [
      { code: 'maybe-recreated', side, field: fields[0]!.field[side], value, ...idsOf(plan, other, free) },
    ];
  }
  return [];
}

/** By the first key that finds one: records of the other side. */
function several({ plan }: PlanView, rows: SubjectRows): Reason[] {
  const side: Side = rows.left < 0 ? 'right' : 'left';
  const other = otherSide(side);
  for (const [key, all] of plan.several.entries()) {
    const found = all.flatMap((one) => {
      if (one.side === side) return one.row === rows[side] ? [one.other] : [];
      return one.other === rows[side] ? [one.row] : [];
    });
    if (found.length === 0) continue;
    const { field } = plan.matching.codes[key]!.fields[0]!;
    const value = keyValue(plan, side, key, rows[side]);
    const others = Uint32Array.from(new Set(found)).sort();
    return [{ code: 'one-of-several', side, field: field[side], value, ...idsOf(plan, other, others) }];
  }
  return [];
}

/** On each side the first key that another pair's other record has, where that pair is astray too. */
function crossed(reader: PlanView, rows: SubjectRows): Reason[] {
  const { plan } = reader;
  const { matching } = plan;
  const { partner } = matching.matches;
  return SIDES.flatMap((side): Reason[] => {
    const other = otherSide(side);
    const goesAstray = (row: number): boolean => {
      const own = partner[other][row]!;
      return own >= 0 && (other === 'left' ? isAstray(matching, row, own) : isAstray(matching, own, row));
    };
    for (const [key, { codes, fields }] of matching.codes.entries()) {
      const code = codes[side][rows[side]]!;
      const found = code < 0 ? null : reader.groups(key).rows(other, code).filter(goesAstray);
      if (found === null || found.length === 0) continue;
      const value = keyValue(plan, side, key, rows[side]);
      return [
        { code: 'crossed-keys', side, field: fields[0]!.field[side], value, ...idsOf(plan, other, found) },
      ];
    }
    return [];
  });
}

function idsOf({ records }: PlanView['plan'], side: Side, rows: Uint32Array): Pick<Reason, 'ids' | 'more'> {
  return idList(
    [...rows.subarray(0, 20)].map((row) => records[side].id(row)),
    rows.length,
  );
}
