import { viewOf } from '../bytes/bytes-at.ts';
import { isBlankValue, valueCount, type Column } from '../model/column.ts';

/** Hashes kept of a column: with so many, shares are estimated to within two hundredths. */
const KEPT = 4096;

/**
 * The smallest hashes of all different values of a column, sorted. Two columns that hold the same values in any order keep the
 * same ones. Values are taken without blanks around them, and letters without case where UTF-8 tells case by one bit (Latin).
 */
export interface Sketch {
  readonly hashes: readonly number[];
  /** Holds the hash of every value. */
  readonly whole: boolean;
}

/** Of a column given as its segments in order. */
export function sketchOf(segments: readonly Column[]): Sketch {
  const smallest = new Smallest();
  for (const column of segments) {
    const { offsets } = column;
    const view = viewOf(column.bytes);
    for (let value = 0; value < valueCount(column); value++) {
      if (!isBlankValue(column, value)) smallest.add(hashAt(view, offsets[value]!, offsets[value + 1]!));
    }
  }
  return smallest.finish();
}

/** Of some hashes, all of them known; keeps `most` at most. */
export function sketchOfHashes(hashes: Iterable<number>, most: number = KEPT): Sketch {
  const smallest = new Smallest(most);
  for (const hash of hashes) smallest.add(hash);
  return smallest.finish();
}

/** Share of the different values of the column with fewer that the other has too; null where neither is known well enough. */
export function commonShare(a: Sketch, b: Sketch): number | null {
  const reach = Math.min(reachOf(a), reachOf(b));
  const left = upTo(a.hashes, reach);
  const right = upTo(b.hashes, reach);
  const fewer = Math.min(left, right);
  if (fewer === 0 || (fewer < 8 && !(a.whole && b.whole))) return null;
  let common = 0;
  for (let i = 0, j = 0; i < left; i++) {
    while (j < right && b.hashes[j]! < a.hashes[i]!) j++;
    if (j < right && b.hashes[j] === a.hashes[i]) common++;
  }
  return common / fewer;
}

/** Share of the hashes of `some` that one of `all` has, up to where all of them are known; 0 where these are too few to tell. */
export function shareWithin(some: Sketch, all: readonly Sketch[]): number {
  const reach = Math.min(reachOf(some), ...all.map(reachOf));
  const at = all.map(() => 0);
  const count = upTo(some.hashes, reach);
  let common = 0;
  for (let i = 0; i < count; i++) {
    const hash = some.hashes[i]!;
    let found = false;
    for (let k = 0; k < all.length; k++) {
      const { hashes } = all[k]!;
      while (at[k]! < hashes.length && hashes[at[k]!]! < hash) at[k]!++;
      found ||= hashes[at[k]!] === hash;
    }
    if (found) common++;
  }
  return count < FEW && !some.whole ? 0 : common / Math.max(1, count);
}

const FEW = 8;

/** Hashes that tell at first sight whether two columns have anything in common. */
const AT_FIRST = 96;
const TELLING = 24;

/** May a fair share of the values of the one with fewer be in both? Looks at the first hashes alone where these are enough. */
export function mayShare(a: Sketch, b: Sketch): boolean {
  const reach = Math.min(firstReach(a), firstReach(b));
  let left = 0;
  let right = 0;
  while (left < a.hashes.length && right < b.hashes.length) {
    const [x, y] = [a.hashes[left]!, b.hashes[right]!];
    if (x > reach || y > reach) break;
    if (x === y) return true;
    if (x < y) left++;
    else right++;
  }
  return Math.min(left, right) < TELLING;
}

const firstReach = ({ hashes, whole }: Sketch): number =>
  hashes.length > AT_FIRST ? hashes[AT_FIRST - 1]! : whole ? Infinity : (hashes.at(-1) ?? 0);

/** Share of the hashes of the smaller set that the other has too; 0 where one is empty. */
export function commonOfSets(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const hash of fewer) if (more.has(hash)) common++;
  return common / Math.max(1, fewer.size);
}

/** Up to here a sketch has every hash. */
const reachOf = ({ hashes, whole }: Sketch): number => (whole ? Infinity : (hashes.at(-1) ?? 0));

function upTo(hashes: readonly number[], reach: number): number {
  let count = hashes.length;
  while (count > 0 && hashes[count - 1]! > reach) count--;
  return count;
}

/** The smallest numbers of a stream, in bounded memory. */
class Smallest {
  readonly #most: number;
  readonly #held: Uint32Array;
  #count = 0;
  #limit = 0xffffffff;
  #whole = true;

  constructor(most: number = KEPT) {
    this.#most = most;
    this.#held = new Uint32Array(most * 2);
  }

  add(hash: number): void {
    if (hash > this.#limit) {
      this.#whole = false;
      return;
    }
    this.#held[this.#count++] = hash;
    if (this.#count === this.#held.length) this.#settle();
  }

  finish(): Sketch {
    this.#settle();
    return { hashes: Array.from(this.#held.subarray(0, this.#count)), whole: this.#whole };
  }

  #settle(): void {
    const sorted = this.#held.subarray(0, this.#count).sort();
    let kept = 0;
    for (let i = 0; i < sorted.length; i++)
      if (i === 0 || sorted[i] !== sorted[kept - 1]) sorted[kept++] = sorted[i]!;
    if (kept > this.#most) {
      kept = this.#most;
      this.#whole = false;
    }
    if (kept === this.#most) this.#limit = sorted[kept - 1]!;
    this.#count = kept;
  }
}

/** The bit that tells capital from small letters, in four bytes. */
const CASE = 0x20202020;

/** Of the trimmed bytes, eight at a time without the bit of case, mixed so that the smallest are a fair sample. Unsigned. */
function hashAt(view: DataView, from: number, to: number): number {
  while (from < to && view.getUint8(from) <= 32) from++;
  while (to > from && view.getUint8(to - 1) <= 32) to--;
  let a = to - from;
  let b = 0x9e3779b9 | 0;
  let i = from;
  for (; i + 8 <= to; i += 8) {
    a = Math.imul(a ^ (view.getInt32(i, true) | CASE), 0x85ebca6b | 0);
    b = Math.imul(b ^ (view.getInt32(i + 4, true) | CASE), 0xc2b2ae35 | 0);
    a ^= b >>> 15;
    b ^= a >>> 13;
  }
  if (i > from && i < to) {
    a = Math.imul(a ^ (view.getInt32(to - 8, true) | CASE), 0x85ebca6b | 0);
    b = Math.imul(b ^ (view.getInt32(to - 4, true) | CASE), 0xc2b2ae35 | 0);
  } else for (; i < to; i++) a = Math.imul(a ^ (view.getUint8(i) | 32), 0x01000193);
  a ^= b ^ (b >>> 16);
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b | 0);
  a = Math.imul(a ^ (a >>> 13), 0xc2b2ae35 | 0);
  return (a ^ (a >>> 16)) >>> 0;
}
