import { caseFold } from '../read/fold.ts';
import { LOWER, isDigit, isSpace } from './mark-flags.ts';
import { CUT, FIRST_LETTER, LAST_LETTER, LONGEST, type ValueMarks } from './value-marks.ts';

/** What the marks of two values that differ leave open. */
export const QUICK = {
  /** Nothing is told: the texts are asked. */
  ask: 0,
  /** None of the classes that two values tell first; of the later ones the texts are asked. */
  late: 1,
  /** `other`, but for what the other pairs or fields make of it. */
  other: 2,
  case: 3,
  spaces: 4,
  caseAndSpaces: 5,
  punctuation: 6,
  caseSpacesPunctuation: 7,
  phone: 8,
  /** None of the classes that two values tell first, and of the later ones for certain this one. */
  contains: 9,
  cutLeft: 10,
  cutRight: 11,
} as const;

export type Quick = (typeof QUICK)[keyof typeof QUICK];

const one = new Uint8Array(LONGEST);
const two = new Uint8Array(LONGEST);
const three = new Uint8Array(LONGEST);
const four = new Uint8Array(LONGEST);

const alike = (a: Uint8Array, b: Uint8Array, length: number, fold: boolean): boolean => {
  for (let at = 0; at < length; at++)
    if (fold ? LOWER[a[at]!] !== LOWER[b[at]!] : a[at] !== b[at]) return false;
  return true;
};

/** The form that makes two ASCII texts the same, in the order the classes are tried; null where none does. */
export function formOf(left: ValueMarks, l: number, right: ValueMarks, r: number): Quick | null {
  if (isSameButForCase(left, l, right, r)) return QUICK.case;
  const a = spaced(left.bytes, left.from(l), left.to(l), one);
  const b = spaced(right.bytes, right.from(r), right.to(r), two);
  if (a === b && alike(one, two, a, false)) return QUICK.spaces;
  const c = unsigned(left.bytes, left.from(l), left.to(l), three);
  const d = unsigned(right.bytes, right.from(r), right.to(r), four);
  if (c === d && c > 0 && alike(three, four, c, false)) return QUICK.punctuation;
  if (a === b && alike(one, two, a, true)) return QUICK.caseAndSpaces;
  const e = unsigned(one, 0, a, three);
  const f = unsigned(two, 0, b, four);
  return e === f && e > 0 && alike(three, four, e, true) ? QUICK.caseSpacesPunctuation : null;
}

function isSameButForCase(left: ValueMarks, l: number, right: ValueMarks, r: number): boolean {
  const from = left.from(l);
  const length = left.to(l) - from;
  const other = right.from(r);
  if (right.to(r) - other !== length) return false;
  for (let at = 0; at < length; at++)
    if (LOWER[left.bytes[from + at]!] !== LOWER[right.bytes[other + at]!]) return false;
  return true;
}

/** Does an ASCII text stand in a longer one, whatever the case? */
export function isIn(short: ValueMarks, s: number, long: ValueMarks, l: number): boolean {
  const [x, y] = [short.bytes, long.bytes];
  const from = short.from(s);
  const length = short.length(s);
  const first = LOWER[x[from]!]!;
  const end = long.to(l) - length;
  for (let start = long.from(l); start <= end; start++) {
    if (LOWER[y[start]!] !== first) continue;
    let at = 1;
    while (at < length && LOWER[x[from + at]!] === LOWER[y[start + at]!]) at++;
    if (at === length) return true;
  }
  return false;
}

/** Runs of white space as one blank, none around; the length of what stands in `into`. */
function spaced(bytes: Uint8Array, from: number, to: number, into: Uint8Array): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (!isSpace(byte)) into[length++] = byte;
    else if (length > 0 && into[length - 1] !== 32) into[length++] = 32;
  }
  return length > 0 && into[length - 1] === 32 ? length - 1 : length;
}

const bytesOf = (letters: string): Uint8Array => {
  const set = new Uint8Array(128);
  for (const letter of letters) set[letter.charCodeAt(0)] = 1;
  return set;
};
/** Signs that go, and signs that part words; as `withoutPunctuation` has them. */
const GOES = bytesOf('\'`"');
const PARTS = bytesOf(',:;!?()[]{}_|\\/-');
const bare = new Uint8Array(LONGEST);

