import type { Steps, Tools } from '../../src/lib/engine/index.ts';
import { csvRow, csvStart, Workbook, XLSX_TYPE } from '../../src/lib/formats/index.ts';
import type { OutFile } from '../../src/lib/conversation/index.ts';
import { TextFile } from '../plan/text-file.ts';
import { inBlobs } from './growing-blob.ts';

/** Rows between two looks at whoever drives it. */
const ROWS = 256;

/** A list as it is shown: names of columns, rows of as many texts or fewer. */
export interface ListTable {
  /** Of the file, without its ending, and of the sheet. */
  readonly name: string;
  readonly header: readonly string[];
  readonly count: number;
  /** The same rows each time. */
  readonly rows: () => Iterable<readonly string[]>;
}

/** A list as a workbook of one sheet, or of more where it is long; where no sheet can hold it, as the CSV for spreadsheets (S196). */
export function* tableFile(
  { name, header, count, rows }: ListTable,
  tools: Pick<Tools, 'encode' | 'sha256Stream'>,
): Steps<OutFile> {
  const book = new Workbook(inBlobs(XLSX_TYPE));
  const table = book.table(name, header);
  let done = 0;
  for (const row of rows()) {
    table.row(row);
    if (++done % ROWS === 0) yield { what: 'list-file', done, total: count };
    if (table.unfit !== null) break;
  }
  const blob = book.finish();
  if (blob !== null) return { name: `${name}.xlsx`, blob, rows: table.rows };
  const file = new TextFile(`${name}.csv`, tools);
  file.write(csvStart('spreadsheets') + csvRow(header, 'spreadsheets'));
  done = 0;
  for (const row of rows()) {
    file.write(csvRow(row, 'spreadsheets'));
    if (++done % ROWS === 0) yield { what: 'list-file', done, total: count };
  }
  return file.close(done, 'text/csv;charset=utf-8').file;
}
