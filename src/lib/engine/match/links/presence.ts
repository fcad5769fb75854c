import { valueText } from '../../columns/cell.ts';
import { textAt, type Records } from '../../columns/records.ts';
import { isBlank, isBlankValue, valueCount, valueOf, type Column } from '../../model/column.ts';
import type { ArchivedField, PresenceFields } from '../../model/design.ts';
import { foldText } from '../../read/fold.ts';
import { inSlices, type Steps } from '../../run/steps.ts';

/** What an app itself says of its records: who is archived, and who was merged into whom (DE5, S430, S432). */
export interface Presence {
  /** By row 1 where a record is archived or was merged into another; null where none is. */
  readonly gone: Uint8Array | null;
  /** How many that are. */
  readonly count: number;
  /** Of records that name it: the id each was merged into, by row. */
  readonly into: ReadonlyMap<number, string>;
  /** The same of ids that another record lists as its own, by their form. */
  readonly from: ReadonlyMap<string, string>;
}

/** Of an app that says neither: one object, so that what is remembered stays. */
export const ALL_PRESENT: Presence = { gone: null, count: 0, into: new Map(), from: new Map() };

export const saysPresence = ({ archived, mergedInto, mergedFrom }: PresenceFields): boolean =>
  archived !== undefined || mergedInto !== undefined || mergedFrom !== undefined;

export function* presenceOf(
  { archived, mergedInto, mergedFrom }: PresenceFields,
  records: Records,
): Steps<Presence> {
  const named = [archived?.field, mergedInto, mergedFrom].filter((name) => name !== undefined);
  yield* records.flatten(named);
  const gone = new Uint8Array(records.count);
  if (archived !== undefined) yield* markArchived(records.column(archived.field), archived, gone);
  const into = new Map<number, string>();
  if (mergedInto !== undefined) {
    yield* eachFilled(records.column(mergedInto), (row, text) => {
      if (records.idForm(text) === records.idForm(records.id(row))) return;
      into.set(row, text);
      gone[row] = 1;
    });
  }
  const from = new Map<string, string>();
  if (mergedFrom !== undefined) {
    yield* eachFilled(records.column(mergedFrom), (row, text) => {
      const own = records.id(row);
      for (const part of text.split(';')) {
        const form = records.idForm(part);
        if (form !== '' && form !== records.idForm(own) && !from.has(form)) from.set(form, own);
      }
    });
  }
  const count = gone.reduce((sum, one) => sum + one, 0);
  return { gone: count === 0 ? null : gone, count, into, from };
}

/** Asks every value of the column once. */
function* markArchived(column: Column, { is }: ArchivedField, gone: Uint8Array): Steps<void> {
  const words = new Set(is.map(foldText));
  const says = new Uint8Array(valueCount(column));
  yield* inSlices('links', says.length, (from, to) => {
    for (let value = from; value < to; value++)
      if (!isBlankValue(column, value) && words.has(foldText(valueText(column, value)))) says[value] = 1;
  });
  yield* inSlices('links', gone.length, (from, to) => {
    for (let row = from; row < to; row++) gone[row] = says[valueOf(column, row)]!;
  });
}

function* eachFilled(column: Column, take: (row: number, text: string) => void): Steps<void> {
  yield* inSlices('links', column.rows, (from, to) => {
    for (let row = from; row < to; row++) if (!isBlank(column, row)) take(row, textAt(column, row).trim());
  });
}

/** Where an id leads: a record that is there, else why not. */
export interface End {
  /** `AWAY` where the id is in no row, `GONE` where it is archived. */
  readonly row: number;
  /** The id itself, or the one at the end of its merges. */
  readonly id: string;
}

export const AWAY = -1;
export const GONE = -2;

/** Follows an id through its merges; a record that is there is nobody but itself (S432). The records' index is made ready before. */
export function endOf({ gone, into, from }: Presence, records: Records, id: string): End {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    const row = records.rowOf(at);
    if (row >= 0 && gone?.[row] !== 1) return { row, id: at };
    const form = records.idForm(at);
    seen.add(form);
    const next = (row < 0 ? undefined : into.get(row)) ?? from.get(form);
    if (next === undefined || seen.has(records.idForm(next))) return { row: row < 0 ? AWAY : GONE, id: at };
    at = next;
  }
}
