/** Cells between strings and UTF-8 bytes. Short and mostly ASCII, so plain loops beat the platform's coders. */

/** Writes `text` at `at`; returns the position after it. The buffer must have 3 bytes per code unit left. */
export function writeUtf8(text: string, bytes: Uint8Array, at: number): number {
  const length = text.length;
  for (let i = 0; i < length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < length) {
      const low = text.charCodeAt(i + 1);
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        i++;
      }
    }
    if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
    } else {
      if (code < 0x10000) {
        bytes[at++] = 0xe0 | (code >> 12);
      } else {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
      }
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[at++] = 0x80 | (code & 0x3f);
  }
  return at;
}

export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  return bytes.slice(0, writeUtf8(text, bytes, 0));
}

/** Text of `bytes[from … to]`, which must be what `writeUtf8` wrote. */
export function readUtf8(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > LONG) return readLong(bytes, from, to);
  if (isAscii(bytes, from, to)) {
    return String.fromCharCode.apply(null, bytes.subarray(from, to) as unknown as number[]);
  }
  let text = '';
  let i = from;
  while (i < to) {
    const first = bytes[i++]!;
    if (first < 0x80) text += String.fromCharCode(first);
    else if (first < 0xe0) text += String.fromCharCode(((first & 0x1f) << 6) | (bytes[i++]! & 0x3f));
    else if (first < 0xf0) {
      text += String.fromCharCode(
        ((first & 0x0f) << 12) | ((bytes[i++]! & 0x3f) << 6) | (bytes[i++]! & 0x3f),
      );
    } else {
      const code =
        ((first & 0x07) << 18) |
        ((bytes[i++]! & 0x3f) << 12) |
        ((bytes[i++]! & 0x3f) << 6) |
        (bytes[i++]! & 0x3f);
      text += String.fromCodePoint(code);
    }
  }
  return text;
}

export function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! >= 0x80) return false;
  return true;
}

/** From here on a text put together sign by sign would cost more in garbage than in bytes. */
const LONG = 4096;

/** A long text, in pieces that end between two characters. */
function readLong(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to;) {
    let end = Math.min(at + LONG, to);
    while (end < to && (bytes[end]! & 0xc0) === 0x80) end--;
    text += readPiece(bytes, at, end);
    at = end;
  }
  return text;
}

function readPiece(bytes: Uint8Array, from: number, to: number): string {
  const units: number[] = [];
  for (let i = from; i < to;) {
    const first = bytes[i++]!;
    if (first < 0x80) units.push(first);
    else if (first < 0xe0) units.push(((first & 0x1f) << 6) | (bytes[i++]! & 0x3f));
    else if (first < 0xf0)
      units.push(((first & 0x0f) << 12) | ((bytes[i++]! & 0x3f) << 6) | (bytes[i++]! & 0x3f));
    else {
      const code =
        ((first & 0x07) << 18) |
        ((bytes[i++]! & 0x3f) << 12) |
        ((bytes[i++]! & 0x3f) << 6) |
        (bytes[i++]! & 0x3f);
      units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    }
  }
  return String.fromCharCode(...units);
}
