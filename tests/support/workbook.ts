import { strToU8, zipSync, type Zippable } from 'fflate';

/** Parts of a workbook beside its sheets, as XML; a sheet is the inside of `worksheet`. */
export interface BookParts {
  readonly sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[];
  /** Inside of `sst`. */
  readonly strings?: string;
  /** Inside of `styleSheet`. */
  readonly styles?: string;
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook put together by hand, so that a test can say what a spreadsheet would not write. */
export function bookOf({ sheets, strings, styles, properties = '' }: BookParts): Uint8Array {
  return zipSync(
    partsOf(
      sheets
        .map(
          ({ name, state = '' }, at) =>
            `<sheet name="${escaped(name)}" sheetId="${String(at + 1)}"${state === '' ? '' : ` state="${state}"`} r:id="rId${String(at + 1)}"/>`,
        )
        .join(''),
      sheets.map(({ xml }) => `${HEAD}<worksheet xmlns="${MAIN}">${xml}</worksheet>`),
      properties,
      strings === undefined ? null : `${HEAD}<sst xmlns="${MAIN}">${strings}</sst>`,
      styles === undefined ? null : `${HEAD}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    ),
  );
}

/** A sheet of rows as texts within the cells; null is a row that is not there. */
export const sheetOf = (rows: readonly (readonly string[] | null)[]): string =>
  `<sheetData>${rows
    .map((cells, at) =>
      cells === null
        ? ''
        : `<row r="${String(at + 1)}">${cells.map((text, column) => (text === '' ? '' : inline(column, at + 1, text))).join('')}</row>`,
    )
    .join('')}</sheetData>`;

export const inline = (column: number, row: number, text: string): string =>
  `<c r="${columnName(column)}${String(row)}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** `A` of column 0, `AA` of 26. */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\r', '_x000D_');

function partsOf(
  sheets: string,
  bodies: readonly string[],
  properties: string,
  strings: string | null,
  styles: string | null,
): Zippable {
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${String(id)}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const related = bodies.map((_, at) =>
    relation(at + 1, 'worksheet', `worksheets/sheet${String(at + 1)}.xml`),
  );
  if (strings !== null) related.push(relation(91, 'sharedStrings', 'sharedStrings.xml'));
  if (styles !== null) related.push(relation(92, 'styles', '/xl/styles.xml'));
  const list = (inside: string): string =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': list(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr ${properties}/><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': list(related.join('')),
    ...(strings === null ? {} : { 'xl/sharedStrings.xml': strings }),
    ...(styles === null ? {} : { 'xl/styles.xml': styles }),
  };
  bodies.forEach((body, at) => (parts[`xl/worksheets/sheet${String(at + 1)}.xml`] = body));
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}
