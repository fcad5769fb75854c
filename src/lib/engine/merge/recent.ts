import type { Records } from '../columns/records.ts';
import { declaredField } from '../model/declared-field.ts';
import type { ObjectSync } from '../model/design.ts';
import type { Both, Side } from '../model/side.ts';
import { lacksZone, readDatetime } from '../read/date.ts';
import type { Tools } from '../tools.ts';
import { zoneOfField } from '../read/field-zone.ts';
import { cellText } from '../columns/cell.ts';

/** Which record of a pair was changed later (CO8, S29, TZ2); null where that cannot be said. */
export type Newer = (left: number, right: number) => Side | null;

export function newerOf(sync: ObjectSync, records: Both<Records>, tools: Tools): Newer {
  const left = momentsOf(sync, records, 'left', tools);
  const right = momentsOf(sync, records, 'right', tools);
  if (left === null || right === null) return () => null;
  return (l, r) => {
    const a = left(l);
    const b = right(r);
    if (a === null || b === null || a.at === b.at) return null;
    if (a.isBare !== b.isBare && Math.abs(a.at - b.at) < APART_MS) return null;
    return a.at > b.at ? 'left' : 'right';
  };
}

interface Moment {
  readonly at: number;
  /** Is its zone neither written nor declared? */
  readonly isBare: boolean;
}

/** TZ2: no two zones are further apart. */
const APART_MS = 26 * 3_600_000;

/** When the records of a side were changed, as the design's modified field says; null where it names none. */
export function momentsOf(
  sync: ObjectSync,
  records: Both<Records>,
  side: Side,
  tools: Tools,
): ((row: number) => Moment | null) | null {
  const field = sync[side].modifiedField;
  if (field === null) return null;
  const column = records[side].column(field);
  const order = declaredField(sync, side, field)?.dateOrder ?? 'ymd';
  const zone = zoneOfField(sync, side, field, tools);
  return (row) => {
    const text = cellText(column, row);
    const at = text === '' ? null : readDatetime(text, order, zone);
    return at === null ? null : { at, isBare: zone === null && lacksZone(text) };
  };
}
