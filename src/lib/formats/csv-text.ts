/** For systems: exact values. For spreadsheets: cells that would run as a formula are made inert. */
export type CsvKind = 'systems' | 'spreadsheets';

export const CSV_KINDS: readonly CsvKind[] = ['systems', 'spreadsheets'];

/** What a spreadsheet takes for the start of a formula, also full-width and after a line or tab. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const PLAIN_NUMBER = /^-?\d+([.,]\d+)*%?$/;

/** A cell no spreadsheet runs: an apostrophe is put before what starts like a formula; plain negative numbers stay. */
export const inert = (text: string): string =>
  FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;

/** A byte order mark makes spreadsheets read UTF-8; systems would take it for part of the first header. */
export const csvStart = (kind: CsvKind): string => (kind === 'spreadsheets' ? '\ufeff' : '');

/** One row with its line end (RFC 4180: comma, CRLF). */
export function csvRow(cells: readonly string[], kind: CsvKind): string {
  const texts = kind === 'spreadsheets' ? cells.map(inert) : cells;
  if (texts.length === 1 && texts[0] === '') return '""\r\n';
  return `${texts.map(quoted).join(',')}\r\n`;
}

const quoted = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
