import { isAscii, readUtf8, writeUtf8 } from '../../bytes/utf8.ts';
import { CodeTable } from '../../columns/code-table.ts';
import { SIDES, onBoth, otherSide, type Both } from '../../model/side.ts';
import { nearAscii, nearHash, nearText } from '../../read/near-text.ts';
import { TEXT_SLICE, TUPLE_SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { FieldCodes, KeyCodes } from './key-codes.ts';
import { TupleTable } from './tuple-table.ts';

/**
 * Codes that are equal where the values of a key are but for case, spaces and punctuation (KW5); -1 where there is none, and mostly where
 * no lone record shares it with one of the other side: only those are asked about.
 */
export interface NearCodes {
  /** By code of the key. */
  readonly of: Int32Array;
  /** All are under this. */
  readonly count: number;
}

export function* nearCodes(key: KeyCodes, lone: Both<Int32Array>): Steps<NearCodes> {
  const parts: NearCodes[] = [];
  for (const field of key.fields) parts.push(yield* nearField(field, lone));
  const [only] = parts;
  if (key.tuples === null && only !== undefined) return only;
  const tuples = new TupleTable();
  const of = new Int32Array(key.count).fill(-1);
  for (const side of SIDES) {
    const own = key.codes[side];
    const pass = (from: number, to: number): void => {
      for (let row = from; row < to; row++) {
        const code = own[row]!;
        if (code < 0 || of[code]! >= 0) continue;
        const tuple = parts.map((part, i) => part.of[key.fields[i]!.codes[side][row]!]!);
        if (!tuple.includes(-1)) of[code] = tuples.code(0, tuple);
      }
    };
    yield* inSlices('judge', own.length, pass, TUPLE_SLICE);
  }
  return { of, count: tuples.count };
}

/** Near codes by row, for questions about single groups. */
export const nearByRow = (
  { codes }: KeyCodes,
  { of, count }: NearCodes,
): Pick<KeyCodes, 'codes' | 'count'> => ({
  codes: onBoth((side) => codes[side].map((code) => (code < 0 ? -1 : of[code]!))),
  count,
});

/**
 * By hashes first: what a lone record and one of the other side leave goes into a table, what all others leave is looked up there where
 * the hash may be one of those. Near values are kept nowhere else.
 */
function* nearField({ table: exact, codes, count }: FieldCodes, lone: Both<Int32Array>): Steps<NearCodes> {
  const of = new Int32Array(count);
  const hash = (from: number, to: number): void => {
    for (let code = from; code < to; code++) of[code] = exact.read(code, nearHash);
  };
  yield* inSlices('judge', count, hash, TEXT_SLICE);
  const there = onBoth(() => new HashSet(count));
  for (const side of SIDES) {
    const [own, set] = [codes[side], there[side]];
    yield* inSlices('judge', own.length, (from, to) => {
      for (let row = from; row < to; row++) if (own[row]! >= 0) set.add(of[own[row]!]!);
    });
  }
  const table = new CodeTable(1024);
  const known = new NearValues(table);
  const asked = new HashSet(count);
  for (const side of SIDES) {
    const [rows, own, set] = [lone[side], codes[side], there[otherSide(side)]];
    const pass = (from: number, to: number): void => {
      for (let at = from; at < to; at++) {
        const code = own[rows[at]!]!;
        if (code < 0 || !set.mayHave(of[code]!)) continue;
        exact.read(code, known.enter);
        asked.add(of[code]!);
      }
    };
    yield* inSlices('judge', rows.length, pass, TEXT_SLICE);
  }
  const seen = new NearValues(table);
  const look = (from: number, to: number): void => {
    for (let code = from; code < to; code++)
      of[code] = asked.mayHave(of[code]!) ? exact.read(code, seen.find) : -1;
  };
  yield* inSlices('judge', count, look, TEXT_SLICE);
  return { of, count: table.count };
}

/** A set of hashes that may say yes to a few more than it has; 0 is in none. */
class HashSet {
  readonly #bits: Uint8Array;
  readonly #mask: number;

  /** For so many hashes. */
  constructor(count: number) {
    const bits = 1 << Math.min(24, 36 - Math.clz32(count | 1));
    this.#bits = new Uint8Array(bits >> 3);
    this.#mask = bits - 1;
  }

  add(hash: number): void {
    if (hash !== 0) this.#bits[(hash & this.#mask) >> 3]! |= 1 << (hash & 7);
  }

  mayHave(hash: number): boolean {
    return hash !== 0 && ((this.#bits[(hash & this.#mask) >> 3]! >> (hash & 7)) & 1) === 1;
  }
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
  readonly enter = (read: Uint8Array, from: number, to: number): void => {
    const end = this.#write(read, from, to);
    const before = this.#table.count;
    if (end > this.#end) this.#table.code(this.#buffer, this.#end, end);
    if (this.#table.count > before) this.#end = end;
  };

  /** The code of what is left of a value, or -1; its bytes are written over. */
  readonly find = (read: Uint8Array, from: number, to: number): number => {
    const end = this.#write(read, from, to);
    return end === this.#end ? -1 : this.#table.known(this.#buffer, this.#end, end);
  };

  /** Nothing gets longer but a text that case-folds to more bytes. */
  #write(read: Uint8Array, from: number, to: number): number {
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
