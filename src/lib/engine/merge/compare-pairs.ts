import type { Column } from '../model/column.ts';
import { valueCount } from '../model/column.ts';
import { readUtf8 } from '../bytes/utf8.ts';
import { sameBytes } from '../columns/cell.ts';
import type { Both } from '../model/side.ts';
import { comparer, type Comparer } from '../read/compare.ts';
import type { Tools } from '../tools.ts';
import { withForms, type SameForms } from './same-forms.ts';
import { damagedAt } from '../read/damaged.ts';
import { looseText } from '../read/loose-text.ts';
import { readingOfPair } from '../read/type-pair.ts';
import type { FieldView } from '../read/field-view.ts';
import { TEXT_SLICE, type Steps } from '../run/steps.ts';
import { FORMS } from './own-form.ts';
import { loadAhead } from './load-ahead.ts';
import { STATE, type Pairs } from './state.ts';

/** All that comparing one mapping needs: plain data, so that another worker can do it. */
export interface CompareInput {
  readonly columns: Both<Column>;
  readonly views: Both<FieldView>;
  /** Codes of key fields that are exactly this pair: equal codes are equal values (CO5). */
  readonly keys: readonly Both<Int32Array>[];
  /** SA1: forms in which values are equal too, and the countries of phones. */
  readonly same: SameForms;
  /** By value 1 where it differs from everything: no transform could take it (FM10). */
  readonly untaken: Both<Uint8Array | null>;
  /** Is an app's own form of the value the value? So it is of a constant, which would go to and fro for ever (L6). */
  readonly loosely: boolean;
}

/** Blank, equal and damaged bits of every pair. */
export function* comparePairs(input: CompareInput, pairs: Pairs, tools: Tools): Steps<Uint8Array> {
  const out = new Uint8Array(pairs.left.length);
  const equality = equalityOf(input, tools);
  for (let from = 0; from < out.length; from += TEXT_SLICE) {
    const to = Math.min(out.length, from + TEXT_SLICE);
    for (let block = from; block < to; block += BLOCK) {
      const end = Math.min(to, block + BLOCK);
      if (input.keys.length === 0) loadAhead(input.columns.right, pairs.right, block, end);
      if (equality.known === null) compareSlice(input, equality, pairs, block, end, out);
      else recallStates(input, equality, equality.known, pairs, block, end, out);
    }
    yield { what: 'compare', done: from, total: out.length };
  }
  return out;
}

/** Pairs whose memory is asked for ahead of their use. */
const BLOCK = 256;

/** Compares the pairs `from … to` of one mapping into `out`: blank, equal and damaged bits. */
function compareSlice(
  { columns: { left, right }, keys, untaken }: CompareInput,
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
      untaken.left?.[a] !== 1 &&
      untaken.right?.[b] !== 1 &&
      ((keys.length > 0 && sameCode(keys, l, r)) ||
        (bytesFirst && sameBytes(left, a, right, b)) ||
        otherwise(a, b));
    out[pair] = equal ? STATE.equal : damage(left, a, right, b);
  }
}

/** RD20: which of two values that differ is damaged, where the other is not. */
function damage(left: Column, a: number, right: Column, b: number): number {
  const isLeft = damagedAt(left, a);
  if (isLeft === damagedAt(right, b)) return 0;
  return isLeft ? STATE.damagedLeft : STATE.damagedRight;
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
function equalityOf(
  { columns: { left, right }, views, same, loosely }: CompareInput,
  tools: Tools,
): Equality {
  const byOption = views.left.options !== null && views.right.options !== null;
  const own = FORMS[readingOfPair(views.left.type, views.right.type)] ?? null;
  const exact = withForms(comparer(views.left, views.right), same, tools);
  const alike: Comparer = (a, b) => {
    const form = looseText(a);
    return form !== '' && form === looseText(b);
  };
  const compare: Comparer = loosely ? (a, b) => exact(a, b) || alike(a, b) : exact;
  const bytesFirst = !byOption;
  const slow: ValueEqual = (a, b) =>
    compare(
      readUtf8(left.bytes, left.offsets[a]!, left.offsets[a + 1]!),
      readUtf8(right.bytes, right.offsets[b]!, right.offsets[b + 1]!),
    );
  const otherwise: ValueEqual =
    own !== null && bytesFirst && same.forms.length === 0 && !loosely
      ? (a, b) => !(own(left, a) && own(right, b)) && slow(a, b)
      : slow;
  const width = valueCount(right);
  const asked = left.codes !== null && right.codes !== null && valueCount(left) * width <= TABLE;
  return { bytesFirst, otherwise, known: asked ? new Uint8Array(valueCount(left) * width) : null, width };
}
