import { inferKinds } from '../read/infer.ts';
import {
  KIND_EMPTY,
  isBlankValue,
  valueCount,
  valueOf,
  type Column,
  type RecordSet,
} from '../model/column.ts';
import { readUtf8 } from '../bytes/utf8.ts';

/**
 * One column of a set over all its segments. `keep`: only these rows, in this order. The result does not depend on
 * how the rows were cut into segments, save for being plain or dictionary-coded, which no reader can tell.
 */
export function flatten(set: RecordSet, index: number, keep: Uint32Array | null = null): Column {
  const parts = set.segments.map((segment) => segment.columns[index]!);
  const whole = parts.length === 1 ? parts[0]! : join(parts, set.rows);
  return keep === null ? whole : pick(whole, keep);
}

function join(parts: readonly Column[], rows: number): Column {
  if (parts.length > 0 && parts.every((part) => part.codes !== null)) return joinDictionaries(parts, rows);
  return joinPlain(parts, rows);
}

function joinDictionaries(parts: readonly Column[], rows: number): Column {
  const seen = new Map<string, number>();
  const codes = new Uint32Array(rows);
  const texts: { part: Column; value: number }[] = [];
  let row = 0;
  let kinds = KIND_EMPTY;
  for (const part of parts) {
    const values = valueCount(part);
    const map = new Uint32Array(values);
    for (let value = 0; value < values; value++) {
      const text = readUtf8(part.bytes, part.offsets[value]!, part.offsets[value + 1]!);
      let code = seen.get(text);
      if (code === undefined) {
        code = texts.length;
        seen.set(text, code);
        texts.push({ part, value });
      }
      map[value] = code;
    }
    for (let i = 0; i < part.rows; i++) codes[row++] = map[part.codes![i]!]!;
    kinds &= part.kinds;
  }
  const values = gather(texts.length, (i) => texts[i]!);
  return { rows, codes: narrowed(codes, texts.length), ...values, kinds };
}

function joinPlain(parts: readonly Column[], rows: number): Column {
  const offsets = new Uint32Array(rows + 1);
  const blank = new Uint8Array((rows + 7) >> 3);
  let size = 0;
  for (const part of parts) size += plainBytes(part);
  const bytes = new Uint8Array(size);
  let row = 0;
  let at = 0;
  let kinds = KIND_EMPTY;
  for (const part of parts) {
    kinds &= part.kinds;
    if (part.codes === null) bytes.set(part.bytes, at);
    for (let i = 0; i < part.rows; i++) {
      const value = valueOf(part, i);
      const from = part.offsets[value]!;
      const to = part.offsets[value + 1]!;
      if (part.codes !== null) bytes.set(part.bytes.subarray(from, to), at);
      at += to - from;
      if (isBlankValue(part, value)) blank[row >> 3]! |= 1 << (row & 7);
      offsets[++row] = at;
    }
  }
  return { rows, codes: null, offsets, bytes, blank, kinds };
}

function pick(column: Column, keep: Uint32Array): Column {
  if (column.codes !== null) {
    const codes = column.codes;
    const kept = keep.map((row) => codes[row]!);
    const used = compactKinds(column, kept);
    return { ...column, rows: keep.length, codes: narrowed(kept, valueCount(column)), kinds: used };
  }
  const values = gather(keep.length, (i) => ({ part: column, value: keep[i]! }));
  return {
    rows: keep.length,
    codes: null,
    ...values,
    kinds: inferKinds(values.offsets, values.bytes, values.blank),
  };
}

/** Kinds of the values that are still used. */
function compactKinds(column: Column, codes: Uint32Array): number {
  const used = [...new Set(codes)].sort((a, b) => a - b);
  const values = gather(used.length, (i) => ({ part: column, value: used[i]! }));
  return inferKinds(values.offsets, values.bytes, values.blank);
}

function gather(
  count: number,
  at: (i: number) => { readonly part: Column; readonly value: number },
): { offsets: Uint32Array; bytes: Uint8Array; blank: Uint8Array } {
  const offsets = new Uint32Array(count + 1);
  const blank = new Uint8Array((count + 7) >> 3);
  let size = 0;
  for (let i = 0; i < count; i++) {
    const { part, value } = at(i);
    size += part.offsets[value + 1]! - part.offsets[value]!;
    offsets[i + 1] = size;
    if (isBlankValue(part, value)) blank[i >> 3]! |= 1 << (i & 7);
  }
  const bytes = new Uint8Array(size);
  for (let i = 0; i < count; i++) {
    const { part, value } = at(i);
    bytes.set(part.bytes.subarray(part.offsets[value]!, part.offsets[value + 1]!), offsets[i]!);
  }
  return { offsets, bytes, blank };
}

function plainBytes(part: Column): number {
  if (part.codes === null) return part.bytes.length;
  let size = 0;
  for (let i = 0; i < part.rows; i++) {
    const value = part.codes[i]!;
    size += part.offsets[value + 1]! - part.offsets[value]!;
  }
  return size;
}

const narrowed = (codes: Uint32Array, values: number): Uint8Array | Uint16Array | Uint32Array =>
  values <= 256 ? Uint8Array.from(codes) : values <= 65_536 ? Uint16Array.from(codes) : codes;
