import { FOR_NOTHING } from '../read/nothing-words.ts';
import { TRUTH_WORDS } from './loose-values.ts';
import { skeleton } from './value-class.ts';

/**
 * What a value's bytes tell of it: enough to say of most pairs that a class cannot be theirs without making texts of them. A mark is set
 * where the value may be such; `ODD` values are always read as texts.
 */
export const MARK = {
  known: 1,
  odd: 2,
  beyondAscii: 4,
  digit: 8,
  letter: 16,
  at: 32,
  /** `mailto:` before an address or a name around it. */
  wrapped: 64,
  web: 128,
  list: 256,
  phone: 512,
  number: 1024,
  date: 2048,
  truth: 4096,
  /** First a digit or a sign. */
  signed: 8192,
  scientific: 16_384,
  result: 32_768,
  terms: 65_536,
  digitsOnly: 131_072,
  leadingZero: 262_144,
  shortDate: 524_288,
  question: 1_048_576,
  html: 2_097_152,
  /** A stop or a comma. */
  point: 4_194_304,
} as const;

/** Sets of ASCII characters. */
const DIGIT = 1;
export const LETTER = 2;
const PHONE_LETTER = 4;
const E = 8;
const SPACE = 16;
const STOP = 32;
const COMMA = 64;
const AT = 128;
const MINUS = 256;
const PLUS = 512;
const ROUND = 1024;
const SLASH = 2048;
const SEMICOLON = 4096;
const BAR = 8192;
const LINE = 16_384;
const LESS = 32_768;
const AND = 65_536;
const COLON = 131_072;
const QUESTION = 262_144;
const EQUALS = 524_288;
const RETURN = 1_048_576;
const HASH = 2_097_152;
const OTHER = 4_194_304;
export const BEYOND = 8_388_608;
const LETTERS = LETTER | PHONE_LETTER | E;

