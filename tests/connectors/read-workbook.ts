import { readFile, type FileChoices, type FileReport } from '../../src/lib/connectors/read-file.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import { bookOf, inline, type BookParts } from '../support/workbook.ts';
import { cellsOf } from './read-text.ts';

export interface Read {
  readonly report: FileReport;
  readonly cells: string[][];
}

export const read = (bytes: Uint8Array, choices: Partial<FileChoices> = {}) =>
  readFile(bytesSource('book.xlsx', bytes, 1000), choices);

export async function whole(bytes: Uint8Array, choices: Partial<FileChoices> = {}): Promise<Read> {
  const result = await read(bytes, choices);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return { report: result.report, cells: cellsOf(result.set).cells };
}

export const codeOf = async (bytes: Uint8Array, choices: Partial<FileChoices> = {}): Promise<object> => {
  const result = await read(bytes, choices);
  if (result.ok) throw new Error('was read');
  return result.problem;
};

/** A sheet with the header Id, V and a row for each cell given as XML, its place `B2`, `B3` … */
export const column = (cells: readonly string[], parts: Omit<BookParts, 'sheets'> = {}): Uint8Array =>
  bookOf({
    ...parts,
    sheets: [
      {
        name: 'S',
        xml: `<sheetData><row r="1">${inline(0, 1, 'Id')}${inline(1, 1, 'V')}</row>${cells
          .map((cell, at) => `<row r="${String(at + 2)}">${inline(0, at + 2, `a${String(at)}`)}${cell}</row>`)
          .join('')}</sheetData>`,
      },
    ],
  });

export const values = async (
  cells: readonly string[],
  parts: Omit<BookParts, 'sheets'> = {},
): Promise<string[]> => (await whole(column(cells, parts))).cells.map(([, value]) => value!);

export const number = (stored: string, style = 0): string => `<c s="${String(style)}"><v>${stored}</v></c>`;

export const STYLES = (codes: readonly (string | number)[]): string => {
  const own = codes.flatMap((code, at) =>
    typeof code === 'number' ? [] : [`<numFmt numFmtId="${String(170 + at)}" formatCode="${code}"/>`],
  );
  const xfs = codes.map(
    (code, at) => `<xf numFmtId="${String(typeof code === 'number' ? code : 170 + at)}"/>`,
  );
  return `<numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs>`;
};
