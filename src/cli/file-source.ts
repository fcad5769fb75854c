import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CHUNK_BYTES, type ByteSource } from '../lib/connectors/source.ts';
import { done, unreadable, type Attempt } from './attempt.ts';
import { whyUnreadable } from './text-file.ts';

/** A file of this machine as bytes. */
export async function fileSource(path: string): Promise<Attempt<ByteSource>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return unreadable(path, null, 'This is a folder, not a file.');
    const chunks = () => createReadStream(path, { highWaterMark: CHUNK_BYTES });
    return done({ name: basename(path), size: found.size, chunks });
  } catch (error) {
    return unreadable(path, null, whyUnreadable(error));
  }
}
