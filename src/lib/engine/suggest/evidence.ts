import { isBlankValue, inferredType, valueOf, type RecordSet, type Segment } from '../model/column.ts';
import { readUtf8 } from '../bytes/utf8.ts';
import type { InferredType } from '../model/field.ts';
import { foldText } from '../read/fold.ts';
import { kindsOf } from '../read/infer.ts';
import { guessForm, type FormGuess } from './form.ts';

/** Rows looked at from the start, and spread over the rest: more costs time and decides nothing. */
const FIRST_ROWS = 2000;
const SPREAD_ROWS = 2000;
const SAMPLES = 5;

/** What a column's cells say about it, over the rows looked at. */
export interface ColumnEvidence {
  readonly type: InferredType;
  readonly guess: FormGuess;
  /** Cells looked at, and those not blank. */
  readonly rows: number;
  readonly filled: number;
  /** Different values (trimmed, case-folded), and filled cells whose value came before. */
  readonly distinct: number;
  readonly repeats: number;
  /** The first different values, as in the file. */
  readonly samples: readonly string[];
  /** Sorted 32-bit hashes of the different values, for overlap. */
  readonly hashes: readonly number[];
}

/** One file to suggest a design for. */
export interface SuggestSide {
  /** File name, without folders; a hint only. */
  readonly file: string;
  /** Names as a design addresses them (`addressable`). */
  readonly header: readonly string[];
  readonly rows: number;
  /** In header order; a missing one is a column nothing is known of. */
  readonly columns: readonly ColumnEvidence[];
}

export const sideOf = (file: string, set: RecordSet): SuggestSide => ({
  file,
  header: set.header,
  rows: set.rows,
  columns: evidenceOf(set),
});

/** Evidence of every column, from at most 4,000 rows: the first 2,000 and as many spread over the rest. */
export function evidenceOf(set: RecordSet): ColumnEvidence[] {
  const rows = rowsLookedAt(set.rows);
  return set.header.map((_, column) => evidenceOfTexts(cellsOf(set, column, rows)));
}

/** Evidence of one column given as texts. */
export function evidenceOfTexts(cells: readonly string[]): ColumnEvidence {
  const hashes = new Set<number>();
  const folded = new Set<string>();
  const samples: string[] = [];
  const values: string[] = [];
  let kinds = 31;
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    values.push(text);
    kinds &= kindsOf(text);
    const fold = foldText(text);
    if (folded.has(fold)) continue;
    folded.add(fold);
    hashes.add(hashOf(fold));
    if (samples.length < SAMPLES) samples.push(text);
  }
  const type = inferredType(kinds);
  return {
    type,
    guess: guessForm(values, type),
    rows: cells.length,
    filled: values.length,
    distinct: folded.size,
    repeats: values.length - folded.size,
    samples,
    hashes: [...hashes].sort((a, b) => a - b),
  };
}

/** What sort of thing a column holds; `none` where no cell says so. A datetime is a date here: they flow both ways (FM3). */
export function familyOf(evidence: ColumnEvidence | undefined): string {
  if (evidence === undefined || evidence.filled === 0) return 'none';
  const form = evidence.type === 'text' ? evidence.guess.form : evidence.type;
  return form === 'datetime' ? 'date' : form;
}

/** Share of the smaller column's different values that the other has too; null where either has none. */
export function overlapOf(a: ColumnEvidence | undefined, b: ColumnEvidence | undefined): number | null {
  if (a === undefined || b === undefined || a.hashes.length === 0 || b.hashes.length === 0) return null;
  let common = 0;
  let j = 0;
  for (const hash of a.hashes) {
    while (j < b.hashes.length && b.hashes[j]! < hash) j++;
    if (b.hashes[j] === hash) common++;
  }
  return common / Math.min(a.hashes.length, b.hashes.length);
}

function rowsLookedAt(count: number): number[] {
  const first = Math.min(count, FIRST_ROWS);
  const rows = Array.from({ length: first }, (_, row) => row);
  const rest = count - first;
  const spread = Math.min(rest, SPREAD_ROWS);
  for (let i = 0; i < spread; i++) rows.push(first + Math.floor((i * rest) / spread));
  return rows;
}

function cellsOf(set: RecordSet, position: number, rows: readonly number[]): string[] {
  const cells: string[] = [];
  let segmentIndex = 0;
  let start = 0;
  for (const row of rows) {
    let segment: Segment = set.segments[segmentIndex]!;
    while (row >= start + segment.rows) {
      start += segment.rows;
      segment = set.segments[++segmentIndex]!;
    }
    const column = segment.columns[position]!;
    const value = valueOf(column, row - start);
    cells.push(
      isBlankValue(column, value)
        ? ''
        : readUtf8(column.bytes, column.offsets[value]!, column.offsets[value + 1]!),
    );
  }
  return cells;
}

/** FNV-1a over code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
