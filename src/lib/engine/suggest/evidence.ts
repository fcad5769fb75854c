import { valueOf, isBlankValue, type Column, type RecordSet } from '../model/column.ts';
import { columnOf } from '../columns/records.ts';
import { readUtf8 } from '../bytes/utf8.ts';
import type { InferredType } from '../model/field.ts';
import type { IdDamage } from '../model/id-damage.ts';
import { idDamage } from '../profile/damaged-ids.ts';
import {
  profileColumn,
  withLines,
  type ColumnProfile,
  type MixedTypes,
  type Witness,
} from '../profile/profile.ts';
import { cellFacts, type CellFacts } from './cell-facts.ts';
import { cellMakeup, type CellMakeup } from './cell-makeup.ts';
import { guessForm, type FormGuess } from './form.ts';
import { commonShare, sketchOf, type Sketch } from './sketch.ts';

/** Rows whose texts are looked at: from the start, and spread over the rest. Counts and values are of all rows. */
const FIRST_ROWS = 2000;
const SPREAD_ROWS = 2000;

/** What a column's cells say about it. */
export interface ColumnEvidence {
  readonly type: InferredType;
  readonly guess: FormGuess;
  readonly rows: number;
  readonly filled: number;
  /** Different values, and filled cells whose value came before; Salesforce ids by what tells them apart (RD11). */
  readonly distinct: number;
  readonly repeats: number;
  /** The first different values, as in the file. */
  readonly samples: readonly string[];
  /** Of the values of all rows, for overlap. */
  readonly sketch: Sketch;
  /** Of the rows looked at. */
  readonly facts: CellFacts;
  /** Of the rows looked at; profiles kept by older builds do not know. */
  readonly makeup?: CellMakeup;
  /** Cells that are not of the column's type, where nearly all are (RD13); `row` as the profile says it. */
  readonly others: {
    readonly type: InferredType;
    readonly count: number;
    readonly first: readonly Witness[];
  } | null;
  /** FM7; profiles kept by older builds do not know. */
  readonly mixed?: MixedTypes;
  /** Ids that a spreadsheet took for numbers (RD10). */
  readonly idDamage: IdDamage | null;
  /** Cells of digits that begin with a nought. */
  readonly leadingZeros: number;
}

/** One file to suggest a design for. */
export interface SuggestSide {
  /** File name, without folders; a hint only. */
  readonly file: string;
  /** Names as a design addresses them (`addressable`). */
  readonly header: readonly string[];
  readonly rows: number;
  /** What parts the cells of the file; null or absent where that is not known. */
  readonly delimiter?: string | null;
  /** In header order; a missing one is a column nothing is known of. */
  readonly columns: readonly ColumnEvidence[];
}

/** `lineOf`: the line of a stored row in its file. */
export const sideOf = (
  file: string,
  set: RecordSet,
  lineOf?: (row: number) => number,
  delimiter: string | null = null,
): SuggestSide => ({
  file,
  header: set.header,
  rows: set.rows,
  delimiter,
  columns: evidenceOf(set, lineOf),
});

/** Evidence of every column. */
export const evidenceOf = (
  set: RecordSet,
  lineOf: (row: number) => number = (row) => row,
): ColumnEvidence[] =>
  set.header.map((name, i) => {
    const parts = set.segments.map((segment) => segment.columns[i]!);
    const profile = profileColumn(name, parts);
    return evidenceOfColumn(parts, { ...profile, guess: withLines(profile.guess, lineOf) });
  });

/** Evidence of one column, given as its segments in order and its profile. */
export function evidenceOfColumn(parts: readonly Column[], profile: ColumnProfile): ColumnEvidence {
  const { rows, filled, inferred, guess, samples } = profile;
  const looked = rowsLookedAt(rows);
  const { texts, places } = textsOf(parts, looked);
  const sketch = sketchOf(parts);
  // Of few values the sketch counts better: it knows `A` from ` a ` no more than a key does.
  const distinct = sketch.whole ? sketch.hashes.length : profile.distinct.count;
  return {
    type: inferred,
    guess: guessForm(texts, inferred, guess),
    rows,
    filled,
    distinct,
    repeats: filled - distinct,
    samples: samples.map((sample) => sample.trim()),
    sketch,
    facts: cellFacts(texts, guess),
    makeup: cellMakeup(texts, places, looked.length, guess),
    others:
      guess.type === 'text' || guess.fits === guess.of
        ? null
        : { type: guess.type, count: guess.of - guess.fits, first: guess.others },
    ...(guess.mixed === undefined ? {} : { mixed: guess.mixed }),
    idDamage: idDamage(parts),
    leadingZeros: texts.filter((text) => /^0\d+$/.test(text)).length,
  };
}

/** Evidence of one column given as texts. */
export function evidenceOfTexts(cells: readonly string[]): ColumnEvidence {
  const parts = [columnOf(cells)];
  return evidenceOfColumn(parts, profileColumn('', parts));
}

/** What sort of thing a column holds; `none` where no cell says so. A datetime is a date here: they flow both ways (FM3). */
export function familyOf(evidence: ColumnEvidence | undefined): string {
  if (evidence === undefined || evidence.filled === 0) return 'none';
  const form = evidence.type === 'text' ? evidence.guess.form : evidence.type;
  return form === 'datetime' ? 'date' : form;
}

/** Share of the smaller column's different values that the other has too; null where it is not known. */
export function overlapOf(a: ColumnEvidence | undefined, b: ColumnEvidence | undefined): number | null {
  return a === undefined || b === undefined ? null : commonShare(a.sketch, b.sketch);
}

/** The trimmed texts of the rows looked at that are not blank, and where each stands among these rows. */
function textsOf(
  parts: readonly Column[],
  looked: readonly number[],
): { readonly texts: string[]; readonly places: number[] } {
  const texts: string[] = [];
  const places: number[] = [];
  let part = 0;
  let start = 0;
  for (const [place, row] of looked.entries()) {
    while (row >= start + parts[part]!.rows) start += parts[part++]!.rows;
    const column = parts[part]!;
    const value = valueOf(column, row - start);
    if (isBlankValue(column, value)) continue;
    texts.push(readUtf8(column.bytes, column.offsets[value]!, column.offsets[value + 1]!).trim());
    places.push(place);
  }
  return { texts, places };
}

function rowsLookedAt(count: number): number[] {
  const first = Math.min(count, FIRST_ROWS);
  const rows = Array.from({ length: first }, (_, row) => row);
  const rest = count - first;
  const spread = Math.min(rest, SPREAD_ROWS);
  for (let i = 0; i < spread; i++) rows.push(first + Math.floor((i * rest) / spread));
  return rows;
}
