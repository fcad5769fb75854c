import type { LinkBy } from './line.ts';

/** `baseline.jsonl` as read (FORMATS.md, Baseline). Values are file texts per side and field name. */
export interface Baseline {
  /** Hash of the design it was made with; information only. */
  readonly design: string;
  readonly rows: Readonly<Record<string, { readonly left: number; readonly right: number }>>;
  readonly links: readonly BaselineLink[];
}

export interface BaselineLink {
  readonly sync: string;
  readonly left: string;
  readonly right: string;
  readonly by: LinkBy;
  readonly values: { readonly left: FieldTexts; readonly right: FieldTexts };
  /** Fields handed over but not read back, per side. */
  readonly sent: { readonly left: readonly string[]; readonly right: readonly string[] };
}

export type FieldTexts = ReadonlyMap<string, string>;
