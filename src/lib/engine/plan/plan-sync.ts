import type { Records } from '../columns/records.ts';
import { comparison, mappingsOf, membersOf } from './members.ts';
import { matchRecords, type Matching } from '../match/match-records.ts';
import { applyChoices } from '../merge/apply-choices.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { Recall } from '../merge/history.ts';
import { newerOf } from '../merge/recent.ts';
import { Resolver, VerdictList, ruleOfMapping } from '../merge/resolve.ts';
import { comparePairs, type Pairs } from '../merge/state.ts';
import { uniqueFields } from '../merge/unique.ts';
import type { Baseline } from '../model/baseline.ts';
import type { Choices } from '../model/choices.ts';
import type { ObjectSync } from '../model/design.ts';
import type { Both } from '../model/side.ts';
import { scopeOf } from '../scope/scope.ts';
import { SLICE, type Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { judgeLone } from './judge-lone.ts';
import { judgePairs } from './judge-pairs.ts';
import type { Memo } from '../run/memo.ts';
import { findRematch } from './rematch.ts';
import type { SyncPlan } from './sync-plan.ts';

export interface SyncInput {
  readonly sync: ObjectSync;
  readonly records: Both<Records>;
  readonly baseline: Baseline | null;
  readonly choices: Choices | null;
}

/** Plans one object sync: match → scope → compare → resolve → judge pairs → waits → judge lone records. */
export function* planSync(input: SyncInput, tools: Tools, memo: Memo): Steps<SyncPlan> {
  const { sync, records, choices } = input;
  const matching = yield* matchRecords(input, tools, memo);
  const { partner } = matching.matches;
  const { pairs, lone } = yield* membersOf(sync, matching, memo);
  const mappings = yield* mappingsOf(sync, records, matching, tools);
  const scope = yield* scopeOf(sync, records, matching, tools, memo);

  const states: Uint8Array[] = [];
  for (const on of mappings) {
    states.push(yield* statesOf(sync, on, matching, pairs, memo));
    yield { what: 'compare', done: states.length, total: mappings.length };
  }

  const list = new VerdictList();
  const newer = newerOf(sync, records);
  const verdicts: Uint8Array[] = [];
  for (const [position, on] of mappings.entries()) {
    const resolver = new Resolver(on, ruleOfMapping(sync, on), list, newer, pairs);
    const out = new Uint8Array(pairs.left.length);
    for (let from = 0; from < out.length; from += SLICE) {
      resolver.slice(states[position]!, pairs, from, Math.min(out.length, from + SLICE), out);
      yield { what: 'resolve', done: position * out.length + from, total: mappings.length * out.length };
    }
    verdicts.push(out);
  }
  let voidChoices = matching.prior.voidVerdicts;
  if (choices !== null) {
    const pairOf = pairFinder(pairs, partner);
    voidChoices += applyChoices(choices, sync.id, records, mappings, { pairs, pairOf, verdicts }, list);
  }

  const subjects = pairs.left.length + lone.left.length + lone.right.length;
  const draft: SyncPlan = {
    sync,
    records,
    matching,
    scope,
    mappings,
    pairs,
    lone,
    states,
    verdicts,
    verdictList: list.all,
    outcomes: new Uint8Array(subjects),
    acts: new Uint8Array(subjects),
    reasons: new Uint32Array(subjects),
    clashes: new Map(),
    creates: { left: NONE, right: NONE },
    createWrites: () => ({ traits: new Uint8Array(0), fields: [] }),
    rematch: null,
    voidChoices,
  };
  const unique = yield* uniqueFields(sync.id, mappings, memo);
  const clashes = new Map(yield* judgePairs(draft, unique, memo));
  const rematch = yield* findRematch(draft, tools);
  yield { what: 'waits', done: 1, total: 1 };
  const alone = yield* judgeLone({ ...draft, rematch, clashes }, unique, memo);
  draft.outcomes.set(alone.outcomes, pairs.left.length);
  draft.acts.set(alone.acts, pairs.left.length);
  draft.reasons.set(alone.reasons, pairs.left.length);
  for (const [subject, found] of alone.clashes) clashes.set(subject, found);
  const { creates, createWrites } = alone;
  return { ...draft, rematch, clashes, creates, createWrites };
}

const NONE = { total: 0, withoutKey: 0, empty: 0 };

/** What is known of one mapping of every pair. */
function* statesOf(
  sync: ObjectSync,
  on: CompiledMapping,
  { prior }: Matching,
  pairs: Pairs,
  memo: Memo,
): Steps<Uint8Array> {
  const { name, deps, input } = comparison(sync, on, pairs);
  const compared = yield* memo.run(name, deps, () => comparePairs(input, pairs));
  if (prior.links.count === 0) return compared;
  const recalled = `recall|${name}`;
  return yield* memo.run(recalled, [compared, prior], function* (): Steps<Uint8Array> {
    const out = compared.slice();
    const recall = new Recall(on, prior);
    for (let from = 0; from < out.length; from += SLICE) {
      recall.slice(pairs, from, Math.min(out.length, from + SLICE), out);
      yield { what: 'compare', done: from, total: out.length };
    }
    return out;
  });
}

/** Position of a linked pair, or -1. */
function pairFinder(pairs: Pairs, partner: Both<Int32Array>): (left: number, right: number) => number {
  let position: Int32Array | null = null;
  return (left, right) => {
    if (partner.left[left] !== right) return -1;
    if (position === null) {
      position = new Int32Array(partner.left.length);
      for (let pair = 0; pair < pairs.left.length; pair++) position[pairs.left[pair]!] = pair;
    }
    return position[left]!;
  };
}
