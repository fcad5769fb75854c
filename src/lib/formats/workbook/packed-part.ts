import { Deflate, strToU8 } from 'fflate';
import { Crc } from './crc.ts';

/** Where packed bytes wait until their archive is put together; they are nobody else's. */
export interface Spool {
  write(bytes: Uint8Array<ArrayBuffer>): void;
}

/** Characters put together before they are packed. */
const PIECE = 64 * 1024;
const LEVEL = 4;
/** Bytes one block that is not packed can hold. */
const PLAIN_BLOCK = 0xffff;

/** How a part lies in an archive: its pieces one after the other, deflated. */
export interface PackedBytes<S> {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
  readonly pieces: readonly (Uint8Array<ArrayBuffer> | S)[];
}

/**
 * A part of an archive that is packed as it grows. What must stand before it may be said at its end, when it is known: deflated bytes
 * may begin with a block that is not packed.
 */
export class PackedPart<S extends Spool> {
  readonly #spool: S;
  readonly #deflate: Deflate;
  readonly #crc = new Crc();
  #text = '';
  #packed = 0;

  constructor(spool: S) {
    this.#spool = spool;
    this.#deflate = new Deflate({ level: LEVEL }, (bytes) => {
      this.#packed += bytes.length;
      spool.write(Uint8Array.from(bytes));
    });
  }

  /** Bytes so far, those that wait counted by their characters. */
  get size(): number {
    return this.#crc.length + this.#text.length;
  }

  write(text: string): void {
    this.#text += text;
    if (this.#text.length >= PIECE) this.#push(false);
  }

  end(name: string, head: string): PackedBytes<S> {
    this.#push(true);
    const before = strToU8(head);
    if (before.length > PLAIN_BLOCK) throw new RangeError('a head of a part is one block');
    const { length } = before;
    const block = Uint8Array.of(0, length, length >> 8, ~length, ~length >> 8, ...before);
    return {
      name,
      crc: new Crc().push(before).followedBy(this.#crc),
      size: length + this.#crc.length,
      packed: block.length + this.#packed,
      pieces: [block, this.#spool],
    };
  }

  #push(isLast: boolean): void {
    const bytes = strToU8(this.#text);
    this.#text = '';
    this.#crc.push(bytes);
    this.#deflate.push(bytes, isLast);
  }
}
