import { lineOf, problemSentence, reportSentences } from '../src/lib/connectors/csv/index.ts';
import type { ReadingReport, ReadProblem } from '../src/lib/connectors/csv/index.ts';
import type { IdRejection } from '../src/lib/engine/index.ts';
import type { Problem, Reading } from './conversation.ts';

/** Lines shown of those set aside; the count says how many there are. */
const LISTED = 50;

const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  mixed: 'UTF-8 and windows-1252, by line',
};

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

/** A reading as the page shows it. `ids`: rows set aside when the records were opened under an id field. */
export function readingOf(report: ReadingReport, ids: readonly IdRejection[] = []): Reading {
  const rejected = report.rejected.length + ids.length;
  const encoding = ENCODINGS[report.encoding] ?? report.encoding;
  return {
    file: report.file,
    rows: report.rows,
    stored: report.stored - ids.length,
    rejected,
    blank: report.blank,
    encoding: report.byteOrderMark ? `${encoding} with byte order mark` : encoding,
    delimiter:
      report.delimiter === null ? 'none' : (DELIMITERS[report.delimiter] ?? JSON.stringify(report.delimiter)),
    columns: report.header.length,
    sha256: report.sha256,
    notes: reportSentences({ ...report, rejected: [], blank: 0 }),
    setAside: setAside(report, ids),
  };
}

/** The sentence says what is wrong and what to do; nothing else was touched. */
export const readProblem = (problem: ReadProblem): Problem => ({
  title: problemSentence(problem),
  detail: problem.code === 'cancelled' ? '' : 'The other file stays as it was read.',
});

function setAside(report: ReadingReport, ids: readonly IdRejection[]): string[] {
  const lines = [
    ...report.rejected.map((one) => ({
      line: one.line,
      text: `${String(one.cells)} cells, the header has ${String(one.columns)}.`,
    })),
    ...ids.map((one) => ({
      line: lineOf(report.lineBreaks, one.fileRow),
      text: one.code === 'no-id' ? 'no record id.' : `the record id ${one.id} was on an earlier line.`,
    })),
  ].sort((a, b) => a.line - b.line);
  const shown = lines.slice(0, LISTED).map(({ line, text }) => `Line ${String(line)}: ${text}`);
  return lines.length > LISTED ? [...shown, `and ${String(lines.length - LISTED)} more.`] : shown;
}
