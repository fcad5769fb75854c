import type { ColumnProfile } from '../../src/lib/engine/index.ts';
import type { ColumnRow } from '../../src/lib/conversation/index.ts';
import type { KeptProfiles } from './kept-set.ts';

/** The columns of a set for a person, in header order. */
export const columnRows = ({ columns }: KeptProfiles): ColumnRow[] => columns.map(columnRow);

function columnRow(profile: ColumnProfile): ColumnRow {
  const { name, inferred, guess, rows, filled, distinct, repeats, samples } = profile;
  return {
    name,
    inferred,
    guess,
    dateOrder: guess.dateOrder,
    decimal: guess.decimal,
    rows,
    filled,
    distinct: distinct.count,
    distinctExact: distinct.exact,
    repeats: repeats.rows - repeats.values,
    samples,
  };
}
