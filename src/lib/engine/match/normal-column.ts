import { isBlankValue, valueCount, type Column } from '../columns/column.ts';
import { readUtf8, writeUtf8 } from '../columns/utf8.ts';
import type { NormalizerName } from '../model/design.ts';
import { SLICE, type Steps } from '../steps.ts';
import type { Tools } from '../tools.ts';
import { asciiFast, normalizer } from './normalize.ts';

/** The values of a column after the normalisers of a key; a blank value is empty. Row → value stays the column's. */
export interface NormalColumn {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/**
 * Normalises every value of a column (MA12). Pure-ASCII cells take a byte loop where the normalisers allow it, all
 * others the string normaliser; both give the same (tested).
 */
export function* normalColumn(
  column: Column,
  names: readonly NormalizerName[],
  country: string | null,
  tools: Tools,
): Steps<NormalColumn> {
  const fast = asciiFast(names);
  if (fast !== null && fast !== 'name' && isClean(column, fast)) return column;
  const slow = normalizer(names, country, tools);
  const values = valueCount(column);
  const offsets = new Uint32Array(values + 1);
  let bytes = new Uint8Array(column.bytes.length + 256);
  let at = 0;
  for (let value = 0; value < values; value++) {
    if (value % SLICE === SLICE - 1) yield { what: 'keys', done: value, total: values };
    if (!isBlankValue(column, value)) {
      const from = column.offsets[value]!;
      const to = column.offsets[value + 1]!;
      const room = at + (to - from) * 4 + 64;
      if (room > bytes.length) bytes = enlarged(bytes, room);
      const end = fast === null ? -1 : asciiInto(column.bytes, from, to, bytes, at, fast);
      if (end >= 0) at = end;
      else {
        const text = slow(readUtf8(column.bytes, from, to));
        if (at + text.length * 3 > bytes.length) bytes = enlarged(bytes, at + text.length * 3);
        at = writeUtf8(text, bytes, at);
      }
    }
    offsets[value + 1] = at;
  }
  return { offsets, bytes };
}

/** Is every value already what the normaliser would give? Then the column serves as it is. */
function isClean(column: Column, fast: 'text' | 'email'): boolean {
  const { bytes } = column;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte <= 32 || byte >= 127) return false;
    if (fast === 'email' && ((byte >= 65 && byte <= 90) || byte === 60 || byte === 62 || byte === 58))
      return false;
  }
  return true;
}

/** Writes the normal form of an ASCII cell; returns the position after it, or -1 where the string normaliser must do it. */
function asciiInto(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
  fast: 'text' | 'email' | 'name',
): number {
  let from = start;
  let to = end;
  while (from < to && isWhite(source[from]!)) from++;
  while (to > from && isWhite(source[to - 1]!)) to--;
  let gap = false;
  for (let i = from; i < to; i++) {
    let byte = source[i]!;
    if (byte >= 128) return -1;
    if (fast !== 'text') {
      if (byte >= 65 && byte <= 90) byte |= 32;
      else if (fast === 'email') {
        if (byte === 60 || byte === 62 || byte === 58) return -1;
      } else if (isWhite(byte)) {
        gap = true;
        continue;
      }
      if (gap) {
        target[at++] = 32;
        gap = false;
      }
    }
    target[at++] = byte;
  }
  return at;
}

const isWhite = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

function enlarged(bytes: Uint8Array<ArrayBuffer>, need: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(bytes.length * 2, need));
  larger.set(bytes);
  return larger;
}
