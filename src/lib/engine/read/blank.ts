import { readUtf8 } from '../bytes/utf8.ts';

/** CO5: nothing is left after trimming (ECMAScript white space and line ends). */
export function isBlankText(text: string): boolean {
  if (text.length === 0) return true;
  const first = text.charCodeAt(0);
  if (first > 32 && first < 128) return false;
  return text.trim().length === 0;
}

/** The same of the cell `bytes[from … to]`. */
export function isBlankCell(bytes: Uint8Array, from: number, to: number): boolean {
  return from === to || (!showsAtOnce(bytes[from]!) && isBlankText(readUtf8(bytes, from, to)));
}

/** Does a cell with this first byte surely show something: a sign of ASCII, a Latin, Greek or Cyrillic letter? */
export const showsAtOnce = (first: number): boolean =>
  (first > 32 && first < 128) || (first >= 0xc3 && first <= 0xdf);
