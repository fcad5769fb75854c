import type { SyncDesign } from '../../model/design.ts';
import { designError, type DesignError } from '../../model/design-error.ts';
import { SIDES } from '../../model/side.ts';
import type { Zones } from '../../model/zone.ts';

/** TZ1: time zones nobody knows. */
export function checkZones(design: SyncDesign, zones: Zones): DesignError[] {
  const error = (at: string, timeZone: string | undefined): DesignError[] =>
    timeZone === undefined || zones.zone(timeZone) !== null
      ? []
      : [designError(at, { is: 'wrong-value', expected: 'time-zone', found: JSON.stringify(timeZone) })];
  return design.syncs.flatMap((sync, i) =>
    SIDES.flatMap((side) => [
      ...error(`syncs[${String(i)}].${side}.timeZone`, sync[side].timeZone),
      ...(sync.schema[side]?.fields ?? []).flatMap((field, at) =>
        error(`syncs[${String(i)}].schema.${side}.fields[${String(at)}].timeZone`, field.timeZone),
      ),
    ]),
  );
}
