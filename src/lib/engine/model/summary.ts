import type { Outcome } from './outcome.ts';
import type { ReasonCode } from './reason.ts';
import type { Both, Side } from './side.ts';
import type { GuardName } from './design.ts';

/** `summary.json` (FORMATS.md, Plan). */
export interface PlanSummary {
  readonly format: 'drysync/plan@1';
  readonly asOf: string;
  readonly planKey: string;
  /** Null until the plan is serialised (only an export or an approval pays for it). */
  readonly planHash: string | null;
  readonly designHash: string;
  readonly tlds: string;
  readonly inputs: readonly InputReport[];
  readonly counts: Readonly<Record<string, SyncCounts>>;
  readonly warnings: readonly Warning[];
}

export interface InputReport {
  readonly side: Side;
  readonly sync: string;
  readonly file: string;
  readonly rows: number;
  readonly stored: number;
  readonly rejected: number;
  readonly blank: number;
  readonly sha256: string;
}

export type SideCounts = Readonly<Record<Outcome | 'read', number>>;

export interface SyncCounts {
  readonly left: SideCounts;
  readonly right: SideCounts;
  readonly writes: Both<{ readonly create: number; readonly update: number; readonly delete: number }>;
  readonly fields: readonly FieldCounts[];
  readonly reasons: Readonly<Partial<Record<ReasonCode, number>>>;
}

export interface FieldCounts {
  readonly left: string;
  readonly right: string;
  readonly fills: number;
  readonly overwrites: number;
  readonly clears: number;
  readonly same: number;
}

export type WarningCode =
  | 'doubles'
  | 'no-email-creates'
  | 'filter-would-exclude'
  | 'waits'
  | 'no-key-written'
  | 'will-not-settle'
  | 'empty-create'
  | 'choices-void'
  | GuardName;

export interface Warning {
  readonly code: WarningCode;
  readonly count: number;
  readonly message: string;
}
