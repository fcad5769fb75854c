import { windows1252 } from './windows-1252.ts';

/** Does a line hold a valid UTF-8 sequence of more than one byte? */
export function holdsUtf8(line: Uint8Array): boolean {
  for (let at = 0; at < line.length; at++) if (sequenceAt(line, at) > 1) return true;
  return false;
}

/** RD6: a line's valid sequences as UTF-8, each byte between them as windows-1252. */
export function byteByByte(line: Uint8Array): string {
  let text = '';
  let from = 0;
  for (let at = 0; at < line.length;) {
    const length = sequenceAt(line, at);
    if (length === 0) {
      text += UTF8.decode(line.subarray(from, at)) + windows1252(line.subarray(at, at + 1));
      from = at + 1;
    }
    at += Math.max(1, length);
  }
  return text + UTF8.decode(line.subarray(from));
}

/** Bytes of the valid UTF-8 sequence that begins at `at`; 0 where none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  // No overlong form, no half of a surrogate pair, nothing above the last code point.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (bytes[at + 1]! < low || bytes[at + 1]! > high) return 0;
  for (let i = 2; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
