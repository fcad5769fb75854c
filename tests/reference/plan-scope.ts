import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import { otherSide, type Both } from '../../src/lib/engine/model/side.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { isValidEmail } from './normalise.ts';
import type { KeyValues, Verdict } from './plan-match.ts';
import { keysOf } from './read-world-design.ts';
import { cell, shown, type Rec } from './world.ts';

/** EM1: of a pair one valid e-mail is enough, in a one-way sync the source's counts; a null side is not checked. */
export function emailReasons(sync: ObjectSync, subject: readonly Rec[], tools: Tools): Reason[] {
  const checked = subject.filter((record) => mayWrite(sync.direction, otherSide(record.side)));
  const judged = checked.flatMap((record) => {
    const field = sync.requireValidEmail?.[record.side] ?? null;
    return field === null ? [] : [{ record, field, text: cell(record, field) }];
  });
  if (judged.some(({ text }) => isValidEmail(text, tools))) return [];
  return judged.map(({ record, field, text }) => ({
    code: 'no-valid-email',
    side: record.side,
    field,
    value: shown(text),
  }));
}

/** PH5, EM1, MA11, KW8, S34: what keeps an unlinked record out. */
export function scopeReasons(
  sync: ObjectSync,
  record: Rec,
  verdict: Verdict,
  { rejected, valueOf, archived }: Scoping,
  tools: Tools,
): Reason[] {
  const { side } = record;
  if (!mayWrite(sync.direction, otherSide(side))) return [{ code: 'direction-forbids-create', side }];
  const email = emailReasons(sync, [record], tools);
  if (email.length > 0) return email;
  const noKey = verdict.kind === 'no-key' && sync.matching.noKey === 'exclude';
  if (noKey) return [{ code: 'no-identifier', side }];
  const counterpart = rejectedCounterpart(sync, record, rejected[otherSide(side)], valueOf);
  return [counterpart, archived(record)].flatMap((reason) => (reason === null ? [] : [reason]));
}

interface Scoping {
  readonly rejected: Both<readonly Rec[]>;
  readonly valueOf: KeyValues;
  /** S431: that an archived record holds a key of it. */
  readonly archived: (record: Rec) => Reason | null;
}

/** KW8: "a create whose key is readable in a rejected row of the target side"; every row of a world is one line under the header. */
function rejectedCounterpart(
  sync: ObjectSync,
  record: Rec,
  rejected: readonly Rec[],
  valueOf: KeyValues,
): Reason | null {
  for (const key of keysOf(sync).keys()) {
    const own = valueOf(record, key);
    if (own === null) continue;
    const row = rejected.find(
      (one) => valueOf(one, key)?.every((part, index) => part === own[index]) ?? false,
    );
    if (row === undefined) continue;
    const value = own.length === 1 ? own[0]! : own;
    return { code: 'counterpart-rejected', side: record.side, value, rule: String(row.row + 2) };
  }
  return null;
}
