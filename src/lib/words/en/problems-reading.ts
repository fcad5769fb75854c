import type { ReadProblem } from '../../conversation/sides.ts';

/** Why a file cannot be read, where, and what to do: one sentence. Part of `problems`, and what the command line says. */
export function readingProblem(problem: ReadProblem): string {
  const { file } = problem;
  switch (problem.code) {
    case 'empty-file':
      return `${file} is empty: export it again, with a header row.`;
    case 'another-kind':
      return `${file} is ${KINDS[problem.kind]}`;
    case 'no-header':
      return `${file}, line ${String(problem.line)}: this is not a header row but data; export with column names, or say which line holds them.`;
    case 'header-width': {
      const { columns, cells, rows } = problem;
      const held = `${cells === 1 ? '1 cell' : `${String(cells)} cells`}`;
      return `${file}, line ${String(problem.line)}: the header has ${columns === 1 ? '1 cell' : `${String(columns)} cells`}, nearly all rows (${String(rows)}) have ${held}, so it cannot be told which cell is whose; correct the header, or say that ${cells < columns ? 'short' : 'long'} rows are to be filled up.`;
    }
    case 'unknown-encoding':
      return `${file}: the encoding "${problem.encoding}" is not known here; use a name such as utf-8, windows-1252 or shift_jis.`;
    case 'bad-delimiter':
      return `${file}: ${JSON.stringify(problem.delimiter)} cannot part cells; use a comma, a semicolon, a tab or another sign that is no quote or line end.`;
    case 'not-in-encoding':
      return `${file}, line ${String(problem.line)}: the bytes are not ${problem.encoding}; choose the encoding the file was saved in.`;
    case 'row-too-long':
      return `${file}, line ${String(problem.line)}: the row does not end within 256 million characters; check that this is a text file.`;
    case 'changed-while-read':
      return `${file} changed while it was read: wait until it is written completely and read it again.`;
    case 'broken-workbook':
      return problem.part === ''
        ? `${file} cannot be unpacked, perhaps it was cut off: open it in a spreadsheet, save it again and read that.`
        : `${file} is damaged in its part ${problem.part}: open it in a spreadsheet, save it again and read that.`;
    case 'workbook-too-large':
      return `${file} ${TOO_LARGE[problem.what](problem.most)}: save the sheet as CSV UTF-8 and read that.`;
    case 'no-such-sheet':
      return `${file} has no sheet ${problem.sheet} that holds cells: choose one of ${problem.sheets.join(', ')}.`;
    case 'unreadable':
      return `${file} cannot be read: ${problem.because}.`;
    case 'cancelled':
      return `Reading ${file} was stopped.`;
    default:
      return problem satisfies never;
  }
}

type TooLarge = Extract<ReadProblem, { code: 'workbook-too-large' }>['what'];

const GIB = 1024 * 1024 * 1024;
const bytes = (most: number): string =>
  most >= GIB ? `${String(most / GIB)} GiB` : `${String(Math.round(most / 1024 / 1024))} MiB`;

/** Which limit a workbook goes beyond. */
const TOO_LARGE: Readonly<Record<TooLarge, (most: number) => string>> = {
  file: (most) => `is larger than ${bytes(most)}, which is the most a workbook may have`,
  parts: (most) => `holds more than ${String(most)} parts, which no export has`,
  unpacked: (most) => `unpacks to more than ${bytes(most)}, which no export does`,
  characters: (most) => `holds more than ${String(Math.round(most / 1e6))} million characters in one sheet`,
};

const EXPORT_AGAIN = 'export the records as CSV (UTF-8) and read that.';

/** RD7: what a file is that holds no delimited text, and what to do. */
const KINDS: Readonly<Record<Extract<ReadProblem, { code: 'another-kind' }>['kind'], string>> = {
  'excel-xml': 'an Excel 2003 XML file: open it in Excel, save it as XLSX or CSV UTF-8 and read that.',
  'excel-binary':
    'an Excel binary workbook (XLSB): open it in Excel, save it as XLSX or CSV UTF-8 and read that.',
  'excel-locked': 'a workbook with a password: open it in Excel, save it without one as XLSX and read that.',
  'excel-old':
    'an Excel 97–2003 workbook (XLS): open it in Excel, save it as XLSX or CSV UTF-8 and read that.',
  'office-document': 'an Office document: save its table as CSV UTF-8 and read that.',
  spreadsheet:
    'a spreadsheet of another program (ODS, Numbers): save it as XLSX or CSV (UTF-8) and read that.',
  zip: 'a zip archive: unpack it and read the CSV file in it.',
  compressed: 'a compressed file: unpack it and read the CSV file in it.',
  pdf: `a PDF: ${EXPORT_AGAIN}`,
  picture: `a picture or a film: ${EXPORT_AGAIN}`,
  html: `a web page (HTML), whatever its name ends in: open it in a spreadsheet, save it as CSV UTF-8 and read that, or ${EXPORT_AGAIN}`,
  xml: `XML: ${EXPORT_AGAIN}`,
  json: `JSON, perhaps an error an app gave instead of an export: open it in a text editor, then ${EXPORT_AGAIN}`,
  'rich-text':
    'a rich-text document: save it as plain text, with cells parted by commas or tabs, and read that.',
  'contact-card':
    'a file of contact cards or dates (vCard, iCalendar): export the records as CSV (UTF-8) and read that.',
  database: `a database file: ${EXPORT_AGAIN}`,
  'utf-32': 'in UTF-32: save it as UTF-8 and read that.',
  'no-text': `no text: ${EXPORT_AGAIN}`,
};
