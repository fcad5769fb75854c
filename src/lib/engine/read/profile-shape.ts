import type { DateOrder } from '../model/field.ts';
import { readDatetime } from './date.ts';
import { readNumber } from './number.ts';

/** What one cell can be read as, as bits. A cell that fits several forms is evidence for none of them. */
export const SHAPE = {
  /** A number whatever the decimal sign. */
  number: 1,
  /** A number only with this decimal sign. */
  decimalDot: 2,
  decimalComma: 4,
  /** A number with either sign, but another one: `1.234`. */
  decimalOpen: 8,
  /** A date whatever the order: `2025-04-13`, `4.4.2025`. */
  date: 16,
  dayFirst: 32,
  monthFirst: 64,
  /** A date under both orders, but another day: `03/04/2025`. */
  orderOpen: 128,
  time: 256,
  boolean: 512,
} as const;

export const NUMBERS = SHAPE.number | SHAPE.decimalDot | SHAPE.decimalComma | SHAPE.decimalOpen;
export const DATES = SHAPE.date | SHAPE.dayFirst | SHAPE.monthFirst | SHAPE.orderOpen;

/** Codes and phone numbers are no numbers, even where they could be read as one. */
const CODE = /^(?:\+|-?0\d)/;
const DIGITS = 15;
const WORD = /^(?:true|false|yes|no)$/i;

/** Told from the first and last byte alone: `shapeOf` would give 0. False where it must be asked. */
export function isPlainText(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from]! | 0x20;
  if (first < 0x61 || first > 0x7a) return false;
  if (first !== 0x74 && first !== 0x66 && first !== 0x79 && first !== 0x6e) return true;
  // `true`, `false`, `yes`, `no` have at most five letters; white space may follow them.
  const last = bytes[to - 1]!;
  return to - from > 5 && last > 0x20 && last < 0x80;
}

export function shapeOf(text: string): number {
  const cell = text.trim();
  if (WORD.test(cell)) return SHAPE.boolean;
  const first = cell.charCodeAt(0);
  if (!((first >= 48 && first <= 57) || (first >= 43 && first <= 46))) return 0;
  return usualShape(cell, first) ?? (dateShape(cell) || numberShape(cell));
}

const WHOLE = /^[1-9]\d*$/;
/** A day every month has, so that only the years are left to ask. */
const ISO =
  /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])(T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?Z?)?$/;

/** The forms exports are full of, told at a glance: phone codes, whole numbers, ISO dates. Null: ask the readers. */
function usualShape(cell: string, first: number): number | null {
  if (first === 43) return 0;
  if (WHOLE.test(cell)) return cell.length <= DIGITS ? SHAPE.number : 0;
  const iso = ISO.exec(cell);
  if (iso === null) return null;
  return iso[1] === undefined ? SHAPE.date : SHAPE.date | SHAPE.time;
}
function numberShape(cell: string): number {
  if (CODE.test(cell) || cell.replace(/\D/g, '').length > DIGITS) return 0;
  const dot = readNumber(cell, '.');
  const comma = readNumber(cell, ',');
  if (dot === null) return comma === null ? 0 : SHAPE.decimalComma;
  if (comma === null) return SHAPE.decimalDot;
  return dot === comma ? SHAPE.number : SHAPE.decimalOpen;
}

function dateShape(cell: string): number {
  const day = (order: DateOrder): number | null => readDatetime(cell, order);
  const year = day('ymd');
  const time = /[T ]\d/i.test(cell) ? SHAPE.time : 0;
  if (year !== null) return SHAPE.date | time;
  const dayFirst = day('dmy');
  const monthFirst = day('mdy');
  if (dayFirst === null) return monthFirst === null ? 0 : SHAPE.monthFirst | time;
  if (monthFirst === null) return SHAPE.dayFirst | time;
  return (dayFirst === monthFirst ? SHAPE.date : SHAPE.orderOpen) | time;
}
