import type { Records } from '../columns/records.ts';
import { matchRecords, type Matching } from '../match/match-records.ts';
import { MISSING, UNBOUND } from '../match/prior-links.ts';
import { applyChoices } from '../merge/apply-choices.ts';
import { compileMappings, type CompiledMapping } from '../merge/compiled.ts';
import { recallSlice } from '../merge/history.ts';
import { newerOf } from '../merge/recent.ts';
import { Resolver, VerdictList, ruleOfMapping } from '../merge/resolve.ts';
import { SLICE, compareSlice, valueEqual, type Pairs } from '../merge/state.ts';
import { Taken } from '../merge/unique.ts';
import type { Baseline } from '../model/baseline.ts';
import type { Choices } from '../model/choices.ts';
import type { ObjectSync } from '../model/design.ts';
import type { Both } from '../model/side.ts';
import { scopeOf } from '../scope/scope.ts';
import type { Steps } from '../steps.ts';
import type { Tools } from '../tools.ts';
import { judgeLone } from './judge-lone.ts';
import { judgePairs } from './judge-pairs.ts';
import type { Memo } from './memo.ts';
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
  const members = memo.use(`members|${sync.id}`, [matching.matches], () => membersOf(partner));
  const { pairs, lone } = members;
  const keyFields = matching.codes.flatMap((key) => key.fields);
  const mappings = compileMappings(sync, records, keyFields, tools);
  const email = JSON.stringify([sync.requireValidEmail, sync.direction]);
  const scope = memo.use(`scope|${sync.id}|${email}`, [records.left, records.right], () =>
    scopeOf(sync, records, tools),
  );
  yield { what: 'scope', done: 1, total: 1 };

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
    reasons: new Uint32Array(subjects),
    clashes: new Map(),
    rematch: null,
    voidChoices,
  };
  const taken = new Taken();
  const clashes = new Map(yield* judgePairs(draft, taken, memo));
  const rematch = findRematch(draft, tools);
  yield { what: 'waits', done: 1, total: 1 };
  const plan: SyncPlan = { ...draft, rematch, clashes };
  for (const [subject, found] of yield* judgeLone(plan, taken, memo)) clashes.set(subject, found);
  return plan;
}

function membersOf(partner: Both<Int32Array>): { pairs: Pairs; lone: Both<Int32Array> } {
  let bound = 0;
  for (const other of partner.left) if (other >= 0) bound++;
  const pairs = { left: new Int32Array(bound), right: new Int32Array(bound) };
  let at = 0;
  for (let row = 0; row < partner.left.length; row++) {
    const other = partner.left[row]!;
    if (other < 0) continue;
    pairs.left[at] = row;
    pairs.right[at++] = other;
  }
  const alone = (rows: Int32Array): Int32Array => {
    const lone = new Int32Array(rows.length - bound);
    let next = 0;
    for (let row = 0; row < rows.length; row++) {
      if (rows[row] === UNBOUND || rows[row] === MISSING) lone[next++] = row;
    }
    return lone;
  };
  return { pairs, lone: { left: alone(partner.left), right: alone(partner.right) } };
}

/** What is known of one mapping of every pair; kept as long as field types, links and baseline stay. */
function* statesOf(
  sync: ObjectSync,
  on: CompiledMapping,
  matching: Matching,
  pairs: Pairs,
  memo: Memo,
): Steps<Uint8Array> {
  const name = stateName(sync, on);
  const deps = [pairs, on.columns.left, on.columns.right, matching.prior, ...on.keyFields];
  const known = memo.find<Uint8Array>(name, deps);
  if (known !== undefined) return known;
  const out = new Uint8Array(pairs.left.length);
  const equal = valueEqual(on);
  const recall = matching.prior.links.length > 0;
  for (let from = 0; from < out.length; from += SLICE) {
    const to = Math.min(out.length, from + SLICE);
    compareSlice(on, equal, pairs, from, to, out);
    if (recall) recallSlice(on, matching.prior, pairs, from, to, out);
    yield { what: 'compare', done: from, total: out.length };
  }
  memo.keep(name, deps, out);
  return out;
}

const stateName = (sync: ObjectSync, on: CompiledMapping): string =>
  `state|${sync.id}|${JSON.stringify([on.mapping.left, on.mapping.right, on.views])}`;

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
