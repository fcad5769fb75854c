import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { Side } from '../../src/lib/engine/model/side.ts';
import type { Pair } from './plan-links.ts';
import { fieldOf } from './read-world-design.ts';
import { isWithoutZone, readDatetime } from './values.ts';
import { cell } from './world.ts';

/** S29. */
export function mostRecent(sync: ObjectSync, pair: Pair): Side | null {
  const zoneOf = (side: Side, field: string): string | null =>
    fieldOf(sync, side, field)?.timeZone ?? sync[side].timeZone ?? null;
  const instant = (side: Side): number | null => {
    const field = sync[side].modifiedField;
    if (field === null) return null;
    const order = fieldOf(sync, side, field)?.dateOrder ?? 'ymd';
    const text = readDatetime(cell(pair[side], field), order, zoneOf(side, field));
    return text === null ? null : new Date(text).getTime();
  };
  // TZ2.
  const isBare = (side: Side): boolean => {
    const field = sync[side].modifiedField ?? '';
    return zoneOf(side, field) === null && isWithoutZone(cell(pair[side], field));
  };
  const [one, other] = [instant('left'), instant('right')];
  if (one === null || other === null || one === other) return null;
  if (isBare('left') !== isBare('right') && Math.abs(one - other) < 26 * 3_600_000) return null;
  return one > other ? 'left' : 'right';
}
