import { cellText } from '../columns/cell.ts';
import type { Records } from '../columns/records.ts';
import type { Column } from '../model/column.ts';
import { conditionValue, fieldsRequiredWhen } from '../model/conditions.ts';
import { declaredField, takesNoValue } from '../model/declared-field.ts';
import type { ObjectSync } from '../model/design.ts';
import { mayWrite } from '../model/direction.ts';
import type { FieldDef } from '../model/field.ts';
import type { FilterCondition } from '../model/filter.ts';
import { SIDES, onBoth, type Both, type Side } from '../model/side.ts';
import type { Zones } from '../model/zone.ts';
import { isBlankText } from '../read/blank.ts';
import { passesBlank, valueTest } from '../read/condition.ts';
import { viewOf } from '../read/field-view.ts';
import { zoneOfField } from '../read/field-zone.ts';
import type { Steps } from '../run/steps.ts';
import type { CompiledMapping } from './compiled.ts';

/** A field that must not be blank while its conditions hold of the record (S110). */
export interface ConditionalField extends AnyField {
  readonly def: FieldDef;
  readonly conditions: readonly (AnyField & { readonly holds: (text: string) => boolean })[];
}

/** A field of a record as it is, and as a plan makes it. */
interface AnyField {
  /** The cells; null where the file has no such column. */
  readonly cells: Column | null;
  /** Of the mapping that may write it; -1 where none does. */
  readonly mapping: number;
}

/** What a plan writes on the record by a mapping; null where nothing. */
export type Written = (mapping: number) => string | null;

/** The conditional fields of both sides, in schema order. `asOf`: days since 1970-01-01, for `last-days`. */
export function* conditionalFields(
  sync: ObjectSync,
  records: Both<Records>,
  mappings: readonly CompiledMapping[],
  asOf: number,
  zones: Zones,
): Steps<Both<readonly ConditionalField[]>> {
  for (const side of SIDES) {
    const named = fieldsRequiredWhen(sync, side);
    yield* records[side].flatten(named.filter((name) => records[side].has(name)));
  }
  return onBoth((side) =>
    (sync.schema[side]?.fields ?? []).flatMap((def): ConditionalField[] => {
      const { requiredWhen = [] } = def;
      if (requiredWhen.length === 0 || takesNoValue(def)) return [];
      const fieldOf = (name: string): AnyField => ({
        cells: records[side].has(name) ? records[side].column(name) : null,
        mapping: mappings.findIndex(
          ({ fields, direction }) => fields[side].includes(name) && mayWrite(direction, side),
        ),
      });
      const conditions = requiredWhen.map((condition) => ({
        ...fieldOf(condition.field),
        holds: holding(sync, side, records[side], condition, asOf, zones),
      }));
      return [{ ...fieldOf(def.name), def, conditions }];
    }),
  );
}

function holding(
  sync: ObjectSync,
  side: Side,
  records: Records,
  condition: FilterCondition,
  asOf: number,
  zones: Zones,
): (text: string) => boolean {
  const def = declaredField(sync, side, condition.field);
  const zone = zoneOfField(sync, side, condition.field, zones);
  const view = viewOf(def, def === null ? records.inferred(condition.field) : null, zone);
  const test = valueTest(condition, view, asOf);
  return (text) => (isBlankText(text) ? passesBlank(condition) : test(text));
}

/** Of these fields the ones a write leaves blank though their conditions hold. `row`: the record's, -1 for a create. */
export function leftBlank(
  fields: readonly ConditionalField[],
  row: number,
  written: Written,
): readonly ConditionalField[] {
  const after = ({ cells, mapping }: AnyField): string =>
    written(mapping) ?? (row < 0 || cells === null ? '' : cellText(cells, row));
  // What a write does not touch was so before, and is not refused for it.
  const isTouched = (one: AnyField): boolean => row < 0 || written(one.mapping) !== null;
  return fields.filter(
    (field) =>
      (isTouched(field) || field.conditions.some(isTouched)) &&
      isBlankText(after(field)) &&
      field.conditions.every((condition) => condition.holds(after(condition))),
  );
}

/** Conditions as a plan names them: `Stage eq Lost and Amount gt 100`. */
export const conditionsText = (conditions: readonly FilterCondition[]): string =>
  conditions
    .map((one) => [one.field, one.op, conditionValue(one, PLAIN) ?? []].flat().join(' '))
    .join(' and ');

const PLAIN = { between: (from: string, to: string) => `${from} to ${to}`, days: String };
