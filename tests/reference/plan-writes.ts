import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { OfField as FieldWrite } from '../../src/lib/engine/model/line.ts';
import { otherSide } from '../../src/lib/engine/model/side.ts';
import { written, type AllParents } from './plan-parents.ts';
import type { Subject, Wanted } from './plan-fits.ts';
import { partMappings } from './plan-stages.ts';
import { isCanonical, type MappingTransform } from './plan-transform.ts';
import { directionOf, fieldOf } from './read-world-design.ts';
import { isBlank } from './values.ts';
import { cell, shown, type Rec } from './world.ts';
import { isInTargetForm, writtenText } from './written.ts';

/** Of the enabled mappings. */
export type Transforms = ReadonlyMap<FieldMapping, MappingTransform | null>;

/** CO6. */
export function createWrites(sync: ObjectSync, record: Rec, transforms: Transforms): FieldWrite[] {
  const source = record.side;
  const side = otherSide(source);
  return sync.mappings.flatMap((mapping) => {
    if (!mapping.enabled || !mayWrite(directionOf(sync, mapping), side)) return [];
    const text = cell(record, mapping[source]);
    const transform = transforms.get(mapping) ?? null;
    if (transform !== null) {
      const to = transform.made(source, text).text;
      return isBlank(to) ? [] : [{ side, field: mapping[side], from: null, to, because: 'create' }];
    }
    if (isBlank(text)) return [];
    const fields = [fieldOf(sync, source, mapping[source]), fieldOf(sync, side, mapping[side])] as const;
    return [
      {
        side,
        field: mapping[side],
        from: null,
        to: writtenText(text, ...fields, [sync[source].timeZone ?? null, sync[side].timeZone ?? null]),
        because: 'create',
      },
    ];
  });
}

/** AS1: the associations of a create, last. */
export const parentWrites = (sync: ObjectSync, record: Rec, parents: AllParents): FieldWrite[] => {
  const source = record.side;
  const side = otherSide(source);
  return [...parents].flatMap(([mapping, names]): FieldWrite[] => {
    if (!mayWrite(directionOf(sync, mapping), side)) return [];
    const place = names.place(source, cell(record, mapping[source]));
    if (place === null) return [];
    const field = mapping[side];
    return [{ side, field, from: null, ...written(names, source, place), because: 'create' }];
  });
};

/** A write with what is known of its making: text in the target type's own form is of that type. */
export function withForm(
  sync: ObjectSync,
  write: FieldWrite,
  subject: Subject,
  transforms: Transforms,
): Wanted {
  const source = otherSide(write.side);
  const mapping = sync.mappings.find((one) => one.enabled && one[write.side] === write.field);
  const record = subject[source];
  if (partMappings(sync).some((one) => one.owns[write.side] && one.mapping[write.side] === write.field))
    return { write, untaken: null, readable: false, association: false };
  if (mapping === undefined || record === null) throw new Error('a write without a source');
  const association = mapping.parent !== undefined;
  if (association || write.to === null) return { write, untaken: null, readable: true, association };
  const transform = transforms.get(mapping) ?? null;
  if (transform !== null) {
    const text = cell(record, mapping[source]);
    const { taken } = transform.made(source, text);
    const untaken = taken ? null : { code: transform.refusal, value: shown(text) };
    return {
      write,
      readable: isCanonical(write.to, fieldOf(sync, write.side, write.field)),
      untaken,
      association,
    };
  }
  const fields = [fieldOf(sync, source, mapping[source]), fieldOf(sync, write.side, write.field)] as const;
  return {
    write,
    untaken: null,
    readable: isInTargetForm(cell(record, mapping[source]), ...fields),
    association,
  };
}
