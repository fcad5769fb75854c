import type { HashStream, Spare } from '../../src/lib/engine/index.ts';
import { blobSource, bytesSource, type ByteSource } from '../../src/lib/connectors/source.ts';
import { nextTurn, TURN } from '../common/run-steps.ts';

/** A larger file is read piece by piece, twice (bytes). */
const WHOLE = 512 * 1024 * 1024;

/** The bytes of a file, and where its SHA-256 comes from. */
export interface OpenedFile {
  readonly source: ByteSource;
  /** By the browser, beside the reading and six times faster than a portable one; null where it is for the reader to hash. */
  readonly sha256: Promise<string> | null;
  /** Nothing of the source is looked at any more. */
  done(): void;
}

/** Opens a file to be read: what is read twice and hashed is the same bytes, also where the file changes meanwhile. */
export async function openFile(file: File, spare: Spare): Promise<OpenedFile> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  const pieces = { source: blobSource(file), sha256: null, done: () => undefined };
  if (subtle === undefined || file.size > WHOLE) return pieces;
  // What cannot be read whole is told of by reading it in pieces.
  const bytes = await wholeFile(file, spare).catch(() => null);
  if (bytes === null) return pieces;
  const digest = subtle.digest('SHA-256', bytes).then((found) => hex(new Uint8Array(found)));
  return {
    source: turning(bytesSource(file.name, bytes)),
    sha256: digest,
    done: () => {
      spare.give(bytes);
    },
  };
}

/** The bytes of a file in memory that may have been used before, where the browser can read into it. */
async function wholeFile(file: File, spare: Spare): Promise<Uint8Array<ArrayBuffer>> {
  const reader = readerInto(file);
  if (reader === null) return new Uint8Array(await file.arrayBuffer());
  let buffer = spare.take(file.size);
  let at = 0;
  while (at < file.size) {
    // The memory goes to the browser and comes back under another name.
    const { value, done } = await reader.read(new Uint8Array(buffer, at, file.size - at));
    if (done) throw new RangeError('the file is shorter than it was');
    buffer = value.buffer;
    at += value.length;
  }
  await reader.cancel();
  return new Uint8Array(buffer, 0, at);
}

function readerInto(file: File): ReadableStreamBYOBReader | null {
  try {
    return file.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
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
