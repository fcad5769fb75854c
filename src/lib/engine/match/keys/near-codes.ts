import { readUtf8, writeUtf8 } from '../../bytes/utf8.ts';
import { CodeTable } from '../../columns/code-table.ts';
import type { Records } from '../../columns/records.ts';
import { onBoth, type Both, type Side } from '../../model/side.ts';
import { nearAscii, nearText } from '../../read/near-text.ts';
import { SLICE, TEXT_SLICE, TUPLE_SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { FieldCodes, KeyCodes } from './key-codes.ts';
import type { NormalColumn } from './normal-column.ts';
import { TupleTable } from './tuple-table.ts';

/** Codes of a key that are equal where its values are but for case, spaces and punctuation (KW5); -1 where there is none. */
export interface NearCodes {
  readonly codes: Both<Int32Array>;
  /** All codes are under this. */
  readonly count: number;
}

export function* nearCodes(key: KeyCodes, records: Both<Records>): Steps<NearCodes> {
  const parts: NearCodes[] = [];
  for (const field of key.fields) parts.push(yield* nearField(field, records));
  const [only] = parts;
  if (key.tuples === null && only !== undefined) return only;
  const tuples = new TupleTable();
  const codes = onBoth((side) => new Int32Array(key.codes[side].length));
  for (const side of ['left', 'right'] as const) {
    const own = codes[side];
    const pass = (from: number, to: number): void => {
      for (let row = from; row < to; row++) {
        const tuple = parts.map((part) => part.codes[side][row]!);
        own[row] = tuple.includes(-1) ? -1 : tuples.code(0, tuple);
      }
    };
    yield* inSlices('judge', own.length, pass, TUPLE_SLICE);
  }
  return { codes, count: tuples.count };
}

function* nearField(field: FieldCodes, records: Both<Records>): Steps<NearCodes> {
  const table = new CodeTable(field.count);
  const left = yield* nearSide(field, 'left', records.left, table);
  const right = yield* nearSide(field, 'right', records.right, table);
  return { codes: { left, right }, count: table.count };
}

function* nearSide(field: FieldCodes, side: Side, records: Records, table: CodeTable): Steps<Int32Array> {
  const { offsets, bytes } = yield* nearColumn(field.normal[side]);
  const buffer = table.addBuffer(bytes);
  const values = new Int32Array(offsets.length - 1);
  for (let from = 0; from < values.length; from += SLICE) {
    table.codeValues(buffer, offsets, from, Math.min(values.length, from + SLICE), values);
    yield { what: 'judge', done: from, total: values.length };
  }
  const column = records.column(field.field[side]);
  const exact = field.codes[side];
  const codes = new Int32Array(exact.length);
  yield* inSlices('judge', codes.length, (from, to) => {
    for (let row = from; row < to; row++) {
      // A value that is no key has no near one either (KW9).
      const value = column.codes === null ? row : column.codes[row]!;
      codes[row] = exact[row]! < 0 ? -1 : values[value]!;
    }
  });
  return codes;
}

/** What is left of every value. Nothing gets longer but a text that case-folds to more bytes. */
function* nearColumn({ offsets: from, bytes: read }: NormalColumn): Steps<NormalColumn> {
  const count = from.length - 1;
  const offsets = new Uint32Array(count + 1);
  let bytes = new Uint8Array(read.length + 16);
  let end = 0;
  const pass = (first: number, last: number): void => {
    for (let value = first; value < last; value++) {
      const [a, b] = [from[value]!, from[value + 1]!];
      if (isAscii(read, a, b)) {
        if (bytes.length < end + b - a) bytes = larger(bytes, end + b - a);
        end = nearAscii(read, a, b, bytes, end);
      } else {
        const text = nearText(readUtf8(read, a, b));
        if (bytes.length < end + text.length * 3) bytes = larger(bytes, end + text.length * 3);
        end = writeUtf8(text, bytes, end);
      }
      offsets[value + 1] = end;
    }
  };
  yield* inSlices('judge', count, pass, TEXT_SLICE);
  return { offsets, bytes: bytes.subarray(0, end) };
}

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! > 127) return false;
  return true;
}

function larger(bytes: Uint8Array<ArrayBuffer>, atLeast: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(Math.max(atLeast, bytes.length * 2));
  next.set(bytes);
  return next;
}
