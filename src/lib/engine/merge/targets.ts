import type { FieldDef } from '../model/field.ts';
import type { ObjectSync } from '../model/design.ts';
import { mayWrite } from '../model/direction.ts';
import { otherSide, type Side } from '../model/side.ts';
import { isBlank, type Column } from '../model/column.ts';
import { takesNoValue } from '../model/declared-field.ts';
import type { CompiledMapping } from './compiled.ts';
import type { Written } from './required-when.ts';
import { cellText } from '../columns/cell.ts';

/** A required, writable field of a side, and the mapping that could fill it (a position, or -1). */
export interface RequiredField {
  readonly def: FieldDef;
  readonly mapping: number;
}

/** FM9: what a create on `side` must have a value for, in schema order. */
export function requiredFields(
  sync: ObjectSync,
  mappings: readonly CompiledMapping[],
  side: Side,
): RequiredField[] {
  return (sync.schema[side]?.fields ?? [])
    .filter((def) => def.required && !takesNoValue(def))
    .map((def) => ({
      def,
      mapping: mappings.findIndex((on) => on.fields[side].includes(def.name) && mayWrite(on.direction, side)),
    }));
}

/** A value a create gives to a field of `side` (CO6). */
export interface CreateValue {
  readonly mapping: number;
  readonly to: string;
}

/** Every mapped non-blank value of a record of the other side that may flow to `side`, in mapping order. */
export function createValues(mappings: readonly CompiledMapping[], side: Side, row: number): CreateValue[] {
  const source = otherSide(side);
  const values: CreateValue[] = [];
  mappings.forEach((on, mapping) => {
    if (!mayWrite(on.direction, side) || isBlank(on.given[source], row)) return;
    values.push({ mapping, to: createText(on, side, row) });
  });
  return values;
}

/** The text a create puts on `side` for a non-blank cell. */
export const createText = (on: CompiledMapping, side: Side, row: number): string =>
  on.write[side](cellText(writtenOf(on, side), row));

/** What the create of a record of the other side writes by each mapping. */
export const createdTexts =
  (mappings: readonly CompiledMapping[], side: Side, row: number): Written =>
  (at) => {
    const on = mappings[at];
    if (on === undefined || !mayWrite(on.direction, side)) return null;
    return isBlank(on.given[otherSide(side)], row) ? null : createText(on, side, row);
  };

/** The text a pair's write puts on `side`. */
export function writtenText(on: CompiledMapping, side: Side, left: number, right: number): string {
  const source = otherSide(side);
  const text = cellText(writtenOf(on, side), source === 'left' ? left : right);
  return text === '' ? '' : on.write[side](text);
}

/** What is written on a side is made of: the other side's values, row by row. */
const writtenOf = ({ parents, values }: CompiledMapping, side: Side): Column =>
  parents !== null && side === 'left' ? parents.back : values[otherSide(side)];
