import { isBlankValue, valueCount, valueOf, type Column } from '../columns/column.ts';
import { readUtf8 } from '../columns/utf8.ts';
import { CodeTable } from '../columns/code-table.ts';
import type { FieldCodes } from '../match/key-codes.ts';
import type { Side } from '../model/side.ts';
import { SLICE, type Steps } from '../steps.ts';
import type { Tools } from '../tools.ts';
import { isValidEmail } from './email.ts';

/** EM3 for every record of a column: 1 valid, 0 not (blank is not). */
export function* validEmails(column: Column, tools: Tools): Steps<Uint8Array> {
  const values = valueCount(column);
  const valid = new Uint8Array(values);
  const domains = new SeenDomains(column.bytes, tools);
  for (let value = 0; value < values; value++) {
    if (value % SLICE === SLICE - 1) yield { what: 'scope', done: value, total: values };
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
  { codes, normal }: FieldCodes,
  side: Side,
  column: Column,
  known: Uint8Array,
  tools: Tools,
): Steps<Uint8Array> {
  const { offsets, bytes } = normal[side];
  const own = codes[side];
  const valid = new Uint8Array(own.length);
  const domains = new SeenDomains(bytes, tools);
  for (let row = 0; row < own.length; row++) {
    if (row % SLICE === SLICE - 1) yield { what: 'scope', done: row, total: own.length };
    const code = own[row]!;
    if (code < 0) continue;
    if (known[code] === 0) {
      const value = valueOf(column, row);
      known[code] = plainAddress(bytes, offsets[value]!, offsets[value + 1]!, domains, tools) ? 2 : 1;
    }
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
  let dot = true;
  let plain = true;
  while (at < to && bytes[at] !== 64) {
    const byte = bytes[at++]!;
    if (byte === 46) {
      if (dot) plain = false;
      dot = true;
    } else {
      dot = false;
      if (PLAIN[byte] === 0) plain = false;
    }
  }
  if (!plain || dot || at === to || at - from > 64 || to - from > 254) {
    return isValidEmail(readUtf8(bytes, from, to), tools);
  }
  return domains.isValid(at, to);
}

/** What follows the `@`, judged once per distinct spelling. */
class SeenDomains {
  readonly #bytes: Uint8Array;
  readonly #tools: Tools;
  readonly #table = new CodeTable(1024);
  readonly #buffer: number;
  readonly #valid: boolean[] = [];

  constructor(bytes: Uint8Array, tools: Tools) {
    this.#bytes = bytes;
    this.#tools = tools;
    this.#buffer = this.#table.addBuffer(bytes);
  }

  isValid(from: number, to: number): boolean {
    const code = this.#table.code(this.#buffer, from, to);
    return (this.#valid[code] ??= isValidEmail(`a${readUtf8(this.#bytes, from, to)}`, this.#tools));
  }
}

const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[\w+-]/.test(String.fromCharCode(byte)) ? 1 : 0,
);
