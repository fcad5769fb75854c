import type { FieldMapping, ObjectSync } from './design.ts';
import { intersect, type Direction } from './direction.ts';
import { directionOfSalesforce, salesforceFlow } from './salesforce-rule.ts';
import { directionOfTransform } from './transform.ts';
import { declaredField, takesNoValue } from './declared-field.ts';

/** What sync, mapping, Salesforce rule, transform and read-only fields together allow; null where nothing is left (DI1, DI2, SF2, FM10). */
export function effectiveDirection(
  sync: Pick<ObjectSync, 'direction' | 'schema' | 'salesforce'>,
  mapping: Pick<FieldMapping, 'left' | 'right' | 'direction' | 'transform' | 'sfRule' | 'defaultStage'>,
): Direction | null {
  const asked = intersect(sync.direction, mapping.direction ?? 'both');
  if (asked === null) return null;
  const named = intersect(asked, directionOfSalesforce(salesforceFlow(sync, mapping)));
  if (named === null) return null;
  const outOf = outOfReadOnly(sync, mapping);
  const left = intersect(named, directionOfTransform(sync, mapping));
  return outOf === null || left === null ? null : intersect(left, outOf);
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
