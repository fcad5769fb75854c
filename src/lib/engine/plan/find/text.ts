import { isBlankValue, valueCount, type Column } from '../../model/column.ts';
import type { Records } from '../../columns/records.ts';
import { readUtf8, utf8 } from '../../bytes/utf8.ts';
import type { Both, Side } from '../../model/side.ts';
import { caseFold, foldText } from '../../read/fold.ts';
import { nameFields, NameReader } from './record-name.ts';
import { pairCount, subjectCount, type SyncPlan } from '../sync-plan.ts';

/** Words of a search that count; what is beyond is not looked at. */
const MOST_WORDS = 8;

/**
 * 1 for every subject that has each word of the text in one of the names or in the id of one of its records, case-folded. Null
 * where the text is blank.
 */
export function findText(plan: SyncPlan, text: string): Uint8Array | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const found = new Uint8Array(subjectCount(plan)).fill(1);
  for (const word of words) {
    const rows: Both<Uint8Array> = {
      left: rowsWith(plan, 'left', word),
      right: rowsWith(plan, 'right', word),
    };
    const pairs = pairCount(plan);
    for (let pair = 0; pair < pairs; pair++) {
      if (rows.left[plan.pairs.left[pair]!] === 0 && rows.right[plan.pairs.right[pair]!] === 0)
        found[pair] = 0;
    }
    plan.lone.left.forEach((row, i) => (found[pairs + i]! &= rows.left[row]!));
    const first = pairs + plan.lone.left.length;
    plan.lone.right.forEach((row, i) => (found[first + i]! &= rows.right[row]!));
  }
  return found;
}

/** Rows of one side with each word of the text in their name or id, in reading order; none for a blank text. */
export function findRecords(plan: SyncPlan, side: Side, text: string): Uint32Array {
  const words = wordsOf(text);
  const found = new Uint8Array(plan.records[side].count).fill(words.length === 0 ? 0 : 1);
  for (const word of words) rowsWith(plan, side, word).forEach((is, row) => (found[row]! &= is));
  const rows = new Uint32Array(found.length);
  let count = 0;
  found.forEach((is, row) => {
    if (is === 1) rows[count++] = row;
  });
  return rows.subarray(0, count);
}

/** The words of a search, case-folded. */
const wordsOf = (text: string): readonly string[] =>
  foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);

function rowsWith({ sync, records }: SyncPlan, side: Side, word: string): Uint8Array {
  const own = records[side];
  const rows = new Uint8Array(own.count);
  const { columns } = new NameReader(own, nameFields(sync, side));
  const { idField } = sync[side];
  const id = idField === null ? null : own.column(idField);
  for (const column of new Set(id === null ? columns : [...columns, id])) markRows(column, word, rows);
  if (id === null) markRowIds(own, word, rows);
  return rows;
}

const markRowIds = (records: Records, word: string, rows: Uint8Array): void => {
  for (let row = 0; row < rows.length; row++) if (records.id(row).includes(word)) rows[row] = 1;
};

/** ASCII letters in lower case; other bytes as they are. */
const LOWER = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte | 32 : byte));

function markRows(column: Column, word: string, rows: Uint8Array): void {
  const needle = utf8(word);
  if (column.codes === null) {
    markValues(column, word, needle, rows);
    return;
  }
  const values = new Uint8Array(valueCount(column));
  markValues(column, word, needle, values);
  const { codes } = column;
  for (let row = 0; row < rows.length; row++) if (values[codes[row]!] === 1) rows[row] = 1;
}

/** Sets 1 at the values that contain the word. ASCII is compared as bytes; a value with other letters is folded as text. */
function markValues(column: Column, word: string, needle: Uint8Array, marks: Uint8Array): void {
  const { offsets, bytes } = column;
  const first = needle[0]!;
  const length = needle.length;
  for (let value = 0; value < marks.length; value++) {
    const from = offsets[value]!;
    const to = offsets[value + 1]!;
    let other = false;
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!;
      if (byte > 127) {
        other = true;
        break;
      }
      if (LOWER[byte] !== first || i + length > to) continue;
      let at = 1;
      while (at < length && LOWER[bytes[i + at]!] === needle[at]) at++;
      if (at < length) continue;
      // A mark behind the last letter would make another letter of it.
      other = i + length < to && bytes[i + length]! > 127;
      if (!other) marks[value] = 1;
      break;
    }
    if (!other || isBlankValue(column, value)) continue;
    if (caseFold(readUtf8(bytes, from, to).normalize('NFC')).includes(word)) marks[value] = 1;
  }
}
