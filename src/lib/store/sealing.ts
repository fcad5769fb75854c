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

  async ofText(text: string): Promise<Seal> {
    return this.of(this.#encoder.encode(text));
  }

  async holds(bytes: Uint8Array, seal: Seal): Promise<boolean> {
    return bytes.length === seal.length && (await this.#tools.sha256(bytes)) === seal.sha256;
  }

  async holdsText(text: string, sha256: string): Promise<boolean> {
    return (await this.#tools.sha256(this.#encoder.encode(text))) === sha256;
  }
}
