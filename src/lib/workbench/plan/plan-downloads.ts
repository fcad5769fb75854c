import type { Answer, OnProgress, OutFile } from '../../conversation/index.ts';
import { saveFile } from '../save-file.ts';

/** Asks the worker for files. */
export type MakeFiles = (onProgress: OnProgress) => Promise<Answer<readonly OutFile[]>>;

/** Handed over, or what the browser said. */
type Saved = { readonly ok: true } | { readonly ok: false; readonly because: string };

/** Hands files to the person: one as it is, several as one archive, since browsers ask before each further download. */
export async function saveFiles(files: readonly OutFile[], archive: string): Promise<Saved> {
  const [only] = files;
  if (only === undefined) return { ok: true };
  try {
    if (files.length === 1) saveFile(baseName(only.name), only.blob);
    else saveFile(archive, await zipped(files));
    return { ok: true };
  } catch (thrown) {
    // Short of memory, a file whose bytes are gone, an archiver that cannot be loaded any more.
    return { ok: false, because: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** An archive without compression, made piece by piece, so that the page stays free. */
async function zipped(files: readonly OutFile[]): Promise<Blob> {
  const { Zip, ZipPassThrough } = await import('fflate');
  const parts: BlobPart[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error === null) parts.push(new Uint8Array(piece));
    else failed = error;
  });
  for (const { name, blob } of files) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    const reader = blob.stream().getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) entry.push(piece.value);
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  if (failed !== null) throw failed;
  return new Blob(parts, { type: 'application/zip' });
}
