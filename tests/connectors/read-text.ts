import { textAt } from '../../src/lib/engine/columns/records.ts';
import type { RecordSet } from '../../src/lib/engine/model/column.ts';
import { readCsv, type CsvChoices, type CsvReport } from '../../src/lib/connectors/csv/index.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';

export interface ReadText {
  readonly report: CsvReport;
  readonly header: readonly string[];
  readonly cells: string[][];
  readonly fileRows: number[];
}

/** Reads a text or bytes and gives every cell back; throws where the file cannot be read. */
export async function readText(
  content: string | Uint8Array,
  choices: Partial<CsvChoices> = {},
  chunkBytes = 7,
): Promise<ReadText> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await readCsv(bytesSource('t.csv', bytes, chunkBytes), choices);
  if (!result.ok) throw new Error(result.problem.code);
  return { report: result.report, header: result.set.header, ...cellsOf(result.set) };
}

/** The problem of a text that cannot be read. */
export async function problemOf(
  content: string | Uint8Array,
  choices: Partial<CsvChoices> = {},
): Promise<object> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await readCsv(bytesSource('t.csv', bytes), choices);
  if (result.ok) throw new Error('was read');
  return result.problem;
}

export function cellsOf(set: RecordSet): { readonly cells: string[][]; readonly fileRows: number[] } {
  const cells: string[][] = [];
  const fileRows: number[] = [];
  for (const segment of set.segments) {
    for (let row = 0; row < segment.rows; row++) {
      cells.push(segment.columns.map((column) => textAt(column, row)));
      fileRows.push(segment.fileRows[row]!);
    }
  }
  return { cells, fileRows };
}
