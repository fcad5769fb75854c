import { UNBOUND } from '../match/links/partners.ts';
import { OUTCOMES, type Outcome } from '../model/outcome.ts';
import { SIDES, onBoth, type Both, type Side } from '../model/side.ts';
import type { SyncCounts } from '../model/summary.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { writePrints } from '../plan/compare/write-prints.ts';
import { countSync } from '../plan/totals/counts.ts';
import { outcomeCode, subjectCount, subjectRows, type Plan, type SyncPlan } from '../plan/sync-plan.ts';

/** How many records went from one outcome to another. */
export interface MovedRecords {
  readonly from: Outcome;
  readonly to: Outcome;
  readonly count: number;
}

/** What another design does to a plan: later less now, over every object sync. */
export interface PlanDelta {
  /** Links. */
  readonly made: number;
  readonly parted: number;
  readonly creates: number;
  readonly fills: number;
  readonly overwrites: number;
  readonly clears: number;
  readonly conflicts: number;
  readonly failing: number;
  /** Records whose outcome, counterpart or writes are others. */
  readonly moved: number;
  /** Of these, by outcome, the most frequent first; the rest stay where they are, with another counterpart or other writes. */
  readonly moves: readonly MovedRecords[];
}

/** What a change would do to a plan (S162); the two it is made for are not among the records that move. */
export interface Price extends PlanDelta {
  /** What becomes of the two. */
  readonly outcome: Outcome;
}

/** A plan with what its price is told from; of the plan that stands it is worked out once. */
export interface Weighed {
  readonly plan: Plan;
  readonly syncs: ReadonlyMap<string, WeighedSync>;
}

export interface WeighedSync {
  readonly plan: SyncPlan;
  readonly counts: SyncCounts;
  /** Two words a subject (`writePrints`). */
  readonly prints: Uint32Array;
  /** By side, the subject of every record. */
  readonly subjects: Both<Int32Array>;
}

export function* weigh(plan: Plan, earlier: Weighed | null): Steps<Weighed> {
  const syncs = new Map<string, WeighedSync>();
  for (const own of plan.syncs) {
    const prints = yield* writePrints(own, earlier?.syncs.get(own.sync.id) ?? null);
    const counts = yield* countSync(own);
    syncs.set(own.sync.id, { plan: own, counts, prints, subjects: yield* subjectsOf(own) });
  }
  return { plan, syncs };
}

function* subjectsOf(plan: SyncPlan): Steps<Both<Int32Array>> {
  const subjects = onBoth((side) => new Int32Array(plan.records[side].count));
  yield* inSlices('impact', subjectCount(plan), (from, to) => {
    for (let subject = from; subject < to; subject++) {
      const rows = subjectRows(plan, subject);
      for (const side of SIDES) if (rows[side] >= 0) subjects[side][rows[side]] = subject;
    }
  });
  return subjects;
}

/** `sync` and `rows`: the two records it is asked for. */
export function* priceOf(now: Weighed, then: Weighed, sync: string, rows: Both<number>): Steps<Price> {
  const delta = yield* deltaOf(now, then, { sync, rows });
  const own = then.syncs.get(sync)!;
  return { outcome: OUTCOMES[own.plan.outcomes[own.subjects.left[rows.left]!]!]!, ...delta };
}

/** `but`: a record of each side that is not looked at. */
export function* deltaOf(
  now: Weighed,
  then: Weighed,
  but: { readonly sync: string; readonly rows: Both<number> } | null,
): Steps<PlanDelta> {
  const price = { made: 0, parted: 0, moved: 0 };
  const moves = new Map<number, number>();
  const sums = { creates: 0, fills: 0, overwrites: 0, clears: 0, conflicts: 0, failing: 0 };
  for (const [id, after] of then.syncs) {
    const before = now.syncs.get(id)!;
    addCounts(sums, before, -1);
    addCounts(sums, after, 1);
    const left = { now: partners(before, 'left'), then: partners(after, 'left') };
    yield* inSlices('impact', left.now.length, (from, to) => {
      for (let row = from; row < to; row++) {
        const [was, is] = [left.now[row]!, left.then[row]!];
        if (was === is) continue;
        if (is > UNBOUND) price.made++;
        if (was > UNBOUND) price.parted++;
      }
    });
    for (const side of SIDES) {
      const own = id === but?.sync ? but.rows[side] : -1;
      yield* inSlices('impact', before.subjects[side].length, (from, to) => {
        for (let row = from; row < to; row++) {
          if (row === own || isSame(before, after, side, row)) continue;
          price.moved++;
          const was = before.plan.outcomes[before.subjects[side][row]!]!;
          const is = after.plan.outcomes[after.subjects[side][row]!]!;
          const move = was * OUTCOMES.length + is;
          if (was !== is) moves.set(move, (moves.get(move) ?? 0) + 1);
        }
      });
    }
  }
  return {
    ...price,
    ...sums,
    moves: [...moves]
      .sort(([a, many], [b, more]) => more - many || a - b)
      .map(([move, count]) => ({
        from: OUTCOMES[Math.floor(move / OUTCOMES.length)]!,
        to: OUTCOMES[move % OUTCOMES.length]!,
        count,
      })),
  };
}

export const partners = ({ plan }: WeighedSync, side: Side): Int32Array =>
  plan.matching.matches.partner[side];

/** Has a record the same outcome, counterpart and writes in both plans? */
export function isSame(before: WeighedSync, after: WeighedSync, side: Side, row: number): boolean {
  const [was, is] = [before.subjects[side][row]!, after.subjects[side][row]!];
  return (
    before.plan.outcomes[was] === after.plan.outcomes[is] &&
    standing(partners(before, side)[row]!) === standing(partners(after, side)[row]!) &&
    before.prints[was * 2] === after.prints[is * 2] &&
    before.prints[was * 2 + 1] === after.prints[is * 2 + 1]
  );
}

/** A counterpart that is missing is none in these files. */
export const standing = (partner: number): number => Math.max(partner, UNBOUND);

type Sums = Record<'creates' | 'fills' | 'overwrites' | 'clears' | 'conflicts' | 'failing', number>;

function addCounts(sums: Sums, { plan, counts }: WeighedSync, sign: 1 | -1): void {
  for (const side of SIDES) sums.creates += sign * counts.writes[side].create;
  for (const field of counts.fields) {
    sums.fills += sign * field.fills;
    sums.overwrites += sign * field.overwrites;
    sums.clears += sign * field.clears;
  }
  const [conflict, failing] = [outcomeCode('conflict'), outcomeCode('failing')];
  for (const outcome of plan.outcomes) {
    if (outcome === conflict) sums.conflicts += sign;
    else if (outcome === failing) sums.failing += sign;
  }
}
