import type { Records } from '../columns/records.ts';
import { keysOf } from '../model/keys.ts';
import type { Baseline } from '../model/baseline.ts';
import type { Choices } from '../model/choices.ts';
import type { MatchKey, ObjectSync } from '../model/design.ts';
import { SIDES, type Both, type Side } from '../model/side.ts';
import type { Memo } from '../run/memo.ts';
import { phase, type Phase } from '../run/phases.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { bind } from './links/bind.ts';
import type { Matches } from './links/matches.ts';
import { fieldCodes, keyCodes, normalField, type FieldCodes, type KeyCodes } from './keys/key-codes.ts';
import type { NormalColumn } from './keys/normal-column.ts';
import { priorLinks, type PriorLinks } from './links/prior-links.ts';

/** Everything matching knows of a sync (MA). */
export interface Matching {
  readonly keys: readonly MatchKey[];
  readonly codes: readonly KeyCodes[];
  readonly prior: PriorLinks;
  readonly matches: Matches;
}

/** What matching depends on. */
export interface MatchInput {
  readonly sync: ObjectSync;
  readonly records: Both<Records>;
  readonly baseline: Baseline | null;
  readonly choices: Choices | null;
}

/** Codes of the keys, then links first, then matching over all records (MA14). */
export function* matchRecords(input: MatchInput, tools: Tools, memo: Memo): Steps<Matching> {
  const { sync, records, baseline, choices } = input;
  const keys = keysOf(sync);
  const codes: KeyCodes[] = [];
  for (const key of keys) {
    const fields: FieldCodes[] = [];
    for (const field of key.fields) {
      const normal: Partial<Record<Side, NormalColumn>> = {};
      for (const side of SIDES) {
        normal[side] = yield* normalOf(input, field, side, tools, memo);
      }
      const both = { left: normal.left!, right: normal.right! };
      const own = phase('codes', sync.id, [field], [both.left, both.right]);
      fields.push(yield* memo.run(own, () => fieldCodes(field, records, both)));
    }
    codes.push(yield* memo.run(phase('key', sync.id, [key], fields), () => keyCodes(key, fields)));
  }
  const links = choices?.links ?? null;
  const prior = yield* memo.run(
    phase('prior', sync.id, [sync.matching.idPair], [records.left, records.right, baseline, links]),
    () => priorLinks(sync, records, baseline, choices),
  );
  const matches = yield* memo.run(phase('links', sync.id, [sync.matching.ambiguous], [prior, ...codes]), () =>
    bind(codes, prior, sync.matching.ambiguous === 'first-key'),
  );
  return { keys, codes, prior, matches };
}

/** One side's normalised key field: what another worker may compute ahead (`Memo.keep`). */
export function normalOf(
  input: Pick<MatchInput, 'sync' | 'records'>,
  field: MatchKey['fields'][number],
  side: Side,
  tools: Tools,
  memo: Memo,
): Steps<NormalColumn> {
  return memo.run(typedPhase(input, field, side), () => normalField(field, side, input.records[side], tools));
}

export const typedPhase = (
  { sync, records }: Pick<MatchInput, 'sync' | 'records'>,
  field: MatchKey['fields'][number],
  side: Side,
): Phase => phase('typed', sync.id, [side, field[side], field.normalize, field.country], [records[side]]);
