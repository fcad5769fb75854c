import type { ObjectSync, Side } from '../engine/index.ts';
import type { SideReport } from './report.ts';

/** Why a file cannot be taken for complete, whatever a person says of it (S130). */
export type WhyIncomplete =
  /** Its records are known by their rows alone, which mean others in every export. */
  | { readonly is: 'no-id' }
  /** Its last row is short and has no line end. */
  | { readonly is: 'cut-off'; readonly line: number }
  /** Rows were rejected whose cells are not all kept: whose records they are is not known. */
  | { readonly is: 'rejected'; readonly count: number };

type Kept = Pick<SideReport, 'sha256' | 'rejected' | 'warnings'> & {
  readonly rejectedCount?: number;
  /** Exports of only what changed in it (PH6): with one it is no complete file. */
  readonly changed?: readonly unknown[];
};

/** Null where a person may call the file complete. */
export function whyIncomplete(report: Kept, idField: string | null): WhyIncomplete | null {
  if (idField === null) return { is: 'no-id' };
  const cut = report.warnings.find(({ code }) => code === 'cut-off');
  if (cut !== undefined) return { is: 'cut-off', line: cut.lines[0] ?? 0 };
  const { rejectedCount = report.rejected.length } = report;
  const known = report.rejected.filter(({ texts }) => texts.length > 0).length;
  return rejectedCount > known ? { is: 'rejected', count: rejectedCount } : null;
}

/** Is the file complete, by the design, or by the call or the app it was read from (`said`; S459)? */
export const isCompleteFile = (sync: ObjectSync, side: Side, report: Kept, said: boolean): boolean =>
  (report.changed ?? []).length === 0 &&
  (said || sync.complete?.[side] === report.sha256) &&
  whyIncomplete(report, sync[side].idField) === null;
