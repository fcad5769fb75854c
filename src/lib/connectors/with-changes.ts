import { mergeChanged, type ChangedInput, type RecordSet, type Steps } from '../engine/index.ts';
import type { FileReport } from './read-file.ts';
import { placeOf, type Rejection } from './report.ts';
import type { LineBreaks } from './table/lines.ts';

/** A file that was read. */
interface ReadTable {
  readonly set: RecordSet;
  readonly report: FileReport;
}

/** A side's file with those of what changed since in it. */
export interface ChangedTable extends ReadTable {
  readonly changed: readonly ChangedInput[];
}

/** The columns of the changed file that are not those of the kept one; null where they are. */
export function otherColumns(
  { set: { header: kept } }: ReadTable,
  { set: { header: changed } }: ReadTable,
): { readonly missing: readonly string[]; readonly unknown: readonly string[] } | null {
  const missing = kept.filter((name) => !changed.includes(name));
  const unknown = changed.filter((name) => !kept.includes(name));
  return missing.length + unknown.length === 0 ? null : { missing, unknown };
}

/**
 * PH6: the kept file with an export of only what changed in it, as one file with one account: stored + rejected + blank = rows. Its
 * added rows stand behind the kept ones, on the lines of the file they came from.
 */
export function* withChanges(
  kept: ChangedTable,
  changed: ReadTable,
  idField: string,
  salesforce: boolean,
): Steps<ChangedTable> {
  const { report } = kept;
  const merged = yield* mergeChanged(kept.set, changed.set, { idField, salesforce, keptRows: report.rows });
  const added = merged.appended.length;
  const rejected = changed.report.rejected.map((one, at): Rejection => ({
    ...one,
    fileRow: report.rows + added + at,
  }));
  const { file, sha256, rows, stored, blank } = changed.report;
  return {
    set: merged.set,
    report: {
      ...report,
      rows: report.rows + added + rejected.length,
      stored: report.stored + added,
      rejected: [...report.rejected, ...rejected],
      dropped: [...report.dropped, ...changed.report.dropped],
      warnings: [...report.warnings, ...changed.report.warnings],
      lineBreaks: continued(
        report,
        merged.appended.map((row) => placeOf(changed.report, row).line),
      ),
    },
    changed: [
      ...kept.changed,
      {
        ...{ file, sha256, by: idField, rows, stored, rejected: rejected.length, blank },
        ...{ added, replaced: merged.replaced, same: merged.same },
      },
    ],
  };
}

/** Lines of the rows behind the last one. */
function continued({ lineBreaks, rows }: FileReport, lines: readonly number[]): LineBreaks {
  const { first } = lineBreaks;
  const breaks = [...lineBreaks.rows];
  const extra = [...lineBreaks.extra];
  lines.forEach((line, at) => {
    const shift = line - first - rows - at;
    if (shift === (extra.at(-1) ?? 0)) return;
    breaks.push(rows + at - 1);
    extra.push(shift);
  });
  return { first, rows: breaks, extra };
}
