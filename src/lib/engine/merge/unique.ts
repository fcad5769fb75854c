import type { Column } from '../model/column.ts';
import { isBlankValue, valueOf } from '../model/column.ts';
import { readUtf8 } from '../bytes/utf8.ts';
import type { Side } from '../model/side.ts';
import { foldText } from '../read/fold.ts';

/** Who holds which value of a unique field now (FM9, S32). */
export class UniqueIndex {
  readonly #rows = new Map<string, number | number[]>();

  constructor(column: Column) {
    for (let row = 0; row < column.rows; row++) {
      const value = valueOf(column, row);
      if (isBlankValue(column, value)) continue;
      const text = foldText(readUtf8(column.bytes, column.offsets[value]!, column.offsets[value + 1]!));
      const rows = this.#rows.get(text);
      if (rows === undefined) this.#rows.set(text, row);
      else if (typeof rows === 'number') this.#rows.set(text, [rows, row]);
      else rows.push(row);
    }
  }

  /** Rows that hold the value, in reading order. */
  holders(text: string): readonly number[] {
    const rows = this.#rows.get(foldText(text)) ?? [];
    return typeof rows === 'number' ? [rows] : rows;
  }
}

/** A value wanted that somebody has. */
export interface UniqueClash {
  /** Position among the compiled mappings. */
  readonly mapping: number;
  readonly side: Side;
  readonly to: string;
  /** Rows of the target side that hold it now. */
  readonly holders: readonly number[];
  /** The subject of an earlier line that takes it, or -1. */
  readonly taker: number;
}

/** What earlier lines of a plan take, per mapping and side. */
export class Taken {
  readonly #by = new Map<string, number>();

  /** The subject that takes it, or -1. */
  taker(mapping: number, side: Side, text: string): number {
    return this.#by.get(taken(mapping, side, text)) ?? -1;
  }

  take(mapping: number, side: Side, text: string, subject: number): void {
    this.#by.set(taken(mapping, side, text), subject);
  }
}

const taken = (mapping: number, side: Side, text: string): string =>
  `${String(mapping)} ${side} ${foldText(text)}`;
