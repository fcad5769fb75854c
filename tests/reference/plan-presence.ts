import type { ObjectSync, PresenceFields } from '../../src/lib/engine/model/design.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import { onBoth, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import { folded, isBlank } from './values.ts';
import { cell, idKey, shown, type Rec } from './world.ts';

/** What a side of a design names. */
export function readPresence(side: Readonly<Record<string, unknown>>): PresenceFields {
  const named = ['archived', 'mergedInto', 'mergedFrom'].filter((name) => side[name] !== undefined);
  return Object.fromEntries(named.map((name) => [name, side[name]]));
}

/** Where an id leads: to a record that is there, to one that is archived, or nowhere. */
export type End = { readonly id: string } & (
  { readonly is: 'there'; readonly record: Rec } | { readonly is: 'gone' | 'away' }
);

/** What the apps of a sync say of their records' lives (DE5, S430, S432). */
export interface Presence {
  readonly isGone: (record: Rec) => boolean;
  /** Its reason, where it is gone. */
  readonly saidOf: (record: Rec) => Reason;
  readonly endOf: (side: Side, id: string) => End;
  /** Those that are not gone. */
  readonly present: Both<readonly Rec[]>;
}

export function presenceOf(
  sync: ObjectSync,
  records: Both<readonly Rec[]>,
  salesforce: Both<boolean>,
): Presence {
  const sameId = (side: Side, a: string, b: string): boolean =>
    idKey(a, salesforce[side]) === idKey(b, salesforce[side]);
  const isArchived = (record: Rec): boolean => {
    const said = sync[record.side].archived;
    if (said === undefined) return false;
    const text = cell(record, said.field);
    return !isBlank(text) && said.is.some((word) => folded(word) === folded(text));
  };
  const mergedInto = (record: Rec): string | null => {
    const { mergedInto: field } = sync[record.side];
    const text = field === undefined ? '' : cell(record, field).trim();
    return text === '' || sameId(record.side, text, record.id) ? null : text;
  };
  const isGone = (record: Rec): boolean => isArchived(record) || mergedInto(record) !== null;
  /** The record that lists an id among those merged into it; of several the first. */
  const heirOf = (side: Side, id: string): string | null => {
    const { mergedFrom } = sync[side];
    if (mergedFrom === undefined) return null;
    const heir = records[side].find(
      (record) =>
        !sameId(side, record.id, id) &&
        cell(record, mergedFrom)
          .split(';')
          .some((part) => part.trim() !== '' && sameId(side, part, id)),
    );
    return heir === undefined ? null : heir.id;
  };
  const endOf = (side: Side, id: string): End => {
    let at = id;
    for (const passed: string[] = []; ;) {
      const record = records[side].find((one) => sameId(side, one.id, at));
      if (record !== undefined && !isGone(record)) return { is: 'there', record, id: at };
      passed.push(at);
      const next = (record === undefined ? null : mergedInto(record)) ?? heirOf(side, at);
      if (next === null || passed.some((one) => sameId(side, one, next)))
        return { is: record === undefined ? 'away' : 'gone', id: at };
      at = next;
    }
  };
  const saidOf = (record: Rec): Reason => {
    const { side } = record;
    const into = mergedInto(record);
    const field = (into === null ? sync[side].archived?.field : sync[side].mergedInto) ?? '';
    const ids = into === null ? [] : [into];
    return { code: 'archived', side, field, value: shown(cell(record, field)), ids };
  };
  const present = onBoth((side) => records[side].filter((record) => !isGone(record)));
  return { isGone, saidOf, endOf, present };
}

/** S431: the first archived record of the other side that holds a key of this one; keys in their order. */
export function archivedHolder(
  record: Rec,
  gone: readonly Rec[],
  keys: number,
  valueOf: (record: Rec, key: number) => readonly string[] | null,
): Reason | null {
  for (let key = 0; key < keys; key++) {
    const own = valueOf(record, key);
    const holder =
      own === null
        ? undefined
        : gone.find((one) => valueOf(one, key)?.every((part, at) => part === own[at]) ?? false);
    if (own === null || holder === undefined) continue;
    const value = own.length === 1 ? (own[0] ?? '') : own;
    return { code: 'counterpart-archived', side: record.side, value, ids: [holder.id] };
  }
  return null;
}
