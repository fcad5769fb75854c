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
    const reader = READERS.find((candidate) => candidate.takes(start)) ?? csv;
    return await reader.read(source, choices, onProgress, hooks);
  } catch (error) {
    if (error instanceof Stopped) return failed(source, error.problem);
    throw error;
  }
}

async function startOf(source: ByteSource, hooks: ReadHooks): Promise<Uint8Array> {
  for await (const chunk of guarded(source, hooks)) return chunk;
  return new Uint8Array(0);
}
