import type { Records } from '../columns/records.ts';
import type { Complete } from '../match/links/losses.ts';
import type { Matching } from '../match/match-records.ts';
import { applyChoices } from '../merge/apply-choices.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import type { Created } from '../merge/handed/find-created.ts';
import { declaredForms, readBack, type Recalled } from '../merge/handed/read-back.ts';
import { Repeater } from '../merge/handed/repeat.ts';
import { conditionalFields, type ConditionalField } from '../merge/required-when.ts';
import { Recall } from '../merge/history.ts';
import { leaveWaiting, mappedLater } from '../merge/mapped-later.ts';
import { newerOf } from '../merge/recent.ts';
import { Resolver, VerdictList, ruleOfMapping } from '../merge/resolve.ts';
import { comparePairs } from '../merge/compare-pairs.ts';
import { resolveStages } from '../merge/handed/resolve-stages.ts';
import { partStates } from '../merge/stage-states.ts';
import type { Pairs } from '../merge/state.ts';
import type { Verdict } from '../merge/verdict.ts';
import type { Baseline } from '../model/baseline.ts';
import type { Choices } from '../model/choices.ts';
import type { ObjectSync } from '../model/design.ts';
import type { ReadAfter } from '../model/read-after.ts';
import { onBoth, type Both } from '../model/side.ts';
import type { Zones } from '../model/zone.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import { TUPLE_SLICE, inSlices, type Steps } from '../run/steps.ts';
import { scopeOf, type Scope } from '../scope/scope.ts';
import type { Tools } from '../tools.ts';
import { holdBack } from './missing-parents.ts';
import type { MatchedSync } from './match-sync.ts';
import { comparison, membersOf } from './members.ts';

export interface SyncInput {
  readonly sync: ObjectSync;
  readonly records: Both<Records>;
  readonly baseline: Baseline | null;
  readonly choices: Choices | null;
  readonly complete: Complete;
  readonly readAfter: ReadAfter;
  /** The plan's day, days since 1970-01-01. */
  readonly asOf: number;
  /** By side, the ids of records that another sync promotes (S123). */
  readonly promoted: Both<readonly ReadonlySet<string>[]>;
}

/** An object sync after the first stroke: who is linked, who takes part, what is made of every field of every pair. */
export interface LinkedSync {
  readonly sync: ObjectSync;
  readonly records: Both<Records>;
  readonly matching: Matching;
  /** What became of creates that were handed over; null where none was. */
  readonly created: Created | null;
  readonly scope: Scope;
  readonly mappings: readonly CompiledMapping[];
  /** Who knew its time zones: whoever asks of its records later reads them as it did (S380). */
  readonly zones: Zones;
  /** By the side that is written to (S110). */
  readonly conditional: Both<readonly ConditionalField[]>;
  readonly pairs: Pairs;
  readonly lone: Both<Int32Array>;
  /** Per mapping and pair, `STATE` bits. */
  readonly states: readonly Uint8Array[];
  /** Per mapping, the bits by CO5 alone; null where it names no forms (SA1). */
  readonly strict: readonly (Uint8Array | null)[];
  /** Per mapping and pair, what became of what was handed over (`RETURNED`); null where nothing was. */
  readonly returned: readonly (Uint8Array | null)[];
  /** Per mapping and pair, whether it was mapped after the link (`LATER`); null where it was not (FM13). */
  readonly later: readonly (Uint8Array | null)[];
  /** Per mapping and pair, a position in `verdictList`. */
  readonly verdicts: readonly Uint8Array[];
  readonly verdictList: readonly Verdict[];
  /** Choices and link verdicts that apply to nothing. */
  readonly voidChoices: number;
}

