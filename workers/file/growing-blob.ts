import type { BookPlace } from '../../src/lib/formats/index.ts';

/** Bytes that wait in memory before they are handed to the browser. */
const AT_ONCE = 16 * 1024 * 1024;

/** A blob that is made piece by piece. What was handed to the browser it may keep on the disk: nothing stands in memory twice. */
export class GrowingBlob {
  readonly #blobs: Blob[] = [];
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #bytes = 0;

  /** `bytes` are not changed by anybody afterwards. */
  write(bytes: Uint8Array<ArrayBuffer>): void {
    this.#waiting.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes >= AT_ONCE) this.#hand();
  }

  finish(type: string): Blob {
    this.#hand();
    return new Blob(this.#blobs, { type });
  }

  #hand(): void {
    if (this.#bytes > 0) this.#blobs.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#bytes = 0;
  }
}

/** Where a workbook is made in a browser. */
export const inBlobs = (type: string): BookPlace<GrowingBlob, Blob> => ({
  spool: () => new GrowingBlob(),
  joined: (pieces) =>
    new Blob(
      pieces.map((piece) => (piece instanceof GrowingBlob ? piece.finish('') : piece)),
      { type },
    ),
});
