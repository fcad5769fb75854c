/** What an answer may hold, looked at before it is believed. */
export type Json = { readonly [name: string]: unknown };

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; null where it is none, or something else is in it. */
export const objectsOf = (value: unknown): readonly Json[] | null =>
  Array.isArray(value) && value.every(isObject) ? value : null;

/** Odoo says blank by `false`. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An id of a record: a whole number from 1. Null of anything else. */
export const idOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;

/** The number of an id as we have it; null where the text is none. */
export const numberOf = (id: string): number | null => (/^[1-9]\d{0,15}$/.test(id) ? idOf(Number(id)) : null);
