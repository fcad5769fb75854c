import { declaredField } from '../model/declared-field.ts';
import type { ObjectSync } from '../model/design.ts';
import type { Side } from '../model/side.ts';
import type { Zone, Zones } from '../model/zone.ts';

/** TZ1: the zone of a field, by its own name or its side's; null where neither names one. */
export function zoneOfField(sync: ObjectSync, side: Side, field: string, zones: Zones): Zone | null {
  const name = declaredField(sync, side, field)?.timeZone ?? sync[side].timeZone;
  if (name === undefined) return null;
  const zone = zones.zone(name);
  if (zone === null) throw new Error(`no time zone ${name}: the design was not checked`);
  return zone;
}
