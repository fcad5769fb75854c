import { numberOf } from './json.ts';
import type { OdooField } from './kinds.ts';

/** What parts the ids of a list. */
const BETWEEN = ';';
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A value as files have it: Odoo's `false` is blank, save for a field of yes and no. */
export function toText({ type }: OdooField, value: unknown): string {
  if (type === 'boolean') return value === true ? 'true' : 'false';
  if (value === false || value === null || value === undefined) return '';
  if (type === 'datetime' && typeof value === 'string') return `${value.replace(' ', 'T')}Z`;
  if (type === 'many2one') {
    // With its name beside it, or alone.
    const id: unknown = Array.isArray(value) ? value[0] : value;
    return typeof id === 'number' ? String(id) : '';
  }
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'number').join(BETWEEN);
  if (typeof value === 'number') return plain(value);
  return typeof value === 'string' ? value : '';
}

/** The value Odoo is sent; undefined where the text says none of this field's. */
export function fromText({ type }: OdooField, text: string): unknown {
  if (type === 'boolean') {
    return text === '' ? false : text === 'true' || text === 'false' ? text === 'true' : undefined;
  }
  if (text === '') return type === 'many2many' ? [[6, 0, []]] : false;
  switch (type) {
    case 'integer':
    case 'float':
    case 'monetary':
      return NUMBER.test(text) ? Number(text) : undefined;
    case 'date':
      return DATE.test(text) && isDay(text) ? text : undefined;
    case 'datetime':
      return timeOf(text);
    case 'many2one':
      return numberOf(text) ?? undefined;
    case 'many2many': {
      const ids = text.split(BETWEEN).map(numberOf);
      return ids.every((id) => id !== null) ? [[6, 0, ids]] : undefined;
    }
    default:
      return text;
  }
}

/** As Odoo writes it, in whole seconds of UTC. */
export function timeOf(text: string): string | undefined {
  const time = new Date(text);
  if (!TIME.test(text) || Number.isNaN(time.getTime()) || !isDay(text.slice(0, 10))) return undefined;
  return time.toISOString().slice(0, 19).replace('T', ' ');
}

function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

/** Digits alone, of the size amounts have. */
const plain = (value: number): string => {
  const text = String(value === 0 ? 0 : value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
};
