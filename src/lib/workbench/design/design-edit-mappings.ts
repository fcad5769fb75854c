import type { ConflictRule, Direction } from '../../engine/index.ts';
import { listAt, textAt, valueAt, withValue, type DesignEdit, type Path } from './design-json.ts';
import { directionWord, moved, onOff, ruleWord } from './design-words.ts';

const listOf = (sync: number): Path => ['syncs', sync, 'mappings'];
const placeOf = (sync: number, index: number): Path => ['syncs', sync, 'mappings', index];

/** FM1. */
export function setMappingOn(json: unknown, sync: number, index: number, on: boolean): DesignEdit {
  const place = placeOf(sync, index);
  return {
    json: withValue(json, [...place, 'enabled'], on ? undefined : false),
    label: moved(nameOf(json, place), onOff(!on), onOff(on)),
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
  const before = textAt(json, [...place, 'direction'], ofSync) as Direction;
  const after = direction ?? (ofSync as Direction);
  return {
    json: withValue(json, [...place, 'direction'], direction ?? undefined),
    label: moved(nameOf(json, place), directionWord(json, before), directionWord(json, after)),
  };
}

/** CO1. */
export function setRule(json: unknown, sync: number, index: number, rule: ConflictRule): DesignEdit {
  const place = placeOf(sync, index);
  const before = textAt(json, [...place, 'conflict'], 'winner') as ConflictRule;
  return {
    json: withValue(json, [...place, 'conflict'], rule === 'winner' ? undefined : rule),
    label: moved(nameOf(json, place), ruleWord(json, before), ruleWord(json, rule)),
  };
}

/** FM2: a mapping at the end, confirmed as a person made it. A pair that is there already, off, is turned on again. */
export function addMapping(json: unknown, sync: number, left: string, right: string): DesignEdit {
  const list = listAt(json, listOf(sync));
  const there = list.findIndex(
    (_, index) => valueAt(list, [index, 'left']) === left && valueAt(list, [index, 'right']) === right,
  );
  if (there >= 0) return setMappingOn(json, sync, there, true);
  return {
    json: withValue(json, listOf(sync), [...list, { left, right, confirmed: true }]),
    label: `Added: ${left} with ${right}`,
  };
}

export function removeMapping(json: unknown, sync: number, index: number): DesignEdit {
  const place = placeOf(sync, index);
  const right = textAt(json, [...place, 'right'], '');
  return { json: withValue(json, place, undefined), label: `Removed: ${nameOf(json, place)} with ${right}` };
}

/** A person has looked at suggested mappings: `confirmed` is a member of the file the engine does not look at. */
export function confirmMappings(json: unknown, sync: number, indexes: readonly number[]): DesignEdit {
  const json2 = indexes.reduce<unknown>(
    (made, index) => withValue(made, [...placeOf(sync, index), 'confirmed'], true),
    json,
  );
  const [first] = indexes;
  const label =
    indexes.length === 1 && first !== undefined
      ? `Confirmed: ${nameOf(json, placeOf(sync, first))}`
      : `Confirmed: ${String(indexes.length)} mappings`;
  return { json: json2, label };
}

/** Has a person confirmed this mapping? */
export const isConfirmed = (json: unknown, sync: number, index: number): boolean =>
  valueAt(json, [...placeOf(sync, index), 'confirmed']) === true;

const nameOf = (json: unknown, place: Path): string => textAt(json, [...place, 'left'], 'A mapping');
