import {
  evidenceOfTexts,
  suggest,
  type SuggestedDesign,
  type SuggestSide,
} from '../../src/lib/engine/suggest/index.ts';

/** A side with a header row and no cells. */
export const headerOnly = (header: readonly string[], file = 'file.csv'): SuggestSide => ({
  file,
  header,
  rows: 0,
  columns: [],
});

/** A side with cells, a column a member. */
export const withCells = (
  columns: readonly (readonly [string, readonly string[]])[],
  file = 'file.csv',
): SuggestSide => ({
  file,
  header: columns.map(([name]) => name),
  rows: columns[0]?.[1].length ?? 0,
  columns: columns.map(([, cells]) => evidenceOfTexts(cells)),
});

export const pairsOf = (suggestion: SuggestedDesign): string[] =>
  suggestion.mappings.map(({ left, right }) => `${left} = ${right}`);

export const suggestHeaders = (left: readonly string[], right: readonly string[]): SuggestedDesign =>
  suggest({ left: headerOnly(left), right: headerOnly(right) });
