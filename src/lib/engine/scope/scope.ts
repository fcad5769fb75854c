import type { Records } from '../columns/records.ts';
import type { Matching } from '../match/match-records.ts';
import type { ObjectSync } from '../model/design.ts';
import { reasonBit, type DecidingCode } from '../model/reason.ts';
import { SIDES, onBoth, type Both, type Side } from '../model/side.ts';
import { isOff } from '../model/turned-off.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { directionRule } from './direction.ts';
import { denyRule, filterRule } from './filter.ts';
import { filteringOf } from './filtering.ts';
import { archivedRule } from './archived.ts';
import { counterpartRule } from './counterpart.ts';
import { badEmails, emailRule } from './email.ts';
import { identifierRule } from './identifier.ts';
import { lifecycleRule } from './lifecycle.ts';
import { offRule } from './off.ts';
import type { ScopeRule } from './rule.ts';
import { sinceRule } from './since.ts';
import { stageRule } from './stage.ts';
import { stageRows } from '../columns/stage-rows.ts';

/** Who takes part: every rule that was asked, in the order that settles which reasons stand beside which. */
export interface Scope {
  readonly rules: readonly ScopeRule[];
  /** What the rules found out of a field of a side, so that a write of it need not be judged again. */
  readonly judged: Both<JudgedField | null>;
  /** FI5: the filters as they would be asked of linked pairs too; null where there is none, or they are. */
  readonly wouldExclude: ScopeRule | null;
  /** By row 1 of leads that are promoted where a pair takes part (S123); null where none can be. */
  readonly promoted: Both<Uint8Array | null>;
}

/** By row 1 where the field's value would be refused for `reason`. */
export interface JudgedField {
  readonly field: string;
  readonly reason: DecidingCode;
  readonly bad: Uint8Array;
}

/** What the rules ask of the plan. */
interface ScopeInput {
  /** Days since 1970-01-01. */
  readonly asOf: number;
  readonly promoted: Both<readonly ReadonlySet<string>[]>;
}

/**
 * Asks the rules of a sync that is on (of one that is off there is one, LI2): direction (PH5), valid e-mail (EM1), identifier (MA11), filters and lists (FI), mapped
 * and lifecycle stages (ST1, ST5), changed since it was turned on (LI4), a rejected counterpart (KW8), an archived one (S431).
 */
export function* scopeOf(
  sync: ObjectSync,
  records: Both<Records>,
  { matches, codes, prior }: Matching,
  tools: Tools,
  memo: Memo,
  { asOf, promoted }: ScopeInput,
): Steps<Scope> {
  if (isOff(sync)) {
    const off = phase('off', sync.id, [], [records.left, records.right]);
    return yield* memo.run(off, function* (): Steps<Scope> {
      const none = { left: null, right: null };
      return { rules: [yield* offRule(records)], judged: none, wouldExclude: null, promoted: none };
    });
  }
  const keyFields = codes.flatMap((key) => key.fields);
  const { requireValidEmail: required } = sync;
  const bad = yield* memo.run(
    phase('emails', sync.id, [required], [records.left, records.right, ...keyFields]),
    () => badEmails(sync, records, keyFields, tools),
  );
  const filtering = yield* filteringOf(sync, records, asOf, tools, memo);
  const stages = yield* stageRows(sync, records, memo);
  const excludesBlank = sync.matching.noKey === 'exclude';
  const own = phase(
    'scope',
    sync.id,
    [required, sync.direction, excludesBlank, sync.filters.mode, sync.deletes, limitsOf(sync), datedBy(sync)],
    [
      records.left,
      records.right,
      bad,
      filtering,
      stages,
      matches,
      prior,
      ...codes,
      ...promoted.left,
      ...promoted.right,
    ],
  );
  return yield* memo.run(own, function* (): Steps<Scope> {
    const rules = [directionRule(sync, records)];
    if (required !== null) rules.push(emailRule(sync, bad));
    if (excludesBlank) rules.push(yield* identifierRule(matches));
    const { mode } = sync.filters;
    const filter = filterRule(sync, records, filtering, matches, mode);
    const hasFilter = SIDES.some((side) => filter.has[side] !== null);
    if (hasFilter) rules.push(filter);
    if (SIDES.some((side) => filtering.denied[side] !== null)) rules.push(denyRule(filtering));
    if (stages !== null) rules.push(stageRule(sync, records, stages));
    const lifecycle = yield* lifecycleRule(sync, records, promoted);
    if (lifecycle !== null) rules.push(lifecycle.rule);
    const since = yield* sinceRule(sync, records, matches, tools);
    if (since !== null) rules.push(since);
    rules.push(yield* counterpartRule(records, codes, tools));
    const archived = yield* archivedRule(sync, records, codes, prior);
    if (archived !== null) rules.push(archived);
    const judged = onBoth((side): JudgedField | null => {
      const field = required?.[side] ?? null;
      return field === null ? null : { field, reason: 'bad-email', bad: bad[side]! };
    });
    const asksAlways = hasFilter && mode === 'initial-only';
    const wouldExclude = asksAlways ? filterRule(sync, records, filtering, matches, 'continuous') : null;
    return { rules, judged, wouldExclude, promoted: lifecycle?.promoted ?? { left: null, right: null } };
  });
}

/** What the lifecycle limits of a sync depend on; null where there are none. */
const limitsOf = ({
  lifecycle,
  schema,
  mappings,
}: ObjectSync): readonly [object, object, unknown[]] | null =>
  lifecycle === undefined ? null : [lifecycle, schema, mappings.flatMap((one) => one.defaultStage ?? [])];

/** What tells whether a record was changed since the sync was turned on (LI4); null where that is not asked. */
const datedBy = ({ since, left, right, schema }: ObjectSync): readonly unknown[] | null =>
  since === undefined
    ? null
    : [since, left.modifiedField, left.timeZone, right.modifiedField, right.timeZone, schema];

/** What keeps a pair out, as reason bits; 0 where it takes part. */
export function pairExclusion({ rules }: Scope, left: number, right: number): number {
  let bits = 0;
  for (const rule of rules) {
    if (keepsOut(rule, left, right)) bits |= reasonBit(rule.reason);
  }
  return bits;
}

/** Does a rule keep a pair out? */
export function keepsOut(rule: ScopeRule, left: number, right: number): boolean {
  const { pair, keeps } = rule;
  const has = rule.ofPair ?? rule.has;
  if (pair === 'never' || (has.left === null && has.right === null)) return false;
  const own = has.left === null ? null : has.left[left] === 1;
  const others = has.right === null ? null : has.right[right] === 1;
  const isOut = pair === 'every' ? own !== false && others !== false : own === true || others === true;
  return isOut && keeps?.(left, right) !== true;
}

/** What keeps a lone record out, as reason bits. `isMissing`: its linked counterpart is in no file. */
export function loneExclusion({ rules }: Scope, side: Side, row: number, isMissing: boolean): number {
  let bits = 0;
  for (const { reason, has, ofMissing, notBeside } of rules) {
    if (isMissing && !ofMissing) continue;
    if (has[side] === null || has[side][row] === 0) continue;
    if (notBeside.some((other) => (bits & reasonBit(other)) !== 0)) continue;
    bits |= reasonBit(reason);
  }
  return bits;
}
