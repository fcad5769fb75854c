import { writeUtf8 } from '../../bytes/utf8.ts';

/**
 * 64 bits over bytes and numbers as two lanes of 32; the lanes multiply by other primes and are stirred after every text, so
 * that order and cuts between texts count. Not for secrets.
 */
export class TextHash {
  /** The last text's words. */
  first = 0;
  second = 0;
  #buffer = new Uint8Array(256);

  bytes(bytes: Uint8Array, from: number, to: number): void {
    let a = 0x9e3779b1 ^ (to - from);
    let b = 0x85ebca77;
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!;
      a = Math.imul(a ^ byte, 0x9e3779b1);
      b = Math.imul(b ^ byte, 0x5f356495);
      b ^= b >>> 13;
    }
    this.first = stirred(a);
    this.second = stirred(b ^ 0x27d4eb2f);
  }

  text(text: string): void {
    if (text.length * 3 > this.#buffer.length) this.#buffer = new Uint8Array(text.length * 3);
    this.bytes(this.#buffer, 0, writeUtf8(text, this.#buffer, 0));
  }
}

/** The word of a lane after one more word. */
export const chained = (lane: number, word: number): number =>
  stirred(Math.imul(lane ^ word, 0x2c1b3c6d) + 0x297a2d39);

export function stirred(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}
