import { readFile, readsFromStart } from '../../src/lib/connectors/read-file.ts';
import { placeOf, type SideReport } from '../../src/lib/connectors/report.ts';
import { blobSource, bytesSource } from '../../src/lib/connectors/source.ts';
import { drain, giveBack, openRecords, textAt, Spare, type RecordSet } from '../../src/lib/engine/index.ts';
import type { Answer, Preview, ReadingChoices } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';

const PREVIEW_ROWS = 200;
/** Bytes of the start that are read for it: 200 rows of 5 kB. */
const PREVIEW_BYTES = 1024 * 1024;

/** Rows read of a file that has to be opened whole. */
const FIRST_ROWS = 1000;

/** The header and the first rows of a file under some choices, from its start alone where its kind allows. */
export async function previewFile(
  file: File,
  choices: ReadingChoices,
  spare: Spare = new Spare(),
): Promise<Answer<Preview>> {
  const fromStart = readsFromStart(await bytesOf(file.slice(0, 8)));
  const isSmall = file.size <= PREVIEW_BYTES;
  const read = await readFile(
    isSmall || !fromStart ? blobSource(file) : bytesSource(file.name, await wholeLines(file)),
    choices,
    () => undefined,
    fromStart ? { spare } : { spare, firstRows: FIRST_ROWS },
  );
  if (!read.ok) return failed(read.problem);
  const { set, report } = read;
  const isWhole = fromStart ? isSmall : report.rows < FIRST_ROWS;
  const rows = firstRows(set, isWhole ? Infinity : openFrom(report), report);
  giveBack(set.segments, spare);
  // What looks open or ended here may be closed further down.
  const warnings = isWhole
    ? report.warnings
    : report.warnings.filter(({ code }) => code !== 'unclosed-quote');
  const dropped = isWhole ? report.dropped : report.dropped.filter(({ kind }) => kind !== 'footer');
  return done({
    header: report.header,
    rows,
    sum: isWhole
      ? { rows: report.rows, stored: report.stored, rejected: report.rejected.length, blank: report.blank }
      : null,
    file: report.file,
    encoding: report.encoding,
    byteOrderMark: report.byteOrderMark,
    delimiter: report.delimiter,
    ...(report.workbook === undefined ? {} : { workbook: report.workbook }),
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
async function wholeLines(file: File): Promise<Uint8Array> {
  const bytes = await bytesOf(file.slice(0, PREVIEW_BYTES));
  const at = bytes.lastIndexOf(0x0a);
  const isWide = at % 2 === 0 && bytes[at + 1] === 0;
  const end = at === -1 ? bytes.length : at + (isWide ? 2 : 1);
  return bytes.subarray(0, end);
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

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
