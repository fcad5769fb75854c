/** Types of fields whose values are numbers in JSON. */
export const NUMBERS: ReadonlySet<string> = new Set(['int', 'long', 'double', 'currency', 'percent']);

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const UTC = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)\+0000$/;

/** A value of an answer as files have it: a blank is `''`, a time ends in `Z`, a number has no exponent. */
export function textOf(type: string, value: unknown): string {
  switch (typeof value) {
    case 'string':
      return type === 'datetime' ? value.replace(UTC, '$1Z') : value;
    case 'number':
      return decimal(value);
    case 'boolean':
      return String(value);
    default:
      return value === null || value === undefined ? '' : JSON.stringify(value);
  }
}

/**
 * A text as a call carries it: a blank clears. What is no value of its type goes as it stands, and so does a number of more digits than JSON's
 * numbers keep: the app judges it (S313).
 */
export function jsonOf(type: string, text: string): string | number | boolean | null {
  if (text === '') return null;
  if (type === 'boolean') return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : text;
  if (!NUMBERS.has(type) || !isNumber(text)) return text;
  const number = Number(text);
  return plain(decimal(number)) === plain(text) ? number : text;
}

/** The same in a file, which knows texts alone (S444): of a number all its digits and no exponent, yes and no in small letters. */
export function cellOf(type: string, text: string): string {
  if (type === 'boolean') return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : text;
  if (!NUMBERS.has(type) || !isNumber(text)) return text;
  const [, sign = '', digits = ''] = /^(-?)(.*?)\.?$/.exec(plain(text)) ?? [];
  return sign + (digits.startsWith('.') ? `0${digits}` : digits);
}

export const isNumber = (text: string): boolean => DECIMAL.test(text) && Number.isFinite(Number(text));

/** A number without an exponent. */
function decimal(value: number): string {
  const [, sign = '', whole = '', part = '', power] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  if (power === undefined) return String(value);
  const digits = whole + part;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/** A decimal number's one form: no `+`, no exponent, no noughts at its ends. */
function plain(text: string): string {
  const [, sign = '', whole = '', part = '', power = '0'] =
    /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const point = whole.length + Number(power);
  const digits = whole + part;
  const left = point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0');
  const right = point < 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  const number = `${left.replace(/^0+/, '')}.${right.replace(/0+$/, '')}`;
  return number === '.' ? '0' : (sign === '-' ? '-' : '') + number;
}