const SETS: readonly (readonly [set: number, of: RegExp])[] = [
  [DIGIT, /\d/],
  [PHONE_LETTER, /[xt]/i],
  [E, /e/i],
  [LETTER, /[a-df-su-wyz]/i],
  [LINE | SPACE, /\n/],
  [RETURN, /\r/],
  [SPACE, /\s/],
  [STOP, /\./],
  [COMMA, /,/],
  [AT, /@/],
  [MINUS, /-/],
  [PLUS, /\+/],
  [ROUND, /[()]/],
  [SLASH, /\//],
  [SEMICOLON, /;/],
  [BAR, /\|/],
  [LESS, /</],
  [AND, /&/],
  [COLON, /:/],
  [QUESTION, /\?/],
  [EQUALS, /=/],
  [HASH, /#/],
];

export const SEED = 0x811c9dc5 | 0;
export const mixed = (hash: number, code: number): number => Math.imul(hash ^ code, 16_777_619);

export const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);
export const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** By byte; those beyond ASCII are `beyond`. */
const byByte = (of: (letter: string, code: number) => number, beyond: number): Int32Array =>
  Int32Array.from({ length: 256 }, (_, code) => (code < 128 ? of(String.fromCharCode(code), code) : beyond));

export const SET_OF = byByte((letter) => SETS.find(([, of]) => of.test(letter))?.[0] ?? OTHER, BEYOND);
/** An ASCII byte in lower case. */
export const LOWER = byByte((letter) => letter.toLowerCase().charCodeAt(0), 0);
/** 26 letters, ten digits on the six bits left. */
export const LETTER_BIT = byByte((letter, code) => {
  if (/[a-z]/i.test(letter)) return 1 << (LOWER[code]! - 97);
  return isDigit(code) ? 1 << (26 + ((code - 48) % 6)) : 0;
}, 0);

/** What a character adds to the sum of a skeleton: order does not count, which says too often that two may be the same. */
export const weightOf = (code: number): number => mixed(mixed(SEED, code), code >> 2);
/** Of a byte of an ASCII text, and of one with other letters; 0 where it is not in the skeleton. */
export const WEIGHT = byByte((letter, code) => (skeleton(letter) === '' ? 0 : weightOf(LOWER[code]!)), 0);
export const WEIGHT_BESIDE = byByte(
  (letter, code) => (skeleton(`${letter}é`).length > 1 ? weightOf(LOWER[code]!) : 0),
  0,
);

/** First bytes of U+00C0–U+024F. */
export const LEAD_FIRST = 0xc3;
export const LEAD_LAST = 0xc9;
/** Letters that mojibake is made of, or whose case is another letter's. */
export const ODD_LETTERS = new Set([...'ÃÂÐÑð×÷İıſ'].map((letter) => letter.charCodeAt(0)));
export const ODD_AT_END = new Set([...'ÄÅÎÏÐÑ'].map((letter) => letter.charCodeAt(0)));

const skeletonSum = (text: string): number => {
  const left = skeleton(text);
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum = (sum + weightOf(left.charCodeAt(at))) | 0;
  return sum;
};

/** Words by their skeletons; most values are told by a part of the hash. */
class Words {
  readonly #hashes: ReadonlySet<number>;
  readonly #parts = new Uint8Array(65_536);

  constructor(words: Iterable<string>) {
    this.#hashes = new Set([...words].map(skeletonSum));
    for (const hash of this.#hashes) this.#parts[hash & 0xffff] = 1;
  }

  has(hash: number): boolean {
    return this.#parts[hash & 0xffff] === 1 && this.#hashes.has(hash);
  }
}
const NOTHING = new Words(FOR_NOTHING);
const TRUTHS = new Words(TRUTH_WORDS);

/** The marks of a text of these sets, with this skeleton. */
export function flagsOf(seen: number, hash: number, bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  const first = bytes[from]!;
  const last = bytes[to - 1]!;
  // What an apostrophe, a sheet's error or a word for nothing begins or is.
  if (first === 39 || first === 35 || (seen & RETURN) !== 0) return MARK.odd;
  if (length < 48 && NOTHING.has(hash)) return MARK.odd;
  let flags = 0;
  const hasLetters = (seen & LETTERS) !== 0;
  if (hasLetters) flags |= MARK.letter;
  if ((seen & AT) !== 0) {
    flags |= MARK.at;
    if (last === 62 || ((seen & COLON) !== 0 && (first | 32) === 109)) flags |= MARK.wrapped;
  }
  if ((seen & STOP) !== 0 && ((seen & (SPACE | AT)) === 0 || (seen & (SLASH | QUESTION | HASH)) !== 0))
    flags |= MARK.web;
  if ((seen & (STOP | COMMA)) !== 0) flags |= MARK.point;
  if ((seen & (SEMICOLON | COMMA | BAR | LINE)) !== 0) flags |= MARK.list;
  if ((seen & LESS) !== 0 || ((seen & AND) !== 0 && (seen & SEMICOLON) !== 0)) flags |= MARK.html;
  if ((seen & QUESTION) !== 0) flags |= MARK.question;
  if (length <= 30 && TRUTHS.has(hash)) flags |= MARK.truth;
  const digitFirst = isDigit(first);
  if (digitFirst || first === 43 || first === 45) flags |= MARK.signed;
  if ((seen & DIGIT) === 0) return flags;
  flags |= MARK.digit;
  const none = (sets: number): boolean => (seen & ~sets) === 0;
  if (length <= 40 && none(DIGIT | LETTERS | SPACE | LINE | STOP | COMMA | MINUS | PLUS | OTHER))
    flags |= MARK.number;
  if (hasLetters) {
    if (digitFirst && (seen & E) !== 0 && none(DIGIT | E | STOP | COMMA | PLUS)) flags |= MARK.scientific;
    if (length <= 60 && ((seen & COLON) !== 0 || isDigit(last)) && runsOfDigits(bytes, from, to) > 1)
      flags |= MARK.date;
  } else {
    if (none(DIGIT)) flags |= first === 48 ? MARK.digitsOnly | MARK.leadingZero : MARK.digitsOnly;
    if (none(DIGIT | STOP | COMMA | MINUS)) flags |= MARK.result;
    if ((seen & (MINUS | PLUS)) !== 0 && none(DIGIT | MINUS | PLUS | EQUALS | SPACE | LINE | ROUND))
      flags |= MARK.terms;
    if (digitFirst && length <= 7 && (seen & (MINUS | STOP | SLASH)) !== 0) flags |= MARK.shortDate;
    if (none(DIGIT) ? length === 8 : digitFirst && isDateShaped(bytes, from, to)) flags |= MARK.date;
  }
  if (
    length >= 6 &&
    length < 30 &&
    (digitFirst || first === 43 || first === 40) &&
    none(DIGIT | SPACE | LINE | ROUND | STOP | MINUS | SLASH | PLUS | PHONE_LETTER | E)
  )
    flags |= MARK.phone;
  return flags;
}

const isPart = (byte: number): boolean => byte === 45 || byte === 46 || byte === 47 || byte === 32;

function runsOfDigits(bytes: Uint8Array, from: number, to: number): number {
  let runs = 0;
  for (let at = from; at < to; at++)
    if (isDigit(bytes[at]!) && (at === from || !isDigit(bytes[at - 1]!))) runs++;
  return runs;
}

/** Three numbers with signs of a date between them, then nothing or a time. */
function isDateShaped(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  for (let part = 0; part < 3; part++) {
    const start = at;
    while (at < to && isDigit(bytes[at]!)) at++;
    if (at === start || at - start > 4) return false;
    if (part === 2) break;
    if (at === to || !isPart(bytes[at]!)) return false;
    at++;
  }
  if (at === to) return true;
  if (bytes[at] !== 32 && bytes[at] !== 44) return false;
  for (; at < to; at++) if (bytes[at] === 58) return true;
  return false;
}

/** Year, and month and day whichever is which, of three numbers with a year of four digits or of eight digits; −1 of other forms. */
export function dayOf(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  let [a, b, c, x, z] = [0, 0, 0, 0, 0];
  for (; at < end && isDigit(bytes[at]!); at++, x++) a = a * 10 + bytes[at]! - 48;
  if (x === 8 && at === end) return dayKey(Math.floor(a / 10_000), Math.floor(a / 100) % 100, a % 100);
  if (x === 0 || x > 4 || at++ >= end) return -1;
  let y = 0;
  for (; at < end && isDigit(bytes[at]!); at++, y++) b = b * 10 + bytes[at]! - 48;
  if (y === 0 || y > 2 || at++ >= end) return -1;
  for (; at < end && isDigit(bytes[at]!); at++, z++) c = c * 10 + bytes[at]! - 48;
  if (x === 4 && z > 0 && z <= 2) return dayKey(a, b, c);
  return x <= 2 && z === 4 ? dayKey(c, a, b) : -1;
}

const dayKey = (year: number, a: number, b: number): number =>
  (year * 128 + Math.min(a, b)) * 128 + Math.max(a, b);

const END_BITS = 14;
/** Digits at the end of two phone numbers that no prefix or country changes. */
const PLACES = 10_000;

/** Of a number or phone: its last digits, and above them a hash of its digits without the zeros around them. */
export function digitsOf(bytes: Uint8Array, from: number, to: number): number {
  let [end, place] = [0, 1];
  for (let at = to - 1; at >= from && place < PLACES; at--) {
    if (!isDigit(bytes[at]!)) continue;
    end += (bytes[at]! - 48) * place;
    place *= 10;
  }
  let hash = SEED;
  let core = SEED;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9 || (digit === 0 && hash === SEED)) continue;
    hash = mixed(hash, digit + 1);
    if (digit !== 0) core = hash;
  }
  return (place < PLACES ? NO_END : end) | ((core ^ (core >>> 15)) << END_BITS);
}

/** Fewer digits than an end has. */
const NO_END = (1 << END_BITS) - 1;
export const endOf = (digits: number): number => digits & NO_END;
/** Numbers whose digits without the zeros around them are the same have the same of this. */
export const coreOf = (digits: number): number => digits >> END_BITS;
export const hasEnd = (digits: number): boolean => (digits & NO_END) !== NO_END;
