import type { Going } from '../going.ts';
import { STATE } from '../../merge/state.ts';
import { ACT_SETS, actOn, type Act } from '../../model/act.ts';
import { writeOf } from '../../merge/verdict.ts';
import type { Outcome } from '../../model/outcome.ts';
import { mappingOfAssociation } from '../../model/associated.ts';
import { stageMappings } from '../../model/stage-mappings.ts';
import { isOff } from '../../model/turned-off.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { DECIDING_CODES, NOTE_CODES, REASON_CODES, type ReasonCode } from '../../model/reason.ts';
import { SIDES, onBoth } from '../../model/side.ts';
import type { FieldCounts, SideCounts, SyncCounts } from '../../model/summary.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import { pairCount, type SyncPlan } from '../sync-plan.ts';
import { countCreated } from './created.ts';
import { countReturned } from './handed-over.ts';
import { countRemovals } from './removals.ts';
import { unmappedStages } from './stage-facts.ts';
import { countedPairs, tally } from './tally.ts';

/** Counts of a sync (FORMATS.md, `counts`; HE4). */
export function* countSync(plan: SyncPlan): Steps<SyncCounts> {
  const pairs = pairCount(plan);
  const rights = pairs + plan.lone.left.length;
  const linked = yield* histogram(plan.outcomes.subarray(0, pairs), OUTCOMES.length);
  const left = yield* histogram(plan.outcomes.subarray(pairs, rights), OUTCOMES.length);
  const right = yield* histogram(plan.outcomes.subarray(rights), OUTCOMES.length);
  const stages = yield* unmappedStages(plan);
  const created = plan.created === null ? null : yield* countCreated(plan, plan.created);
  const deleted = yield* countRemovals(plan);
  return {
    left: sideCounts(linked, left),
    right: sideCounts(linked, right),
    writes: yield* writeCounts(plan.acts),
    fields: yield* fieldCounts(plan),
    reasons: yield* reasonCounts(plan),
    ...(isOff(plan.sync) ? { off: true } : {}),
    ...(created === null ? {} : { created }),
    ...(deleted === null ? {} : { deleted }),
    ...(stages === null ? {} : { stages }),
  };
}

/** How often each number under `kinds` occurs. */
function* histogram(numbers: Uint8Array, kinds: number): Steps<Uint32Array> {
  const counts = new Uint32Array(kinds);
  yield* inSlices('impact', numbers.length, (from, to) => {
    countPart(numbers.subarray(from, to), counts);
  });
  return counts;
}

function countPart(numbers: Uint8Array, counts: Uint32Array): void {
  for (let at = 0; at < numbers.length; at++) counts[numbers[at]!]!++;
}

function countBits(words: Uint32Array, counts: Uint32Array): void {
  for (let at = 0; at < words.length; at++) {
    for (let rest = words[at]!; rest !== 0; rest &= rest - 1) counts[31 - Math.clz32(rest & -rest)]!++;
  }
}

/** Subjects that are created, updated and deleted on either side. */
function* writeCounts(acts: Uint8Array): Steps<SyncCounts['writes']> {
  const counts = yield* histogram(acts, ACT_SETS);
  return onBoth((side) => {
    const done = (act: Act): number =>
      counts.reduce((sum, count, set) => (actOn(set, side) === act ? sum + count : sum), 0);
    return { create: done('create'), update: done('update'), delete: done('delete') };
  });
}

function sideCounts(linked: Uint32Array, lone: Uint32Array): SideCounts {
  const counts: Partial<Record<Outcome | 'read', number>> = {};
  let read = 0;
  OUTCOMES.forEach((outcome, code) => {
    const n = linked[code]! + lone[code]!;
    counts[outcome] = n;
    read += n;
  });
  return { ...(counts as Record<Outcome, number>), read };
}

