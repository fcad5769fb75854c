import type { ObjectKind } from '../../model/design.ts';
import type { DesignStep, SyncName } from '../../model/design-step.ts';
import type { Both, Side } from '../../model/side.ts';
import { isObject } from '../read/read-design-place.ts';

/** Where something stands in a design file: member names and positions. */
export type Path = readonly (string | number)[];

/** One edit of a design: the whole new file, and what was done. */
export interface DesignEdit {
  readonly json: unknown;
  readonly step: DesignStep;
}

/** What stands there; undefined where nothing does. */
export function valueAt(json: unknown, path: Path): unknown {
  let value = json;
  for (const step of path) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/**
 * The design with another value there; `undefined` takes the member or the list's item out. Everything beside the path is
 * kept as it is, members nobody knows too; objects missing on the way are made.
 */
export function withValue(json: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(json) ? [...(json as readonly unknown[])] : [];
    if (rest.length === 0 && value === undefined) list.splice(step, 1);
    else list[step] = withValue(list[step], rest, value);
    return list;
  }
  const object = isObject(json) ? json : {};
  if (rest.length === 0 && value === undefined) {
    return Object.fromEntries(Object.entries(object).filter(([name]) => name !== step));
  }
  const own = Object.hasOwn(object, step) ? object[step] : undefined;
  return { ...object, [step]: withValue(own, rest, value) };
}

/** The list that stands there; empty where none does. */
export function listAt(json: unknown, path: Path): readonly unknown[] {
  const value = valueAt(json, path);
  return Array.isArray(value) ? value : [];
}

/** The text that stands there, else `otherwise`. */
export function textAt(json: unknown, path: Path, otherwise: string): string {
  const value = valueAt(json, path);
  return typeof value === 'string' ? value : otherwise;
}

/** The apps by name, else by their side. */
export const appsIn = (json: unknown): Both<string> => ({
  left: appIn(json, 'left'),
  right: appIn(json, 'right'),
});

export const appIn = (json: unknown, side: Side): string => textAt(json, ['apps', side, 'name'], side);

/** How a sync is called in a step. */
export function syncIn(json: unknown, sync: number): SyncName {
  const kindOf = (one: unknown): string => textAt(one, ['kind'], 'custom');
  const syncs = listAt(json, ['syncs']);
  const kind = kindOf(syncs[sync]);
  const alone = kind !== 'custom' && syncs.filter((one) => kindOf(one) === kind).length === 1;
  return { kind: alone ? (kind as ObjectKind) : null, id: textAt(syncs[sync], ['id'], '') };
}
