import { intersect, type Direction } from '../../model/direction.ts';
import type { DesignFault } from '../../model/design-error.ts';
import type { FieldDef, FieldType } from '../../model/field.ts';
import type { Both } from '../../model/side.ts';

const TEXTS: readonly FieldType[] = ['text', 'long-text'];

/** Types whose values are the same kind of thing on both sides, so that they may flow both ways (FM3, S11). */
const ALIKE: readonly (readonly FieldType[])[] = [
  TEXTS,
  ['number'],
  ['date', 'datetime'],
  ['boolean'],
  ['single-select'],
  ['multi-select'],
  ['owner'],
];

/** The ways values of two types may flow, as the check of a design has it (FM3–FM5, DI2); null where they may not at all. */
export function waysOfTypes(left: FieldType, right: FieldType): Direction | null {
  const flows = flowsOfTypes(left, right);
  const outOf = left === 'calculated' ? 'left-to-right' : right === 'calculated' ? 'right-to-left' : 'both';
  return flows === null || (left === 'calculated' && right === 'calculated') ? null : intersect(flows, outOf);
}

function flowsOfTypes(left: FieldType, right: FieldType): Direction | null {
  if (ALIKE.some((types) => types.includes(left) && types.includes(right))) return 'both';
  if (TEXTS.includes(right)) return 'left-to-right';
  return TEXTS.includes(left) ? 'right-to-left' : null;
}

/** The ways values may flow between two declared fields; null where they may not at all. An undeclared field fits all. */
export function flowsBetween(left: FieldDef | null, right: FieldDef | null): Direction | null {
  if (left?.multiple === true || right?.multiple === true) return null;
  return left === null || right === null ? 'both' : flowsOfTypes(left.type, right.type);
}

/** FM5: why two fields cannot be mapped in this direction; null where they can. */
export function incompatibility(
  names: Both<string>,
  left: FieldDef | null,
  right: FieldDef | null,
  direction: Direction,
): DesignFault | null {
  const flows = flowsBetween(left, right);
  if (flows === 'both' || flows === direction) return null;
  const several = severalValues(names, left, right);
  if (several !== null) return several;
  const pair = { left: names.left, right: names.right };
  if (left === null || right === null) throw new Error('an undeclared field fits all');
  const types = { left: left.type, right: right.type };
  return flows === null
    ? { is: 'other-types', ...pair, types }
    : { is: 'one-way-types', ...pair, types, flows };
}

/** FM6: a field that holds several values; null where neither does. */
export function severalValues(
  names: Both<string>,
  left: FieldDef | null,
  right: FieldDef | null,
): DesignFault | null {
  const field = left?.multiple === true ? names.left : right?.multiple === true ? names.right : null;
  return field === null ? null : { is: 'several-values', left: names.left, right: names.right, field };
}
