import type { InferredType } from './field.ts';

/** Row → position in the values; null means row i holds value i. */
export type Codes = Uint8Array | Uint16Array | Uint32Array | null;

/**
 * One column, of one segment or of a whole side: UTF-8 values with offsets and a blank bitmap, in which a row's
 * value is `codes[row]` (dictionary-coded) or `row` itself (plain).
 */
export interface Column {
  readonly rows: number;
  readonly codes: Codes;
  /** Value i is `bytes[offsets[i] … offsets[i+1]]`; length is the number of values + 1. */
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
  /** Bit i is 1 where value i is blank (CO5). */
  readonly blank: Uint8Array;
  /** Bits of the inferred types every non-blank value can be read as (`KIND_BITS`); `KIND_EMPTY` without one. */
  readonly kinds: number;
}

/** Rows in reading order, immutable. */
export interface Segment {
  readonly rows: number;
  /** Data row number in the file of each stored row (blank and rejected rows count there). */
  readonly fileRows: Uint32Array;
  /** In header order. */
  readonly columns: readonly Column[];
}

/** One object's records of one side in the order they were read. */
export interface RecordSet {
  /** Names as a design addresses them: unique; the n-th of one header is `Header [n]`. */
  readonly header: readonly string[];
  readonly segments: readonly Segment[];
  readonly rows: number;
}

export const KIND_BITS: Readonly<Record<Exclude<InferredType, 'text'>, number>> = {
  boolean: 1,
  date: 2,
  datetime: 4,
  number: 8,
};

/** RD12, bits that hold while no number was seen that tells its decimal sign, and none that can be read two ways. */
export const SIGN_UNTOLD = 32;
export const SIGN_PLAIN = 64;

/** No non-blank value was seen: every kind is still possible. */
export const KIND_EMPTY = SIGN_PLAIN | SIGN_UNTOLD | 16 | 15;

export const valueCount = (column: Column): number => column.offsets.length - 1;

/** Position of a row's value. */
export const valueOf = (column: Column, row: number): number =>
  column.codes === null ? row : column.codes[row]!;

export const isBlankValue = (column: Column, value: number): boolean =>
  ((column.blank[value >> 3]! >> (value & 7)) & 1) === 1;

export const isBlank = (column: Column, row: number): boolean => isBlankValue(column, valueOf(column, row));

/** RD12: are all values numbers, some can be read two ways, and none tells which? */
export const signIsOpen = (kinds: number): boolean =>
  (kinds & 16) === 0 &&
  (kinds & KIND_BITS.number) !== 0 &&
  (kinds & SIGN_UNTOLD) !== 0 &&
  (kinds & SIGN_PLAIN) === 0;

/** The type a column infers to (S10); text where nothing fits, nothing is there or the decimal sign is open (RD12). */
export function inferredType(kinds: number): InferredType {
  if ((kinds & 16) !== 0) return 'text';
  if ((kinds & KIND_BITS.boolean) !== 0) return 'boolean';
  if ((kinds & KIND_BITS.date) !== 0) return 'date';
  if ((kinds & KIND_BITS.datetime) !== 0) return 'datetime';
  if ((kinds & KIND_BITS.number) !== 0 && !signIsOpen(kinds)) return 'number';
  return 'text';
}
