import { anotherKind, KIND_BYTES } from './another-kind.ts';
import type { FileConnector } from './connector.ts';
import { csv, type CsvChoices } from './csv/index.ts';
import type { ReadHooks, ReadProgress, ReadResultOf, SideReport } from './report.ts';
import type { ByteSource } from './source.ts';
import { failed, guarded, Stopped } from './stopped.ts';
import { xlsx, type WorkbookFacts, type XlsxChoices } from './xlsx/index.ts';

export type { WorkbookFacts };

/** What a person may say about the reading of a file, whatever its kind; what is not of its kind is passed over. */
export type FileChoices = CsvChoices & XlsxChoices;

/** The account of a file, whatever its kind. */
export interface FileReport extends SideReport {
  /** Null for a workbook. */
  readonly encoding: string | null;
  readonly byteOrderMark: boolean;
  /** Null for one column, and for a workbook. */
  readonly delimiter: string | null;
  /** Of a workbook. */
  readonly workbook?: WorkbookFacts;
  /** What was used: reading again with these gives the same. */
  readonly choices: FileChoices;
}

/** The readers of files, asked in this order; the last takes what no other does. */
const READERS: readonly FileConnector<FileChoices, FileReport>[] = [xlsx, csv];

/** Can the first rows of a file that begins so be read from its start alone? */
export const readsFromStart = (start: Uint8Array): boolean => !xlsx.takes(start);

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
    const kind = reader === csv ? anotherKind(start) : null;
    const chosen = kind === 'no-text' && (choices.encoding ?? null) !== null;
    if (kind === 'excel-old' && (await isLocked(source, hooks)))
      return failed(source, { code: 'another-kind', kind: 'excel-locked' });
    if (kind !== null && !chosen) return failed(source, { code: 'another-kind', kind });
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

/** A workbook with a password is kept in the form of older Office files, as a stream of this name. */
const LOCKED = Array.from('EncryptedPackage', (sign) => `${sign}\0`).join('');

async function isLocked(source: ByteSource, hooks: ReadHooks): Promise<boolean> {
  const latin = new TextDecoder('latin1');
  let before = '';
  for await (const chunk of guarded(source, hooks)) {
    const text = before + latin.decode(chunk);
    if (text.includes(LOCKED)) return true;
    before = text.slice(-LOCKED.length);
  }
  return false;
}
