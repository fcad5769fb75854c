import type { FilterCondition, FilterMode } from '../../model/filter.ts';
import type { Side } from '../../model/side.ts';
import {
  appIn,
  listAt,
  syncIn,
  textAt,
  valueAt,
  withValue,
  type DesignEdit,
  type Path,
} from './design-json.ts';

/** Where a condition stands: its group, and its place in it; one past the end adds. */
export interface ConditionPlace {
  readonly group: number;
  readonly at: number;
}

/** FI2. */
export function setFilterMode(json: unknown, at: number, to: FilterMode): DesignEdit {
  const path = ['syncs', at, 'filters', 'mode'];
  const from = textAt(json, path, 'initial-only') as FilterMode;
  return {
    json: withValue(json, path, to),
    step: { code: 'filter-mode', values: { sync: syncIn(json, at), from, to } },
  };
}

/** FI1: puts a condition in its place, or adds it there. */
export function setCondition(
  json: unknown,
  sync: number,
  side: Side,
  { group, at }: ConditionPlace,
  condition: FilterCondition,
): DesignEdit {
  const path = [...filterOf(sync, side), group, 'all', at];
  const isNew = valueAt(json, path) === undefined;
  const values = { app: appIn(json, side), condition };
  return {
    json: withValue(json, path, conditionJson(condition)),
    step: { code: isNew ? 'condition-added' : 'condition', values },
  };
}

/** A group without a condition would pass everybody, so it goes with its last one; so does the filter with its last group. */
export function removeCondition(
  json: unknown,
  sync: number,
  side: Side,
  { group, at }: ConditionPlace,
  condition: FilterCondition,
): DesignEdit {
  const groups = filterOf(sync, side);
  const left = (path: Path): number => listAt(json, path).length - 1;
  const last = left([...groups, group, 'all']) === 0;
  const next = !last
    ? withValue(json, [...groups, group, 'all', at], undefined)
    : left(groups) === 0
      ? withValue(json, groups.slice(0, -1), null)
      : withValue(json, [...groups, group], undefined);
  return { json: next, step: { code: 'condition-removed', values: { app: appIn(json, side), condition } } };
}

/** FI6: the ids of a list. */
export function setFilterList(
  json: unknown,
  sync: number,
  list: 'allow' | 'deny',
  side: Side,
  ids: readonly string[],
): DesignEdit {
  const path = ['syncs', sync, 'filters', list, side];
  const values = { list, app: appIn(json, side), from: listAt(json, path).length, to: ids.length };
  return { json: withValue(json, path, ids), step: { code: 'filter-list', values } };
}

const filterOf = (sync: number, side: Side): Path => ['syncs', sync, 'filters', side, 'any'];

/** As a design file has it. */
export function conditionJson(condition: FilterCondition): unknown {
  const { field, op } = condition;
  switch (condition.op) {
    case 'known':
    case 'unknown':
      return { field, op };
    case 'in':
      return { field, op, value: condition.values };
    case 'between':
      return { field, op, value: [condition.from, condition.to] };
    case 'last-days':
      return { field, op, value: condition.days };
    case 'eq':
    case 'ne':
    case 'contains':
    case 'starts-with':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return { field, op, value: condition.value };
    default:
      return condition satisfies never;
  }
}
