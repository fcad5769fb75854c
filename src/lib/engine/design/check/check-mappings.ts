import type { FieldMapping, ObjectSync } from '../../model/design.ts';
import { designError, type DesignError, type DesignFault } from '../../model/design-error.ts';
import { SIDES, type Both, type Side } from '../../model/side.ts';
import { incompatibility, severalValues } from './compatible.ts';
import { declaredField } from '../../model/declared-field.ts';
import { directionOfTransform, fieldsRead, onlyReads, transformSource } from '../../model/transform.ts';
import { effectiveDirection, outOfReadOnly } from '../../model/effective-direction.ts';

/** Errors of a sync's enabled mappings that need no file: direction, types, fields used twice (DI1, DI2, FM2–FM5). */
export function checkMappings(sync: ObjectSync, at: string): DesignError[] {
  const errors: DesignError[] = [];
  const used: Record<Side, Map<string, number>> = { left: new Map(), right: new Map() };
  for (const [i, mapping] of sync.mappings.entries()) {
    if (!mapping.enabled) continue;
    const place = `${at}.mappings[${String(i)}]`;
    const fault = faultOf(sync, mapping);
    if (fault !== null) errors.push(designError(place, fault));
    for (const side of SIDES) {
      if (onlyReads(sync, mapping, side)) continue;
      const earlier = used[side].get(mapping[side]);
      if (earlier === undefined) used[side].set(mapping[side], i);
      else errors.push(designError(place, { is: 'mapped-twice', ...pairOf(mapping), side, by: earlier }));
    }
  }
  return errors;
}

/** Why a mapping of these two fields would be refused as it is made; null where it would stand (DI1, DI2, FM3–FM6). */
export const pairFault = (sync: ObjectSync, { left, right }: Both<string>): DesignFault | null =>
  faultOf(sync, { left, right, direction: null, transform: null });

type Mapped = Pick<FieldMapping, 'left' | 'right' | 'direction' | 'transform'>;

function faultOf(sync: ObjectSync, mapping: Mapped): DesignFault | null {
  const direction = effectiveDirection(sync, mapping);
  if (direction === null) return noDirection(sync, mapping);
  const left = declaredField(sync, 'left', mapping.left);
  const right = declaredField(sync, 'right', mapping.right);
  return mapping.transform === null
    ? incompatibility(mapping, left, right, direction)
    : (severalValues(mapping, left, right) ?? severalJoined(sync, mapping));
}

/** FM6 of the further fields that are joined (S222). */
function severalJoined(sync: ObjectSync, mapping: Mapped): DesignFault | null {
  const side = transformSource(sync, mapping);
  const [, ...joined] = fieldsRead(sync, mapping, side);
  const field = joined.find((name) => declaredField(sync, side, name)?.multiple === true);
  return field === undefined ? null : { is: 'several-values', ...pairOf(mapping), field };
}

/** Why a mapping has no direction left (DI1, DI2). */
export function noDirection(sync: ObjectSync, mapping: Mapped): DesignFault {
  const pair = pairOf(mapping);
  const leaves = outOfReadOnly(sync, mapping);
  if (leaves === null) return { is: 'both-read-only', ...pair };
  const own = mapping.direction === sync.direction ? null : mapping.direction;
  const readOnly =
    leaves === 'both' ? null : { field: leaves === 'left-to-right' ? pair.left : pair.right, leaves };
  const runs = directionOfTransform(sync, mapping);
  const transform = runs === 'both' ? null : runs;
  return { is: 'no-direction', ...pair, sync: sync.direction, mapping: own, readOnly, transform };
}

const pairOf = ({ left, right }: Mapped): Both<string> => ({ left, right });
