import type { PbField } from './collection.ts';

/** S345: what parts the values of a list. */
const BETWEEN = ';';
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const TIME = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** A value as files have it; what is not there is blank. */
export function toText(field: PbField, value: unknown): string {
  if (value === null || value === undefined) return '';
  switch (field.type) {
    case 'json':
    case 'geoPoint':
      return inOrder(value);
    case 'number':
      return typeof value === 'number' ? plain(value) : '';
    case 'date':
    case 'autodate':
      return typeof value === 'string' ? value.replace(' ', 'T') : '';
    default:
  }
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(BETWEEN);
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '';
}

/** The value PocketBase is sent; undefined where the text says none of this field's: PocketBase would take it for nought or blank. */
export function fromText(field: PbField, text: string): unknown {
  switch (field.type) {
    case 'number':
      return text === '' ? null : isNumber(text) ? Number(text) : undefined;
    case 'bool':
      return text === '' ? false : text === 'true' || text === 'false' ? text === 'true' : undefined;
    case 'date':
      return text === '' || isTime(text) ? text : undefined;
    case 'json':
    case 'geoPoint':
      return text === '' ? null : parsed(text);
    case 'select':
    case 'relation':
      return field.multiple ? text.split(BETWEEN).filter((one) => one !== '') : text;
    default:
      return text;
  }
}

/** A number the app can hold without another one coming out of it. */
const isNumber = (text: string): boolean => NUMBER.test(text) && plain(Number(text)) === shortest(text);

/** A time of a day that there is. */
function isTime(text: string): boolean {
  const day = text.slice(0, 10);
  const time = new Date(`${day}T00:00:00Z`);
  return TIME.test(text) && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

/** Without noughts that say nothing. */
const shortest = (text: string): string => {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
};

/** Digits alone: never 1e21. */
function plain(value: number): string {
  const text = String(value === 0 ? 0 : value);
  const [, sign = '', whole = '', part = '', power = ''] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (power === '') return text;
  const digits = whole + part;
  const at = whole.length + Number(power);
  if (at <= 0) return `${sign}0.${'0'.repeat(-at)}${digits}`;
  return `${sign}${digits.padEnd(at, '0')}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** JSON with the names of its objects in order: PocketBase gives them in another one each time. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${inOrder(one)}`).join(',')}}`;
}
