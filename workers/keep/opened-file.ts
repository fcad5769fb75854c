import type { HashStream } from '../../src/lib/engine/index.ts';
import { blobSource, bytesSource, type ByteSource } from '../../src/lib/connectors/source.ts';
import { nextTurn, TURN } from '../common/run-steps.ts';

/** A larger file is read piece by piece, twice (bytes). */
const WHOLE = 512 * 1024 * 1024;

/** The bytes of a file, and where its SHA-256 comes from. */
export interface OpenedFile {
  readonly source: ByteSource;
  /** By the browser, beside the reading and six times faster than a portable one; null where it is for the reader to hash. */
  readonly sha256: Promise<string> | null;
}

/** Opens a file to be read: what is read twice and hashed is the same bytes, also where the file changes meanwhile. */
export async function openFile(file: File): Promise<OpenedFile> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  const pieces = { source: blobSource(file), sha256: null };
  if (subtle === undefined || file.size > WHOLE) return pieces;
  // What cannot be read whole is told of by reading it in pieces.
  const buffer = await file.arrayBuffer().catch(() => null);
  if (buffer === null) return pieces;
  const digest = subtle.digest('SHA-256', buffer).then((found) => hex(new Uint8Array(found)));
  return { source: turning(bytesSource(file.name, new Uint8Array(buffer))), sha256: digest };
}

/** Lets messages in between chunks, so that a cancel is heard. */
const turning = (source: ByteSource): ByteSource => ({
  ...source,
  async *chunks() {
    let since = performance.now();
    for await (const chunk of source.chunks()) {
      if (performance.now() - since > TURN) {
        await nextTurn();
        since = performance.now();
      }
      yield chunk;
    }
  },
});

/** Where the hash comes from elsewhere. */
export const noHash = (): HashStream => ({ update: () => undefined, digest: () => '' });

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
