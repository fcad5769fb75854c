/** Where the bytes of a file come from. Re-openable: every call of `chunks` starts at the first byte. */
export interface ByteSource {
  /** The file's name without folders. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  chunks(): AsyncIterable<Uint8Array>;
}

/** Bytes handed on at once: large enough to be cheap, small enough to show progress and to be cancelled. */
export const CHUNK_BYTES = 1024 * 1024;

/** Bytes that are in memory already. */
export function bytesSource(name: string, bytes: Uint8Array, chunkBytes: number = CHUNK_BYTES): ByteSource {
  return {
    name,
    size: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        yield await Promise.resolve(bytes.subarray(at, Math.min(at + chunkBytes, bytes.length)));
      }
    },
  };
}

/** A file a person chose or dropped. */
export function blobSource(file: Blob & { readonly name: string }): ByteSource {
  return {
    name: file.name,
    size: file.size,
    async *chunks() {
      for (let at = 0; at < file.size; at += CHUNK_BYTES) {
        yield new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer());
      }
    },
  };
}
