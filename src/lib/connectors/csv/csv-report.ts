import type { LabelChoices } from '../table/labels.ts';
import type { RowChoices } from '../table/widths.ts';
import type { ReadResultOf, SideReport } from '../report.ts';

/** How a delimited file is to be read; null is "find out". What was used stands in the report. */
export interface CsvChoices extends RowChoices, LabelChoices {
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `mixed` (line by line), or any label TextDecoder knows. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Line of the file, from 1, on which the header row starts. */
  readonly headerLine: number | null;
  /** A column's leading apostrophes: left out as a spreadsheet's mark for text, or part of the cells (RD9). */
  readonly apostrophes?: 'drop' | 'keep' | null;
}

/** What reading delimited text adds to the account. */
export interface CsvReport extends SideReport {
  readonly encoding: string;
  readonly encodingBy: 'byte-order-mark' | 'detected' | 'chosen';
  readonly byteOrderMark: boolean;
  /** Null: one column, no delimiter found. */
  readonly delimiter: string | null;
  readonly delimiterBy: 'sep-line' | 'detected' | 'chosen';
  /** What ends the rows; null in a file of one line. */
  readonly newline: '\n' | '\r\n' | '\r' | 'mixed' | null;
  /** What was used: reading again with these gives the same. */
  readonly choices: CsvChoices;
}

export type CsvResult = ReadResultOf<CsvReport>;
