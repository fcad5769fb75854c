import { isBlankValue, valueCount, type Column } from '../model/column.ts';
import { readUtf8 } from '../bytes/utf8.ts';
import type { FieldCodes } from '../match/keys/key-codes.ts';
import type { Side } from '../model/side.ts';
import { SLICE, type Steps } from '../run/steps.ts';

import type { Tools } from '../tools.ts';
import { isValidEmail } from '../read/email.ts';

/** Addresses between two pauses: each is read byte by byte. */
const PAUSE = SLICE / 4;

/** EM3 for every record of a column: 1 valid, 0 not (blank is not). */
export function* validEmails(column: Column, tools: Tools): Steps<Uint8Array> {
  const values = valueCount(column);
  const valid = new Uint8Array(values);
  const domains = new SeenDomains(values, tools);
  for (let value = 0; value < values; value++) {
    if (value % PAUSE === PAUSE - 1) yield { what: 'scope', done: value, total: values };
    if (isBlankValue(column, value)) continue;
    const from = column.offsets[value]!;
    const to = column.offsets[value + 1]!;
    valid[value] = plainAddress(column.bytes, from, to, domains, tools) ? 1 : 0;
  }
  if (column.codes === null) return valid;
  const rows = new Uint8Array(column.rows);
  for (let row = 0; row < rows.length; row++) rows[row] = valid[column.codes[row]!]!;
  return rows;
}

/**
 * EM3 for every record of a side, by the codes of an e-mail key. `known` remembers per code over both sides: 0 not judged, 1 not
 * valid, 2 valid.
 */
export function* validByCode(
  { codes, table }: FieldCodes,
  side: Side,
  known: Uint8Array,
  tools: Tools,
): Steps<Uint8Array> {
  const own = codes[side];
  const valid = new Uint8Array(own.length);
  const domains = new SeenDomains(own.length, tools);
  const judge = (bytes: Uint8Array, from: number, to: number): boolean =>
    plainAddress(bytes, from, to, domains, tools);
  for (let row = 0; row < own.length; row++) {
    if (row % PAUSE === PAUSE - 1) yield { what: 'scope', done: row, total: own.length };
    const code = own[row]!;
    if (code < 0) continue;
    if (known[code] === 0) known[code] = table.read(code, judge) ? 2 : 1;
    valid[row] = known[code]! - 1;
  }
  return valid;
}

/**
 * A short ASCII local part of letters, digits, `.`, `_`, `-`, `+` before a domain seen before is decided here; all else, and
 * each domain once, by the full rule.
 */
function plainAddress(
  bytes: Uint8Array,
  from: number,
  to: number,
  domains: SeenDomains,
  tools: Tools,
): boolean {
  let at = from;
  let last = DOT;
  let odd = 0;
  for (; at < to; at++) {
    const sign = SIGNS[bytes[at]!]!;
    if (sign === AT) break;
    odd |= sign & (last | ODD);
    last = sign;
  }
  if (odd !== 0 || last === DOT || at === to || at - from > 64 || to - from > 254) {
    return isValidEmail(readUtf8(bytes, from, to), tools);
  }
  return domains.isValid(bytes, at, to);
}

/** What follows the `@`, judged once per distinct spelling as long as it is remembered. */
class SeenDomains {
  readonly #tools: Tools;
  readonly #mask: number;
  /** By a rough hash: the domain's bytes and their number; 0 is nothing. */
  readonly #bytes: Uint8Array;
  readonly #lengths: Uint8Array;
  readonly #valid: Uint8Array;

  /** For so many records at most. */
  constructor(records: number, tools: Tools) {
    const size = 1 << Math.min(MOST, 32 - Math.clz32(records));
    this.#tools = tools;
    this.#mask = size - 1;
    this.#bytes = new Uint8Array(size * LONGEST);
    this.#lengths = new Uint8Array(size);
    this.#valid = new Uint8Array(size);
  }

  /** Is `@` and what follows it, `from … to`, the end of a valid address? */
  isValid(bytes: Uint8Array, from: number, to: number): boolean {
    const length = to - from;
    if (length < 4 || length > LONGEST) return this.#judged(bytes, from, to);
    const ends = wordAt(bytes, from) ^ Math.imul(wordAt(bytes, to - 4), 31);
    const at = (Math.imul(ends + length, 0x9e3779b1 | 0) >>> 16) & this.#mask;
    if (this.#lengths[at] === length && this.#holds(at * LONGEST, bytes, from, length))
      return this.#valid[at] === 1;
    this.#bytes.set(bytes.subarray(from, to), at * LONGEST);
    this.#lengths[at] = length;
    const isValid = this.#judged(bytes, from, to);
    this.#valid[at] = isValid ? 1 : 0;
    return isValid;
  }

  #holds(place: number, bytes: Uint8Array, from: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (this.#bytes[place + i] !== bytes[from + i]) return false;
    return true;
  }

  #judged(bytes: Uint8Array, from: number, to: number): boolean {
    return isValidEmail(`a${readUtf8(bytes, from, to)}`, this.#tools);
  }
}

/** Domains remembered at a time, a power of two, and bytes of the longest one that is. */
const MOST = 12;
const LONGEST = 64;

const wordAt = (bytes: Uint8Array, at: number): number =>
  bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);

/** What a byte of a local part is; a dot after a dot (or first) and an odd one take the full rule. */
const DOT = 1;
const ODD = 2;
const AT = 4;
const SIGNS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  if (sign === '@') return AT;
  return sign === '.' ? DOT : /[\w+-]/.test(sign) ? 0 : ODD;
});
