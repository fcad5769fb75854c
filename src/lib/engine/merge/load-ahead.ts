import type { Column } from '../model/column.ts';

/** Where the sum of what was loaded goes, so that no load can be left out as unused. */
const sink = new Int32Array(1);

/**
 * Asks for the memory of the values of a block of rows before they are used: the rows of the other side lie anywhere, and waiting for
 * them one by one is slow.
 */
export function loadAhead(column: Column, rows: Int32Array, from: number, to: number): void {
  if (column.codes !== null) return;
  const { offsets, bytes } = column;
  let touched = 0;
  for (let i = from; i < to; i++) touched ^= offsets[rows[i]!]!;
  for (let i = from; i < to; i++) touched ^= bytes[offsets[rows[i]!]!] ?? 0;
  sink[0] = touched;
}
