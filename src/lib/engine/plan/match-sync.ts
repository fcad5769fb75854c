import {
  keyRecords,
  matchRecords,
  type Closest,
  type Keyed,
  type MatchInput,
  type Matching,
} from '../match/match-records.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { declaredForms } from '../merge/handed/read-back.ts';
import { findCreated, type Created } from '../merge/handed/find-created.ts';
import { isOff } from '../model/turned-off.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { agreementOf, tellingMappings } from './closest.ts';
import { mappingsOf } from './members.ts';

export interface MatchedSync {
  readonly matching: Matching;
  readonly mappings: readonly CompiledMapping[];
  /** What became of creates that were handed over; null where none was (BL6). */
  readonly created: Created | null;
}

/** Links that stand, then keys, then the counterparts of creates that were handed over. */
export function* matchSync(input: MatchInput, tools: Tools, memo: Memo): Steps<MatchedSync> {
  const { sync, records } = input;
  const keyed = yield* keyRecords(input, tools, memo);
  const mappings = yield* mappingsOf(sync, records, keyed, tools, memo);
  const matching = yield* matchRecords(input, keyed, closestOf(input, keyed, mappings, tools), memo);
  const { matches, prior } = matching;
  if (prior.open.length === 0 || isOff(sync)) return { matching, mappings, created: null };
  const compared = mappings.map(
    (on) => [on.mapping.left, on.mapping.right, on.own, on.forms, declaredForms(on)] as const,
  );
  const values = mappings.flatMap((on) => [on.cells.left, on.cells.right, ...on.keyFields]);
  const created = yield* memo.run(phase('created', sync.id, compared, [matches, prior, ...values]), () =>
    findCreated(matching, mappings, tools),
  );
  if (created === null) return { matching, mappings, created };
  return { matching: { ...matching, matches: created.matches, prior: created.prior }, mappings, created };
}

/** KW10: what agreement is counted by is what the links depend on. */
function closestOf(
  { sync }: MatchInput,
  { keys }: Keyed,
  mappings: readonly CompiledMapping[],
  tools: Tools,
): Closest | null {
  const agreement = agreementOf(sync, keys, mappings, tools);
  if (agreement === null) return null;
  const telling = tellingMappings(mappings);
  return {
    agreement,
    of: telling.map((on) => [on.mapping.left, on.mapping.right, on.views, on.forms]),
    from: telling.flatMap((on) => [on.values.left, on.values.right]),
  };
}
