import {
  OUTCOMES,
  SIDES,
  actOn,
  pairCount,
  sameWrites,
  subjectCount,
  type Both,
  type Outcome,
  type Steps,
  type SyncPlan,
} from '../../src/lib/engine/index.ts';
import type { KeptSync } from '../../src/lib/store/index.ts';
import type { PlannedSubjects } from './planned-subjects.ts';

/** What a plan leaves behind to compare the next one with: columns over its subjects. */
export interface ComparedColumns {
  /** Data rows in the files; -1 where there is no record. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly outcomes: Uint8Array;
  /** Two words a subject. */
  readonly prints: Uint32Array;
}

/** A kept plan of one sync: still in memory, or its columns as read back. */
export type KeptSubjects =
  | { readonly kind: 'live'; readonly subjects: PlannedSubjects }
  | { readonly kind: 'stored'; readonly columns: ComparedColumns };

export interface KeptPlan {
  readonly number: number;
  readonly planKey: string;
  readonly sets: Readonly<Record<string, Both<string>>>;
  readonly syncs: ReadonlyMap<string, KeptSubjects>;
}

/** What is said of a plan beside `summary.json` where it is kept. */
export interface KeptNote {
  readonly number: number;
  readonly needsPerson: number;
  readonly sets: KeptPlan['sets'];
  /** The design file it was made with, as JSON; null where an older version kept it. */
  readonly design: string | null;
}

export function columnsOf(subjects: PlannedSubjects): ComparedColumns {
  const { plan, prints } = subjects;
  return { ...rowsOf(plan), outcomes: plan.outcomes, prints };
}

export const keptSync = (sync: string, { left, right, outcomes, prints }: ComparedColumns): KeptSync => ({
  sync,
  columns: { left, right, outcomes, prints },
});

/** Null where the columns are not those of a plan. */
export function readKeptSync({ columns }: KeptSync): ComparedColumns | null {
  const { left, right, outcomes, prints } = columns;
  const isWhole =
    left instanceof Int32Array &&
    right instanceof Int32Array &&
    outcomes instanceof Uint8Array &&
    prints instanceof Uint32Array;
  return isWhole ? { left, right, outcomes, prints } : null;
}

/** Null where it was kept by another version. */
export function readNote(summary: unknown): KeptNote | null {
  if (typeof summary !== 'object' || summary === null) return null;
  const { number, needsPerson, sets, design } = summary as Partial<KeptNote>;
  if (typeof number !== 'number' || typeof sets !== 'object') return null;
  return { number, needsPerson: needsPerson ?? 0, sets, design: design ?? null };
}

/** 1 for every subject that was not one in the kept plan, or whose outcome or writes were others. */
export function* changedSubjects(now: PlannedSubjects, then: KeptSubjects): Steps<Uint8Array> {
  if (then.kind === 'live') {
    const before = then.subjects.plan;
    const same = yield* sameWrites(now.plan, before);
    const { outcomes } = now.plan;
    if (
      same !== null &&
      !same.some((isSame, subject) => isSame === 0 && creates(now.plan.acts[subject]!, before.acts[subject]!))
    ) {
      return same.map((isSame, subject) =>
        isSame === 1 && outcomes[subject] === before.outcomes[subject] ? 0 : 1,
      );
    }
  }
  yield* now.workOutPrints();
  if (then.kind === 'live') yield* then.subjects.workOutPrints();
  return changedRows(columnsOf(now), then.kind === 'live' ? columnsOf(then.subjects) : then.columns);
}

/** A create in both plans: only its texts say whether it writes the same. */
const creates = (now: number, then: number): boolean =>
  now === then && SIDES.some((side) => actOn(now, side) === 'create');

/** Subjects per outcome. */
export function outcomeCounts(outcomes: Uint8Array): Record<Outcome, number> {
  const counts = new Uint32Array(OUTCOMES.length);
  for (const code of outcomes) counts[code]!++;
  return Object.fromEntries(OUTCOMES.map((outcome, code) => [outcome, counts[code]!])) as Record<
    Outcome,
    number
  >;
}

export const keptOutcomes = (kept: KeptSubjects): Uint8Array =>
  kept.kind === 'live' ? kept.subjects.plan.outcomes : kept.columns.outcomes;

function changedRows(now: ComparedColumns, then: ComparedColumns): Uint8Array {
  const byLeft = positions(then.left, now.left);
  const byRight = positions(then.right, now.right);
  return now.outcomes.map((outcome, subject) => {
    const row = now.left[subject]!;
    const at = row >= 0 ? byLeft[row]! : byRight[now.right[subject]!]!;
    const isSame =
      at >= 0 &&
      then.left[at] === row &&
      then.right[at] === now.right[subject] &&
      then.outcomes[at] === outcome &&
      then.prints[at * 2] === now.prints[subject * 2] &&
      then.prints[at * 2 + 1] === now.prints[subject * 2 + 1];
    return isSame ? 0 : 1;
  });
}

/** Subject by row, -1 without one. */
function positions(rows: Int32Array, others: Int32Array): Int32Array {
  let most = -1;
  for (const row of rows) if (row > most) most = row;
  for (const row of others) if (row > most) most = row;
  const found = new Int32Array(most + 1).fill(-1);
  rows.forEach((row, subject) => {
    if (row >= 0) found[row] = subject;
  });
  return found;
}

function rowsOf(plan: SyncPlan): { left: Int32Array; right: Int32Array } {
  const subjects = subjectCount(plan);
  const left = new Int32Array(subjects).fill(-1);
  const right = new Int32Array(subjects).fill(-1);
  const { pairs, lone, records } = plan;
  const count = pairCount(plan);
  for (let pair = 0; pair < count; pair++) {
    left[pair] = records.left.fileRows[pairs.left[pair]!]!;
    right[pair] = records.right.fileRows[pairs.right[pair]!]!;
  }
  lone.left.forEach((row, i) => (left[count + i] = records.left.fileRows[row]!));
  const first = count + lone.left.length;
  lone.right.forEach((row, i) => (right[first + i] = records.right.fileRows[row]!));
  return { left, right };
}
