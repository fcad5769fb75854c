import { isBlank, type Column } from '../model/column.ts';
import { KIND } from '../match/links/matches.ts';
import { ARCHIVED, DELETED, MISSING, UNCLEAR } from '../match/links/partners.ts';
import { mayRefuse, refusalOf } from '../merge/refuse.ts';
import { leftBlank } from '../merge/required-when.ts';
import { createText, createdTexts, requiredFields } from '../merge/targets.ts';
import { clashesOver, takeValues, type UniqueClash, type UniqueField } from '../merge/unique.ts';
import { actBits } from '../model/act.ts';
import { mayWrite } from '../model/direction.ts';
import type { Outcome } from '../model/outcome.ts';
import { reasonBit } from '../model/reason.ts';
import { SIDES, otherSide, type Both, type Side } from '../model/side.ts';
import { loneExclusion, type JudgedField } from '../scope/scope.ts';
import { TEXT_SLICE, type Steps } from '../run/steps.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { PARENT, createParent } from './missing-parents.ts';
import { createWrites, type CreateWrites } from './create-writes.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import type { Clashes, Judgement } from './judge-pairs.ts';
import type { LinkedSync } from './link-sync.ts';
import { isRemoved, removalOf } from './removed.ts';
import { isRefusedCreate } from './refused-rows.ts';
import { outcomeCode, pairCount, type CreateCounts, type Rematch } from './sync-plan.ts';

/** What becomes of the records without a partner in the files, in line order: left ones, then right ones. */
export interface LoneJudgement extends Judgement {
  readonly clashes: Clashes;
  /** By the side they are created on. */
  readonly creates: Both<CreateCounts>;
  readonly createWrites: () => Steps<CreateWrites>;
}

/** Judges them; remembered where no pair of the plan can change it (no key written, nothing unique). */
export function judgeLone(
  plan: LinkedSync,
  rematch: Rematch | null,
  unique: readonly UniqueField[],
  memo: Memo,
): Steps<LoneJudgement> {
  // What is deleted hangs on every form of a value too (S136).
  const deletes = SIDES.some((side) => plan.sync.deletes[side] === 'delete');
  if (rematch !== null || unique.length > 0 || deletes) return judge(plan, rematch, unique);
  const { sync, matching, scope, records } = plan;
  const fields = plan.mappings.map(
    ({ mapping, direction }) =>
      [mapping.left, mapping.right, direction, mapping.transform, mapping.parent?.required ?? false] as const,
  );
  const values = plan.mappings.flatMap((on) => SIDES.map((side) => on.given[side]));
  const own = phase(
    'lone',
    sync.id,
    [sync.direction, sync.requireValidEmail, sync.matching.noKey, sync.schema, fields],
    [matching.matches, scope, plan.conditional, records.left, records.right, ...values],
  );
  return memo.run(own, () => judge(plan, rematch, unique));
}

