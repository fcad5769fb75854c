import type { Baseline } from '../../model/baseline.ts';
import type { GuardName, Guards } from '../../model/design.ts';
import { SIDES } from '../../model/side.ts';
import type { SyncCounts, Warning } from '../../model/summary.ts';
import { countCleared } from './counts.ts';
import { pairCount, type SyncPlan } from '../sync-plan.ts';

/** A guard at its default is looked at from this many records on a side (FORMATS.md, `guards`). */
const FROM_RECORDS = 100;

/** What a guard needs of one sync. */
export interface GuardInput {
  readonly plan: SyncPlan;
  readonly counts: SyncCounts;
  /** Data rows read per side. */
  readonly rows: { readonly left: number; readonly right: number };
  readonly baseline: Baseline | null;
}

/** The guards that stop a plan (S37). The count of a warning is the number the guard looked at. */
export function guardWarnings(guards: Guards, inputs: readonly GuardInput[]): Warning[] {
  return inputs.flatMap((input) => {
    const { left, right } = input.plan.records;
    const large = left.count >= FROM_RECORDS || right.count >= FROM_RECORDS;
    const looked = (name: GuardName): boolean => large || guards.named.includes(name);
    return [
      ...(looked('createsPerMatch') ? createsPerMatch(guards.createsPerMatch, input) : []),
      ...(looked('maxCleared') ? maxCleared(guards.maxCleared, input) : []),
      ...(looked('maxChanged') ? maxChanged(guards.maxChanged, input) : []),
      ...(looked('minMatched') ? minMatched(guards.minMatched, input) : []),
      ...(looked('maxShrunk') ? maxShrunk(guards.maxShrunk, input) : []),
    ];
  });
}

const stop = (code: GuardName, count: number, message: string): Warning[] => [{ code, count, message }];

function createsPerMatch(limit: number | null, { plan, counts }: GuardInput): Warning[] {
  const creates = counts.writes.left.create + counts.writes.right.create;
  const empty = SIDES.some((side) => plan.records[side].count === 0);
  if (limit === null || empty || creates <= limit * pairCount(plan)) return [];
  return stop(
    'createsPerMatch',
    creates,
    `${plan.sync.id}: ${String(creates)} creates for ${String(pairCount(plan))} linked pairs; the guard allows ${String(limit)} per pair.`,
  );
}

function maxCleared(limit: Guards['maxCleared'], { plan, counts }: GuardInput): Warning[] {
  if (limit === null || counts.fields.every(({ clears }) => clears === 0)) return [];
  const cleared = countCleared(plan);
  const share = pairCount(plan) === 0 ? 0 : cleared / (pairCount(plan) * 2);
  if (cleared <= limit.count && share <= limit.share) return [];
  return stop(
    'maxCleared',
    cleared,
    `${plan.sync.id}: ${String(cleared)} records would have a value cleared; the guard allows ${String(limit.count)} records or ${percent(limit.share)} of the linked ones.`,
  );
}

function maxChanged(limit: number | null, { plan, counts }: GuardInput): Warning[] {
  const linked = plan.matching.prior.links.count;
  if (limit === null || linked === 0) return [];
  const changed = Math.max(counts.writes.left.update, counts.writes.right.update);
  if (changed <= limit * linked) return [];
  return stop(
    'maxChanged',
    changed,
    `${plan.sync.id}: ${String(changed)} of ${String(linked)} linked records would change; the guard allows ${percent(limit)}.`,
  );
}

function minMatched(limit: number | null, { plan }: GuardInput): Warning[] {
  const smaller = Math.min(plan.records.left.count, plan.records.right.count);
  if (limit === null || smaller === 0 || pairCount(plan) >= limit * smaller) return [];
  return stop(
    'minMatched',
    pairCount(plan),
    `${plan.sync.id}: ${String(pairCount(plan))} of the smaller side's ${String(smaller)} records are matched; the guard asks for ${percent(limit)}. Check the key fields.`,
  );
}

function maxShrunk(limit: number | null, { plan, rows, baseline }: GuardInput): Warning[] {
  const before = baseline?.rows[plan.sync.id];
  if (limit === null || before === undefined) return [];
  return SIDES.flatMap((side) => {
    if (before[side] === 0 || before[side] - rows[side] <= limit * before[side]) return [];
    return stop(
      'maxShrunk',
      rows[side],
      `${plan.sync.id}: the ${side} file has ${String(rows[side])} rows, ${String(before[side])} last time; the guard allows ${percent(limit)} fewer.`,
    );
  });
}

const percent = (share: number): string => `${String(Math.round(share * 1000) / 10)} %`;
