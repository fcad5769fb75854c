import type { RecordSet, Segment } from '../model/column.ts';
import type { Steps } from '../run/steps.ts';
import { RecordSetBuilder } from './build.ts';
import { openRecords, textAt } from './records.ts';

/**
 * A set without the records of these ids; the others are numbered anew, in their order. `count`: how many there were of them. The columns
 * of a segment in which none stands are used again.
 */
export function* leaveOut(
  set: RecordSet,
  { idField, salesforce }: { readonly idField: string; readonly salesforce: boolean },
  ids: Iterable<string>,
): Steps<{ readonly set: RecordSet; readonly count: number }> {
  const records = yield* openRecords(set, idField, salesforce);
  yield* records.index();
  const gone = new Set<number>();
  for (const id of ids) {
    const row = records.rowOf(id);
    if (row !== -1) gone.add(records.fileRows[row]!);
  }
  if (gone.size === 0) return { set, count: 0 };
  let rows = 0;
  const segments = set.segments
    .flatMap((segment) => without(set.header, segment, gone))
    .map((segment) => {
      const first = rows;
      rows += segment.rows;
      return { ...segment, fileRows: segment.fileRows.map((_, at) => first + at) };
    });
  return { set: { header: set.header, segments, rows }, count: gone.size };
}

function without(header: readonly string[], segment: Segment, gone: ReadonlySet<number>): readonly Segment[] {
  if (!segment.fileRows.some((fileRow) => gone.has(fileRow))) return [segment];
  const builder = new RecordSetBuilder(header);
  for (let row = 0; row < segment.rows; row++) {
    const fileRow = segment.fileRows[row]!;
    if (gone.has(fileRow)) continue;
    builder.add(
      segment.columns.map((column) => textAt(column, row)),
      fileRow,
    );
  }
  return builder.finish().segments;
}
