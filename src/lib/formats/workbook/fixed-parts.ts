import { xmlText } from './cell-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Numbers of the forms of cells: a text, and a name of a column. */
export const TEXT_STYLE = 1;
export const HEADER_STYLE = 2;

export const sheetPart = (number: number): string => `xl/worksheets/sheet${String(number)}.xml`;

/** What stands around the rows of a sheet. */
export interface SheetFrame {
  /** The area of its cells, `A1:D7`. */
  readonly area: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  readonly isFirst: boolean;
}

/** Before the rows: the first one stays in sight. */
export const sheetHead = ({ area, widths, isFirst }: SheetFrame): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="${area}"/><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columns(widths)}<sheetData>`;

/** Behind the rows. That texts look like numbers is no error: a click that made them some would cost leading noughts. */
export const sheetTail = (area: string): string =>
  `</sheetData><ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;

const columns = (widths: readonly number[]): string =>
  widths.length === 0
    ? ''
    : `<cols>${widths
        .map(
          (width, at) =>
            `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(width)}" style="${String(TEXT_STYLE)}" customWidth="1"/>`,
        )
        .join('')}</cols>`;

/** The parts beside the sheets: what there is, how it hangs together, what cells look like. */
export function fixedParts(
  sheets: readonly string[],
): readonly { readonly name: string; readonly text: string }[] {
  const numbers = sheets.map((_, at) => at + 1);
  const type = (part: string, kind: string): string =>
    `<Override PartName="/${part}" ContentType="${TYPE}.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relations = (...all: readonly string[]): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    type('xl/workbook.xml', 'sheet.main'),
    type('xl/styles.xml', 'styles'),
    ...numbers.map((number) => type(sheetPart(number), 'worksheet')),
  ];
  const listed = sheets.map(
    (name, at) => `<sheet name="${xmlText(name)}" sheetId="${String(at + 1)}" r:id="rId${String(at + 1)}"/>`,
  );
  return [
    {
      name: '[Content_Types].xml',
      text: `${HEAD}<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`,
    },
    { name: '_rels/.rels', text: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      text: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations(
        ...numbers.map((number) =>
          relation(`rId${String(number)}`, 'worksheet', `worksheets/sheet${String(number)}.xml`),
        ),
        relation(`rId${String(sheets.length + 1)}`, 'styles', 'styles.xml'),
      ),
    },
    { name: 'xl/styles.xml', text: STYLES },
  ];
}

const font = (bold: string): string =>
  `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
/** Format 49 is text: what a person types over a cell stays one too. */
const form = (font: number, applied: string): string =>
  `<xf numFmtId="49" fontId="${String(font)}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${applied}/>`;
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${form(0, '')}${form(1, ' applyFont="1"')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
