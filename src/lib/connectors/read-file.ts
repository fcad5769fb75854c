import { anotherKind, KIND_BYTES } from './another-kind.ts';
import type { FileConnector } from './connector.ts';
import { csv, type CsvChoices, type CsvReport } from './csv/index.ts';
import type { ReadHooks, ReadProgress, ReadResultOf } from './report.ts';
import type { ByteSource } from './source.ts';
import { failed, guarded, Stopped } from './stopped.ts';

/** What a person may say about the reading of a file, whatever its kind. */
export type FileChoices = CsvChoices;
/** The account of a file, whatever its kind. */
export type FileReport = CsvReport;

/** The readers of files, asked in this order; the last takes what no other does. */
const READERS: readonly FileConnector<FileChoices, FileReport>[] = [csv];

/** Reads a file into columns, by the reader its first bytes belong to: the one door for the page and the command line. */
export async function readFile(
  source: ByteSource,
  choices: Partial<FileChoices> = {},
  onProgress: (progress: ReadProgress) => void = () => undefined,
  hooks: ReadHooks = {},
): Promise<ReadResultOf<FileReport>> {
  try {
    const start = await startOf(source, hooks);
    const kind = anotherKind(start);
    const chosen = kind === 'no-text' && (choices.encoding ?? null) !== null;
    if (kind !== null && !chosen) return failed(source, { code: 'another-kind', kind });
    const reader = READERS.find((candidate) => candidate.takes(start)) ?? csv;
    return await reader.read(source, choices, onProgress, hooks);
  } catch (error) {
    if (error instanceof Stopped) return failed(source, error.problem);
    throw error;
  }
}

/** As many bytes as tell kinds of files apart, in however small pieces the source gives them. */
async function startOf(source: ByteSource, hooks: ReadHooks): Promise<Uint8Array> {
  const start = new Uint8Array(KIND_BYTES);
  let length = 0;
  for await (const chunk of guarded(source, hooks)) {
    const part = chunk.subarray(0, KIND_BYTES - length);
    start.set(part, length);
    length += part.length;
    if (length === KIND_BYTES) break;
  }
  return start.subarray(0, length);
}
