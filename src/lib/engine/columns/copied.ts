import { viewOf } from '../bytes/bytes-at.ts';
import { valueOf, type Column } from '../model/column.ts';
import { SLICE, type Steps } from '../run/steps.ts';
import { ColumnBuilder } from './column-builder.ts';
import { recordsOver, type Records } from './records.ts';

/** What is written into a copy of a side's records. */
export interface Rewrite {
  /** The texts that stand now, by field and row. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<number, string>>;
  /** Records behind the others, each with its texts by field. */
  readonly added: readonly ReadonlyMap<string, string>[];
  /** Rows that go; those behind them move up. */
  readonly removed: ReadonlySet<number>;
  /** The row in its file that the first added record gets: none that went is given away again. */
  readonly next: number;
}

/**
 * A copy of opened records with other texts, without some, and with more behind; they keep their rows in the file (`fileRows`). A column
 * nothing is written to is the same object, so that what a plan remembers of it holds. `idField` and `salesforce` are those the records were opened under.
 */
export function copiedRecords(
  base: Records,
  idField: string | null,
  salesforce: boolean,
  { texts, added, removed, next }: Rewrite,
): Records {
  const stays = removed.size === 0 ? base.fileRows : base.fileRows.filter((_, row) => !removed.has(row));
  const count = stays.length + added.length;
  const fileRows = new Uint32Array(count);
  fileRows.set(stays);
  for (let at = 0; at < added.length; at++) fileRows[stays.length + at] = next + at;
  const made = new Map<string, Column>();
  const flattened = function* (name: string): Steps<Column> {
    const known = made.get(name);
    if (known !== undefined) return known;
    yield* base.flatten([name]);
    const own = texts.get(name) ?? NOTHING;
    const column =
      own.size === 0 && added.length === 0 && removed.size === 0
        ? base.column(name)
        : yield* rewritten(
            base.column(name),
            own,
            removed,
            added.map((record) => record.get(name) ?? ''),
          );
    made.set(name, column);
    return column;
  };
  return recordsOver({
    ...base,
    count,
    fileRows: added.length === 0 ? stays : fileRows,
    idField,
    salesforce,
    known: (name) => made.get(name) ?? null,
    flattened,
  });
}

/** Where a row of a file is among these records; -1 where it is not. */
export function rowOfFile({ fileRows }: Pick<Records, 'fileRows'>, fileRow: number): number {
  let low = 0;
  for (let high = fileRows.length; low < high;) {
    const middle = (low + high) >> 1;
    if (fileRows[middle]! < fileRow) low = middle + 1;
    else high = middle;
  }
  return fileRows[low] === fileRow ? low : -1;
}

/** The row in its file of a record that would stand behind all others. */
export const nextFileRow = ({ fileRows, rejected }: Records): number =>
  Math.max(fileRows.at(-1) ?? -1, rejected.at(-1)?.fileRow ?? -1) + 1;

const NOTHING: ReadonlyMap<number, string> = new Map();

function* rewritten(
  column: Column,
  texts: ReadonlyMap<number, string>,
  removed: ReadonlySet<number>,
  added: readonly string[],
): Steps<Column> {
  const builder = new ColumnBuilder();
  const { bytes, offsets, rows } = column;
  const view = viewOf(bytes);
  for (let row = 0; row < rows; row++) {
    if (row % SLICE === SLICE - 1) yield { what: 'open', done: row, total: rows };
    if (removed.has(row)) continue;
    const text = texts.get(row);
    if (text !== undefined) builder.append(text);
    else {
      const value = valueOf(column, row);
      builder.appendBytes(view, offsets[value]!, offsets[value + 1]!);
    }
  }
  for (const text of added) builder.append(text);
  return builder.finish();
}
