import { isObject, type Json } from '../json.ts';

/** The objects of a list; what else is in it is left out. Of no list: none. */
export const objectsIn = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** A text; null of anything else. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** An id, which HubSpot gives as a text or as a number; null of anything else. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : null;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The texts of a list, or the one that stands there alone. */
export function textsIn(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map(idOf).filter((one) => one !== null);
}

/** A property's value as files have it: a blank one is `''`. */
export function valueOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Of a page of results: where the next one begins; null after the last. Undefined: it cannot be told. */
export function nextOf(body: Json): string | null | undefined {
  if (body['paging'] == null) return null;
  const next = isObject(body['paging']) ? body['paging']['next'] : undefined;
  if (next === null || next === undefined) return isObject(body['paging']) ? null : undefined;
  return (isObject(next) ? idOf(next['after']) : null) ?? undefined;
}
