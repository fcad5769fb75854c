import { idForm } from '../../../engine/index.ts';
import { NUMBERS, isNumber } from './values.ts';
import { BASE } from './version.ts';

/** Bytes of an address; the app takes 16,384 together with the headers. */
const LONGEST_ADDRESS = 12_000;

export const longId = idForm('salesforce');

/** 15 letters and digits, and with three more those that check them: one other in a query, and the app refuses it whole. */
export const isId = (text: string): boolean =>
  /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(text) && longId(text) === longId(text.slice(0, 15));

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** A text in the quotes of a query: nothing in it can end them (S314). */
export const quoted = (text: string): string =>
  `'${text.replaceAll(/[\\'"\u0000-\u001f\u007f\u2028\u2029]/g, escaped)}'`;

const escaped = (sign: string): string =>
  ESCAPES[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value as a query compares a field of this type with it; null where no record can have it. */
export function literal(type: string, text: string): string | null {
  const value = text.trim();
  if (value === '' || LONE_SURROGATE.test(value)) return null;
  if (type === 'id' || type === 'reference') return isId(value) ? quoted(value) : null;
  if (NUMBERS.has(type)) return isNumber(value) ? String(Number(value)) : null;
  if (type === 'boolean') return /^(?:true|false)$/i.test(value) ? value.toUpperCase() : null;
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
  if (type === 'datetime') return isTime(value) ? value : null;
  return quoted(value);
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** ISO 8601, UTC. */
export const isTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(text) && !Number.isNaN(Date.parse(text));

export const queryPath = (soql: string, deleted = false): string =>
  `${BASE}/${deleted ? 'queryAll' : 'query'}?q=${encodeURIComponent(soql)}`;

/** Queries that ask for all of these values of a field, as few as addresses allow. */
export function queriesIn(select: string, field: string, literals: readonly string[]): readonly string[] {
  const begin = `${select} WHERE ${field} IN (`;
  const room = LONGEST_ADDRESS - queryPath(`${begin})`).length;
  const queries: string[] = [];
  let part: string[] = [];
  let length = 0;
  for (const one of literals) {
    const own = encodeURIComponent(`${one},`).length;
    if (part.length > 0 && length + own > room) {
      queries.push(`${begin}${part.join(',')})`);
      part = [];
      length = 0;
    }
    part.push(one);
    length += own;
  }
  if (part.length > 0) queries.push(`${begin}${part.join(',')})`);
  return queries;
}
