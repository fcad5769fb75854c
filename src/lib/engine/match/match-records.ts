import type { Records } from '../columns/records.ts';
import { keysOf } from '../model/keys.ts';
import type { Baseline } from '../model/baseline.ts';
import type { Choices } from '../model/choices.ts';
import type { MatchKey, ObjectSync } from '../model/design.ts';
import { SIDES, type Both, type Side } from '../model/side.ts';
import type { Memo } from '../run/memo.ts';
import { phase, type Phase, type Phases } from '../run/phases.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { bind } from './links/bind.ts';
import type { Agreement } from './links/bind-closest.ts';
import type { Matches } from './links/matches.ts';
import {
  codesAtOnce,
  fieldCodes,
  keyCodes,
  normalField,
  withoutGone,
  type FieldCodes,
  type KeyCodes,
} from './keys/key-codes.ts';
import type { NormalColumn } from './keys/normal-column.ts';
import { PARTIAL, type Complete } from './links/losses.ts';
import { ALL_PRESENT, presenceOf, saysPresence, type Presence } from './links/presence.ts';
import { priorLinks, type PriorLinks } from './links/prior-links.ts';

/** The keys of a sync, and the codes its records have under them. */
export interface Keyed {
  readonly keys: readonly MatchKey[];
  readonly codes: readonly KeyCodes[];
}

/** Everything matching knows of a sync (MA). */
export interface Matching extends Keyed {
  readonly prior: PriorLinks;
  readonly matches: Matches;
}

/** What matching depends on. */
export interface MatchInput {
  readonly sync: ObjectSync;
  readonly records: Both<Records>;
  readonly baseline: Baseline | null;
  readonly choices: Choices | null;
  /** Which files are called complete; absent: none. */
  readonly complete?: Complete;
}

/** One integer per record and key, equal where the key's values are. */
export function* keyRecords(input: MatchInput, tools: Tools, memo: Memo): Steps<Keyed> {
  const { sync, records } = input;
  const keys = keysOf(sync);
  const { left, right } = yield* presencesOf(input, memo);
  const gone = { left: left.gone, right: right.gone };
  const codes: KeyCodes[] = [];
  for (const key of keys) {
    const fields: FieldCodes[] = [];
    for (const field of key.fields) {
      const normal = codesAtOnce(field) ? null : yield* normalOf(input, field, tools, memo);
      const texts = normal ?? records;
      const own = phase('codes', sync.id, [field], [texts.left, texts.right]);
      fields.push(yield* memo.run(own, () => fieldCodes(field, records, normal, tools)));
    }
    const own = phase('key', sync.id, [key], [...fields, left, right]);
    codes.push(
      yield* memo.run(own, function* (): Steps<KeyCodes> {
        return yield* withoutGone(yield* keyCodes(key, fields), gone);
      }),
    );
  }
  return { keys, codes };
}

/** What the apps say of their records. */
function* presencesOf({ sync, records }: MatchInput, memo: Memo): Steps<Both<Presence>> {
  const of = function* (side: Side): Steps<Presence> {
    const own = sync[side];
    if (!saysPresence(own)) return ALL_PRESENT;
    const { archived, mergedInto, mergedFrom } = own;
    const named = phase('presence', sync.id, [side, archived, mergedInto, mergedFrom], [records[side]]);
    return yield* memo.run(named, () => presenceOf(own, records[side]));
  };
  return { left: yield* of('left'), right: yield* of('right') };
}

/** What binds the records of one signature by agreement, and what it is made of (KW10). */
export interface Closest {
  readonly agreement: Agreement;
  readonly of: NonNullable<Phases['links']['of'][1]>;
  readonly from: readonly object[];
}

/** Links first, then matching over all records (MA14). */
export function* matchRecords(
  input: MatchInput,
  { keys, codes }: Keyed,
  closest: Closest | null,
  memo: Memo,
): Steps<Matching> {
  const { sync, records, baseline, choices } = input;
  const links = choices?.links ?? null;
  const restores = choices?.restores ?? null;
  const complete = input.complete ?? PARTIAL;
  const presence = yield* presencesOf(input, memo);
  const prior = yield* memo.run(
    phase(
      'prior',
      sync.id,
      [sync.matching.idPair, complete, sync.deletes, sync.direction],
      [records.left, records.right, baseline, links, restores, presence.left, presence.right],
    ),
    () => priorLinks(sync, records, baseline, choices, complete, presence),
  );
  const { ambiguous } = sync.matching;
  const from = [...codes, ...(closest?.from ?? [])];
  const matches = yield* memo.run(
    phase('links', sync.id, [ambiguous, closest?.of ?? null], [prior, ...from]),
    () => bind(codes, prior, ambiguous === 'first-key', closest?.agreement ?? null),
  );
  return { keys, codes, prior, matches };
}

/** A normalised key field; what another worker may compute ahead (`Memo.keep`). */
function* normalOf(
  input: MatchInput,
  field: MatchKey['fields'][number],
  tools: Tools,
  memo: Memo,
): Steps<Both<NormalColumn>> {
  const normal: Partial<Record<Side, NormalColumn>> = {};
  for (const side of SIDES) {
    const own = typedPhase(input, field, side);
    normal[side] = yield* memo.run(own, () => normalField(field, side, input.records[side], tools));
  }
  return normal as Both<NormalColumn>;
}

export const typedPhase = (
  { sync, records }: Pick<MatchInput, 'sync' | 'records'>,
  field: MatchKey['fields'][number],
  side: Side,
): Phase => phase('typed', sync.id, [side, field[side], field.normalize, field.country], [records[side]]);
