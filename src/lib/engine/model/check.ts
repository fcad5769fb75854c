import type { FilterCondition } from './filter.ts';
import type { PlanFilter } from './plan-filter.ts';
import type { Side } from './side.ts';

/** What must be true of any plan before it is pushed, in a person's words (S400). */
export interface Check {
  readonly id: string;
  readonly name: string;
  /** Why it is asked for. */
  readonly reason: string;
  readonly counts: Counted;
  readonly allowed: Allowed;
  /** Broken, it blocks approval and push; else it is only said. */
  readonly blocks: boolean;
  /** Every waiver it was given, the oldest first. */
  readonly waivers: readonly Waiver[];
}

/** Which subjects a check counts: those that pass the filter, have every write asked for, and whose records pass every condition. */
export interface Counted extends PlanFilter {
  /** Null: every sync. */
  readonly sync: string | null;
  readonly scope: CheckScope;
  readonly writes: readonly WriteAsked[];
  readonly where: readonly RecordAsked[];
}

export type CheckScope = 'all' | 'written' | 'needs-person';
export const CHECK_SCOPES: readonly CheckScope[] = ['all', 'written', 'needs-person'];

/** S401: what is asked of one write of a subject. */
export interface WriteAsked {
  /** The left field of a mapping, the stage map or an association; null: any. */
  readonly field: string | null;
  /** The side that is written; null: either. */
  readonly side: Side | null;
  readonly change: Change;
  /** Of `values`: the text before and after; a blank one asks for a blank, null for anything. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of `backwards`: the values from the first to the last; empty: the options of the field. */
  readonly order: readonly string[];
}

/** `any` write; into a blank, over a value, a blank over a value; from one value to another; to an earlier one; a create without it. */
export const CHANGES = [
  'any',
  'fills',
  'overwrites',
  'clears',
  'values',
  'backwards',
  'created-blank',
] as const;
export type Change = (typeof CHANGES)[number];

/** A condition on the subject's record of a side. */
export type RecordAsked = FilterCondition & { readonly side: Side };

/** Both bounds are inside; one of them at least is there. */
export interface Allowed {
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** Of `percent`: of what the check looks at. */
  readonly unit: 'records' | 'percent';
}

/** S404: a person lets a broken check pass, for one plan and up to the number seen. */
export interface Waiver {
  readonly planHash: string;
  readonly number: number;
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

export type CheckState = 'holds' | 'broken' | 'waived';

/** A check on a plan. */
export interface CheckResult {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly state: CheckState;
  readonly blocks: boolean;
  readonly allowed: Allowed;
  readonly number: number;
  /** S402: subjects of which it was asked. */
  readonly looked: number;
  /** The same by sync, those it counts in. */
  readonly syncs: readonly SyncCounted[];
  /** The one that holds, where it is waived. */
  readonly waiver: Waiver | null;
}

export interface SyncCounted {
  readonly sync: string;
  readonly number: number;
  readonly looked: number;
}
