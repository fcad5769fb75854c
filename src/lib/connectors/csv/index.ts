/** The only door to reading delimited text. */
import { portableHash } from './hash.ts';
import type { ByteSource } from '../source.ts';
import { decideEncoding } from './encoding.ts';
import { Reading } from './reading.ts';
import type { ReadHooks, ReadingChoices, ReadProgress, ReadResult } from './report.ts';
import { ByteScan, type Scan } from './scan.ts';
import { failed, guarded, Stopped } from './stopped.ts';

export type * from './report.ts';
export { lineOf } from './lines.ts';
export { problemSentence, reportSentences } from './sentences.ts';

/**
 * Reads a CSV, TSV or other delimited file into columns, in two passes over its bytes (FORMATS.md, Reading files). Everything
 * that can be wrong with a file is a `problem` with a code; a report accounts for every row and line.
 */
export async function readCsv(
  source: ByteSource,
  choices: Partial<ReadingChoices> = {},
  onProgress: (progress: ReadProgress) => void = () => undefined,
  hooks: ReadHooks = {},
): Promise<ReadResult> {
  const wanted: ReadingChoices = { encoding: null, delimiter: null, headerLine: null, ...choices };
  if (wanted.delimiter !== null && !isDelimiter(wanted.delimiter)) {
    return failed(source, { code: 'bad-delimiter', delimiter: wanted.delimiter });
  }
  try {
    const scan = await scanBytes(source, onProgress, hooks);
    const decision = decideEncoding(scan, wanted.encoding);
    if (decision === null)
      return failed(source, { code: 'unknown-encoding', encoding: wanted.encoding ?? '' });
    return await new Reading(source, wanted, scan, decision, onProgress, hooks).run();
  } catch (error) {
    if (error instanceof Stopped) return failed(source, error.problem);
    throw error;
  }
}

async function scanBytes(
  source: ByteSource,
  onProgress: (progress: ReadProgress) => void,
  hooks: ReadHooks,
): Promise<Scan> {
  const scan = new ByteScan((hooks.hash ?? portableHash)());
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
