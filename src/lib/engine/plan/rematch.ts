import { bind } from '../match/links/bind.ts';
import { rewrittenCodes, type KeyCodes, type KeyWrite } from '../match/keys/key-codes.ts';
import { writtenText } from '../merge/targets.ts';
import { writeOf } from '../merge/verdict.ts';
import { SIDES } from '../model/side.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { agreementOf } from './closest.ts';
import type { Judgement } from './judge-pairs.ts';
import type { LinkedSync } from './link-sync.ts';
import { pairCount, type Rematch } from './sync-plan.ts';

/** MA15: the key values the plan writes to bound records, and matching with them in place; null where none is written. */
export function* findRematch(plan: LinkedSync, paired: Judgement, tools: Tools): Steps<Rematch | null> {
  const writes = yield* keyWrites(plan, paired);
  if (writes.length === 0) return null;
  const { sync, mappings, matching } = plan;
  const { keys, codes, matches, prior } = matching;
  const rewritten: KeyCodes[] = [];
  for (const key of codes) rewritten.push(yield* rewrittenCodes(key, writes, tools));
  if (rewritten.every((key, i) => key === codes[i])) return null;
  const standing = { partner: matches.partner, by: matches.by, forbidden: prior.forbidden };
  const firstKey = sync.matching.ambiguous === 'first-key';
  // Only free records are counted, and nothing is written to them: they agree as before.
  const agreement = agreementOf(sync, keys, mappings, tools);
  return { writes, codes: rewritten, matches: yield* bind(rewritten, standing, firstKey, agreement) };
}

/** Failing and excluded pairs write none, an open field none. */
function* keyWrites(plan: LinkedSync, paired: Judgement): Steps<KeyWrite[]> {
  const writes: KeyWrite[] = [];
  for (const [position, on] of plan.mappings.entries()) {
    for (const side of SIDES) {
      const field = on.mapping[side];
      if (!plan.matching.keys.some((key) => key.fields.some((part) => part[side] === field))) continue;
      const hits = plan.verdictList.map((verdict) => writeOf(verdict)?.side === side);
      if (!hits.includes(true)) continue;
      const verdicts = plan.verdicts[position]!;
      const pass = (from: number, to: number): void => {
        for (let pair = from; pair < to; pair++) {
          if (!hits[verdicts[pair]!]! || paired.acts[pair] === 0) continue;
          const left = plan.pairs.left[pair]!;
          const right = plan.pairs.right[pair]!;
          const text = writtenText(on, side, left, right);
          writes.push({ side, row: side === 'left' ? left : right, field, to: text });
        }
      };
      yield* inSlices('waits', pairCount(plan), pass, TEXT_SLICE);
    }
  }
  return writes;
}
