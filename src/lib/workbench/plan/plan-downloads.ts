import type { Answer, OnProgress, OutFile } from '../../conversation/index.ts';

/** Asks the worker for files. */
export type MakeFiles = (onProgress: OnProgress) => Promise<Answer<readonly OutFile[]>>;

/** Hands files to the person: one as it is, several as one archive, since browsers ask before each further download. */
export async function saveFiles(files: readonly OutFile[], archive: string): Promise<void> {
  const [only] = files;
  if (only === undefined) return;
  if (files.length === 1) save(only.blob, baseName(only.name));
  else save(await zipped(files), archive);
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

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
