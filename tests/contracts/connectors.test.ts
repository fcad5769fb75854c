import { describe } from 'vitest';
import { csv } from '../../src/lib/connectors/csv/index.ts';
import { readFile } from '../../src/lib/connectors/read-file.ts';
import { xlsx } from '../../src/lib/connectors/xlsx/index.ts';
import { csvRow } from '../../src/lib/formats/index.ts';
import { bookOf, sheetOf } from '../support/workbook.ts';
import { connectorContract } from './connector-suite.ts';

const text = (rows: readonly (readonly string[] | null)[]): Uint8Array =>
  new TextEncoder().encode(rows.map((row) => (row === null ? '\r\n' : csvRow(row, 'systems'))).join(''));

describe('the reader of delimited text', () => {
  connectorContract({ connector: csv, file: text });
});

const workbook = (rows: readonly (readonly string[] | null)[]): Uint8Array =>
  bookOf({ sheets: [{ name: 'Sheet1', xml: sheetOf(rows) }] });

describe('the reader of workbooks', () => {
  connectorContract({ connector: xlsx, file: workbook });
});

describe('the door for files', () => {
  connectorContract({ connector: { read: readFile }, file: text });
});

describe('the door for files, given workbooks', () => {
  connectorContract({ connector: { read: readFile }, file: workbook });
});
