import { isBlankValue, valueCount, valueOf, type Column } from '../../model/column.ts';
import type { TextHash } from './print-hash.ts';

/** Hashes a row's text as a plan shows it; `text` gives another one. Dictionary values are hashed once. */
export function valueHasher(
  column: Column,
  hash: TextHash,
  text: ((row: number) => string) | null,
): (row: number) => void {
  const { offsets, bytes, codes } = column;
  const plain = (row: number): void => {
    if (text !== null) hash.text(text(row));
    else {
      const value = valueOf(column, row);
      const start = offsets[value]!;
      hash.bytes(bytes, start, isBlankValue(column, value) ? start : offsets[value + 1]!);
    }
  };
  if (codes === null) return plain;
  const words = new Int32Array(valueCount(column) * 2);
  const isKnown = new Uint8Array(valueCount(column));
  return (row) => {
    const value = codes[row]!;
    if (isKnown[value] === 1) {
      hash.first = words[value * 2]!;
      hash.second = words[value * 2 + 1]!;
      return;
    }
    plain(row);
    words[value * 2] = hash.first;
    words[value * 2 + 1] = hash.second;
    isKnown[value] = 1;
  };
}
