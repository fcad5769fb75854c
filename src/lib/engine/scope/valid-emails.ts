import { isBlankValue, valueCount, type Column } from '../columns/column.ts';
import { readUtf8 } from '../columns/utf8.ts';
import type { Tools } from '../tools.ts';
import { isValidEmail } from './email.ts';

/** EM3 for every record of a column: 1 valid, 0 not (blank is not). */
export function validEmails(column: Column, tools: Tools): Uint8Array {
  const values = valueCount(column);
  const valid = new Uint8Array(values);
  const domains = new Map<string, boolean>();
  for (let value = 0; value < values; value++) {
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
 * A short ASCII local part of letters, digits, `.`, `_`, `-`, `+` before a domain seen before is decided here; all else, and
 * each domain once, by the full rule.
 */
function plainAddress(
  bytes: Uint8Array,
  from: number,
  to: number,
  domains: Map<string, boolean>,
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
      if (!isPlain(byte)) plain = false;
    }
  }
  if (!plain || dot || at === to || at - from > 64 || to - from > 254) {
    return isValidEmail(readUtf8(bytes, from, to), tools);
  }
  const domain = readUtf8(bytes, at, to);
  let valid = domains.get(domain);
  if (valid === undefined) {
    valid = isValidEmail(`a${domain}`, tools);
    domains.set(domain, valid);
  }
  return valid;
}

const isPlain = (byte: number): boolean =>
  (byte >= 97 && byte <= 122) ||
  (byte >= 65 && byte <= 90) ||
  (byte >= 48 && byte <= 57) ||
  byte === 95 ||
  byte === 45 ||
  byte === 43;
