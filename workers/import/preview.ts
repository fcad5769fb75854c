import { readFile } from '../../src/lib/connectors/read-file.ts';
import { placeOf, type SideReport } from '../../src/lib/connectors/report.ts';
import { blobSource } from '../../src/lib/connectors/source.ts';
import { drain, openRecords, textAt, type RecordSet } from '../../src/lib/engine/index.ts';
import type { Answer, Preview, ReadingChoices } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';

const PREVIEW_ROWS = 200;
/** Bytes of the start that are read for it: 200 rows of 5 kB. */
const PREVIEW_BYTES = 1024 * 1024;

/** The header and the first rows of a file under some choices, from its start alone. */
export async function previewFile(file: File, choices: ReadingChoices): Promise<Answer<Preview>> {
  const isWhole = file.size <= PREVIEW_BYTES;
  const start = isWhole ? file : await wholeLines(file);
  const read = await readFile(blobSource(start), choices);
  if (!read.ok) return failed(read.problem);
  const { set, report } = read;
  // What looks open or ended here may be closed further down.
  const warnings = isWhole
    ? report.warnings
    : report.warnings.filter(({ code }) => code !== 'unclosed-quote');
  const dropped = isWhole ? report.dropped : report.dropped.filter(({ kind }) => kind !== 'footer');
  return done({
    header: report.header,
    rows: firstRows(set, isWhole ? Infinity : openFrom(report), report),
    sum: isWhole
      ? { rows: report.rows, stored: report.stored, rejected: report.rejected.length, blank: report.blank }
      : null,
    file: report.file,
    encoding: report.encoding,
    byteOrderMark: report.byteOrderMark,
    delimiter: report.delimiter,
    headerLine: report.headerLine,
    warnings,
    dropped,
    rejected: report.rejected,
    blank: 0,
  });
}

/** The line from which a cell may have been cut. */
const openFrom = ({ warnings }: SideReport): number =>
  warnings.find(({ code }) => code === 'unclosed-quote')?.lines[0] ?? Infinity;

/** Cut after a line end, so that no character is cut; a UTF-16 line end has two bytes. */
async function wholeLines(file: File): Promise<File> {
  const bytes = new Uint8Array(await file.slice(0, PREVIEW_BYTES).arrayBuffer());
  const at = bytes.lastIndexOf(0x0a);
  const isWide = at % 2 === 0 && bytes[at + 1] === 0;
  const end = at === -1 ? bytes.length : at + (isWide ? 2 : 1);
  return new File([bytes.subarray(0, end)], file.name);
}

function firstRows(set: RecordSet, before: number, report: SideReport): string[][] {
  const records = drain(openRecords(set, null));
  const count = Math.min(PREVIEW_ROWS, records.count);
  const columns = set.header.map((name) => records.column(name));
  const rows: string[][] = [];
  for (let row = 0; row < count; row++) {
    if (placeOf(report, records.fileRows[row]!).line >= before) break;
    rows.push(columns.map((column) => textAt(column, row)));
  }
  return rows;
}
