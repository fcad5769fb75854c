import type { HeadRow, Seal } from './rows.ts';

export interface PlanNote {
  readonly planKey: string;
  readonly when: string;
  /** `summary.json`, plain JSON. */
  readonly summary: unknown;
}

export interface PlanEntry extends PlanNote {
  readonly id: string;
  readonly project: string;
  readonly subjects: number;
}

/** What a kept plan is and must be. */
export interface PlanHead extends PlanEntry {
  readonly syncs: readonly { readonly sync: string; readonly seal: Seal }[];
}

/** Of a head that is damaged: older than all, so that it goes first. */
export function labelOf(row: HeadRow): { readonly planKey: string; readonly when: string } {
  try {
    return JSON.parse(row.text) as PlanHead;
  } catch {
    return { planKey: '', when: '' };
  }
}

/** Oldest first. */
export function sorted(rows: readonly HeadRow[]): HeadRow[] {
  const labelled = rows.map((row) => ({ row, when: labelOf(row).when }));
  labelled.sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
  return labelled.map(({ row }) => row);
}
