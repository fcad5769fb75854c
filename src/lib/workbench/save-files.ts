import type { Answer, OutFile, Problem } from '../conversation/index.ts';
import type { ProjectClient } from './link/project-client.ts';
import type { Jobs } from './project/jobs.svelte.ts';
import { GrowingBlob } from '../../../workers/file/growing-blob.ts';
import { saveFile } from './save-file.ts';

/** Asks the worker for files, as a job. */
export type MakeFiles = (job: number) => Promise<Answer<readonly OutFile[]>>;

/** The open project as a file. */
export async function projectFile(
  client: Pick<ProjectClient, 'projectOut'>,
  withRecords: boolean,
  job: number,
): Promise<Answer<readonly OutFile[]>> {
  const answer = await client.projectOut(withRecords, job);
  return answer.ok ? { ok: true, value: [answer.value] } : answer;
}

/**
 * Has files made and hands them to the person: one as it is, several as one archive, since browsers ask before each further
 * download. Answers what went wrong; null also where the person ended it.
 */
export async function saveFiles(
  jobs: Pick<Jobs, 'run'>,
  title: string,
  archive: string,
  make: MakeFiles,
): Promise<Problem | null> {
  const made = await jobs.run({ title }, make);
  if (!made.ok) return made.problem.code === 'cancelled' ? null : made.problem;
  const files = made.value;
  const [only] = files;
  if (only === undefined) return null;
  try {
    if (files.length === 1) saveFile(baseName(only.name), only.blob);
    else saveFile(archive, await zipped(files));
    return null;
  } catch (thrown) {
    // Short of memory, a file whose bytes are gone, an archiver that cannot be loaded any more.
    return { code: 'not-saved', because: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** An archive without compression, made piece by piece, so that the page stays free. */
async function zipped(files: readonly OutFile[]): Promise<Blob> {
  const { Zip, ZipPassThrough } = await import('fflate');
  const whole = new GrowingBlob();
  let failed: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error === null) whole.write(new Uint8Array(piece));
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
  return whole.finish('application/zip');
}
