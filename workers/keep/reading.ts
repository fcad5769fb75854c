import { lineOf, reportSentences } from '../../src/lib/connectors/csv/index.ts';
import type { IdRejection } from '../../src/lib/engine/index.ts';
import type { Reading } from '../../src/lib/conversation/index.ts';
import { LISTED, type KeptReport, type KeptSet } from './kept-set.ts';

const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  mixed: 'UTF-8 and windows-1252, by line',
};

export const encodingWord = (encoding: string, byteOrderMark: boolean): string => {
  const word = ENCODINGS[encoding] ?? encoding;
  return byteOrderMark ? `${word} with byte order mark` : word;
};

/** A reading as the page shows it. `ids`: rows set aside when the records were opened under an id field. */
export function readingOf({ report, choices }: KeptSet, ids: readonly IdRejection[] = []): Reading {
  return {
    file: report.file,
    size: report.size,
    rows: report.rows,
    stored: report.stored - ids.length,
    rejected: report.rejectedCount + ids.length,
    blank: report.blank,
    encoding: encodingWord(report.encoding, report.byteOrderMark),
    delimiter: report.delimiter,
    headerLine: report.headerLine,
    columns: report.header.length,
    sha256: report.sha256,
    milliseconds: report.milliseconds,
    notes: reportSentences({ ...report, rejected: [], blank: 0 }),
    setAside: setAside(report, ids),
    choices,
  };
}

function setAside(report: KeptReport, ids: readonly IdRejection[]): string[] {
  const lines = [
    ...report.rejected.map((one) => ({
      line: one.line,
      text: `${String(one.cells)} cells, the header has ${String(one.columns)}.`,
    })),
    ...ids.slice(0, LISTED).map((one) => ({
      line: lineOf(report.lineBreaks, one.fileRow),
      text: one.code === 'no-id' ? 'no record id.' : `the record id ${one.id} was on an earlier line.`,
    })),
  ].sort((a, b) => a.line - b.line);
  return lines.slice(0, LISTED).map(({ line, text }) => `Line ${String(line)}: ${text}`);
}
