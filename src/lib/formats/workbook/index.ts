/** The only door to writing workbooks; what loads it also loads the packer, so nothing a page begins with does. */
export type { Spool } from './packed-part.ts';
export { SHEET, Workbook, XLSX_TYPE, type BookPlace, type BookTable, type SheetMost } from './workbook.ts';
