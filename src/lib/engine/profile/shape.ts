import type { DateOrder } from '../model/field.ts';
import { readDatetime } from '../read/date.ts';
import { readNumber } from '../read/number.ts';
import { readUtf8 } from '../bytes/utf8.ts';
import { DIGITS, FORM, formAt } from '../read/usual-form.ts';

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

/** Shapes are below. */
export const SHAPES = 1024;

export const NUMBERS = SHAPE.number | SHAPE.decimalDot | SHAPE.decimalComma | SHAPE.decimalOpen;
export const DATES = SHAPE.date | SHAPE.dayFirst | SHAPE.monthFirst | SHAPE.orderOpen;

export const kindOf = (shape: number): 'date' | 'number' | 'boolean' | 'none' =>
  (shape & DATES) !== 0
    ? 'date'
    : (shape & NUMBERS) !== 0
      ? 'number'
      : (shape & SHAPE.boolean) !== 0
        ? 'boolean'
        : 'none';

/** Codes and phone numbers are no numbers, even where they could be read as one. */
const CODE = /^(?:\+|-?0\d)/;
const WORD = /^(?:true|false|yes|no)$/i;

/** Shapes of the usual forms; `FORM.ask` is not told. */
const USUAL: readonly (number | undefined)[] = Object.values({
  [FORM.ask]: undefined,
  [FORM.text]: 0,
  [FORM.whole]: SHAPE.number,
  [FORM.day]: SHAPE.date,
  [FORM.moment]: SHAPE.date | SHAPE.time,
});

/** The shape of the non-blank cell `bytes[from … to]`. */
export function shapeAt(bytes: Uint8Array, from: number, to: number): number {
  return USUAL[formAt(bytes, from, to)] ?? shapeOf(readUtf8(bytes, from, to));
}

export function shapeOf(text: string): number {
  const cell = text.trim();
  if (WORD.test(cell)) return SHAPE.boolean;
  const first = cell.charCodeAt(0);
  if (!((first >= 48 && first <= 57) || (first >= 43 && first <= 46))) return 0;
  return dateShape(cell) || numberShape(cell);
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
