import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import { ofFields, type FieldWrite } from '../../src/lib/engine/model/line.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import { otherSide, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import { fieldOf } from './read-world-design.ts';
import { readDate } from './values.ts';
import { cell, type Rec } from './world.ts';

/** FM8, TZ1, S120: of these writes the moments that become another day than they are at their source. */
export const dayNotes = (
  sync: ObjectSync,
  subject: Both<Rec | null>,
  writes: readonly FieldWrite[],
): Reason[] =>
  ofFields(writes).flatMap(({ side, field, to }): Reason[] => {
    const source = otherSide(side);
    const mapping = sync.mappings.find((one) => one.enabled && one[side] === field);
    const record = subject[source];
    if (mapping === undefined || mapping.transform !== null || record === null) return [];
    if (fieldOf(sync, side, field)?.type !== 'date' || !/^\d{4}-\d\d-\d\d$/.test(to ?? '')) return [];
    const value = cell(record, mapping[source]);
    // A day alone is the same day everywhere.
    if (!value.includes(':')) return [];
    const zoneAt = (own: Side): string | null =>
      fieldOf(sync, own, mapping[own])?.timeZone ?? sync[own].timeZone ?? null;
    const order = fieldOf(sync, source, mapping[source])?.dateOrder ?? 'ymd';
    const zone = zoneAt(source) ?? zoneAt(side);
    const [standing = ''] = value.trim().split(/[Tt ]/);
    const local = zone === null ? readDate(standing, order) : readDate(value, order, zoneAt(source), zone);
    return local === to ? [] : [{ code: 'other-day', side, field, value }];
  });
