import type { DateOrder } from '../model/field.ts';
import { instantOf, offsetAt, type Zone } from '../model/zone.ts';

const DAY_MS = 86_400_000;
/** Days of 0001-01-01 and 9999-12-31. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** What follows the day in a datetime (S6): the `T` or spaces, time, fraction, AM/PM, zone. */
const TIME =
  /^(?:[Tt]| +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?( [AaPp][Mm])?(?:(Z)|([+-])(\d{2})(?::?(\d{2}))?)?$/;

/**
 * Days since 1970-01-01 of a date, or of the day a datetime falls on (S5, S6); null where the text is neither. `zone`: of a time without
 * one; `day`: whose day it is; null UTC (TZ1).
 */
export function readDate(
  text: string,
  order: DateOrder,
  zone: Zone | null = null,
  day: Zone | null = null,
): number | null {
  if (zone === null && day === null) {
    const ms = readDatetime(text, order);
    return ms === null ? null : Math.floor(ms / DAY_MS);
  }
  const isDay = isDayAlone(text);
  const ms = readDatetime(text, order, isDay ? null : zone);
  if (ms === null) return null;
  return Math.floor((isDay || day === null ? ms : ms + offsetAt(day, ms)) / DAY_MS);
}

/** Is a readable cell a day without a time? */
export const isDayAlone = (text: string): boolean => !text.includes(':');

/** Does a readable cell say no zone? */
export const lacksZone = (text: string): boolean => !ZONED.test(text);

/** A `Z` or a sign behind the hour. */
const ZONED = /:.*[Z+-]/;

/**
 * Milliseconds since 1970-01-01T00:00Z of a datetime, or of a date's midnight (S5, S6); null where it is neither. `zone`: of a time
 * without one, null UTC (TZ1).
 */
export function readDatetime(text: string, order: DateOrder, zone: Zone | null = null): number | null {
  const ms = readInstant(text, order);
  return ms === null || zone === null || !lacksZone(text) ? ms : instantOf(zone, ms);
}

function readInstant(text: string, order: DateOrder): number | null {
  const cell = text.trim();
  const end = dayEnd(cell);
  if (end < 8 || end > 10) return null;
  const day = readDay(cell, end, order);
  if (day === null) return null;
  if (end === cell.length) return day * DAY_MS;
  const time = readTime(cell.slice(end));
  if (time === null) return null;
  const ms = day * DAY_MS + time;
  return ms < FIRST_DAY * DAY_MS || ms >= (LAST_DAY + 1) * DAY_MS ? null : ms;
}

/** `YYYY-MM-DD` of days since 1970-01-01. */
export function dateText(days: number): string {
  // Civil calendar of Howard Hinnant's `civil_from_days`: years that begin in March, eras of 400 years.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `YYYY-MM-DDThh:mm:ssZ` of milliseconds since 1970; the milliseconds only where not zero (FM8). */
export function datetimeText(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const rest = ms - days * DAY_MS;
  const second = Math.floor(rest / 1000);
  const millis = rest % 1000;
  const time = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  return `${dateText(days)}T${time}${millis === 0 ? '' : `.${String(millis).padStart(3, '0')}`}Z`;
}

const two = (n: number): string => (n < 10 ? `0${String(n)}` : String(n));

function dayEnd(cell: string): number {
  const last = Math.min(cell.length, 11);
  for (let i = 0; i < last; i++) {
    const code = cell.charCodeAt(i);
    if (code === 32 || code === 84 || code === 116) return i;
  }
  return cell.length;
}

/** Days of the date in `cell[0 … end]`. */
function readDay(cell: string, end: number, order: DateOrder): number | null {
  const first = runOfDigits(cell, 0, end);
  const separator = cell.charCodeAt(first);
  if (separator !== 45 && separator !== 46 && separator !== 47) return null;
  const second = runOfDigits(cell, first + 1, end);
  if (second >= end || cell.charCodeAt(second) !== separator) return null;
  const third = runOfDigits(cell, second + 1, end);
  if (third !== end) return null;
  const a = integer(cell, 0, first);
  const b = integer(cell, first + 1, second);
  const c = integer(cell, second + 1, third);
  const lengthB = second - first - 1;
  const lengthC = third - second - 1;
  if (first === 4) {
    const iso = separator === 45 && lengthB === 2 && lengthC === 2;
    if (order !== 'ymd' && !iso) return null;
    return isOneOrTwo(lengthB) && isOneOrTwo(lengthC) ? civilDay(a, b, c) : null;
  }
  if (order === 'ymd' || lengthC !== 4 || !isOneOrTwo(first) || !isOneOrTwo(lengthB)) return null;
  return order === 'dmy' ? civilDay(c, b, a) : civilDay(c, a, b);
}

const isOneOrTwo = (length: number): boolean => length === 1 || length === 2;

function runOfDigits(cell: string, from: number, end: number): number {
  let i = from;
  while (i < end && cell.charCodeAt(i) >= 48 && cell.charCodeAt(i) <= 57) i++;
  return i;
}

function integer(cell: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + cell.charCodeAt(i) - 48;
  return value;
}

/** Days since 1970-01-01 of a real calendar day of the years 1–9999, else null. */
function civilDay(year: number, month: number, day: number): number | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) {
    return null;
  }
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Milliseconds after midnight UTC of the day written; a zone can make it negative or more than a day. */
function readTime(text: string): number | null {
  const parts = TIME.exec(text);
  if (parts === null) return null;
  let hour = Number(parts[1]);
  const minute = Number(parts[2]);
  const second = Number(parts[3] ?? 0);
  if (minute > 59 || second > 59) return null;
  const half = parts[5];
  if (half === undefined) {
    if (hour > 23) return null;
  } else {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.charAt(1).toLowerCase() === 'p' ? 12 : 0);
  }
  const millis = Number((parts[4] ?? '').slice(0, 3).padEnd(3, '0'));
  const zoneHour = Number(parts[8] ?? 0);
  const zoneMinute = Number(parts[9] ?? 0);
  if (zoneHour > 23 || zoneMinute > 59) return null;
  const zone = (zoneHour * 60 + zoneMinute) * (parts[7] === '-' ? -1 : 1);
  return ((hour * 60 + minute - zone) * 60 + second) * 1000 + millis;
}
