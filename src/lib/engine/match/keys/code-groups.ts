import { onBoth, type Both, type Side } from '../../model/side.ts';
import { drain, inSlices, type StepName, type Steps } from '../../run/steps.ts';
import type { KeyCodes } from './key-codes.ts';

/** Rows by code, for questions about single groups. */
export interface RowGroups {
  /** Where the rows of a code begin in `rows`; those of the next one are their end. */
  readonly starts: Uint32Array;
  /** Of each code in reading order. */
  readonly rows: Uint32Array;
}

/** Groups rows by their codes, all under `count`; -1 is in no group. */
export function* groupRows(codes: Int32Array, count: number, what: StepName): Steps<RowGroups> {
  const starts = new Uint32Array(count + 2);
  yield* inSlices(what, codes.length, (from, to) => {
    for (let row = from; row < to; row++) if (codes[row]! >= 0) starts[codes[row]! + 2]!++;
  });
  yield* inSlices(what, count, (from, to) => {
    for (let code = from + 2; code < to + 2; code++) starts[code]! += starts[code - 1]!;
  });
  const rows = new Uint32Array(starts[count + 1]!);
  yield* inSlices(what, codes.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes[row]!;
      if (code >= 0) rows[starts[code + 1]!++] = row;
    }
  });
  return { starts, rows };
}

/** Rows of a group, in reading order. */
export const rowsAt = ({ starts, rows }: RowGroups, code: number): Uint32Array =>
  rows.subarray(starts[code]!, starts[code + 1]!);

/** The groups of a key on each side. */
export class CodeGroups {
  readonly #groups: Both<RowGroups>;

  constructor(key: Pick<KeyCodes, 'codes' | 'count'>) {
    this.#groups = onBoth((side) => drain(groupRows(key.codes[side], key.count, 'links')));
  }

  /** Rows of a side with this code, in reading order. */
  rows(side: Side, code: number): Uint32Array {
    return rowsAt(this.#groups[side], code);
  }
}
