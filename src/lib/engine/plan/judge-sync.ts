import { SIDES, onBoth } from '../model/side.ts';
import { uniqueFields } from '../merge/unique.ts';
import type { Memo } from '../run/memo.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { judgeLone } from './judge-lone.ts';
import { judgePairs, type Judgement } from './judge-pairs.ts';
import { noteCreates } from './create-notes.ts';
import { noteDays } from './day-notes.ts';
import { noteDoubts } from './doubt-notes.ts';
import { noteFilters } from './filter-notes.ts';
import type { LinkedSync } from './link-sync.ts';
import { noteKeys } from './key-notes.ts';
import { noteNear } from './near-notes.ts';
import { noteSeveral } from './several-notes.ts';
import { notePrimary } from './primary-notes.ts';
import { noteReturned } from './return-notes.ts';
import { keepRecreated, noteRemovals } from './removed.ts';
import { findRematch } from './rematch.ts';
import { pairCount, subjectCount, type SyncPlan } from './sync-plan.ts';

/** The second stroke of a sync: judge pairs → who waits → judge lone records. The plan is put together here, once. */
export function* judgeSync(linked: LinkedSync, tools: Tools, memo: Memo): Steps<SyncPlan> {
  const unique = yield* uniqueFields(
    linked.sync.id,
    linked.mappings,
    memo,
    onBoth((side) => linked.matching.prior.presence[side].gone),
  );
  const subjects = subjectCount(linked);
  const into: Judgement = {
    outcomes: new Uint8Array(subjects),
    acts: new Uint8Array(subjects),
    reasons: new Uint32Array(subjects),
  };
  const paired = yield* judgePairs(linked, unique, memo, into);
  const rematch = yield* findRematch(linked, into, tools);
  const alone = yield* judgeLone(linked, rematch, unique, memo);
  const { outcomes, acts, reasons } = into;
  const first = pairCount(linked);
  outcomes.set(alone.outcomes, first);
  acts.set(alone.acts, first);
  reasons.set(alone.reasons, first);
  const notes = new Uint32Array(subjects);
  yield* noteKeys(linked, notes);
  yield* noteFilters(linked, outcomes, notes);
  yield* notePrimary(linked, outcomes, notes);
  yield* noteReturned(linked, outcomes, notes);
  yield* noteCreates(linked, outcomes, notes);
  yield* noteDays(linked, acts, notes);
  const clashes = new Map([...paired, ...alone.clashes]);
  const { creates, createWrites } = alone;
  const judged = { ...linked, outcomes, acts, reasons, clashes, rematch, creates, createWrites };
  yield* noteDoubts(judged, notes, memo);
  if (SIDES.some((side) => linked.sync.deletes[side] === 'delete'))
    keepRecreated(into, notes, alone.acts, first);
  noteRemovals(linked, outcomes, notes);
  const near = yield* noteNear(judged, notes, memo);
  const several = yield* noteSeveral(judged, notes, memo);
  return { ...judged, notes, near, several };
}
