import type { ObjectSync } from '../../model/design.ts';
import { declaredField } from '../../model/declared-field.ts';
import { designError, type DesignError } from '../../model/design-error.ts';
import type { FilterCondition } from '../../model/filter.ts';
import { SIDES, type Side } from '../../model/side.ts';
import { readingOf } from '../../read/type-pair.ts';
import { canBeOf } from '../../read/condition.ts';
import { viewOf } from '../../read/field-view.ts';

interface PlacedCondition {
  readonly side: Side;
  readonly condition: FilterCondition;
  readonly place: string;
}

/** Every condition of a sync's filters, and of fields required by conditions (S110), with its place. */
export const conditionsOf = (sync: ObjectSync, at: string): readonly PlacedCondition[] =>
  SIDES.flatMap((side): PlacedCondition[] => {
    const placed = (conditions: readonly FilterCondition[], list: string): PlacedCondition[] =>
      conditions.map((condition, i) => ({ side, condition, place: `${at}.${list}[${String(i)}]` }));
    const groups = sync.filters[side]?.any ?? [];
    const fields = sync.schema[side]?.fields ?? [];
    return [
      ...groups.flatMap(({ all }, group) => placed(all, `filters.${side}.any[${String(group)}].all`)),
      ...fields.flatMap(({ requiredWhen = [] }, i) =>
        placed(requiredWhen, `schema.${side}.fields[${String(i)}].requiredWhen`),
      ),
    ];
  });

/** FI1: a value no cell of a declared field could stand before or after. */
export function checkFilters(sync: ObjectSync, at: string): DesignError[] {
  return conditionsOf(sync, at).flatMap(({ side, condition, place }): DesignError[] => {
    const def = declaredField(sync, side, condition.field);
    if (def === null) return [];
    const view = viewOf(def, null);
    const found = orderedBy(condition).find((value) => !canBeOf(value, view));
    if (found === undefined) return [];
    const expected = readingOf(def.type) === 'number' ? 'field-number' : 'field-date';
    return [designError(`${place}.value`, { is: 'wrong-value', expected, found: JSON.stringify(found) })];
  });
}

/** The values whose order a condition asks for. */
function orderedBy(condition: FilterCondition): readonly string[] {
  switch (condition.op) {
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return [condition.value];
    case 'between':
      return [condition.from, condition.to];
    case 'eq':
    case 'ne':
    case 'contains':
    case 'starts-with':
    case 'in':
    case 'known':
    case 'unknown':
    case 'last-days':
      return [];
    default:
      return condition satisfies never;
  }
}
