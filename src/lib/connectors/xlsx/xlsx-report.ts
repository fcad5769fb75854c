import type { LabelChoices } from '../table/labels.ts';
import type { RowChoices } from '../table/widths.ts';
import type { ReadResultOf, SideReport } from '../report.ts';

/** How a workbook is to be read; null is "find out". What was used stands in the report. */
export interface XlsxChoices extends RowChoices, LabelChoices {
  /** The sheet by its name, else by its place among those that hold cells, from 1. */
  readonly sheet?: string | null;
  /** Row of the sheet, from 1, that holds the header. */
  readonly headerLine: number | null;
  readonly apostrophes?: 'drop' | 'keep' | null;
}

/** A sheet of a workbook. */
export interface SheetFound {
  readonly name: string;
  readonly hidden: boolean;
  /** What its first rows hold: a table has two rows or more and two columns or more. */
  readonly holds: 'table' | 'cells' | 'nothing';
}

/** What a workbook is beside the table that is read of it. */
export interface WorkbookFacts {
  /** The one that is read. */
  readonly sheet: string;
  readonly sheets: readonly SheetFound[];
  /** The year its days are counted from. */
  readonly system: 1900 | 1904;
}

/** What reading a workbook adds to the account. */
export interface XlsxReport extends SideReport {
  readonly workbook: WorkbookFacts;
  readonly encoding: null;
  readonly byteOrderMark: false;
  readonly delimiter: null;
  /** What was used: reading again with these gives the same. */
  readonly choices: XlsxChoices & { readonly encoding: null; readonly delimiter: null };
}

export type XlsxResult = ReadResultOf<XlsxReport>;