function* judge(
  plan: LinkedSync,
  rematch: Rematch | null,
  unique: readonly UniqueField[],
): Steps<LoneJudgement> {
  const clashes = new Map<number, readonly UniqueClash[]>();
  const count = plan.lone.left.length + plan.lone.right.length;
  const outcomes = new Uint8Array(count);
  const acts = new Uint8Array(count);
  const reasons = new Uint32Array(count);
  const creates = { left: { ...NO_CREATES }, right: { ...NO_CREATES } };
  const create = outcomeCode('create');
  const failing = outcomeCode('failing');
  let at = 0;
  for (const side of SIDES) {
    const target = otherSide(side);
    const act = actBits(target, 'create');
    const checks = createChecks(plan, target);
    const wanted = unique.filter((field) => field.side === target && mayWrite(field.on.direction, target));
    const rows = plan.lone[side];
    for (let i = 0; i < rows.length; i++, at++) {
      if (i % TEXT_SLICE === TEXT_SLICE - 1) yield { what: 'create', done: i, total: rows.length };
      const row = rows[i]!;
      const set = aside(plan, rematch, side, row);
      if (set !== null) {
        if (set.outcome === 'delete') acts[at] = actBits(side, 'delete');
        outcomes[at] = outcomeCode(set.outcome);
        reasons[at] = set.reasons;
        continue;
      }
      let bits = refusals(plan, target, row, checks);
      if (isRefusedCreate(plan, target, row)) bits |= reasonBit('refused-by-app');
      const parent = parentOf(checks.associations, side, row);
      if (parent === PARENT.refused) bits |= PARENT_MISSING;
      if (wanted.length > 0) {
        const subject = pairCount(plan) + at;
        const both = side === 'left' ? { left: row, right: -1 } : { left: -1, right: row };
        const found = clashesOver(wanted, both);
        if (found.length > 0) {
          clashes.set(subject, found);
          bits |= reasonBit('not-unique');
        }
        if (bits === 0) takeValues(wanted, both, subject);
      }
      reasons[at] = parent === PARENT.there ? bits : bits | PARENT_MISSING;
      outcomes[at] = bits === 0 ? create : failing;
      if (bits !== 0) continue;
      acts[at] = act;
      countCreate(plan, side, row, checks, creates[target]);
    }
  }
  const { lone, mappings } = plan;
  return {
    outcomes,
    acts,
    reasons,
    clashes,
    creates,
    createWrites: once(() => createWrites(lone, mappings, acts)),
  };
}

/** Made when first asked for, and kept. */
function once<T>(make: () => Steps<T>): () => Steps<T> {
  let made: T | null = null;
  return function* () {
    return (made ??= yield* make());
  };
}

const NO_CREATES: CreateCounts = { total: 0, withoutKey: 0, empty: 0 };

function countCreate(
  plan: LinkedSync,
  side: Side,
  row: number,
  { values }: CreateChecks,
  counts: Writable<CreateCounts>,
): void {
  counts.total++;
  if (plan.matching.matches.kind[side][row] === KIND.noKey) counts.withoutKey++;
  if (blankIn(values, row) === values.length) counts.empty++;
}

/** How many of some columns are blank in a row. A loop of its own: a closure for each record is memory. */
function blankIn(columns: readonly (Column | null)[], row: number): number {
  let count = 0;
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i] ?? null;
    if (column === null || isBlank(column, row)) count++;
  }
  return count;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What a create on one side has to pass, as positions of mappings that may write there. */
interface CreateChecks {
  /** The values of what it may write. */
  readonly values: readonly Column[];
  /** Of each required field; null where no mapping fills it. */
  readonly required: readonly (Column | null)[];
  /** Whose text has to be looked at. */
  readonly judged: readonly number[];
  /** Whose only demand the scope has judged already, of every record of the source. */
  readonly known: readonly { readonly at: number; readonly by: JudgedField }[];
  readonly associations: readonly CompiledMapping[];
}

function createChecks(plan: LinkedSync, target: Side): CreateChecks {
  const source = otherSide(target);
  const writable = plan.mappings.flatMap((on, at) => (mayWrite(on.direction, target) ? [at] : []));
  const judged = writable.filter((at) => mayRefuse(plan.mappings[at]!, target));
  const by = plan.scope.judged[source];
  const isKnown = (at: number): boolean => {
    const on = plan.mappings[at]!;
    const asItStands = on.transform === null && on.values[source] === on.cells[source];
    return (
      asItStands && on.defs[target] === null && on.defs[source] === null && by?.field === on.mapping[source]
    );
  };
  const valuesAt = (at: number): Column => plan.mappings[at]!.given[source];
  return {
    values: writable.map(valuesAt),
    required: requiredFields(plan.sync, plan.mappings, target).map(({ mapping }) =>
      mapping < 0 ? null : valuesAt(mapping),
    ),
    judged: judged.filter((at) => !isKnown(at)),
    known: by === null ? [] : judged.filter(isKnown).map((at) => ({ at, by })),
    associations: plan.mappings.filter((on) => on.parents !== null && mayWrite(on.direction, target)),
  };
}

