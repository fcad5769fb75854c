import { lineOf, readCsv, type ReadingReport } from '../../src/lib/connectors/csv/index.ts';
import { blobSource } from '../../src/lib/connectors/source.ts';
import { drain, openRecords, textAt, type RecordSet } from '../../src/lib/engine/index.ts';
import type { Answer, Preview, ReadingChoices } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { encodingWord } from '../keep/reading.ts';
import { readProblem } from '../common/words.ts';
import { reportSentences } from '../../src/lib/connectors/csv/index.ts';

const PREVIEW_ROWS = 200;
/** Bytes of the start that are read for it: 200 rows of 5 kB. */
const PREVIEW_BYTES = 1024 * 1024;

/** The header and the first rows of a file under some choices, from its start alone. */
export async function previewFile(file: File, choices: ReadingChoices): Promise<Answer<Preview>> {
  const isWhole = file.size <= PREVIEW_BYTES;
  const start = isWhole ? file : await wholeLines(file);
  const read = await readCsv(blobSource(start), choices);
  if (!read.ok) return failed(readProblem(read.problem));
  const { set, report } = read;
  // What looks open or ended here may be closed further down.
  const warnings = isWhole
    ? report.warnings
    : report.warnings.filter(({ code }) => code !== 'unclosed-quote');
  const dropped = isWhole ? report.dropped : report.dropped.filter(({ kind }) => kind !== 'footer');
  return done({
    header: report.header,
    rows: firstRows(set, isWhole ? Infinity : openFrom(report), report),
    encoding: encodingWord(report.encoding, report.byteOrderMark),
    delimiter: report.delimiter,
    headerLine: report.headerLine,
    notes: reportSentences({ ...report, warnings, dropped, blank: 0 }),
  });
}

/** The line from which a cell may have been cut. */
const openFrom = ({ warnings }: ReadingReport): number =>
  warnings.find(({ code }) => code === 'unclosed-quote')?.lines[0] ?? Infinity;

/** Cut after a line end, so that no character is cut; a UTF-16 line end has two bytes. */
async function wholeLines(file: File): Promise<File> {
  const bytes = new Uint8Array(await file.slice(0, PREVIEW_BYTES).arrayBuffer());
  const at = bytes.lastIndexOf(0x0a);
  const isWide = at % 2 === 0 && bytes[at + 1] === 0;
  const end = at === -1 ? bytes.length : at + (isWide ? 2 : 1);
  return new File([bytes.subarray(0, end)], file.name);
}

function firstRows(set: RecordSet, before: number, { lineBreaks }: ReadingReport): string[][] {
  const records = drain(openRecords(set, null));
  const count = Math.min(PREVIEW_ROWS, records.count);
  const columns = set.header.map((name) => records.column(name));
  const rows: string[][] = [];
  for (let row = 0; row < count; row++) {
    if (lineOf(lineBreaks, records.fileRows[row]!) >= before) break;
    rows.push(columns.map((column) => textAt(column, row)));
  }
  return rows;
}
