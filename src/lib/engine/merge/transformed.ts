import { valueText } from '../columns/cell.ts';
import { utf8, writeUtf8 } from '../bytes/utf8.ts';
import { isBlankValue, valueCount, type Column } from '../model/column.ts';
import { isBlankText } from '../read/blank.ts';
import { inferKinds } from '../read/infer.ts';
import type { Making } from '../read/transform.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';

/** A column as a transform leaves it: value by value, row by row of the one it was made from. */
export interface Transformed {
  readonly column: Column;
  /** By value 1 where the transform could not take it: the text then stands as it was. Null where it took all. */
  readonly untaken: Uint8Array | null;
}

/** Makes every value once. */
export function* transformed(from: Column, make: Making): Steps<Transformed> {
  const count = valueCount(from);
  const offsets = new Uint32Array(count + 1);
  const blank = new Uint8Array((count + 7) >> 3);
  const untaken = new Uint8Array(count);
  let bytes = new Uint8Array(from.bytes.length + 64);
  let some = false;
  let at = 0;
  const pass = (first: number, end: number): void => {
    for (let value = first; value < end; value++) {
      const text = isBlankValue(from, value) ? '' : valueText(from, value);
      const made = text === '' ? '' : make(text);
      if (made === null) [untaken[value], some] = [1, true];
      const to = made ?? text;
      if (at + to.length * 3 > bytes.length) bytes = grown(bytes, at + to.length * 3);
      if (isBlankText(to)) blank[value >> 3]! |= 1 << (value & 7);
      at = writeUtf8(to, bytes, at);
      offsets[value + 1] = at;
    }
  };
  yield* inSlices('compare', count, pass, TEXT_SLICE);
  const own = { offsets, bytes: bytes.slice(0, at), blank };
  const kinds = inferKinds(own.offsets, own.bytes, own.blank);
  return { column: { rows: from.rows, codes: from.codes, ...own, kinds }, untaken: some ? untaken : null };
}

export function grown(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, bytes.length * 2));
  larger.set(bytes);
  return larger;
}

/** The same text in every row, whatever the cell holds. */
export function constantColumn(rows: number, text: string): Transformed {
  const bytes = utf8(text);
  const values = { offsets: Uint32Array.of(0, bytes.length), bytes, blank: new Uint8Array(1) };
  const kinds = inferKinds(values.offsets, values.bytes, values.blank);
  return { column: { rows, codes: new Uint8Array(rows), ...values, kinds }, untaken: null };
}

/** What only shows that a value cannot be taken: the way back is worked out where something is written. */
export function* untakenOf(column: Column, make: Making): Steps<Uint8Array | null> {
  const untaken = new Uint8Array(valueCount(column));
  let some = false;
  const pass = (first: number, end: number): void => {
    for (let value = first; value < end; value++) {
      if (isBlankValue(column, value) || make(valueText(column, value)) !== null) continue;
      [untaken[value], some] = [1, true];
    }
  };
  yield* inSlices('compare', untaken.length, pass, TEXT_SLICE);
  return some ? untaken : null;
}