function* fieldCounts(plan: SyncPlan): Steps<FieldCounts[]> {
  const { sync } = plan;
  const named = [...sync.mappings, ...stageMappings(sync), ...sync.associations.map(mappingOfAssociation)];
  const counts: Writable<FieldCounts>[] = named.map(({ left, right }) => ({
    left,
    right,
    fills: 0,
    overwrites: 0,
    clears: 0,
    same: 0,
  }));
  const counted = yield* countedPairs(plan);
  const inForm = new Map<number, number>();
  for (const [position, on] of plan.mappings.entries()) {
    const field = counts[on.index]!;
    for (const { verdict, state, pairs } of yield* tally(plan, position, counted)) {
      if ((state & STATE.equal) !== 0) field.same += pairs;
      const write = writeOf(plan.verdictList[verdict]!);
      if (write === null) continue;
      const [into, from] =
        write.side === 'left' ? [STATE.blankLeft, STATE.blankRight] : [STATE.blankRight, STATE.blankLeft];
      if ((state & from) !== 0) field.clears += pairs;
      else if ((state & into) !== 0) field.fills += pairs;
      else field.overwrites += pairs;
    }
    const strict = plan.strict[position];
    if (strict) inForm.set(on.index, yield* countInForm(plan.states[position]!, strict, counted));
    const returned = plan.returned[position]!;
    const handOver = returned === null ? null : yield* countReturned(returned, counted);
    if (handOver !== null) field.handOver = handOver;
  }
  return counts.map((field, index) => {
    const sameInForm = inForm.get(index);
    return sameInForm === undefined ? field : { ...field, sameInForm };
  });
}

/** SA1: counted pairs that are equal by a form alone. */
function* countInForm(states: Uint8Array, strict: Uint8Array, counted: Uint8Array): Steps<number> {
  let count = 0;
  yield* inSlices('impact', states.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      if (counted[pair] === 1 && (states[pair]! & ~strict[pair]! & STATE.equal) !== 0) count++;
    }
  });
  return count;
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

function* reasonCounts({ reasons, notes }: SyncPlan): Steps<Partial<Record<ReasonCode, number>>> {
  const counted = new Map<ReasonCode, number>();
  const words = [
    { codes: DECIDING_CODES, bits: reasons },
    { codes: NOTE_CODES, bits: notes },
  ] as const;
  for (const { codes, bits } of words) {
    const counts = new Uint32Array(codes.length);
    yield* inSlices('impact', bits.length, (from, to) => {
      countBits(bits.subarray(from, to), counts);
    });
    codes.forEach((code, at) => counted.set(code, counts[at]!));
  }
  const named: Partial<Record<ReasonCode, number>> = {};
  for (const code of REASON_CODES) {
    const count = counted.get(code)!;
    if (count > 0) named[code] = count;
  }
  return named;
}

/** Records of either side that get a blank written over a value (guard `maxCleared`); `going`: of these writes alone, null: of all. */
export function* countCleared(plan: SyncPlan, going: Going | null): Steps<number> {
  const cleared = new Uint8Array(pairCount(plan));
  const side = plan.verdictList.map((verdict) => {
    const write = writeOf(verdict);
    return write === null ? 0 : write.side === 'left' ? 1 : 2;
  });
  for (const [position, verdicts] of plan.verdicts.entries()) {
    const states = plan.states[position]!;
    const aside = going?.withheld.get(plan.mappings[position]!.mapping.left);
    yield* inSlices('impact', verdicts.length, (first, end) => {
      for (let pair = first; pair < end; pair++) {
        const write = side[verdicts[pair]!]!;
        if (write === 0 || plan.acts[pair] === 0) continue;
        if (going !== null && going[write === 1 ? 'left' : 'right'][pair] === 0) continue;
        if (aside !== undefined && aside[pair]! > 0) continue;
        const from = write === 1 ? STATE.blankRight : STATE.blankLeft;
        if ((states[pair]! & from) !== 0) cleared[pair]! |= write;
      }
    });
  }
  const [, left = 0, right = 0, both = 0] = yield* histogram(cleared, 4);
  return left + right + 2 * both;
}

export const bothSidesRead = (plan: SyncPlan): boolean => SIDES.every((side) => plan.records[side].count > 0);
