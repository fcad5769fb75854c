import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { Side } from '../../src/lib/engine/model/side.ts';
import type { Pair } from './plan-links.ts';
import { fieldOf } from './read-world-design.ts';
import { isWithoutZone, readDatetime } from './values.ts';
import { cell, type Rec } from './world.ts';

/** S29. */
export function mostRecent(sync: ObjectSync, pair: Pair): Side | null {
  const [one, other] = [instantOf(sync, pair.left), instantOf(sync, pair.right)];
  if (one === null || other === null || one.at === other.at) return null;
  // TZ2.
  if (one.isBare !== other.isBare && Math.abs(one.at - other.at) < 26 * 3_600_000) return null;
  return one.at > other.at ? 'left' : 'right';
}

/** When a record was changed last, and whether no zone is known of that (TZ2). */
export function instantOf(
  sync: ObjectSync,
  record: Rec,
): { readonly at: number; readonly isBare: boolean } | null {
  const { side } = record;
  const field = sync[side].modifiedField;
  if (field === null) return null;
  const zone = fieldOf(sync, side, field)?.timeZone ?? sync[side].timeZone ?? null;
  const order = fieldOf(sync, side, field)?.dateOrder ?? 'ymd';
  const text = readDatetime(cell(record, field), order, zone);
  if (text === null) return null;
  return { at: new Date(text).getTime(), isBare: zone === null && isWithoutZone(cell(record, field)) };
}
