import type { Tools } from '../tools.ts';
import { normalizeEmail } from './normal-email.ts';

const MOST_LOCAL = 64;
const MOST_LABEL = 63;
const MOST = 254;
const AT = 64;
const DOT = 46;
const HYPHEN = 45;

/** What an ASCII code may stand in: bit 1 the local part (RFC 5322 atext), bit 2 a domain label. */
const ALLOWED = allowed();

/** EM3, S12: is the cell a valid e-mail once the e-mail normaliser is through with it? */
export function isValidEmail(text: string, tools: Tools): boolean {
  const address = normalizeEmail(text);
  const at = localPart(address);
  if (at < 0) return false;
  const label = lastLabel(address, at + 1);
  if (label < 0 || codePoints(address, 0) > MOST) return false;
  const top = address.slice(label);
  const ascii = isAscii(top) ? top : tools.hostToAscii(top);
  return ascii !== null && tools.tlds.has(ascii);
}

/** Where the `@` after dot-separated atoms stands; −1 where they are no local part. */
function localPart(address: string): number {
  let before = DOT;
  for (let i = 0; i < address.length; i++) {
    const code = address.charCodeAt(i);
    if (code === AT) return before !== DOT && codePoints(address.slice(0, i), 0) <= MOST_LOCAL ? i : -1;
    if (code === DOT ? before === DOT : code < 128 && (ALLOWED[code]! & 1) === 0) return -1;
    before = code;
  }
  return -1;
}

/** Where the last of at least two labels starts; −1 where the rest is no domain. */
function lastLabel(address: string, from: number): number {
  let start = from;
  for (let i = from; ; i++) {
    const code = i < address.length ? address.charCodeAt(i) : DOT;
    if (code === DOT) {
      if (!isLabel(address, start, i)) return -1;
      if (i === address.length) return start === from ? -1 : start;
      start = i + 1;
    } else if (code < 128 && (ALLOWED[code]! & 2) === 0) return -1;
  }
}

function isLabel(address: string, from: number, to: number): boolean {
  if (from === to || address.charCodeAt(from) === HYPHEN || address.charCodeAt(to - 1) === HYPHEN) {
    return false;
  }
  return to - from <= MOST_LABEL || codePoints(address.slice(from, to), 0) <= MOST_LABEL;
}

function codePoints(text: string, from: number): number {
  let count = 0;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if (code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000) i++;
    count++;
  }
  return count;
}

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);

function allowed(): Uint8Array {
  const table = new Uint8Array(128);
  const mark = (signs: string, bits: number): void => {
    for (const sign of signs) table[sign.charCodeAt(0)]! |= bits;
  };
  mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-', 3);
  mark("!#$%&'*+/=?^_`{|}~", 1);
  return table;
}
