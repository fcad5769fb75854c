import type { RecordSet, Segment } from '../model/column.ts';
import type { Steps } from '../run/steps.ts';
import { RecordSetBuilder } from './build.ts';
import { openRecords, textAt } from './records.ts';

/** How the records of two exports are told to be the same. */
export interface SameRecords {
  readonly idField: string;
  /** 15- and 18-character ids are one (S24). */
  readonly salesforce: boolean;
  /** Data rows of the file that is kept. */
  readonly keptRows: number;
}

export interface MergedSet {
  readonly set: RecordSet;
  /** Data rows of the changed file that stand behind those that are kept, in their order: new records, and rows without an id of their own. */
  readonly appended: readonly number[];
  /** Records that stand in the place of the kept ones, and those of them that say the same. */
  readonly replaced: number;
  readonly same: number;
}

/**
 * PH6: an export of only what changed put into the kept records of its side, record by record of one id: a changed one takes the place
 * of the kept one, a new one stands behind all, the others stay. Both have the same columns, in any order. What comes out is the full
 * export, so its plan is the plan of everything (L18). Segments in which nothing changed are used again.
 */
export function* mergeChanged(
  kept: RecordSet,
  changed: RecordSet,
  { idField, salesforce, keptRows }: SameRecords,
): Steps<MergedSet> {
  const before = yield* openRecords(kept, idField, salesforce);
  const now = yield* openRecords(changed, idField, salesforce);
  yield* before.index();
  /** Data row of the changed file → data row of the kept one. */
  const target = new Map<number, number>();
  for (let row = 0; row < now.count; row++) {
    const found = before.rowOf(now.id(row));
    if (found !== -1) target.set(now.fileRows[row]!, before.fileRows[found]!);
  }
  const order = kept.header.map((name) => changed.header.indexOf(name));
  const replacing = new Map<number, string[]>();
  const behind = new RecordSetBuilder(kept.header);
  const appended: number[] = [];
  for (const segment of changed.segments) {
    for (let row = 0; row < segment.rows; row++) {
      const cells = order.map((column) => textAt(segment.columns[column]!, row));
      const fileRow = segment.fileRows[row]!;
      const place = target.get(fileRow);
      if (place === undefined) {
        behind.add(cells, keptRows + appended.length);
        appended.push(fileRow);
      } else replacing.set(place, cells);
    }
  }
  let same = 0;
  const segments = kept.segments.flatMap((segment) => {
    const { rows, found } = replacedIn(segment, replacing);
    same += found - rows.size;
    return rows.size === 0 ? [segment] : withRows(kept.header, segment, rows);
  });
  const { segments: last, rows } = behind.finish();
  const set = { header: kept.header, segments: [...segments, ...last], rows: kept.rows + rows };
  return { set, appended, replaced: replacing.size - same, same };
}

/** The rows of a segment that say something else now; `found`: all that are named, whatever they say. */
function replacedIn(
  segment: Segment,
  replacing: ReadonlyMap<number, string[]>,
): { readonly rows: ReadonlyMap<number, string[]>; readonly found: number } {
  const rows = new Map<number, string[]>();
  let found = 0;
  for (let row = 0; row < segment.rows; row++) {
    const cells = replacing.get(segment.fileRows[row]!);
    if (cells === undefined) continue;
    found++;
    if (segment.columns.some((column, at) => textAt(column, row) !== cells[at])) rows.set(row, cells);
  }
  return { rows, found };
}

function withRows(
  header: readonly string[],
  segment: Segment,
  rows: ReadonlyMap<number, string[]>,
): readonly Segment[] {
  const builder = new RecordSetBuilder(header);
  for (let row = 0; row < segment.rows; row++) {
    const cells = rows.get(row) ?? segment.columns.map((column) => textAt(column, row));
    builder.add(cells, segment.fileRows[row]!);
  }
  return builder.finish().segments;
}
