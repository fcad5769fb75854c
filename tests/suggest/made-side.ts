import {
  evidenceOfTexts,
  suggest,
  type SuggestedDesign,
  type SuggestSide,
} from '../../src/lib/engine/suggest/index.ts';
import type { MadeCase } from './made-cases.ts';

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

/** How many of the pairs said are true, and the harmonic mean of that and of how many true ones are said. */
export function judged(cases: readonly MadeCase[]): { precision: number; f1: number } {
  let [right, wrong, missing] = [0, 0, 0];
  for (const { left, right: other, truth } of cases) {
    const said = pairsOf(
      suggest({ left: withCells(left.columns, left.file), right: withCells(other.columns, other.file) }),
    );
    const pairs = new Set(truth.map(([from, to]) => `${from} = ${to}`));
    const found = said.filter((pair) => pairs.has(pair)).length;
    right += found;
    wrong += said.length - found;
    missing += pairs.size - found;
  }
  return { precision: right / (right + wrong), f1: (2 * right) / (2 * right + wrong + missing) };
}
