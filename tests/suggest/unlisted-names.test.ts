import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/lib/engine/suggest/index.ts';
import { madeCases } from './made-cases.ts';
import { judged, headerOnly, pairsOf, withCells } from './made-side.ts';

const many = (count: number, of: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => of(i));
const STATES = ['single', 'married', 'widowed'];

/** The pair of two columns among others, or why there is none. */
function pairOf(left: string, right: string, cells: readonly string[], others = cells): string | undefined {
  const said = suggest({
    left: withCells([
      ['Zebra', many(cells.length, (i) => `z${String(i)}`)],
      [left, cells],
    ]),
    right: withCells([
      ['Quagga', many(cells.length, (i) => `q${String(i)}`)],
      [right, others],
    ]),
  });
  return said.mappings.find((one) => one.left === left && one.right === right)?.why[0]?.code;
}

describe('names that no list knows', () => {
  it.each([
    ['MaritalStatus', 'mrtlstts', 'no-vowels'],
    ['CreditRating', 'crdtrtng', 'no-vowels'],
    ['net_worth', 'nt_wrth', 'no-vowels'],
    ['confidence_score', 'conf_sco', 'short-form'],
    ['assay_tissue', 'asy_tiss', 'short-form'],
    ['warehouse_bin_location', 'whse_bin_loc', 'short-form'],
    ['owner_flag', 'flag_owner', 'word-order'],
  ])('%s is %s', (left, right, code) => {
    const cells = many(60, (i) => STATES[i % 3]!);
    expect(pairOf(left, right, cells)).toBe(code);
  });

  it.each([
    ['organism', 'organ', ['Homo sapiens', 'Mus musculus'], ['liver', 'brain']],
    ['seat_count', 'seal_colour', ['4', '5'], ['red', 'blue']],
    ['rotor_1', 'rotor_2', ['done', 'open'], ['done', 'open']],
  ])('%s is not %s', (left, right, one, other) => {
    expect(
      pairOf(
        left,
        right,
        many(60, (i) => one[i % 2]!),
        many(60, (i) => other[i % 2]!),
      ),
    ).toBeUndefined();
  });

  it('a table’s name before some columns hides none of them', () => {
    const left = headerOnly(['net_worth', 'own_or_rent', 'solvency']);
    const right = headerOnly([
      'prospect_nt_wrth',
      'prospect_wnrrnt',
      'prospect_solvency',
      'age',
      'sex',
      'housing',
    ]);
    expect(pairsOf(suggest({ left, right }))).toEqual([
      'net_worth = prospect_nt_wrth',
      'own_or_rent = prospect_wnrrnt',
      'solvency = prospect_solvency',
    ]);
  });

  it('of sixty made cases nearly all pairs are found, and hardly a wrong one', () => {
    const { precision, f1 } = judged(madeCases());
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(f1).toBeGreaterThanOrEqual(0.85);
  });
});