/** A matched sync: scope → compare → resolve. `associations`: its own, which know of other syncs; else it knows only whom those promote (S123). */
export function* linkSync(
  input: SyncInput,
  { matching, mappings: own, created }: MatchedSync,
  associations: readonly CompiledMapping[],
  tools: Tools,
  memo: Memo,
): Steps<LinkedSync> {
  const { sync, records, choices, readAfter } = input;
  const mappings = [...own, ...associations];
  const { pairs, lone } = yield* membersOf(sync, matching, memo);
  const scope = yield* scopeOf(sync, records, matching, tools, memo, input);
  const recalled: Recalled[] = [];
  const strict: (Uint8Array | null)[] = [];
  for (const on of mappings) {
    recalled.push(yield* recall({ sync, on, matching, pairs, readAfter }, tools, memo));
    strict.push(yield* strictStates(sync, on, pairs, tools, memo));
  }
  const states = recalled.map((one) => one.states);
  const returned = recalled.map((one) => one.returned);

  const later = yield* mappedLater(sync, mappings, matching.prior, pairs, { states, returned });

  const list = new VerdictList();
  const newer = newerOf(sync, records, tools);
  const verdicts: Uint8Array[] = [];
  for (const [position, on] of mappings.entries()) {
    const rule = ruleOfMapping(sync, on);
    const out = new Uint8Array(pairs.left.length);
    verdicts.push(out);
    if (on.stage !== null) continue;
    const resolver = new Resolver(on, rule, list, newer, pairs);
    const repeater = new Repeater(on, matching.prior, rule, list);
    const known = states[position]!;
    const back = returned[position]!;
    yield* inSlices('resolve', out.length, (from, to) => {
      resolver.slice(known, pairs, from, to, out);
      if (back !== null) repeater.slice(back, known, pairs, from, to, out);
    });
    yield* leaveWaiting(later[position]!, list, out);
    yield* holdBack(on, list, pairs, out);
  }
  const place = yield* resolveStages(
    { sync, mappings, prior: matching.prior, pairs, states, returned, verdicts },
    list,
  );
  let voidChoices = matching.prior.voidVerdicts + matching.prior.restored.voidChoices;
  if (choices !== null && choices.choices.length > 0) {
    const pairOf = yield* pairFinder(pairs, matching.matches.partner.left);
    voidChoices += applyChoices(
      choices,
      sync,
      records,
      mappings,
      { pairs, pairOf, verdicts, returned, place },
      list,
    );
  }
  for (const [position, on] of mappings.entries()) yield* holdBack(on, list, pairs, verdicts[position]!);
  const verdictList = list.all;
  return {
    sync,
    records,
    matching,
    created,
    scope,
    mappings,
    zones: tools,
    conditional: yield* conditionalOf(input, mappings, tools, memo),
    pairs,
    lone,
    states,
    strict,
    returned,
    later,
    verdicts,
    verdictList,
    voidChoices,
  };
}

/** Fields required by conditions: the same object while nothing they depend on changes. */
function conditionalOf(
  { sync, records, asOf }: SyncInput,
  mappings: readonly CompiledMapping[],
  zones: Zones,
  memo: Memo,
): Steps<LinkedSync['conditional']> {
  const fields = mappings.map(({ mapping, direction }) => [mapping.left, mapping.right, direction] as const);
  const ofSides = onBoth((side) => sync[side].timeZone ?? null);
  const own = phase(
    'conditional',
    sync.id,
    [sync.schema, fields, asOf, ofSides],
    [records.left, records.right],
  );
  return memo.run(own, () => conditionalFields(sync, records, mappings, asOf, zones));
}

interface Recalling {
  readonly sync: ObjectSync;
  readonly on: CompiledMapping;
  readonly matching: Matching;
  readonly pairs: Pairs;
  readonly readAfter: ReadAfter;
}

/** What is known of one mapping of every pair, and what came back of it. */
function* recall(
  { sync, on, matching, pairs, readAfter }: Recalling,
  tools: Tools,
  memo: Memo,
): Steps<Recalled> {
  const { prior } = matching;
  const compared = yield* compare(sync, on, pairs, tools, memo);
  if (prior.links.count === 0) return { states: compared, returned: null };
  const { left, right, cameBack } = on.mapping;
  const recalled = phase(
    'recall',
    sync.id,
    [left, right, on.own, on.forms, declaredForms(on), cameBack, readAfter],
    [compared, prior],
  );
  return yield* memo.run(recalled, function* (): Steps<Recalled> {
    const states = compared.slice();
    const history = new Recall(on, prior);
    const slice = (from: number, to: number): void => {
      history.slice(pairs, from, to, states);
    };
    // A link stands somewhere else than its records.
    yield* inSlices('compare', states.length, slice, TUPLE_SLICE);
    return { states, returned: yield* readBack(on, prior, pairs, states, readAfter, tools) };
  });
}

function* compare(
  sync: ObjectSync,
  on: CompiledMapping,
  pairs: Pairs,
  tools: Tools,
  memo: Memo,
): Steps<Uint8Array> {
  const { stage } = on;
  if (stage === null) {
    const { own, input } = comparison(sync, on, pairs);
    return yield* memo.run(own, () => comparePairs(input, pairs, tools));
  }
  const own = phase('stage-states', sync.id, [stage.part], [stage.rows, pairs]);
  return yield* memo.run(own, () => partStates(on, stage, pairs));
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