/** An ASCII text without its punctuation; the length of what stands in `into`. */
function unsigned(bytes: Uint8Array, from: number, to: number, into: Uint8Array): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (GOES[byte] === 1 || (byte === 46 && !(at + 1 < to && isDigit(bytes[at + 1]!)))) continue;
    bare[length++] = byte;
  }
  for (let at = 0; at < length; at++)
    if (PARTS[bare[at]!] === 1 && !(at + 1 < length && isDigit(bare[at + 1]!))) bare[at] = 32;
  return spaced(bare, 0, length, into);
}

/** Of a number without its country. */
const NATIONAL = 7;
const MOST_COUNTRY = 3;

export function phonesOf(left: ValueMarks, l: number, right: ValueMarks, r: number): Quick {
  const x = left.bytes;
  const y = right.bytes;
  let a = left.to(l) - 1;
  let b = right.to(r) - 1;
  const startA = left.from(l);
  const startB = right.from(r);
  let first = 0;
  for (let same = 0; ; same++) {
    while (a >= startA && !isDigit(x[a]!)) a--;
    while (b >= startB && !isDigit(y[b]!)) b--;
    if (a < startA || b < startB) {
      const more = a < startA ? digitsLeft(y, startB, b) : digitsLeft(x, startA, a);
      return same >= NATIONAL && first !== 48 && more <= MOST_COUNTRY ? QUICK.phone : QUICK.ask;
    }
    if (x[a] !== y[b]) return QUICK.ask;
    first = x[a]!;
    a--;
    b--;
  }
}

/** Digits up to a position, without the zeros before them. */
function digitsLeft(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at <= to; at++) if (isDigit(bytes[at]!) && (count > 0 || bytes[at] !== 48)) count++;
  return count;
}

/** Are two ASCII addresses the same without scheme, `www.`, a last `/` and case? */
export function sameAddress(left: ValueMarks, l: number, right: ValueMarks, r: number): boolean {
  let a = left.to(l);
  let b = right.to(r);
  if (left.bytes[a - 1] === 47) a--;
  if (right.bytes[b - 1] === 47) b--;
  if (LOWER[left.bytes[a - 1]!] !== LOWER[right.bytes[b - 1]!]) return false;
  const from = hostAt(left.bytes, left.from(l), a);
  const other = hostAt(right.bytes, right.from(r), b);
  if (a - from !== b - other) return false;
  for (let at = from, of = other; at < a; at++, of++)
    if (LOWER[left.bytes[at]!] !== LOWER[right.bytes[of]!]) return false;
  return true;
}

const startsAt = (bytes: Uint8Array, at: number, to: number, word: string): boolean => {
  if (at + word.length > to) return false;
  for (let i = 0; i < word.length; i++) if (LOWER[bytes[at + i]!] !== word.charCodeAt(i)) return false;
  return true;
};

function hostAt(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  if (startsAt(bytes, at, to, 'http://')) at += 7;
  else if (startsAt(bytes, at, to, 'https://')) at += 8;
  else if (startsAt(bytes, at, to, '//')) at += 2;
  return startsAt(bytes, at, to, 'www.') ? at + 4 : at;
}

/** A sum of what stands in an ASCII list, whatever the order of its parts. */
export function partsOf(marks: ValueMarks, value: number): number {
  const { bytes } = marks;
  const to = marks.to(value);
  let sum = 0;
  for (let at = marks.from(value); at < to; at++) {
    const byte = bytes[at]!;
    if (isSpace(byte) || byte === 59 || byte === 44 || byte === 124) continue;
    sum = (sum + Math.imul(LOWER[byte]! + 1, 0x9e3779b1)) | 0;
  }
  return sum;
}

export function mayBeRounded(left: ValueMarks, l: number, right: ValueMarks, r: number): boolean {
  const a = plainNumber(left, l);
  const b = Number.isNaN(a) ? a : plainNumber(right, r);
  return Number.isNaN(b) || Math.abs(a - b) < 1.001;
}

