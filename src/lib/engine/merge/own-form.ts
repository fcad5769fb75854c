import type { Column } from '../model/column.ts';
import type { Reading } from '../read/type-pair.ts';

/** Is a value written in the one form its type has, so that two of them are equal only where their bytes are? */
export type OwnForm = (column: Column, value: number) => boolean;

/**
 * Is the value its own comparison text (S2) for sure: ASCII and Latin letters up to U+017F in composed form, no white space
 * at an end, no carriage return?
 */
const exact: OwnForm = (column, value) => {
  const { bytes } = column;
  const from = column.offsets[value]!;
  const to = column.offsets[value + 1]!;
  if (bytes[from]! <= 32 || bytes[to - 1]! <= 32) return false;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte === 13 || (byte >= 0xc0 && (byte < 0xc3 || byte > 0xc5))) return false;
  }
  return true;
};

/** Digits alone, no leading zero. */
const whole: OwnForm = ({ offsets, bytes }, value) => {
  const from = offsets[value]!;
  const to = offsets[value + 1]!;
  for (let i = from; i < to; i++) if (bytes[i]! < 48 || bytes[i]! > 57) return false;
  return bytes[from] !== 48 || to - from === 1;
};

/** The signs between the digits; a wrong day or hour is then text, and compares by its bytes all the same. */
const formed =
  (form: string): OwnForm =>
  ({ offsets, bytes }, value) => {
    const from = offsets[value]!;
    if (offsets[value + 1]! - from !== form.length) return false;
    for (let i = 0; i < form.length; i++) {
      const byte = bytes[from + i]!;
      const sign = form.charCodeAt(i);
      if (sign === 48 ? byte < 48 || byte > 57 : byte !== sign) return false;
    }
    return true;
  };

/** Of the readings that have one; a date with a time in it is not the only form of its day. */
export const FORMS: Readonly<Partial<Record<Reading, OwnForm>>> = {
  text: exact,
  number: whole,
  date: formed('0000-00-00'),
  datetime: formed('0000-00-00T00:00:00Z'),
};
