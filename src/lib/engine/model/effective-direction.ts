import type { FieldMapping, ObjectSync } from './design.ts';
import { intersect, type Direction } from './direction.ts';
import { declaredField, takesNoValue } from './declared-field.ts';

/** What sync, mapping and read-only fields together allow; null where nothing is left (DI1, DI2). */
export function effectiveDirection(
  sync: Pick<ObjectSync, 'direction' | 'schema'>,
  mapping: Pick<FieldMapping, 'left' | 'right' | 'direction'>,
): Direction | null {
  const named = intersect(sync.direction, mapping.direction ?? 'both');
  if (named === null) return null;
  const outOf = outOfReadOnly(sync, mapping);
  return outOf === null ? null : intersect(named, outOf);
}

/** What the read-only and calculated fields of the mapping leave; null where both sides are (DI2). */
export function outOfReadOnly(
  sync: Pick<ObjectSync, 'schema'>,
  mapping: Pick<FieldMapping, 'left' | 'right'>,
): Direction | null {
  const leftStays = takesNoValue(declaredField(sync, 'left', mapping.left));
  const rightStays = takesNoValue(declaredField(sync, 'right', mapping.right));
  if (leftStays) return rightStays ? null : 'left-to-right';
  return rightStays ? 'right-to-left' : 'both';
}
