import type { ConflictRule } from '../../model/design.ts';
import type { Direction } from '../../model/direction.ts';
import type { Both } from '../../model/side.ts';
import { appsIn, listAt, textAt, valueAt, withValue, type DesignEdit, type Path } from './design-json.ts';

const listOf = (sync: number): Path => ['syncs', sync, 'mappings'];
const placeOf = (sync: number, index: number): Path => ['syncs', sync, 'mappings', index];

/** FM1; what is switched on is not one that is not to be synced (SF4). */
export function setMappingOn(json: unknown, sync: number, index: number, on: boolean): DesignEdit {
  const place = placeOf(sync, index);
  const isOff =
    on && valueAt(json, ['profile']) === 'salesforce' && valueAt(json, [...place, 'sfRule']) === 'off';
  const freed = isOff ? withValue(json, [...place, 'sfRule'], undefined) : json;
  return {
    json: withValue(freed, [...place, 'enabled'], on ? undefined : false),
    step: { code: 'mapping-on', values: { field: nameOf(json, place), on } },
  };
}

/** DI1; null means the sync's direction. */
export function setMappingDirection(
  json: unknown,
  sync: number,
  index: number,
  direction: Direction | null,
): DesignEdit {
  const place = placeOf(sync, index);
  const ofSync = textAt(json, ['syncs', sync, 'direction'], 'both');
  const from = textAt(json, [...place, 'direction'], ofSync) as Direction;
  const to = direction ?? (ofSync as Direction);
  return {
    json: withValue(json, [...place, 'direction'], direction ?? undefined),
    step: {
      code: 'mapping-direction',
      values: { field: nameOf(json, place), apps: appsIn(json), from, to },
    },
  };
}

/** CO1. */
export function setRule(json: unknown, sync: number, index: number, rule: ConflictRule): DesignEdit {
  const place = placeOf(sync, index);
  const from = textAt(json, [...place, 'conflict'], 'winner') as ConflictRule;
  return {
    json: withValue(json, [...place, 'conflict'], rule === 'winner' ? undefined : rule),
    step: {
      code: 'mapping-rule',
      values: { field: nameOf(json, place), apps: appsIn(json), from, to: rule },
    },
  };
}

/** FM2: a mapping at the end, confirmed as a person made it. A pair that is there already, off, is turned on again. */
export function addMapping(json: unknown, sync: number, { left, right }: Both<string>): DesignEdit {
  const list = listAt(json, listOf(sync));
  const there = list.findIndex(
    (_, index) => valueAt(list, [index, 'left']) === left && valueAt(list, [index, 'right']) === right,
  );
  if (there >= 0) return setMappingOn(json, sync, there, true);
  return {
    json: withValue(json, listOf(sync), [...list, { left, right, confirmed: true }]),
    step: { code: 'mapping-added', values: { pair: { left, right } } },
  };
}

export function removeMapping(json: unknown, sync: number, index: number): DesignEdit {
  const place = placeOf(sync, index);
  const pair = { left: nameOf(json, place), right: textAt(json, [...place, 'right'], '') };
  return { json: withValue(json, place, undefined), step: { code: 'mapping-removed', values: { pair } } };
}

/** A person has looked at suggested mappings: `confirmed` is a member of the file the engine does not look at. */
export function confirmMappings(json: unknown, sync: number, indexes: readonly number[]): DesignEdit {
  const next = indexes.reduce<unknown>(
    (made, index) => withValue(made, [...placeOf(sync, index), 'confirmed'], true),
    json,
  );
  const [first] = indexes;
  if (indexes.length === 1 && first !== undefined) {
    const field = nameOf(json, placeOf(sync, first));
    return { json: next, step: { code: 'confirmed', values: { field } } };
  }
  return { json: next, step: { code: 'confirmed-many', values: { count: indexes.length } } };
}

/** Has a person confirmed this mapping? */
export const isConfirmed = (json: unknown, sync: number, index: number): boolean =>
  valueAt(json, [...placeOf(sync, index), 'confirmed']) === true;

const nameOf = (json: unknown, place: Path): string => textAt(json, [...place, 'left'], '');
