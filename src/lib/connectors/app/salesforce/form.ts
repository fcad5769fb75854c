/** What an answer is asked for before it is believed. */

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string';

/** A list all of whose members are of a form; null where one is not. */
export const listOf = <T>(value: unknown, isOne: (one: unknown) => one is T): readonly T[] | null =>
  Array.isArray(value) && value.every(isOne) ? value : null;

export const anyList = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null);

export function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
