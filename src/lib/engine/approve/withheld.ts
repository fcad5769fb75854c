import { countCheck } from '../checks/count-check.ts';
import { writeMembers } from '../checks/write-members.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { actBits, actOn } from '../model/act.ts';
import type { ApprovalRule } from '../model/approval-rule.ts';
import type { ConflictChoice } from '../model/choices.ts';
import type { WriteAsked } from '../model/check.ts';
import type { PlanLine } from '../model/line.ts';
import { SIDES, type Side } from '../model/side.ts';
import type { PlanTraits } from '../plan/find/traits.ts';
import { subjectCount, type SyncPlan } from '../plan/sync-plan.ts';
import type { Memo } from '../run/memo.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { markHeldByHand } from './held-by-hand.ts';

/** Which writes of a sync rules of single writes withhold (S463), and a person (S480). */
export interface Withheld {
  /** By the left field of a mapping, by subject 0, `BY_HAND`, or 1 + the position of the first rule that names the write. */
  readonly fields: ReadonlyMap<string, Uint16Array>;
  /** By subject 0, or whoever withholds it so that nothing of it is written (S465), as in `fields`. */
  readonly whole: Uint16Array;
  /** By rule: subjects of which it withholds a write; 0 of a rule of records. */
  readonly subjects: readonly number[];
}

/** What a person holds (S480), and what every rule of single writes names, in the order of the rules (S463). */
export function* withheldWrites(
  plan: SyncPlan,
  rules: readonly ApprovalRule[],
  choices: readonly ConflictChoice[],
  traits: PlanTraits,
  asOf: string,
  memo: Memo,
): Steps<Withheld> {
  const count = subjectCount(plan);
  const fields = new Map<string, Uint16Array>();
  yield* markHeldByHand(plan, choices, fields);
  const names = new Set(plan.mappings.map(({ mapping }) => mapping.left));
  for (const [at, { of, counts }] of rules.entries()) {
    if (of !== 'writes' || (counts.sync !== null && counts.sync !== plan.sync.id)) continue;
    const fits = yield* countCheck(plan, { ...counts, writes: [] }, traits, asOf, memo);
    for (const [field, asked] of askedFields(counts.writes, names)) {
      const members = yield* writeMembers(plan, asked, traits);
      const own = fields.get(field) ?? new Uint16Array(count);
      fields.set(field, own);
      yield* eachOf(count, (subject) => {
        const isOne = fits.members[subject] === 1 && members[subject] === 1;
        if (isOne && own[subject] === 0) own[subject] = at + 1;
      });
    }
  }
  withPlaces(plan, fields);
  const columns = [...fields.values()];
  const subjects = rules.map(() => 0);
  for (const [at, { of }] of rules.entries()) {
    if (of !== 'writes') continue;
    yield* eachOf(count, (subject) => {
      if (columns.some((own) => own[subject] === at + 1)) subjects[at]!++;
    });
  }
  return { fields, whole: yield* wholeOf(plan, fields, traits), subjects };
}

const eachOf = (count: number, take: (subject: number) => void): Steps<void> =>
  inSlices('impact', count, (from, to) => {
    for (let subject = from; subject < to; subject++) take(subject);
  });

function* askedFields(
  writes: readonly WriteAsked[],
  names: ReadonlySet<string>,
): Generator<readonly [string, WriteAsked]> {
  for (const asked of writes) {
    for (const field of names)
      if (asked.field === null || asked.field === field) yield [field, { ...asked, field }];
  }
}

const isPlace = ({ stage, mapping }: CompiledMapping): boolean =>
  stage !== null || mapping.defaultStage !== undefined;

/** S90: half a place is none. */
function withPlaces({ mappings }: SyncPlan, fields: Map<string, Uint16Array>): void {
  const places = mappings.filter(isPlace).map(({ mapping }) => mapping.left);
  const named = places.flatMap((field) => fields.get(field) ?? []);
  if (named.length === 0) return;
  const all = named[0]!.map((_, subject) => named.find((own) => own[subject]! > 0)?.[subject] ?? 0);
  for (const field of places) fields.set(field, all);
}

/** S465: of what nothing is left, and a create that lacks what it needs. */
function* wholeOf(
  plan: SyncPlan,
  fields: ReadonlyMap<string, Uint16Array>,
  { fields: written }: PlanTraits,
): Steps<Uint16Array> {
  const whole = new Uint16Array(subjectCount(plan));
  if (fields.size === 0) return whole;
  const needed = { left: neededBy(plan, 'left'), right: neededBy(plan, 'right') };
  yield* eachOf(whole.length, (subject) => {
    const acts = plan.acts[subject]!;
    if (acts === 0) return;
    const created = SIDES.find((side) => acts === actBits(side, 'create'));
    let first = 0;
    let needs = 0;
    let isLeft = SIDES.some((side) => actOn(acts, side) === 'delete');
    plan.mappings.forEach(({ mapping }, position) => {
      if (((written[position >> 5]![subject]! >>> (position & 31)) & 1) === 0) return;
      const rule = fields.get(mapping.left)?.[subject] ?? 0;
      if (rule === 0) isLeft = true;
      else {
        if (first === 0) first = rule;
        if (created !== undefined && needs === 0 && needed[created].has(position)) needs = rule;
      }
    });
    whole[subject] = needs > 0 ? needs : isLeft ? 0 : first;
  });
  return whole;
}

/** What no create is made without: its keys, what its app asks for, its place and its parents. */
function neededBy({ mappings, matching }: SyncPlan, side: Side): ReadonlySet<number> {
  const keys = new Set(matching.keys.flatMap(({ fields }) => fields.map((field) => field[side])));
  return new Set(
    mappings.flatMap((on, position) => {
      const def = on.defs[side];
      const isAsked = def?.required === true || (def?.requiredWhen ?? []).length > 0;
      return isAsked || keys.has(on.mapping[side]) || isPlace(on) || on.parents !== null ? [position] : [];
    }),
  );
}

/** The line without what is withheld of it. `line`: at `subject`. */
export function withoutWithheld(
  plan: SyncPlan,
  withheld: Withheld,
  line: PlanLine,
  subject: number,
): PlanLine {
  if (withheld.fields.size === 0) return line;
  const writes = line.writes.filter(
    ({ side, field }) => field === null || withheldBy(plan, withheld, side, field, subject) === 0,
  );
  return writes.length === line.writes.length ? line : { ...line, writes };
}

/** 0, or who withholds the write into a field of a side, as in `Withheld`. */
export function withheldBy(
  { mappings }: SyncPlan,
  { fields }: Withheld,
  side: Side,
  field: string,
  subject: number,
): number {
  for (const { mapping } of mappings) {
    const rule = mapping[side] === field ? (fields.get(mapping.left)?.[subject] ?? 0) : 0;
    if (rule > 0) return rule;
  }
  return 0;
}
