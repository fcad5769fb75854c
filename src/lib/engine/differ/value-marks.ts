import type { Column } from '../model/column.ts';
import { withoutDiacritics } from '../read/name-form.ts';
import {
  BEYOND,
  LEAD_FIRST,
  LEAD_LAST,
  LETTER,
  LETTER_BIT,
  MARK,
  ODD_AT_END,
  ODD_LETTERS,
  SET_OF,
  WEIGHT,
  WEIGHT_BESIDE,
  dayOf,
  digitsOf,
  flagsOf,
  isSpace,
  weightOf,
} from './mark-flags.ts';

/** U+00C0–U+024F: letters of two bytes. */
export const FIRST_LETTER = 0xc0;
export const LAST_LETTER = 0x24f;
const LETTER_WEIGHTS = Int32Array.from({ length: LAST_LETTER + 1 - FIRST_LETTER }, (_, at) =>
  [...withoutDiacritics(String.fromCharCode(FIRST_LETTER + at)).toLowerCase()].reduce(
    (sum, one) => sum + weightOf(one.charCodeAt(0)),
    0,
  ),
);

/** Longer values, in bytes, are read as texts. */
export const LONGEST = 1000;
/** A value shorter than this, in bytes, is not cut but contained (DX1). */
export const CUT = 10;

/** Members of a value's marks; they stand together, since pairs ask for values all over a column. */
export const OF = {
  flags: 0,
  /** A sum over what remains without case, spaces, signs and marks. */
  skeleton: 1,
  /** The set of the letters and digits of the ASCII part. */
  letters: 2,
  /** `digitsOf` and `dayOf`. */
  digits: 3,
  day: 4,
  /** Position in the bytes without the white space around; the length, and a hash of the first bytes above `LENGTH_BITS`. */
  from: 5,
  span: 6,
} as const;

const SHIFT = 3;
/** Of a length, below the hash of the first bytes. */
export const LENGTH_BITS = 10;

/** Marks of values, each found when it is first asked for; by position of the value in the column, or among those that are named. */
export class ValueMarks {
  readonly bytes: Uint8Array;
  readonly #marks: Int32Array;
  /** Where each value begins and ends in the bytes. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;

  constructor({ bytes, offsets }: Column, named: Int32Array | null = null) {
    this.bytes = bytes;
    this.#starts = named === null ? offsets.subarray(0, -1) : gathered(offsets, named, 0);
    this.#ends = named === null ? offsets.subarray(1) : gathered(offsets, named, 1);
    this.#marks = new Int32Array(this.#starts.length << SHIFT);
  }

  flags(value: number): number {
    const flags = this.#marks[value << SHIFT]!;
    return flags === 0 ? this.#find(value) : flags;
  }

  /** A member of a value whose flags were asked for. */
  get(value: number, member: number): number {
    return this.#marks[(value << SHIFT) + member]!;
  }

  from(value: number): number {
    return this.#marks[(value << SHIFT) + OF.from]! >>> 0;
  }

  length(value: number): number {
    return this.#marks[(value << SHIFT) + OF.span]! & ((1 << LENGTH_BITS) - 1);
  }

  to(value: number): number {
    return this.from(value) + this.length(value);
  }

  /** Those of a run of positions, of which none was asked for. */
  findAll(from: number, to: number): void {
    for (let value = from; value < to; value++) this.#find(value);
  }

  #find(value: number): number {
    const { bytes } = this;
    let from = this.#starts[value]!;
    let to = this.#ends[value]!;
    while (from < to && isSpace(bytes[from]!)) from++;
    while (to > from && isSpace(bytes[to - 1]!)) to--;
    const flags = (from === to || to - from > LONGEST ? MARK.odd : this.#scan(value, from, to)) | MARK.known;
    const marks = this.#marks;
    const at = value << SHIFT;
    marks[at] = flags;
    if ((flags & (MARK.number | MARK.phone)) !== 0) marks[at + OF.digits] = digitsOf(bytes, from, to);
    if ((flags & MARK.date) !== 0) marks[at + OF.day] = dayOf(bytes, from, to);
    marks[at + OF.from] = from;
    marks[at + OF.span] = (to - from) | (to - from < CUT ? 0 : headOf(bytes, from) << LENGTH_BITS);
    return flags;
  }

  #scan(value: number, from: number, to: number): number {
    const { bytes } = this;
    let seen = 0;
    let sum = 0;
    let letters = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      seen |= SET_OF[byte]!;
      letters |= LETTER_BIT[byte]!;
      sum = (sum + WEIGHT[byte]!) | 0;
    }
    if ((seen & BEYOND) !== 0) return this.#scanLetters(value, from, to);
    this.#keep(value, sum, letters);
    return flagsOf(seen, sum, bytes, from, to);
  }

  /** The same of a text with letters beyond ASCII. */
  #scanLetters(value: number, from: number, to: number): number {
    const { bytes } = this;
    let seen = 0;
    let sum = 0;
    let letters = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte < 128) {
        seen |= SET_OF[byte]!;
        letters |= LETTER_BIT[byte]!;
        sum = (sum + WEIGHT_BESIDE[byte]!) | 0;
        continue;
      }
      if (byte < LEAD_FIRST || byte > LEAD_LAST) return MARK.odd;
      const code = ((byte & 31) << 6) | (bytes[++at]! & 63);
      if (code < FIRST_LETTER || ODD_LETTERS.has(code) || (at === to - 1 && ODD_AT_END.has(code)))
        return MARK.odd;
      sum = (sum + LETTER_WEIGHTS[code - FIRST_LETTER]!) | 0;
      seen |= LETTER;
    }
    this.#keep(value, sum, letters);
    return flagsOf(seen, sum, bytes, from, to) | MARK.beyondAscii;
  }

  #keep(value: number, sum: number, letters: number): void {
    const at = value << SHIFT;
    this.#marks[at + OF.skeleton] = sum;
    this.#marks[at + OF.letters] = letters;
  }
}

function gathered(offsets: Uint32Array, values: Int32Array, more: 0 | 1): Uint32Array {
  const found = new Uint32Array(values.length);
  for (let at = 0; at < found.length; at++) found[at] = offsets[values[at]! + more]!;
  return found;
}

/** Some bits of some of the first ten bytes. */
const headOf = (bytes: Uint8Array, from: number): number =>
  (bytes[from]! & 31) |
  ((bytes[from + 3]! & 31) << 5) |
  ((bytes[from + 6]! & 31) << 10) |
  ((bytes[from + 9]! & 127) << 15);
