import { strFromU8, unzipSync } from 'fflate';

/** Reads single entries of a zip, found by its directory. */
export class ZipReader {
  readonly #zip: Uint8Array;

  private constructor(zip: Uint8Array) {
    this.#zip = zip;
  }

  /** Null where it is no zip, or one that was cut off. */
  static open(bytes: Uint8Array): ZipReader | null {
    const reader = new ZipReader(bytes);
    return reader.bytes('') instanceof Error ? null : reader;
  }

  /** The first entry that would be larger than this once unpacked, in bytes, as the directory says; nothing is unpacked for it. */
  largerThan(most: number): { readonly name: string; readonly size: number } | null {
    let found: { readonly name: string; readonly size: number } | null = null;
    unzipSync(this.#zip, {
      filter: ({ name, originalSize }) => {
        if (originalSize > most) found ??= { name, size: originalSize };
        return false;
      },
    });
    return found;
  }

  /** Null where there is no such entry, an error where it is broken. */
  bytes(name: string): Uint8Array<ArrayBuffer> | null | Error {
    try {
      const entry = unzipSync(this.#zip, { filter: (file) => file.name === name })[name];
      return entry === undefined ? null : (entry as Uint8Array<ArrayBuffer>);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

export const textOf = (bytes: Uint8Array): string => strFromU8(bytes);