/** Why a record is not even tried: bits of its reasons, or null where it would be created. */
function aside(
  plan: LinkedSync,
  rematch: Rematch | null,
  side: Side,
  row: number,
): { outcome: Outcome; reasons: number } | null {
  const { matches } = plan.matching;
  const partner = matches.partner[side][row];
  if (partner === ARCHIVED) return { outcome: 'excluded', reasons: reasonBit('archived') };
  if (partner === UNCLEAR) return { outcome: 'ambiguous', reasons: reasonBit('links-merged') };
  if (partner === DELETED) {
    const reasons = reasonBit('counterpart-deleted');
    if (!isRemoved(plan, side, row)) return { outcome: 'failing', reasons };
    const { written, refused } = removalOf(plan, side, row) ?? {};
    // S469: what its app refused to delete, or says is gone, is not asked for again.
    if (refused !== undefined) return { outcome: 'failing', reasons: reasons | reasonBit('refused-by-app') };
    return { outcome: written === true ? 'failing' : 'delete', reasons };
  }
  const kind = matches.kind[side][row]!;
  const isMissing = partner === MISSING;
  const excluded = loneExclusion(plan.scope, side, row, isMissing);
  if (isMissing) return { outcome: 'excluded', reasons: excluded | reasonBit('not-in-this-export') };
  if (excluded === 0 && waits(plan, rematch, side, row)) {
    return { outcome: 'waits', reasons: reasonBit('waits-for-key-change') };
  }
  if (kind === KIND.ambiguous) return { outcome: 'ambiguous', reasons: reasonBit('ambiguous-match') };
  if (kind === KIND.duplicate) return { outcome: 'duplicate', reasons: reasonBit('duplicate-key') };
  if (plan.created?.ambiguous[side].has(row) === true) {
    return { outcome: 'ambiguous', reasons: 0 };
  }
  return excluded === 0 ? null : { outcome: 'excluded', reasons: excluded };
}

/** MA15: would matching see this record differently with the key values this plan writes? */
function waits({ matching }: LinkedSync, rematch: Rematch | null, side: Side, row: number): boolean {
  if (rematch === null) return false;
  return (
    rematch.matches.partner[side][row] !== matching.matches.partner[side][row] ||
    rematch.matches.kind[side][row] !== matching.matches.kind[side][row]
  );
}

const PARENT_MISSING = reasonBit('parent-missing');

/** AS6: what missing parents are to a create, the worst of them. */
function parentOf(associations: readonly CompiledMapping[], side: Side, row: number): number {
  let worst: number = PARENT.there;
  for (const on of associations) worst = Math.max(worst, createParent(on, side, row));
  return worst;
}

/** FM9: why the target would not take the create, as reason bits (uniqueness apart). */
function refusals(plan: LinkedSync, target: Side, row: number, checks: CreateChecks): number {
  const source = otherSide(target);
  let reasons = 0;
  for (const at of checks.judged) {
    const on = plan.mappings[at]!;
    if (isBlank(on.given[source], row)) continue;
    const code = refusalOf(on, target, row, createText(on, target, row));
    if (code !== null) reasons |= reasonBit(code);
  }
  for (const { at, by } of checks.known) {
    if (by.bad[row] === 0 || isBlank(plan.mappings[at]!.given[source], row)) continue;
    reasons |= reasonBit(by.reason);
  }
  const conditional = plan.conditional[target];
  const lacking =
    blankIn(checks.required, row) > 0 ||
    (conditional.length > 0 &&
      leftBlank(conditional, -1, createdTexts(plan.mappings, target, row)).length > 0);
  return lacking ? reasons | reasonBit('required-blank') : reasons;
}
