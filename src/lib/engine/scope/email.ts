import type { Records } from '../columns/records.ts';
import type { FieldCodes } from '../match/keys/key-codes.ts';
import type { ObjectSync } from '../model/design.ts';
import { onBoth, type Both, type Side } from '../model/side.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { mayCreate } from './direction.ts';
import { rowsThat, type ScopeRule } from './rule.ts';
import { validByCode, validEmails } from './valid-emails.ts';

/** By row 1 where the field named in `requireValidEmail` has no valid e-mail (EM3); null on a side without one. */
export function* badEmails(
  sync: ObjectSync,
  records: Both<Records>,
  keyFields: readonly FieldCodes[],
  tools: Tools,
): Steps<Both<Uint8Array | null>> {
  const judged = new Map<FieldCodes, Uint8Array>();
  const bad = function* (side: Side): Steps<Uint8Array | null> {
    const field = sync.requireValidEmail?.[side] ?? null;
    if (field === null) return null;
    yield* records[side].flatten([field]);
    const column = records[side].column(field);
    const key = keyFields.find((codes) => codes.field[side] === field && isEmailKey(codes));
    if (key === undefined) return yield* rowsThat(yield* validEmails(column, tools), isNotValid);
    const known = judged.get(key) ?? new Uint8Array(key.count);
    judged.set(key, known);
    return yield* rowsThat(yield* validByCode(key, side, known, tools), isNotValid);
  };
  return { left: yield* bad('left'), right: yield* bad('right') };
}

const isNotValid = (valid: number): boolean => valid === 0;

/** Normalised just as validity wants it, so that one judgement a code serves both sides. */
const isEmailKey = ({ field }: FieldCodes): boolean =>
  field.normalize.length === 1 && field.normalize[0] === 'email';

/** EM1: a pair takes part when one of the e-mails looked at is valid. In a one-way sync only the source's is (S52). */
export const emailRule = (sync: ObjectSync, bad: Both<Uint8Array | null>): ScopeRule => ({
  reason: 'no-valid-email',
  has: onBoth((side) => (mayCreate(sync, side) ? bad[side] : null)),
  pair: 'every',
  ofMissing: true,
  notBeside: ['direction-forbids-create'],
  field: onBoth((side) => sync.requireValidEmail?.[side] ?? null),
});
