import type { Matches } from '../match/links/matches.ts';
import type { NearCodes } from '../match/keys/near-codes.ts';
import type { KeyCodes, KeyWrite } from '../match/keys/key-codes.ts';
import type { OneOfSeveral } from '../match/keys/one-of-several.ts';
import type { UniqueClash } from '../merge/unique.ts';
import type { Verdict } from '../merge/verdict.ts';
import { OUTCOMES, type Outcome } from '../model/outcome.ts';
import type { SyncDesign } from '../model/design.ts';
import type { Both, Side } from '../model/side.ts';
import type { CreateWrites } from './create-writes.ts';
import type { Steps } from '../run/steps.ts';
import type { LinkedSync } from './link-sync.ts';

/** A plan of one object sync, as columns over its subjects: pairs by left row, then lone left, then lone right rows. */
export interface SyncPlan extends LinkedSync {
  /** Per subject, a position in `OUTCOMES`. */
  readonly outcomes: Uint8Array;
  /** Per subject, what is done with it on either side: see `actOn`. */
  readonly acts: Uint8Array;
  /** Per subject, bits by position in `DECIDING_CODES`. */
  readonly reasons: Uint32Array;
  /** The same by `NOTE_CODES`: what is only said. */
  readonly notes: Uint32Array;
  readonly clashes: ReadonlyMap<number, readonly UniqueClash[]>;
  /** By the side they are created on. */
  readonly creates: Both<CreateCounts>;
  /** What they write, worked out when first asked for. */
  readonly createWrites: () => Steps<CreateWrites>;
  /** Key values this plan writes to bound records, and what matching would be with them (MA15); null without any. */
  readonly rematch: Rematch | null;
  /** By key, what is nearly equal (KW5); none where nothing is created. */
  readonly near: readonly NearCodes[];
  /** By key, records with several addresses in it (KW13); none where nothing is created. */
  readonly several: readonly (readonly OneOfSeveral[])[];
}

/** Creates of a plan, and those that deserve a word before they are approved. */
export interface CreateCounts {
  readonly total: number;
  /** Of a record all of whose keys are blank (EM2). */
  readonly withoutKey: number;
  /** With no value at all to write. */
  readonly empty: number;
}

export interface Rematch {
  readonly writes: readonly KeyWrite[];
  readonly codes: readonly KeyCodes[];
  readonly matches: Matches;
}

/** Plans of every object sync, in processing order (PH8). */
export interface Plan {
  readonly design: SyncDesign;
  readonly syncs: readonly SyncPlan[];
}

/** A subject of a plan in terms of rows; -1 where there is none on a side. */
export interface SubjectRows {
  readonly left: number;
  readonly right: number;
}

export const pairCount = (plan: Pick<SyncPlan, 'pairs'>): number => plan.pairs.left.length;

export const subjectCount = (plan: Pick<SyncPlan, 'pairs' | 'lone'>): number =>
  plan.pairs.left.length + plan.lone.left.length + plan.lone.right.length;

/** The subject that the first record of a side without a partner is. */
export const firstLone = (plan: Pick<SyncPlan, 'pairs' | 'lone'>, side: Side): number =>
  pairCount(plan) + (side === 'left' ? 0 : plan.lone.left.length);

/** Rows of a subject. */
export function subjectRows(plan: Pick<SyncPlan, 'pairs' | 'lone'>, subject: number): SubjectRows {
  const pairs = plan.pairs.left.length;
  if (subject < pairs) return { left: plan.pairs.left[subject]!, right: plan.pairs.right[subject]! };
  const lefts = plan.lone.left.length;
  if (subject < pairs + lefts) return { left: plan.lone.left[subject - pairs]!, right: -1 };
  return { left: -1, right: plan.lone.right[subject - pairs - lefts]! };
}

/** The subject a record belongs to. */
export function subjectOf(
  plan: Pick<SyncPlan, 'matching' | 'pairs' | 'lone'>,
  side: Side,
  row: number,
): number {
  const partner = plan.matching.matches.partner[side][row]!;
  if (partner >= 0) return positionOf(plan.pairs.left, side === 'left' ? row : partner);
  return firstLone(plan, side) + positionOf(plan.lone[side], row);
}

/** What is made of a mapping, by its position among the compiled ones, of a pair. */
export const verdictOn = (
  plan: Pick<SyncPlan, 'verdicts' | 'verdictList'>,
  position: number,
  pair: number,
): Verdict => plan.verdictList[plan.verdicts[position]![pair]!]!;

export const outcomeCode = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);

/** Position of a value in an ascending array. */
function positionOf(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
