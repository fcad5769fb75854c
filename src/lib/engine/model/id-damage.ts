/** Ids that a program took for numbers (RD10): a spreadsheet keeps fifteen digits, another writes `1001.0` (S477). */
export interface IdDamage {
  readonly how: 'scientific' | 'cut-digits' | 'decimals';
  /** Values so damaged, and one of them. */
  readonly count: number;
  readonly sample: string;
}
