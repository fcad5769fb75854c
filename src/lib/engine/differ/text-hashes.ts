import { utf8 } from '../bytes/utf8.ts';
import { valueText } from '../columns/cell.ts';
import { valueCount, type Column } from '../model/column.ts';
import { comparisonText } from '../read/fold.ts';
import { LEAD_LAST, SEED, isSpace, mixed } from './mark-flags.ts';

const texts = new WeakMap<Column, Uint16Array>();

/** Short hashes of what is compared of a column's values, never 0; where two differ the values do. */
export function textHashes(column: Column): (value: number) => number {
  let known = texts.get(column);
  if (known === undefined) texts.set(column, (known = new Uint16Array(valueCount(column))));
  const hashes = known;
  return (value) => {
    const found = hashes[value]!;
    return found === 0 ? (hashes[value] = textHash(column, value)) : found;
  };
}

function textHash(column: Column, value: number): number {
  const { bytes, offsets } = column;
  let from = offsets[value]!;
  let to = offsets[value + 1]!;
  while (from < to && isSpace(bytes[from]!)) from++;
  while (to > from && isSpace(bytes[to - 1]!)) to--;
  let hash = SEED;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    // White space beyond ASCII, what composes, line ends.
    if (byte === 13 || byte === 0xc2 || byte > LEAD_LAST) return hashOfText(valueText(column, value));
    hash = mixed(hash, byte);
  }
  return short(hash);
}

function hashOfText(text: string): number {
  return short(utf8(comparisonText(text)).reduce(mixed, SEED));
}

const short = (hash: number): number => ((hash ^ (hash >>> 16)) & 0xffff) | 1;
