import type { Records } from '../columns/records.ts';
import { matchRecords, type Matching } from '../match/match-records.ts';
import { applyChoices } from '../merge/apply-choices.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { Recall } from '../merge/history.ts';
import { newerOf } from '../merge/recent.ts';
import { Resolver, VerdictList, ruleOfMapping } from '../merge/resolve.ts';
import { comparePairs } from '../merge/compare-pairs.ts';
import type { Pairs } from '../merge/state.ts';
import type { Verdict } from '../merge/verdict.ts';
import type { Baseline } from '../model/baseline.ts';
import type { Choices } from '../model/choices.ts';
import type { ObjectSync } from '../model/design.ts';
import type { Both } from '../model/side.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { scopeOf, type Scope } from '../scope/scope.ts';
import type { Tools } from '../tools.ts';
import { comparison, mappingsOf, membersOf } from './members.ts';

export interface SyncInput {
  readonly sync: ObjectSync;
  readonly records: Both<Records>;
  readonly baseline: Baseline | null;
  readonly choices: Choices | null;
  /** The plan's day, days since 1970-01-01. */
  readonly asOf: number;
}

/** An object sync after the first stroke: who is linked, who takes part, what is made of every field of every pair. */
export interface LinkedSync {
  readonly sync: ObjectSync;
  readonly records: Both<Records>;
  readonly matching: Matching;
  readonly scope: Scope;
  readonly mappings: readonly CompiledMapping[];
  readonly pairs: Pairs;
  readonly lone: Both<Int32Array>;
  /** Per mapping and pair, `STATE` bits. */
  readonly states: readonly Uint8Array[];
  /** Per mapping, the bits by CO5 alone; null where it names no forms (SA1). */
  readonly strict: readonly (Uint8Array | null)[];
  /** Per mapping and pair, a position in `verdictList`. */
  readonly verdicts: readonly Uint8Array[];
  readonly verdictList: readonly Verdict[];
  /** Choices and link verdicts that apply to nothing. */
  readonly voidChoices: number;
}

/** The first stroke of a sync: match → scope → compare → resolve. Looks at no other sync. */
export function* linkSync(input: SyncInput, tools: Tools, memo: Memo): Steps<LinkedSync> {
  const { sync, records, choices } = input;
  const matching = yield* matchRecords(input, tools, memo);
  const { pairs, lone } = yield* membersOf(sync, matching, memo);
  const mappings = yield* mappingsOf(sync, records, matching, tools);
  const scope = yield* scopeOf(sync, records, matching, tools, memo, input.asOf);
  const states: Uint8Array[] = [];
  const strict: (Uint8Array | null)[] = [];
  for (const on of mappings) {
    states.push(yield* statesOf(sync, on, matching, pairs, tools, memo));
    strict.push(yield* strictStates(sync, on, pairs, tools, memo));
  }

  const list = new VerdictList();
  const newer = newerOf(sync, records, tools);
  const verdicts: Uint8Array[] = [];
  for (const [position, on] of mappings.entries()) {
    const resolver = new Resolver(on, ruleOfMapping(sync, on), list, newer, pairs);
    const out = new Uint8Array(pairs.left.length);
    yield* inSlices('resolve', out.length, (from, to) => {
      resolver.slice(states[position]!, pairs, from, to, out);
    });
    verdicts.push(out);
  }
  let voidChoices = matching.prior.voidVerdicts;
  if (choices !== null && choices.choices.length > 0) {
    const pairOf = yield* pairFinder(pairs, matching.matches.partner.left);
    voidChoices += applyChoices(choices, sync.id, records, mappings, { pairs, pairOf, verdicts }, list);
  }
  const verdictList = list.all;
  return {
    sync,
    records,
    matching,
    scope,
    mappings,
    pairs,
    lone,
    states,
    strict,
    verdicts,
    verdictList,
    voidChoices,
  };
}

/** What is known of one mapping of every pair. */
function* statesOf(
  sync: ObjectSync,
  on: CompiledMapping,
  { prior }: Matching,
  pairs: Pairs,
  tools: Tools,
  memo: Memo,
): Steps<Uint8Array> {
  const { own, input } = comparison(sync, on, pairs);
  const compared = yield* memo.run(own, () => comparePairs(input, pairs, tools));
  if (prior.links.count === 0) return compared;
  const { left, right } = on.mapping;
  const recalled = phase('recall', sync.id, [left, right, on.views, on.forms], [compared, prior]);
  return yield* memo.run(recalled, function* (): Steps<Uint8Array> {
    const out = compared.slice();
    const recall = new Recall(on, prior);
    yield* inSlices('compare', out.length, (from, to) => {
      recall.slice(pairs, from, to, out);
    });
    return out;
  });
}

/** SA1: what CO5 says of the pairs without the forms the mapping names. */
function* strictStates(
  sync: ObjectSync,
  on: CompiledMapping,
  pairs: Pairs,
  tools: Tools,
  memo: Memo,
): Steps<Uint8Array | null> {
  if (on.forms.forms.length === 0) return null;
  const { own, input } = comparison(sync, on, pairs, { ...on.forms, forms: [] });
  return yield* memo.run(own, () => comparePairs(input, pairs, tools));
}

/** Position of a linked pair by its rows, or -1. */
function* pairFinder(pairs: Pairs, partner: Int32Array): Steps<(left: number, right: number) => number> {
  const position = new Int32Array(partner.length);
  yield* inSlices('resolve', pairs.left.length, (from, to) => {
    for (let pair = from; pair < to; pair++) position[pairs.left[pair]!] = pair;
  });
  return (left, right) => (partner[left] === right ? position[left]! : -1);
}
