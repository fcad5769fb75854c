import type { Direction } from '../../model/direction.ts';
import type { FieldDef, FieldType } from '../../model/field.ts';
import { otherSide, type Side } from '../../model/side.ts';

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

/** The ways values may flow between two declared fields; null where they may not at all. An undeclared field fits all. */
export function flowsBetween(left: FieldDef | null, right: FieldDef | null): Direction | null {
  if (left?.multiple === true || right?.multiple === true) return null;
  if (left === null || right === null) return 'both';
  if (ALIKE.some((types) => types.includes(left.type) && types.includes(right.type))) return 'both';
  if (TEXTS.includes(right.type)) return 'left-to-right';
  if (TEXTS.includes(left.type)) return 'right-to-left';
  return null;
}

/** FM5: why two fields cannot be mapped in this direction, as a sentence; null where they can. */
export function incompatibility(
  names: Readonly<Record<Side, string>>,
  left: FieldDef | null,
  right: FieldDef | null,
  direction: Direction,
): string | null {
  const flows = flowsBetween(left, right);
  if (flows === 'both' || flows === direction) return null;
  return `Field ${names.left} is not compatible with field ${names.right}: ${cause(names, left, right, flows)}.`;
}

function cause(
  names: Readonly<Record<Side, string>>,
  left: FieldDef | null,
  right: FieldDef | null,
  flows: Direction | null,
): string {
  const several = left?.multiple === true ? names.left : right?.multiple === true ? names.right : null;
  if (several !== null) return `${several} holds several values`;
  const types = `${String(left?.type)} and ${String(right?.type)}`;
  if (flows === null) return `their types are ${types}`;
  const source: Side = flows === 'left-to-right' ? 'left' : 'right';
  return `of the types ${types} values can only flow from ${names[source]} to ${names[otherSide(source)]}, so make the mapping ${flows}`;
}
