import type { DateOrder } from '../../src/lib/engine/model/field.ts';

/** S1. */
export const isBlank = (text: string): boolean => text.trim() === '';

/** S2. */
export const comparisonText = (text: string): string => text.trim().normalize('NFC').replace(/\r\n?/g, '\n');

/** S13. */
export const caseFold = (text: string): string => text.toUpperCase().toLowerCase().normalize('NFC');

/** S32, S7: how uniqueness and options fold. */
export const folded = (text: string): string => caseFold(text.trim());

/** S3: canonical decimal text, or null. */
export function readNumber(text: string, decimal: '.' | ','): string | null {
  const point = decimal === '.' ? '\\.' : ',';
  const group = decimal === '.' ? ',' : '.';
  const shape = new RegExp(
    `^([+-]?)(\\d+|\\d{1,3}(?:[${group} \\u00a0\\u202f']\\d{3})+)?(?:${point}(\\d*))?(?:[eE]([+-]?\\d+))?$`,
  );
  const found = shape.exec(text.trim());
  if (found === null) return null;
  const whole = (found[2] ?? '').replace(/\D/g, '');
  const fraction = found[3] ?? '';
  const exponent = Number(found[4] ?? '0');
  if (whole + fraction === '' || Math.abs(exponent) > 99) return null;
  let digits = whole + fraction;
  let pointAt = whole.length + exponent;
  if (pointAt < 0) {
    digits = '0'.repeat(-pointAt) + digits;
    pointAt = 0;
  }
  if (pointAt > digits.length) digits += '0'.repeat(pointAt - digits.length);
  const before = digits.slice(0, pointAt).replace(/^0+/, '') || '0';
  const after = digits.slice(pointAt).replace(/0+$/, '');
  const size = after === '' ? before : `${before}.${after}`;
  return found[1] === '-' && size !== '0' ? `-${size}` : size;
}

/** S4: `true`, `false` or null. */
export function readBoolean(text: string): string | null {
  const word = caseFold(text.trim());
  if (['true', 'yes', 'y', 'on', '1'].includes(word)) return 'true';
  if (['false', 'no', 'n', 'off', '0'].includes(word)) return 'false';
  return null;
}

/** S5: a date alone as `YYYY-MM-DD`, or null. */
function readDay(text: string, order: DateOrder): string | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const found =
    iso ??
    (order === 'ymd'
      ? /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)
      : /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text));
  if (found === null) return null;
  const parts = iso === null ? [found[1], found[3], found[4]] : [found[1], found[2], found[3]];
  const [a, b, c] = parts.map(Number) as [number, number, number];
  const [year, month, day] =
    iso !== null || order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1 ? date.toISOString().slice(0, 10) : null;
}

/** S6: a date with a time as an instant, or null. */
function readInstant(text: string, order: DateOrder): Date | null {
  const found =
    /^(\S+?)(?:[Tt]| +)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?: ([AaPp])[Mm])?(?:Z|([+-])(\d\d)(?::?(\d\d))?)?$/.exec(
      text,
    );
  if (found === null) return null;
  const day = readDay(found[1] ?? '', order);
  let hour = Number(found[2]);
  const minute = Number(found[3]);
  const second = Number(found[4] ?? '0');
  if (day === null || hour > 23 || minute > 59 || second > 59) return null;
  if (found[6] !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (found[6].toUpperCase() === 'P' ? 12 : 0);
  }
  const milliseconds = Number(((found[5] ?? '') + '000').slice(0, 3));
  const offset = (Number(found[8] ?? '0') * 60 + Number(found[9] ?? '0')) * (found[7] === '-' ? -1 : 1);
  const midnight = new Date(`${day}T00:00:00Z`).getTime();
  return new Date(midnight + (hour * 60 + minute - offset) * 60_000 + second * 1000 + milliseconds);
}

/** S5, S6, TZ1: the day of a cell, or null. `zone`: of a time without one; `day`: whose day it is. */
export function readDate(
  text: string,
  order: DateOrder,
  zone: string | null = null,
  day: string | null = null,
): string | null {
  const trimmed = text.trim();
  const alone = readDay(trimmed, order);
  if (alone !== null) return alone;
  const instant = readDatetime(text, order, zone);
  if (instant === null) return null;
  const at = new Date(instant).getTime();
  return new Date(at + (day === null ? 0 : offsetOf(day, at))).toISOString().slice(0, 10);
}

/** TZ1: milliseconds east of UTC. */
function offsetOf(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  return new Date(`${parts.replace(' ', 'T')}Z`).getTime() - Math.floor(at / 1000) * 1000;
}

/** TZ1: the instants a local time can be, the first of them; one that never comes as if the clock had not moved. */
function fromLocal(zone: string, local: number): number {
  const day = 86_400_000;
  const offsets = [offsetOf(zone, local - day), offsetOf(zone, local + day)];
  const found = offsets.map((offset) => local - offset).find((at) => at + offsetOf(zone, at) === local);
  return found ?? local - (offsets[0] ?? 0);
}

/** TZ2: does a readable cell say no zone? */
export const isWithoutZone = (text: string): boolean =>
  !/:\d\d.*(?:Z|[+-]\d\d(?::?\d\d)?)$/.test(text.trim());

/** S6: the instant of a cell in its text form (FM8), or null. `zone`: of a time without one (TZ1). */
export function readDatetime(text: string, order: DateOrder, zone: string | null = null): string | null {
  const trimmed = text.trim();
  const day = readDay(trimmed, order);
  const instant = day === null ? readInstant(trimmed, order) : new Date(`${day}T00:00:00Z`);
  if (instant === null) return null;
  const at = zone !== null && isWithoutZone(trimmed) ? fromLocal(zone, instant.getTime()) : instant.getTime();
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
