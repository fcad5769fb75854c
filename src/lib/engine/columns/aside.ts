import type { Column, RecordSet } from '../model/column.ts';
import { drain, type Steps } from '../run/steps.ts';
import { cellText } from './cell.ts';
import { flatten } from './flat.ts';

/** A row that reading rejected (RD2, RD3), with its cells. */
export interface RejectedCells {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly fileRow: number;
  /** As in the file; none where they were not kept. */
  readonly texts: readonly string[];
}

/** What reading knows of a file beside its records, for `openRecords`. */
export interface ReadAside {
  /** As in the file; names address them. None where it is not known. */
  readonly header: readonly string[];
  readonly rejected: readonly RejectedCells[];
  /** Between the cells of a row, in the file. */
  readonly delimiter: string;
  readonly lineOf: (fileRow: number) => number;
}

/** A file in which every row has its cells, one a line under the header. */
export const NOTHING_ASIDE: ReadAside = {
  header: [],
  rejected: [],
  delimiter: ',',
  lineOf: (fileRow) => fileRow + 2,
};

/**
 * The rows of a file that are no records of the side: rejected when read, or without an id of their own. They are in the app all
 * the same, so their keys absorb (KW8).
 */
export interface Aside {
  readonly count: number;
  line(at: number): number;
  /**
   * Cells of these fields, in their order, one list for each way the row can be read: a row of too many cells by the field that
   * the delimiter stood in, a short row from its start and from its end, two short rows in a row as one.
   */
  readings(at: number, names: readonly string[]): readonly (readonly string[])[];
  /** Makes the columns of these names ready. */
  flatten(names: readonly string[]): Steps<void>;
}

/** `out`: rows of the set that could not be opened, ascending. */
export function asideOf(
  set: RecordSet,
  position: ReadonlyMap<string, number>,
  { out, fileRows }: { readonly out: Uint32Array; readonly fileRows: readonly number[] },
  { rejected, delimiter, lineOf }: ReadAside,
): Aside {
  const flat = new Map<number, Column>();
  const flattened = function* (index: number): Steps<Column> {
    const known = flat.get(index);
    if (known !== undefined) return known;
    const column = yield* flatten(set, index, out);
    flat.set(index, column);
    return column;
  };
  const whole = joined(rejected, set.header.length);
  return {
    count: out.length + whole.length,
    line: (at) => (at < out.length ? lineOf(fileRows[at]!) : whole[at - out.length]!.line),
    readings(at, names) {
      const indexes = names.map((name) => position.get(name)!);
      if (at < out.length) {
        return [indexes.map((index) => cellText(flat.get(index) ?? drain(flattened(index)), at))];
      }
      return readingsOf(whole[at - out.length]!.texts, indexes, set.header.length, delimiter);
    },
    *flatten(names) {
      if (out.length === 0) return;
      for (const name of names) {
        const index = position.get(name);
        if (index !== undefined) yield* flattened(index);
      }
    },
  };
}

/** A row of a file that a line end broke in two stands as one, on the line of its first half, beside its halves. */
function joined(rejected: readonly RejectedCells[], columns: number): RejectedCells[] {
  return rejected.flatMap((row, at) => {
    const next = rejected[at + 1];
    const isBroken =
      next !== undefined &&
      next.fileRow === row.fileRow + 1 &&
      row.texts.length > 0 &&
      next.texts.length > 0 &&
      row.texts.length + next.texts.length === columns + 1;
    if (!isBroken) return [row];
    const middle = `${row.texts.at(-1)!}\n${next.texts[0]!}`;
    return [row, { ...row, texts: [...row.texts.slice(0, -1), middle, ...next.texts.slice(1)] }];
  });
}

function readingsOf(
  texts: readonly string[],
  indexes: readonly number[],
  columns: number,
  delimiter: string,
): readonly (readonly string[])[] {
  if (texts.length === 0) return [];
  const over = texts.length - columns;
  if (over === 0) return [indexes.map((index) => texts[index]!)];
  if (over < 0) {
    const fromStart = indexes.map((index) => texts[index] ?? '');
    const fromEnd = indexes.map((index) => texts[index + over] ?? '');
    return [fromStart, fromEnd];
  }
  // The field the delimiters stand in: one of those asked for, or one before, between or behind them.
  const fields = new Set(indexes.flatMap((index) => [index - 1, index, index + 1]));
  return [...fields.values()]
    .filter((field) => field >= 0)
    .map((field) =>
      indexes.map((index) => {
        if (index < field) return texts[index]!;
        return index > field ? texts[index + over]! : texts.slice(index, index + over + 1).join(delimiter);
      }),
    );
}
