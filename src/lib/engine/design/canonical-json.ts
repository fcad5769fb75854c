import { isWellFormed } from './well-formed.ts';

/**
 * A JSON value as RFC 8785 writes it: no blanks, members sorted by UTF-16 code units, ECMAScript numbers. Throws on what
 * JSON cannot hold (undefined, a function, an infinite number, half a surrogate pair).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${String(value)} is no JSON number`);
    return String(value);
  }
  if (typeof value === 'string') {
    if (!isWellFormed(value)) throw new Error('half of a surrogate pair cannot be hashed');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new Error(`${typeof value} is no JSON value`);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
