import type { Records } from '../columns/records.ts';
import type { ObjectSync } from '../model/design.ts';
import { mayWrite } from '../model/direction.ts';
import { otherSide, type Both, type Side } from '../model/side.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import type { FieldCodes } from '../match/keys/key-codes.ts';
import { validByCode, validEmails } from './valid-emails.ts';

/** Who takes part (EM, DI1, PH5). */
export interface Scope {
  /** Per record 1 where its e-mail is valid; null where the side is not checked. */
  readonly emails: Both<Uint8Array | null>;
  /** May a lone record of this side be created on the other one? */
  readonly mayCreate: Both<boolean>;
  /** Is this side's e-mail looked at (S52)? */
  readonly checks: Both<boolean>;
}

export function* scopeOf(
  sync: ObjectSync,
  records: Both<Records>,
  keyFields: readonly FieldCodes[],
  tools: Tools,
): Steps<Scope> {
  const judged = new Map<FieldCodes, Uint8Array>();
  const emails = function* (side: Side): Steps<Uint8Array | null> {
    const field = sync.requireValidEmail?.[side] ?? null;
    if (field === null) return null;
    const column = records[side].column(field);
    const key = keyFields.find((codes) => codes.field[side] === field && isEmailKey(codes));
    if (key === undefined) return yield* validEmails(column, tools);
    const known = judged.get(key) ?? new Uint8Array(key.count);
    judged.set(key, known);
    return yield* validByCode(key, side, column, known, tools);
  };
  const mayCreate = (side: Side): boolean => mayWrite(sync.direction, otherSide(side));
  const checks = (side: Side): boolean =>
    (sync.requireValidEmail?.[side] ?? null) !== null && mayCreate(side);
  return {
    emails: { left: yield* emails('left'), right: yield* emails('right') },
    mayCreate: { left: mayCreate('left'), right: mayCreate('right') },
    checks: { left: checks('left'), right: checks('right') },
  };
}

/** Normalised just as validity wants it, so that one judgement a code serves both sides. */
const isEmailKey = ({ field }: FieldCodes): boolean =>
  field.normalize.length === 1 && field.normalize[0] === 'email';

/** EM1: a pair takes part when one of the e-mails looked at is valid, or none is looked at. */
export function pairTakesPart(scope: Scope, left: number, right: number): boolean {
  const { checks, emails } = scope;
  if (!checks.left && !checks.right) return true;
  return (checks.left && emails.left![left] === 1) || (checks.right && emails.right![right] === 1);
}

/** EM1 for a record alone: its own e-mail counts. */
export const loneTakesPart = (scope: Scope, side: Side, row: number): boolean =>
  !scope.checks[side] || scope.emails[side]![row] === 1;
