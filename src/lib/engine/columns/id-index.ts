import { hashOf, viewOf } from '../bytes/bytes-at.ts';
import { CodeTable } from './code-table.ts';
import { isBlankValue, valueOf, type Column } from '../model/column.ts';
import { salesforceIdEnd } from '../model/salesforce-id.ts';
import { BLOCK, Spans } from '../bytes/spans.ts';
import { readUtf8, utf8 } from '../bytes/utf8.ts';
import { SLICE, TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';

/** What a row's id is among the rows before it. */
export const STANDING = { new: 0, blank: 1, repeated: 2 } as const;

/**
 * Finds rows by id: compared trimmed and exactly, a Salesforce id by its first 15 characters, where its check letters fit (S24, S49). Rows are numbered in
 * the order they are entered; blank and repeated ones get no number.
 */
export class IdIndex {
  readonly #column: Column;
  readonly #salesforce: boolean;
  readonly #table: CodeTable;
  readonly #own: number;

  constructor(column: Column, salesforce: boolean) {
    this.#column = column;
    this.#salesforce = salesforce;
    this.#table = new CodeTable(column.rows);
    this.#own = this.#table.addBuffer(column.bytes);
  }

  /** Enters every row in order: the standing of each. */
  *enterAll(): Steps<Uint8Array> {
    const column = this.#column;
    const { bytes, rows } = column;
    const view = viewOf(bytes);
    const standings = new Uint8Array(rows);
    const waiting = new Spans();
    const rowOf = new Uint32Array(BLOCK);
    const codes = new Int32Array(BLOCK);
    let known = 0;
    const enter = (): void => {
      const { count } = waiting;
      this.#table.codeSpans(this.#own, waiting, codes);
      for (let i = 0; i < count; i++) {
        if (codes[i] === known) known++;
        else standings[rowOf[i]!] = STANDING.repeated;
      }
    };
    for (let row = 0; row < rows; row++) {
      if (row % SLICE === SLICE - 1) yield { what: 'open', done: row, total: rows };
      const value = valueOf(column, row);
      if (isBlankValue(column, value)) {
        standings[row] = STANDING.blank;
        continue;
      }
      const [start, stop] = idIn(column, value);
      const end = this.#salesforce ? salesforceIdEnd(bytes, start, stop) : stop;
      rowOf[waiting.add(start, end, hashOf(view, start, end))] = row;
      if (waiting.full) enter();
    }
    enter();
    return standings;
  }

  /** Number of the row with this id, or -1. */
  find(id: string): number {
    const bytes = utf8(id.trim());
    return this.#find(bytes, 0, bytes.length);
  }

  /** Number of the row with the id in each row of a column, or -1. */
  *findAll(ids: Column): Steps<Int32Array> {
    const found = new Int32Array(ids.rows);
    const pass = (from: number, to: number): void => {
      for (let row = from; row < to; row++) {
        const [start, end] = idIn(ids, valueOf(ids, row));
        found[row] = this.#find(ids.bytes, start, end);
      }
    };
    yield* inSlices('links', found.length, pass, TEXT_SLICE);
    return found;
  }

  #find(bytes: Uint8Array, start: number, end: number): number {
    const last = this.#salesforce ? salesforceIdEnd(bytes, start, end) : end;
    return this.#table.find(bytes.subarray(start, last));
  }
}

/** Where the trimmed id of a value stands in the bytes of its column. */
function idIn(column: Column, value: number): readonly [number, number] {
  const from = column.offsets[value]!;
  const to = column.offsets[value + 1]!;
  return isBare(column.bytes, from, to) ? [from, to] : trimmedRange(column.bytes, from, to);
}

/** Where the trimmed text of a value stands within its bytes. */
function trimmedRange(bytes: Uint8Array, from: number, to: number): readonly [number, number] {
  const text = readUtf8(bytes, from, to);
  const start = from + utf8(text.slice(0, text.length - text.trimStart().length)).length;
  return [start, start + utf8(text.trim()).length];
}

/** No white space at an end, as far as bytes can tell. */
function isBare(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from]!;
  const last = bytes[to - 1]!;
  return first > 32 && first < 128 && last > 32 && last < 128;
}
