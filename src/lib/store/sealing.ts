import type { Seal } from './rows.ts';

/** What the store needs from outside. A browser's own digest is some times faster than a portable one. */
export interface StoreTools {
  /** Lower-case hex of the SHA-256 of the bytes. */
  sha256(bytes: Uint8Array): string | Promise<string>;
}

/** Makes and checks seals. Never inside a transaction: waiting for a digest would end it. */
export class Sealing {
  readonly #tools: StoreTools;
  readonly #encoder = new TextEncoder();

  constructor(tools: StoreTools) {
    this.#tools = tools;
  }

  async of(bytes: Uint8Array): Promise<Seal> {
    return { length: bytes.length, sha256: await this.#tools.sha256(bytes) };
  }

  /** The same of much, by pieces: what hashes copies what it is given, and small copies are made where others were. */
  async inPieces(bytes: Uint8Array): Promise<Seal> {
    const { length } = bytes;
    return length <= PIECE
      ? this.of(bytes)
      : { length, sha256: await this.#pieces(bytes, PIECE), piece: PIECE };
  }

  async ofText(text: string): Promise<Seal> {
    return this.of(this.#encoder.encode(text));
  }

  async holds(bytes: Uint8Array, seal: Seal): Promise<boolean> {
    const { length, sha256, piece } = seal;
    if (bytes.length !== length) return false;
    const found = piece === undefined ? this.#tools.sha256(bytes) : this.#pieces(bytes, piece);
    return (await found) === sha256;
  }

  async holdsText(text: string, sha256: string): Promise<boolean> {
    return (await this.#tools.sha256(this.#encoder.encode(text))) === sha256;
  }

  /** SHA-256 of the hex digests of all pieces, one behind the other. */
  async #pieces(bytes: Uint8Array, piece: number): Promise<string> {
    let digests = '';
    for (let from = 0; from < bytes.length; from += piece * AT_ONCE) {
      const some = Array.from({ length: AT_ONCE }, (_, i) =>
        bytes.subarray(from + i * piece, from + (i + 1) * piece),
      ).filter(({ length }) => length > 0);
      digests += (await Promise.all(some.map((part) => this.#tools.sha256(part)))).join('');
    }
    return this.#tools.sha256(this.#encoder.encode(digests));
  }
}

/** Bytes of a piece, and pieces that are hashed at once. */
const PIECE = 128 * 1024;
const AT_ONCE = 4;
