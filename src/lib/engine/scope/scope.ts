import type { Records } from '../columns/records.ts';
import type { Matching } from '../match/match-records.ts';
import type { ObjectSync } from '../model/design.ts';
import { reasonBit, type ReasonCode } from '../model/reason.ts';
import { onBoth, type Both, type Side } from '../model/side.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { directionRule } from './direction.ts';
import { counterpartRule } from './counterpart.ts';
import { badEmails, emailRule } from './email.ts';
import { identifierRule } from './identifier.ts';
import type { ScopeRule } from './rule.ts';

/** Who takes part: every rule that was asked, in the order that settles which reasons stand beside which. */
export interface Scope {
  readonly rules: readonly ScopeRule[];
  /** What the rules found out of a field of a side, so that a write of it need not be judged again. */
  readonly judged: Both<JudgedField | null>;
}

/** By row 1 where the field's value would be refused for `reason`. */
export interface JudgedField {
  readonly field: string;
  readonly reason: ReasonCode;
  readonly bad: Uint8Array;
}

/** Asks the rules of a sync: direction (PH5), valid e-mail (EM1), identifier (MA11), a rejected counterpart (KW8). */
export function* scopeOf(
  sync: ObjectSync,
  records: Both<Records>,
  { matches, codes }: Matching,
  tools: Tools,
  memo: Memo,
): Steps<Scope> {
  const keyFields = codes.flatMap((key) => key.fields);
  const { requireValidEmail: required } = sync;
  const bad = yield* memo.run(
    phase('emails', sync.id, [required], [records.left, records.right, ...keyFields]),
    () => badEmails(sync, records, keyFields, tools),
  );
  const excludesBlank = sync.matching.noKey === 'exclude';
  const own = phase(
    'scope',
    sync.id,
    [required, sync.direction, excludesBlank],
    [records.left, records.right, bad, matches, ...codes],
  );
  return yield* memo.run(own, function* (): Steps<Scope> {
    const rules = [directionRule(sync, records)];
    if (required !== null) rules.push(emailRule(sync, bad));
    if (excludesBlank) rules.push(yield* identifierRule(matches));
    rules.push(yield* counterpartRule(records, codes, tools));
    const judged = onBoth((side): JudgedField | null => {
      const field = required?.[side] ?? null;
      return field === null ? null : { field, reason: 'bad-email', bad: bad[side]! };
    });
    return { rules, judged };
  });
}

/** What keeps a pair out, as reason bits; 0 where it takes part. */
export function pairExclusion({ rules }: Scope, left: number, right: number): number {
  let bits = 0;
  for (const { reason, has, pair } of rules) {
    if (pair === 'never' || (has.left === null && has.right === null)) continue;
    const own = has.left === null ? null : has.left[left] === 1;
    const others = has.right === null ? null : has.right[right] === 1;
    const isOut = pair === 'every' ? own !== false && others !== false : own === true || others === true;
    if (isOut) bits |= reasonBit(reason);
  }
  return bits;
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
