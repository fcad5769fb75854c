import { isObject } from '../../formats/json-shape.ts';

/** Where something stands in a design file: member names and positions. */
export type Path = readonly (string | number)[];

/** One edit of a design: the whole new file, and the change in words. */
export interface DesignEdit {
  readonly json: unknown;
  readonly label: string;
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
