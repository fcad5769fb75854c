import { isAscii, readUtf8, writeUtf8 } from '../../bytes/utf8.ts';
import { CodeTable } from '../../columns/code-table.ts';
import type { Records } from '../../columns/records.ts';
import { SIDES, onBoth, type Both, type Side } from '../../model/side.ts';
import { nearAscii, nearText } from '../../read/near-text.ts';
import { TEXT_SLICE, TUPLE_SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { FieldCodes, KeyCodes } from './key-codes.ts';
import type { NormalColumn } from './normal-column.ts';
import { TupleTable } from './tuple-table.ts';

/**
 * Codes of a key that are equal where its values are but for case, spaces and punctuation (KW5); -1 where there is none, and where no
 * lone record has such a value: only those are asked about.
 */
export interface NearCodes {
  readonly codes: Both<Int32Array>;
  /** All codes are under this. */
  readonly count: number;
}

export function* nearCodes(key: KeyCodes, records: Both<Records>, lone: Both<Int32Array>): Steps<NearCodes> {
  const parts: NearCodes[] = [];
  for (const field of key.fields) parts.push(yield* nearField(field, records, lone));
  const [only] = parts;
  if (key.tuples === null && only !== undefined) return only;
  const tuples = new TupleTable();
  const codes = onBoth((side) => new Int32Array(key.codes[side].length));
  for (const side of SIDES) {
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

/** What lone records have goes into a table, what all records have is looked up there: their near values are kept nowhere. */
function* nearField(field: FieldCodes, records: Both<Records>, lone: Both<Int32Array>): Steps<NearCodes> {
  const table = new CodeTable(lone.left.length + lone.right.length);
  const known = new NearValues(table);
  for (const side of SIDES) {
    const { codes: of } = records[side].column(field.field[side]);
    const rows = lone[side];
    const exact = field.codes[side];
    const pass = (from: number, to: number): void => {
      for (let at = from; at < to; at++) {
        const row = rows[at]!;
        if (exact[row]! >= 0) known.enter(field.normal[side], of === null ? row : of[row]!);
      }
    };
    yield* inSlices('judge', rows.length, pass, TEXT_SLICE);
  }
  const left = yield* nearSide(field, 'left', records.left, new NearValues(table));
  const right = yield* nearSide(field, 'right', records.right, new NearValues(table));
  return { codes: { left, right }, count: table.count };
}

function* nearSide(field: FieldCodes, side: Side, records: Records, seen: NearValues): Steps<Int32Array> {
  const normal = field.normal[side];
  const values = new Int32Array(normal.offsets.length - 1);
  const look = (from: number, to: number): void => {
    for (let value = from; value < to; value++) values[value] = seen.find(normal, value);
  };
  yield* inSlices('judge', values.length, look, TEXT_SLICE);
  const { codes: of } = records.column(field.field[side]);
  const exact = field.codes[side];
  // A value that is no key has no near one either (KW9).
  const codes = of === null ? values : new Int32Array(exact.length);
  yield* inSlices('judge', codes.length, (from, to) => {
    for (let row = from; row < to; row++)
      codes[row] = exact[row]! < 0 ? -1 : values[of === null ? row : of[row]!]!;
  });
  return codes;
}

/** Bytes of a piece; a longer value has a piece of its own. */
const PIECE = 64 * 1024;

/** Near values behind each other in pieces that a table knows. */
class NearValues {
  readonly #table: CodeTable;
  #bytes = new Uint8Array(0);
  #buffer = -1;
  #end = 0;

  constructor(table: CodeTable) {
    this.#table = table;
  }

  /** Gives what is left of a value a code; its bytes stay where it is the first that has it. */
  enter(column: NormalColumn, value: number): void {
    const end = this.#write(column, value);
    const before = this.#table.count;
    if (end > this.#end) this.#table.code(this.#buffer, this.#end, end);
    if (this.#table.count > before) this.#end = end;
  }

  /** The code of what is left of a value, or -1; its bytes are written over. */
  find(column: NormalColumn, value: number): number {
    const end = this.#write(column, value);
    return end === this.#end ? -1 : this.#table.known(this.#buffer, this.#end, end);
  }

  /** Nothing gets longer but a text that case-folds to more bytes. */
  #write({ offsets, bytes: read }: NormalColumn, value: number): number {
    const [from, to] = [offsets[value]!, offsets[value + 1]!];
    if (isAscii(read, from, to)) {
      this.#room(to - from);
      return nearAscii(read, from, to, this.#bytes, this.#end);
    }
    const text = nearText(readUtf8(read, from, to));
    this.#room(text.length * 3);
    return writeUtf8(text, this.#bytes, this.#end);
  }

  #room(length: number): void {
    if (this.#end + length <= this.#bytes.length) return;
    this.#bytes = new Uint8Array(Math.max(PIECE, length));
    this.#buffer = this.#table.addBuffer(this.#bytes);
    this.#end = 0;
  }
}
