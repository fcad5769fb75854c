import { inferKinds } from '../read/infer.ts';
import { KIND_EMPTY, isBlankValue, valueCount, type Column, type RecordSet } from '../model/column.ts';
import { readUtf8 } from '../bytes/utf8.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { narrowed } from './narrowed.ts';

/**
 * One column of a set over all its segments. `keep`: only these rows, in this order. The result does not depend on
 * how the rows were cut into segments, save for being plain or dictionary-coded, which no reader can tell.
 */
export function* flatten(set: RecordSet, index: number, keep: Uint32Array | null = null): Steps<Column> {
  const parts = set.segments.map((segment) => segment.columns[index]!);
  const whole = parts.length === 1 ? parts[0]! : yield* join(parts, set.rows);
  return keep === null ? whole : yield* pick(whole, keep);
}

const join = (parts: readonly Column[], rows: number): Steps<Column> =>
  parts.length > 0 && parts.every((part) => part.codes !== null)
    ? joinDictionaries(parts, rows)
    : joinPlain(parts, rows);

function* joinDictionaries(parts: readonly Column[], rows: number): Steps<Column> {
  const seen = new Map<string, number>();
  const codes = new Uint32Array(rows);
  const texts: Place[] = [];
  let row = 0;
  let kinds = KIND_EMPTY;
  for (const part of parts) {
    const map = new Uint32Array(valueCount(part));
    const own = part.codes!;
    yield* inSlices('open', map.length, (from, to) => {
      for (let value = from; value < to; value++) map[value] = codeOf(part, value, seen, texts);
    });
    yield* inSlices('open', part.rows, (from, to) => {
      const before = row - from;
      for (let i = from; i < to; i++) codes[before + i] = map[own[i]!]!;
      row = before + to;
    });
    kinds &= part.kinds;
  }
  const values = yield* gather(texts.length, (i) => texts[i]!);
  return { rows, codes: narrowed(codes, texts.length), ...values, kinds };
}

/** A value and the column it stands in. */
interface Place {
  readonly part: Column;
  readonly value: number;
}

/** The code of a value over all columns, by its text. */
function codeOf(part: Column, value: number, seen: Map<string, number>, texts: Place[]): number {
  const text = readUtf8(part.bytes, part.offsets[value]!, part.offsets[value + 1]!);
  let code = seen.get(text);
  if (code === undefined) {
    code = texts.length;
    seen.set(text, code);
    texts.push({ part, value });
  }
  return code;
}

function* joinPlain(parts: readonly Column[], rows: number): Steps<Column> {
  const offsets = new Uint32Array(rows + 1);
  const blank = new Uint8Array((rows + 7) >> 3);
  let size = 0;
  for (const part of parts) size += yield* plainBytes(part);
  const bytes = new Uint8Array(size);
  let row = 0;
  let at = 0;
  let kinds = KIND_EMPTY;
  for (const part of parts) {
    kinds &= part.kinds;
    if (part.codes === null) bytes.set(part.bytes, at);
    yield* inSlices('open', part.rows, (first, end) => {
      // What the loop needs is its own: names it shared would be looked up each time.
      const { codes, offsets: ends } = part;
      let here = row;
      let done = at;
      for (let i = first; i < end; i++) {
        const value = codes === null ? i : codes[i]!;
        const from = ends[value]!;
        const to = ends[value + 1]!;
        if (codes !== null) bytes.set(part.bytes.subarray(from, to), done);
        done += to - from;
        if (isBlankValue(part, value)) blank[here >> 3]! |= 1 << (here & 7);
        offsets[++here] = done;
      }
      row = here;
      at = done;
    });
  }
  return { rows, codes: null, offsets, bytes, blank, kinds };
}

function* pick(column: Column, keep: Uint32Array): Steps<Column> {
  const { codes } = column;
  if (codes !== null) {
    const kept = new Uint32Array(keep.length);
    const used = new Uint8Array(valueCount(column));
    yield* inSlices('open', keep.length, (from, to) => {
      for (let i = from; i < to; i++) used[(kept[i] = codes[keep[i]!]!)] = 1;
    });
    const kinds = yield* kindsOfUsed(column, used);
    return { ...column, rows: keep.length, codes: narrowed(kept, valueCount(column)), kinds };
  }
  const values = yield* gather(keep.length, (i) => ({ part: column, value: keep[i]! }));
  const kinds = yield* kindsOf(values);
  return { rows: keep.length, codes: null, ...values, kinds };
}

/** Kinds of the values that are still used. */
function* kindsOfUsed(column: Column, used: Uint8Array): Steps<number> {
  const values: number[] = [];
  yield* inSlices('open', used.length, (from, to) => {
    for (let value = from; value < to; value++) if (used[value] === 1) values.push(value);
  });
  return yield* kindsOf(yield* gather(values.length, (i) => ({ part: column, value: values[i]! })));
}

interface Values {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
  readonly blank: Uint8Array;
}

function* kindsOf({ offsets, bytes, blank }: Values): Steps<number> {
  let kinds = KIND_EMPTY;
  yield* inSlices('open', offsets.length - 1, (from, to) => {
    kinds = inferKinds(offsets, bytes, blank, { from, to, kinds });
  });
  return kinds;
}

/** Values of columns, one after the other. */
export function* gather(count: number, at: (i: number) => Place): Steps<Values> {
  const offsets = new Uint32Array(count + 1);
  const blank = new Uint8Array((count + 7) >> 3);
  let size = 0;
  yield* inSlices('open', count, (from, to) => {
    for (let i = from; i < to; i++) {
      const { part, value } = at(i);
      size += part.offsets[value + 1]! - part.offsets[value]!;
      offsets[i + 1] = size;
      if (isBlankValue(part, value)) blank[i >> 3]! |= 1 << (i & 7);
    }
  });
  const bytes = new Uint8Array(size);
  yield* inSlices('open', count, (from, to) => {
    for (let i = from; i < to; i++) {
      const { part, value } = at(i);
      bytes.set(part.bytes.subarray(part.offsets[value]!, part.offsets[value + 1]!), offsets[i]!);
    }
  });
  return { offsets, bytes, blank };
}

function* plainBytes({ codes, bytes, offsets, rows }: Column): Steps<number> {
  if (codes === null) return bytes.length;
  let size = 0;
  yield* inSlices('open', rows, (from, to) => {
    for (let i = from; i < to; i++) size += offsets[codes[i]! + 1]! - offsets[codes[i]!]!;
  });
  return size;
}
