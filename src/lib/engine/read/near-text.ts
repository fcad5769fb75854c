import { readUtf8, utf8 } from '../bytes/utf8.ts';
import { caseFold, comparisonText } from './fold.ts';

/**
 * KW5: a text without case, white space and punctuation. A stop or comma between digits stays (1.5 is not 15), and so do signs that
 * carry meaning (`+ # & @ %`); `''` where nothing is left.
 */
export const nearText = (text: string): string => caseFold(comparisonText(text)).replace(GOES, '');

const GOES = /(?<=\d)[.,](?!\d)|(?<!\d)[.,]|(?![#&@%.,])\p{P}|[\s`´\u200b-\u200f\u2060\ufeff\u00ad]/gu;

/** The same of plain ASCII bytes, written to `out` from `at` on; where it ends. */
export function nearAscii(bytes: Uint8Array, from: number, to: number, out: Uint8Array, at: number): number {
  let end = at;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    const kept = KEPT[byte]!;
    if (kept !== 0) out[end++] = kept;
    else if ((byte === STOP || byte === COMMA) && i > from && isDigit(bytes[i - 1]!) && i + 1 < to) {
      if (isDigit(bytes[i + 1]!)) out[end++] = byte;
    }
  }
  return end;
}

/**
 * A hash of what is left of a value, the same for values that leave the same; 0 where nothing is left. Nothing is written for ASCII.
 */
export function nearHash(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte >= 128) return hashOfBytes(utf8(nearText(readUtf8(bytes, from, to))));
    let kept = KEPT[byte]!;
    if (kept === 0) {
      const isMark = (byte === STOP || byte === COMMA) && i > from && i + 1 < to;
      if (!isMark || !isDigit(bytes[i - 1]!) || !isDigit(bytes[i + 1]!)) continue;
      kept = byte;
    }
    hash = Math.imul(hash ^ kept, PRIME);
  }
  return mixed(hash);
}

function hashOfBytes(bytes: Uint8Array): number {
  let hash = 0;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, PRIME);
  return mixed(hash);
}

const PRIME = 0x01000193;

const mixed = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x85ebca6b | 0);

const STOP = 46;
const COMMA = 44;
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** What becomes of an ASCII byte; 0 where it goes. */
const KEPT = Uint8Array.from({ length: 128 }, (_, byte) => {
  const near = nearText(String.fromCharCode(byte));
  return near === '' ? 0 : near.charCodeAt(0);
});
