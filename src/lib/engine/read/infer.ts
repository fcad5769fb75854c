import { KIND_BITS, KIND_EMPTY, SIGN_PLAIN, SIGN_UNTOLD } from '../model/column.ts';
import { readUtf8 } from '../bytes/utf8.ts';
import { readDate, readDatetime } from './date.ts';
import { FORM, formAt } from './usual-form.ts';

const BOOLEAN = /^(?:true|false|yes|no)$/i;
const NUMBER = /^-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATETIME = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}/;

/** What the usual forms can be read as; `FORM.ask` is not told. */
const USUAL: readonly (number | undefined)[] = Object.values({
  [FORM.ask]: undefined,
  [FORM.text]: 0,
  [FORM.whole]: KIND_BITS.number | SIGN_UNTOLD | SIGN_PLAIN,
  [FORM.day]: KIND_BITS.date,
  [FORM.moment]: KIND_BITS.datetime,
});

/**
 * S10: the types every non-blank value of a column can be read as, as bits. Stops at the first value that is only text. `part`: a
 * part of the values, and what those before it can be read as.
 */
export function inferKinds(
  offsets: Uint32Array,
  bytes: Uint8Array,
  blank: Uint8Array,
  part = { from: 0, to: offsets.length - 1, kinds: KIND_EMPTY },
): number {
  let { kinds } = part;
  if (kinds === 0) return 0;
  for (let value = part.from; value < part.to; value++) {
    if (((blank[value >> 3]! >> (value & 7)) & 1) === 1) continue;
    const from = offsets[value]!;
    const to = offsets[value + 1]!;
    kinds &= USUAL[formAt(bytes, from, to)] ?? kindsOf(readUtf8(bytes, from, to));
    if (kinds === 0) return 0;
  }
  return kinds;
}

/** One sign, three digits behind it and one to three before: thousands or a fraction (RD12). */
const TWO_WAYS = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

const signBits = (cell: string): number =>
  TWO_WAYS.test(cell) ? SIGN_UNTOLD : /[.,]/.test(cell) ? SIGN_PLAIN : SIGN_UNTOLD | SIGN_PLAIN;

/** Bits of the inferred types one non-blank text can be read as. */
export function kindsOf(text: string): number {
  const cell = text.trim();
  const first = cell.charCodeAt(0);
  if ((first >= 48 && first <= 57) || first === 45) {
    if (NUMBER.test(cell))
      return cell.replace(/[^\d]/g, '').length <= 15 ? KIND_BITS.number | signBits(cell) : 0;
    if (DATE.test(cell)) return readDate(cell, 'ymd') === null ? 0 : KIND_BITS.date;
    return DATETIME.test(cell) && readDatetime(cell, 'ymd') !== null ? KIND_BITS.datetime : 0;
  }
  return BOOLEAN.test(cell) ? KIND_BITS.boolean : 0;
}
