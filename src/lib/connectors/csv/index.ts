/** The only door to reading delimited text. */
import { sha256Stream } from '../../tools/hash.ts';
import type { FileConnector } from '../connector.ts';
import type { ReadHooks, ReadProgress } from '../report.ts';
import type { ByteSource } from '../source.ts';
import { failed, guarded, Stopped } from '../stopped.ts';
import type { CsvChoices, CsvReport, CsvResult } from './csv-report.ts';
import { decideEncoding } from './encoding.ts';
import { Reading } from './reading.ts';
import { readWithApostrophes, type ReadOnce } from '../table/read-with-apostrophes.ts';
import type { RowHabit } from '../table/widths.ts';
import { ByteScan, type Scan } from './scan.ts';

export type { CsvChoices, CsvReport } from './csv-report.ts';

/**
 * Reads a CSV, TSV or other delimited file into columns, in two passes over its bytes (FORMATS.md, Reading files); in a third where
 * the end of the file shows another habit of its rows than its start (RD2, RD3). Everything
 * that can be wrong with a file is a `problem` with a code; a report accounts for every row and line.
 */
export async function readCsv(
  source: ByteSource,
  choices: Partial<CsvChoices> = {},
  onProgress: (progress: ReadProgress) => void = () => undefined,
  hooks: ReadHooks = {},
): Promise<CsvResult> {
  const wanted: CsvChoices = { encoding: null, delimiter: null, headerLine: null, ...choices };
  if (wanted.delimiter !== null && !isDelimiter(wanted.delimiter)) {
    return failed(source, { code: 'bad-delimiter', delimiter: wanted.delimiter });
  }
  try {
    const scan = await scanBytes(source, onProgress, hooks);
    const decision = decideEncoding(scan, wanted.encoding);
    if (decision === null)
      return failed(source, { code: 'unknown-encoding', encoding: wanted.encoding ?? '' });
    let habit: RowHabit | null = null;
    const read: ReadOnce<CsvReport> = async (progress, through) => {
      for (;;) {
        const result = await new Reading(source, wanted, scan, decision, progress, through, habit).run();
        if (!('again' in result)) return result;
        habit = result.again;
        await through.onRestart?.();
      }
    };
    const asked = scan.apostrophes && wanted.apostrophes !== 'keep';
    return asked
      ? await readWithApostrophes(read, wanted.apostrophes === 'drop', onProgress, hooks)
      : await read(onProgress, hooks);
  } catch (error) {
    if (error instanceof Stopped) return failed(source, error.problem);
    throw error;
  }
}

/** Takes any bytes: what is of another kind has to be asked before. */
export const csv: FileConnector<CsvChoices, CsvReport> = { takes: () => true, read: readCsv };

async function scanBytes(
  source: ByteSource,
  onProgress: (progress: ReadProgress) => void,
  hooks: ReadHooks,
): Promise<Scan> {
  const scan = new ByteScan((hooks.hash ?? sha256Stream)());
  let done = 0;
  for await (const chunk of guarded(source, hooks)) {
    scan.push(chunk);
    done += chunk.length;
    onProgress({ what: 'scan', done, total: source.size, rows: 0 });
  }
  return scan.finish();
}

/** What cannot part cells: nothing, a quote, a line end, a byte order mark. */
const isDelimiter = (text: string): boolean => text !== '' && !/["\r\n\ufeff]/.test(text);
