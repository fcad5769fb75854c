import type { Records } from '../columns/records.ts';
import { declaredField } from '../model/declared-field.ts';
import type { ObjectSync } from '../model/design.ts';
import type { Both, Side } from '../model/side.ts';
import { readDatetime } from '../read/date.ts';
import { cellText } from '../columns/cell.ts';

/** Which record of a pair was changed later (CO8, S29); null where that cannot be said. */
export type Newer = (left: number, right: number) => Side | null;

export function newerOf(sync: ObjectSync, records: Both<Records>): Newer {
  const left = instants(sync, records, 'left');
  const right = instants(sync, records, 'right');
  if (left === null || right === null) return () => null;
  return (l, r) => {
    const a = left(l);
    const b = right(r);
    if (a === null || b === null || a === b) return null;
    return a > b ? 'left' : 'right';
  };
}

function instants(
  sync: ObjectSync,
  records: Both<Records>,
  side: Side,
): ((row: number) => number | null) | null {
  const field = sync[side].modifiedField;
  if (field === null) return null;
  const column = records[side].column(field);
  const order = declaredField(sync, side, field)?.dateOrder ?? 'ymd';
  return (row) => {
    const text = cellText(column, row);
    return text === '' ? null : readDatetime(text, order);
  };
}
