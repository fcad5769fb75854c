/** Ids that a spreadsheet took for numbers (RD10): it keeps fifteen digits. */
export interface IdDamage {
  readonly how: 'scientific' | 'cut-digits';
  /** Values so damaged, and one of them. */
  readonly count: number;
  readonly sample: string;
}