const POWERS = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** A number of digits and at most one stop, that is the same under either decimal sign or none under the other; else NaN. */
function plainNumber(marks: ValueMarks, value: number): number {
  const { bytes } = marks;
  const end = marks.to(value);
  let at = marks.from(value);
  const negative = bytes[at] === 45;
  if (negative) at++;
  let [number, digits, point] = [0, 0, -1];
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (isDigit(byte)) {
      number = number * 10 + byte - 48;
      digits++;
    } else if (byte === 46 && point < 0) point = digits;
    else return Number.NaN;
  }
  if (digits === 0 || digits > 14) return Number.NaN;
  const decimals = point < 0 ? 0 : digits - point;
  if (point >= 0 && (point === 0 || decimals === 0 || (decimals === 3 && point <= 3))) return Number.NaN;
  const size = number / POWERS[decimals]!;
  return negative ? -size : size;
}

/** Does one ASCII text begin the other, with three dots behind it or without (DX1, `cut`)? */
export function isCutOf(short: ValueMarks, s: number, long: ValueMarks, l: number): boolean {
  const length = short.length(s);
  if (length < CUT) return false;
  const same = begunTogether(short.bytes, short.from(s), long.bytes, long.from(l), length);
  if (same === length) return true;
  const ended = length - 3;
  if (ended < CUT || same < ended) return false;
  const end = short.to(s);
  return [1, 2, 3].every((back) => short.bytes[end - back] === 46);
}

/** How many bytes two texts begin with are the same, at most as many as are asked for. */
function begunTogether(a: Uint8Array, from: number, b: Uint8Array, other: number, most: number): number {
  let at = 0;
  while (at < most && a[from + at] === b[other + at]) at++;
  return at;
}

/** Of letters of two bytes, by the two together: their case folded; 0 where that is none of these. */
const FOLDED = Uint16Array.from({ length: 0x800 }, (_, code) => {
  if (code < FIRST_LETTER || code > LAST_LETTER) return 0;
  const folded = caseFold(String.fromCharCode(code));
  return folded.length === 1 && folded.charCodeAt(0) >= 0x80 ? folded.charCodeAt(0) : 0;
});

/** Are two texts of ASCII and letters of two bytes the same but for case? Where it says no they may be. */
export function isSameFolded(left: ValueMarks, l: number, right: ValueMarks, r: number): boolean {
  const [x, y] = [left.bytes, right.bytes];
  const from = left.from(l);
  const length = left.length(l);
  const other = right.from(r);
  if (right.length(r) !== length) return false;
  for (let at = 0; at < length; at++) {
    const [a, b] = [x[from + at]!, y[other + at]!];
    if (a < 128 || b < 128) {
      if (a >= 128 || b >= 128 || LOWER[a] !== LOWER[b]) return false;
      continue;
    }
    at++;
    const folded = FOLDED[((a & 31) << 6) | (x[from + at]! & 63)];
    if (folded === 0 || folded !== FOLDED[((b & 31) << 6) | (y[other + at]! & 63)]) return false;
  }
  return true;
}

/** Can a number be what a spreadsheet makes of terms: is it their sum (DX1, `damaged`)? */
export function mayBeResult(badly: ValueMarks, b: number, well: ValueMarks, w: number): boolean {
  const { bytes } = badly;
  const end = badly.to(b);
  let at = badly.from(b);
  const negative = bytes[at] === 45;
  if (negative) at++;
  let number = 0;
  for (; at < end; at++) {
    if (!isDigit(bytes[at]!)) return true;
    number = number * 10 + bytes[at]! - 48;
  }
  const sum = sumOfTerms(well.bytes, well.from(w), well.to(w));
  return Number.isNaN(sum) || number > MOST_EXACT || sum === (negative ? -number : number);
}

const MOST_EXACT = 1e15;

/** Of digits with signs between them; NaN where the texts have to be asked. */
function sumOfTerms(bytes: Uint8Array, from: number, to: number): number {
  let [sum, term, digits, sign] = [0, 0, 0, 1];
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (isDigit(byte)) {
      term = term * 10 + byte - 48;
      digits++;
      if (term > MOST_EXACT) return Number.NaN;
    } else if (byte === 43 || byte === 45) {
      if (digits === 0 && at !== from) return Number.NaN;
      sum += sign * term;
      [term, digits, sign] = [0, 0, byte === 45 ? -1 : 1];
    } else if (byte === 61) return Number.NaN;
  }
  return sum + sign * term;
}
