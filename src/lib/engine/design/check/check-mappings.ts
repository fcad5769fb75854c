import type { DesignError, FieldMapping, ObjectSync } from '../../model/design.ts';
import { SIDES, type Side } from '../../model/side.ts';
import { incompatibility } from './compatible.ts';
import { declaredField } from '../../model/declared-field.ts';
import { effectiveDirection, outOfReadOnly } from '../../model/effective-direction.ts';

/** Errors of a sync's enabled mappings that need no file: direction, types, fields used twice (DI1, DI2, FM2–FM5). */
export function checkMappings(sync: ObjectSync, at: string): DesignError[] {
  const errors: DesignError[] = [];
  const used: Record<Side, Map<string, number>> = { left: new Map(), right: new Map() };
  for (const [i, mapping] of sync.mappings.entries()) {
    if (!mapping.enabled) continue;
    const place = `${at}.mappings[${String(i)}]`;
    const direction = effectiveDirection(sync, mapping);
    if (direction === null) {
      errors.push({ at: place, code: 'direction-empty', message: noDirection(sync, mapping) });
    } else {
      const [left, right] = [
        declaredField(sync, 'left', mapping.left),
        declaredField(sync, 'right', mapping.right),
      ];
      const message = incompatibility(mapping, left, right, direction);
      if (message !== null) errors.push({ at: place, code: 'incompatible', message });
    }
    for (const side of SIDES) {
      const earlier = used[side].get(mapping[side]);
      if (earlier === undefined) used[side].set(mapping[side], i);
      else
        errors.push({ at: place, code: 'field-mapped-twice', message: mappedTwice(side, mapping, earlier) });
    }
  }
  return errors;
}

function noDirection(sync: ObjectSync, mapping: FieldMapping): string {
  const { left, right } = mapping;
  const readOnly = outOfReadOnly(sync, mapping);
  if (readOnly === null) {
    return `Field ${left} is not compatible with field ${right}: both are read-only, so nothing can flow.`;
  }
  const limits = [`the sync is ${sync.direction}`];
  if (mapping.direction !== null && mapping.direction !== sync.direction) {
    limits.push(`the mapping is ${mapping.direction}`);
  }
  if (readOnly !== 'both') {
    limits.push(`${readOnly === 'left-to-right' ? left : right} is read-only, which leaves ${readOnly}`);
  }
  return `No direction is left for ${left} and ${right}: ${limits.join(', ')}.`;
}

const mappedTwice = (side: Side, mapping: FieldMapping, earlier: number): string =>
  `Field ${mapping.left} is not compatible with field ${mapping.right}: the ${side} field ${mapping[side]} is already mapped by mapping ${String(earlier + 1)}.`;
