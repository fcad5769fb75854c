import type { ChangedInput, IdRejection, InputNote, InputReport, ReadAside, Side } from '../engine/index.ts';
import type { FileReport } from './read-file.ts';
import { placeOf, type Dropped, type SideReport } from './report.ts';

/** Lines a note names. */
const NAMED = 20;

/** Dropped lines that could have been records; the others are text about the file. */
const RECORDS: readonly Dropped['kind'][] = ['second-table'];

/** The account of a file as it is kept: its list of rejected rows may be cut (`rejectedCount` is whole). */
type Kept = SideReport & {
  readonly rejectedCount?: number;
  readonly choices?: object;
  /** PH6: those in it, counted in. */
  readonly changed?: readonly ChangedInput[];
};

/** What `summary.json` says of a file: its counts, and every note of its reading with count and lines (FORMATS.md, Plan). */
export function inputReport(
  { side, sync }: { readonly side: Side; readonly sync: string },
  report: Kept,
  /** Rows set aside when the records were opened under the design's id field. */
  ids: readonly IdRejection[],
  /** Does a person call the file complete (DE5)? */
  complete = false,
): InputReport {
  const rejected = (report.rejectedCount ?? report.rejected.length) + ids.length;
  return {
    side,
    sync,
    file: report.file,
    rows: report.rows,
    stored: report.stored - ids.length,
    rejected,
    blank: report.blank,
    sha256: report.sha256,
    ...(complete ? { complete } : {}),
    dropped: linesOf(report.dropped),
    lost: rejected + linesOf(report.dropped.filter(({ kind }) => RECORDS.includes(kind))),
    notes: notesOf(report, ids),
    reading: report.choices === undefined ? {} : { ...report.choices },
    ...((report.changed ?? []).length === 0 ? {} : { changed: report.changed }),
  };
}

/** What the engine is told of a file beside its records: how its columns are called, and the rows that were rejected (KW8). */
export const readAside = (
  report: Pick<FileReport, 'header' | 'rejected' | 'delimiter' | 'lineBreaks'>,
): ReadAside => ({
  header: report.header,
  // Sets kept by older builds have no cells of them.
  rejected: report.rejected.map(({ line, fileRow, texts }) => ({
    line,
    fileRow,
    texts: (texts as string[] | undefined) ?? [],
  })),
  delimiter: report.delimiter ?? '',
  lineOf: (fileRow) => placeOf(report, fileRow).line,
});

function notesOf(report: Kept, ids: readonly IdRejection[]): InputNote[] {
  const notes = new Map<string, { count: number; lines: number[] }>();
  const note = (code: string, line: number, count = 1): void => {
    const known = notes.get(code) ?? { count: 0, lines: [] };
    known.count += count;
    if (known.lines.length < NAMED) known.lines.push(line);
    notes.set(code, known);
  };
  const { rejectedCount = report.rejected.length } = report;
  for (const { code, line } of report.rejected) note(code, line);
  const [first] = report.rejected;
  if (first !== undefined) notes.get(first.code)!.count += rejectedCount - report.rejected.length;
  for (const { code, fileRow } of ids) {
    // Where a row stands is looked up for those that are named only.
    if ((notes.get(code)?.lines.length ?? 0) < NAMED) note(code, placeOf(report, fileRow).line);
    else notes.get(code)!.count++;
  }
  for (const { kind, fromLine, toLine } of report.dropped) note(kind, fromLine, toLine - fromLine + 1);
  return [
    ...report.warnings.map(({ code, count, lines, value }) => ({
      code,
      count,
      lines: lines.slice(0, NAMED),
      ...(value === undefined ? {} : { value }),
    })),
    ...[...notes].map(([code, { count, lines }]) => ({ code, count, lines })),
  ];
}

const linesOf = (dropped: readonly Dropped[]): number =>
  dropped.reduce((sum, { fromLine, toLine }) => sum + toLine - fromLine + 1, 0);
