import { readUtf8 } from '../bytes/utf8.ts';
import type { Column } from '../model/column.ts';

/**
 * RD20: U+FFFD, controls U+0080–U+009F, and letters that were UTF-8 and were read as windows-1252 (`Ã¸`, `â€™`, `ðŸ˜`), whole
 * or cut off behind a small letter or a blank at the end of the text (`på sÃ`).
 */
const DAMAGED =
  /[\ufffd\u0080-\u009f]|[ÃÂÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[\u0080-\u00bf€]|ðŸ|[\p{Ll}\s][ÂÃ]$|\p{Ll}[ÄÅÎÏÐÑ]$/u;

/** Does a text show that letters of it were lost or misread? */
export const isDamaged = (text: string): boolean => DAMAGED.test(text);

/** The same of a value of a column; most are told by their bytes. */
export function damagedAt(column: Column, value: number): boolean {
  const from = column.offsets[value]!;
  const to = column.offsets[value + 1]!;
  const { bytes } = column;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    // One of the signs DAMAGED looks for has this lead: U+0080–U+00FF, U+FFFD.
    if (byte === 0xc2 || byte === 0xc3 || byte === 0xef) return isDamaged(readUtf8(bytes, from, to));
  }
  return false;
}
