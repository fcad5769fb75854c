import type { AppForms, Both, Rehearsal } from '../engine/index.ts';

/** Of what a rehearsal is told. */
export interface RehearsalAbout {
  readonly asOf: string;
  readonly designHash: string;
  /** Plans that were carried out at most. */
  readonly rounds: number;
  readonly forms: Both<AppForms>;
}

/** A rehearsal as JSON (FORMATS.md, Rehearsal). */
export function rehearsalText(
  { rounds, settled, fields, bred }: Rehearsal,
  { asOf, designHash, rounds: most, forms }: RehearsalAbout,
): string {
  const file = {
    format: 'drysync/rehearsal@1',
    asOf,
    designHash,
    most,
    forms,
    settled,
    rounds,
    fields,
    bred,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
