/** What an answer may hold, looked at before it is believed. */
export type Json = { readonly [name: string]: unknown };

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; null where it is none, or something else is in it. */
export const objectsOf = (value: unknown): readonly Json[] | null =>
  Array.isArray(value) && value.every(isObject) ? value : null;

/** Blank where it is none: so Odoo's `false` is. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
