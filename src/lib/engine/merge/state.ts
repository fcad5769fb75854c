import type { Column } from '../model/column.ts';
import { isBlankValue, valueCount, valueOf } from '../model/column.ts';
import { readUtf8 } from '../bytes/utf8.ts';
import type { Both } from '../model/side.ts';
import { comparer } from '../read/compare.ts';
import { readingOfPair } from '../read/type-pair.ts';
import type { FieldView } from '../read/field-view.ts';
import { SLICE, type Steps } from '../run/steps.ts';
import { FORMS } from './own-form.ts';

/** What is known of one mapping of one pair before any rule is asked. Bits of one byte. */
export const STATE = {
  blankLeft: 1,
  blankRight: 2,
  /** Equal under CO5; both blank counts. */
  equal: 4,
  /** The link's baseline has this field on both sides. */
  known: 8,
  changedLeft: 16,
  changedRight: 32,
} as const;

/** How the pairs of a plan are addressed: rows of both sides, pair by pair. */
export interface Pairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** All that comparing one mapping needs: plain data, so that another worker can do it. */
export interface CompareInput {
  readonly columns: Both<Column>;
  readonly views: Both<FieldView>;
  /** Codes of key fields that are exactly this pair: equal codes are equal values (CO5). */
  readonly keys: readonly Both<Int32Array>[];
}

/** Blank and equal bits of every pair. */
export function* comparePairs(input: CompareInput, pairs: Pairs): Steps<Uint8Array> {
  const out = new Uint8Array(pairs.left.length);
  const equality = equalityOf(input);
  const sink = new Int32Array(1);
  for (let from = 0; from < out.length; from += SLICE) {
    const to = Math.min(out.length, from + SLICE);
    for (let block = from; block < to; block += BLOCK) {
      const end = Math.min(to, block + BLOCK);
      if (input.keys.length === 0) sink[0] = touch(input.columns.right, pairs.right, block, end);
      if (equality.known === null) compareSlice(input, equality, pairs, block, end, out);
      else recallStates(input, equality, equality.known, pairs, block, end, out);
    }
    yield { what: 'compare', done: from, total: out.length };
  }
  return out;
}

/** Pairs whose memory is asked for ahead of their use. */
const BLOCK = 256;

/** Loads where the values of a block of rows stand: rows of the other side lie anywhere, and waiting for them one by one is slow. */
function touch(column: Column, rows: Int32Array, from: number, to: number): number {
  if (column.codes !== null) return 0;
  const { offsets, bytes } = column;
  let touched = 0;
  for (let i = from; i < to; i++) touched ^= offsets[rows[i]!]!;
  for (let i = from; i < to; i++) touched ^= bytes[offsets[rows[i]!]!] ?? 0;
  return touched;
}

/** Compares the pairs `from … to` of one mapping into `out`: blank and equal bits. */
function compareSlice(
  { columns: { left, right }, keys }: CompareInput,
  { bytesFirst, otherwise }: Equality,
  pairs: Pairs,
  from: number,
  to: number,
  out: Uint8Array,
): void {
  const leftCodes = left.codes;
  const rightCodes = right.codes;
  for (let pair = from; pair < to; pair++) {
    const l = pairs.left[pair]!;
    const r = pairs.right[pair]!;
    const a = leftCodes === null ? l : leftCodes[l]!;
    const b = rightCodes === null ? r : rightCodes[r]!;
    const blankLeft = (left.blank[a >> 3]! >> (a & 7)) & 1;
    const blankRight = (right.blank[b >> 3]! >> (b & 7)) & 1;
    if ((blankLeft | blankRight) !== 0) {
      out[pair] =
        (blankLeft === 1 ? STATE.blankLeft : 0) |
        (blankRight === 1 ? STATE.blankRight : 0) |
        ((blankLeft & blankRight) === 1 ? STATE.equal : 0);
      continue;
    }
    const equal =
      (keys.length > 0 && sameCode(keys, l, r)) ||
      (bytesFirst && sameBytes(left, a, right, b)) ||
      otherwise(a, b);
    out[pair] = equal ? STATE.equal : 0;
  }
}

/** The same for two dictionaries: what was found for a pair of values holds for every pair of rows with them. */
function recallStates(
  input: CompareInput,
  equality: Equality,
  known: Uint8Array,
  pairs: Pairs,
  from: number,
  to: number,
  out: Uint8Array,
): void {
  const leftCodes = input.columns.left.codes!;
  const rightCodes = input.columns.right.codes!;
  const { width } = equality;
  for (let pair = from; pair < to; pair++) {
    const at = leftCodes[pairs.left[pair]!]! * width + rightCodes[pairs.right[pair]!]!;
    if (known[at] === 0) {
      compareSlice(input, equality, pairs, pair, pair + 1, out);
      known[at] = out[pair]! + 1;
    } else out[pair] = known[at]! - 1;
  }
}

/** A pair that is part of a key is equal where one of those keys says so (CO5). */
function sameCode(keys: readonly Both<Int32Array>[], left: number, right: number): boolean {
  for (const { left: lefts, right: rights } of keys) {
    const code = lefts[left]!;
    if (code >= 0 && code === rights[right]) return true;
  }
  return false;
}

/** Equality of two non-blank values by their positions in the columns. */
type ValueEqual = (left: number, right: number) => boolean;

/** Do equal bytes say equal, and what says so where they differ? */
interface Equality {
  readonly bytesFirst: boolean;
  readonly otherwise: ValueEqual;
  /** States + 1 of pairs of dictionary values, `width` to a left one; 0 is not asked yet. */
  readonly known: Uint8Array | null;
  readonly width: number;
}

/** At most this many pairs of distinct values are remembered. */
const TABLE = 1 << 20;

/** CO5 on positions: what bytes cannot decide goes to the comparer, once per pair of dictionary values. */
function equalityOf({ columns: { left, right }, views }: CompareInput): Equality {
  const byOption = views.left.options !== null && views.right.options !== null;
  const own = FORMS[readingOfPair(views.left.type, views.right.type)] ?? null;
  const compare = comparer(views.left, views.right);
  const bytesFirst = !byOption;
  const slow: ValueEqual = (a, b) =>
    compare(
      readUtf8(left.bytes, left.offsets[a]!, left.offsets[a + 1]!),
      readUtf8(right.bytes, right.offsets[b]!, right.offsets[b + 1]!),
    );
  const otherwise: ValueEqual =
    own !== null && bytesFirst ? (a, b) => !(own(left, a) && own(right, b)) && slow(a, b) : slow;
  const width = valueCount(right);
  const asked = left.codes !== null && right.codes !== null && valueCount(left) * width <= TABLE;
  return { bytesFirst, otherwise, known: asked ? new Uint8Array(valueCount(left) * width) : null, width };
}

/** Are the values of two columns the same bytes? */
export function sameBytes(left: Column, a: number, right: Column, b: number): boolean {
  const from = left.offsets[a]!;
  const length = left.offsets[a + 1]! - from;
  const other = right.offsets[b]!;
  if (right.offsets[b + 1]! - other !== length) return false;
  const x = left.bytes;
  const y = right.bytes;
  for (let i = 0; i < length; i++) if (x[from + i] !== y[other + i]) return false;
  return true;
}

/** The file text of a row, `''` where blank. */
export function cellText(column: Column, row: number): string {
  const value = valueOf(column, row);
  return isBlankValue(column, value)
    ? ''
    : readUtf8(column.bytes, column.offsets[value]!, column.offsets[value + 1]!);
}
