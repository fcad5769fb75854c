/** Bytes of values where they lie: read by words, never made texts of. */

/** The bytes as numbers are read from them. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Are `length` bytes from these places on the same? */
export function sameAt(a: DataView, from: number, b: DataView, start: number, length: number): boolean {
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    if (a.getInt32(from + i, true) !== b.getInt32(start + i, true)) return false;
  }
  for (; i < length; i++) if (a.getUint8(from + i) !== b.getUint8(start + i)) return false;
  return true;
}

/** Eight bytes at a time in two lanes, the last eight again where some are left; a signed 32-bit number. */
export function hashOf(view: DataView, from: number, to: number): number {
  let a = to - from;
  let b = 0x9e3779b9 | 0;
  let i = from;
  for (; i + 8 <= to; i += 8) {
    a = Math.imul(a ^ view.getInt32(i, true), 0x85ebca6b | 0);
    b = Math.imul(b ^ view.getInt32(i + 4, true), 0xc2b2ae35 | 0);
    a ^= b >>> 15;
    b ^= a >>> 13;
  }
  if (i > from && i < to) {
    a = Math.imul(a ^ view.getInt32(to - 8, true), 0x85ebca6b | 0);
    b = Math.imul(b ^ view.getInt32(to - 4, true), 0xc2b2ae35 | 0);
  } else for (; i < to; i++) a = Math.imul(a ^ view.getUint8(i), 0x01000193);
  a ^= b ^ (b >>> 16);
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b | 0);
  a = Math.imul(a ^ (a >>> 13), 0xc2b2ae35 | 0);
  return a ^ (a >>> 16);
}
