import { isBlankValue, valueCount, type Column } from '../model/column.ts';
import type { IdDamage } from '../model/id-damage.ts';
import { readUtf8 } from '../bytes/utf8.ts';
import { drain, SLICE, type Steps } from '../run/steps.ts';

const SCIENTIFIC = /^[1-9](?:[.,]\d+)?[eE]\+?\d{1,3}$/;
const DIGITS_KEPT = 15;

/**
 * What happened to the ids of a column, given as its segments: cells in scientific form, or digits that are all noughts from the
 * sixteenth on, in every cell that has so many; or `.0` behind whole numbers in every filled cell. Null where nothing speaks for it.
 */
export const idDamage = (parts: readonly Column[]): IdDamage | null => drain(findIdDamage(parts));

/** The same in steps. */
export function* findIdDamage(parts: readonly Column[]): Steps<IdDamage | null> {
  let scientific = 0;
  let firstScientific = '';
  let cut = 0;
  let noughts = 0;
  let firstCut = '';
  let whole = false;
  let decimals = 0;
  let firstDecimal = '';
  let asWritten = false;
  for (const column of parts) {
    const { bytes, offsets } = column;
    for (let value = 0; value < valueCount(column); value++) {
      if (value % SLICE === SLICE - 1) yield { what: 'open', done: value, total: valueCount(column) };
      const from = offsets[value]!;
      const to = offsets[value + 1]!;
      if (!asWritten && !isBlankValue(column, value)) {
        if (!endsInNoughtDecimal(bytes, from, to)) asWritten = true;
        else if (decimals++ === 0) firstDecimal = readUtf8(bytes, from, to);
      }
      if (to - from < 4 || !isDigit(bytes[from]!) || isBlankValue(column, value)) continue;
      const end = endOfDigits(bytes, from, to);
      if (end === to && to - from > DIGITS_KEPT) {
        if (endsInNoughts(bytes, from + DIGITS_KEPT, to)) {
          if (cut++ === 0) firstCut = readUtf8(bytes, from, to);
          noughts = Math.max(noughts, to - from - DIGITS_KEPT);
        } else whole = true;
      } else if (end - from <= 1) {
        const text = readUtf8(bytes, from, to).trim();
        if (SCIENTIFIC.test(text) && scientific++ === 0) firstScientific = text;
      }
    }
  }
  if (scientific > 0) return { how: 'scientific', count: scientific, sample: firstScientific };
  if (!asWritten && decimals > 1) return { how: 'decimals', count: decimals, sample: firstDecimal };
  // One nought at one id's end is chance.
  return !whole && (cut > 1 || (cut === 1 && noughts > 1))
    ? { how: 'cut-digits', count: cut, sample: firstCut }
    : null;
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** `1001.0`, as a program that reads a column of ids with gaps as fractions writes it back. */
const endsInNoughtDecimal = (bytes: Uint8Array, from: number, to: number): boolean =>
  to - from > 2 && bytes[to - 2] === DOT && bytes[to - 1] === 48 && endOfDigits(bytes, from, to) === to - 2;

const DOT = 46;

function endOfDigits(bytes: Uint8Array, from: number, to: number): number {
  while (from < to && isDigit(bytes[from]!)) from++;
  return from;
}

function endsInNoughts(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== 48) return false;
  return true;
}
