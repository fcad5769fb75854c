import { declaredField } from '../model/declared-field.ts';
import type { ObjectSync } from '../model/design.ts';
import type { Both, Side } from '../model/side.ts';
import type { Zones } from '../model/zone.ts';
import { lacksZone, readDatetime } from '../read/date.ts';
import { zoneOfField } from '../read/field-zone.ts';
import { cellText } from './cell.ts';
import type { Records } from './records.ts';

export interface Moment {
  readonly at: number;
  /** Is its zone neither written nor declared? */
  readonly isBare: boolean;
}

/** TZ2: no two zones are further apart. */
export const APART_MS = 26 * 3_600_000;

/** When the records of a side were changed, as the design's modified field says; null where it names none. */
export function momentsOf(
  sync: ObjectSync,
  records: Both<Records>,
  side: Side,
  zones: Zones,
): ((row: number) => Moment | null) | null {
  const field = sync[side].modifiedField;
  if (field === null) return null;
  const column = records[side].column(field);
  const order = declaredField(sync, side, field)?.dateOrder ?? 'ymd';
  const zone = zoneOfField(sync, side, field, zones);
  return (row) => {
    const text = cellText(column, row);
    const at = text === '' ? null : readDatetime(text, order, zone);
    return at === null ? null : { at, isBare: zone === null && lacksZone(text) };
  };
}
