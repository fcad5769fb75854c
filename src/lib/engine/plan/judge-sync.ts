import { uniqueFields } from '../merge/unique.ts';
import type { Memo } from '../run/memo.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { judgeLone } from './judge-lone.ts';
import { judgePairs } from './judge-pairs.ts';
import { noteCreates } from './create-notes.ts';
import { noteDoubts } from './doubt-notes.ts';
import { noteFilters } from './filter-notes.ts';
import type { LinkedSync } from './link-sync.ts';
import { noteKeys } from './key-notes.ts';
import { noteNear } from './near-notes.ts';
import { noteReturned } from './return-notes.ts';
import { findRematch } from './rematch.ts';
import { pairCount, subjectCount, type SyncPlan } from './sync-plan.ts';

/** The second stroke of a sync: judge pairs → who waits → judge lone records. The plan is put together here, once. */
export function* judgeSync(linked: LinkedSync, tools: Tools, memo: Memo): Steps<SyncPlan> {
  const unique = yield* uniqueFields(linked.sync.id, linked.mappings, memo);
  const paired = yield* judgePairs(linked, unique, memo);
  const rematch = yield* findRematch(linked, paired, tools);
  const alone = yield* judgeLone(linked, rematch, unique, memo);
  const subjects = subjectCount(linked);
  const outcomes = new Uint8Array(subjects);
  const acts = new Uint8Array(subjects);
  const reasons = new Uint32Array(subjects);
  for (const [part, first] of [[paired, 0] as const, [alone, pairCount(linked)] as const]) {
    outcomes.set(part.outcomes, first);
    acts.set(part.acts, first);
    reasons.set(part.reasons, first);
  }
  const notes = new Uint32Array(subjects);
  yield* noteKeys(linked, notes);
  yield* noteFilters(linked, outcomes, notes);
  yield* noteReturned(linked, outcomes, notes);
  yield* noteCreates(linked, outcomes, notes);
  const clashes = new Map([...paired.clashes, ...alone.clashes]);
  const { creates, createWrites } = alone;
  const judged = { ...linked, outcomes, acts, reasons, clashes, rematch, creates, createWrites };
  yield* noteDoubts(judged, notes, memo);
  const near = yield* noteNear(judged, notes, memo);
  return { ...judged, notes, near };
}
