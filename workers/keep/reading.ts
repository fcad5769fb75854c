import { placeOf } from '../../src/lib/connectors/report.ts';
import type { IdRejection } from '../../src/lib/engine/index.ts';
import type { Reading, SetAside } from '../../src/lib/conversation/index.ts';
import { LISTED, type KeptReport, type KeptSet } from './kept-set.ts';

/** A reading as the page shows it. `ids`: rows set aside when the records were opened under an id field. */
export function readingOf({ report, choices }: KeptSet, ids: readonly IdRejection[] = []): Reading {
  return {
    file: report.file,
    size: report.size,
    rows: report.rows,
    stored: report.stored - ids.length,
    rejected: report.rejectedCount + ids.length,
    blank: report.blank,
    encoding: report.encoding,
    byteOrderMark: report.byteOrderMark,
    delimiter: report.delimiter,
    ...(report.workbook === undefined ? {} : { workbook: report.workbook }),
    headerLine: report.headerLine,
    columns: report.header.length,
    sha256: report.sha256,
    milliseconds: report.milliseconds,
    warnings: report.warnings,
    dropped: report.dropped,
    setAside: setAside(report, ids),
    changed: report.changed ?? [],
    ...(report.live === undefined ? {} : { live: report.live }),
    ...(report.described?.object.presence === undefined ? {} : { presenceTold: true }),
    choices,
  };
}

function setAside(report: KeptReport, ids: readonly IdRejection[]): SetAside[] {
  return [
    ...report.rejected.map(({ line, code, cells, columns }): SetAside => ({ line, code, cells, columns })),
    ...ids.slice(0, LISTED).map((one): SetAside => {
      const { line } = placeOf(report, one.fileRow);
      return one.code === 'no-id' ? { line, code: one.code } : { line, code: one.code, id: one.id };
    }),
  ]
    .sort((a, b) => a.line - b.line)
    .slice(0, LISTED);
}
