import { BY } from '../../model/link-by.ts';
import type { MatchKey, NormalizerName } from '../../model/design.ts';
import { LINK_WORDS } from '../../model/plan-filter.ts';
import { conflictOf, writeOf, type Verdict } from '../../merge/verdict.ts';
import { actBits } from '../../model/act.ts';
import { SIDES } from '../../model/side.ts';
import { noughts, type Spare } from '../../run/spare.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import { WAY, fieldWords } from '../create-writes.ts';
import { classesOf, type SubjectClasses } from './classes.ts';
import { outcomeCode, pairCount, subjectCount, type SyncPlan } from '../sync-plan.ts';

/** What a subject's writes and conflicts are like. The first two are its direction. */
export const TRAIT = {
  toLeft: WAY.left,
  toRight: WAY.right,
  byRule: 4,
  fillsBlank: 8,
  oneSideChanged: 16,
} as const;

/** Columns over the subjects of a plan that filters look at. */
export interface PlanTraits {
  /** `TRAIT` bits. */
  readonly traits: Uint8Array;
  /** Positions in `LINK_WORDS`. */
  readonly links: Uint8Array;
  /** Per mapping one bit: does the subject write it? 32 mappings an array. */
  readonly fields: readonly Uint32Array[];
  /** Reasons that occur in the plan. */
  readonly reasonsSeen: number;
  readonly notesSeen: number;
  /** By outcome, reasons and all of the above. */
  readonly classes: SubjectClasses;
}

const WRITES = TRAIT.toLeft | TRAIT.toRight;

export const writesAnything = (traits: number): boolean => (traits & WRITES) !== 0;

/** One pass over verdicts and created values; kept with a plan. */
export function* planTraits(plan: SyncPlan, spare: Spare | null = null): Steps<PlanTraits> {
  const subjects = subjectCount(plan);
  const traits = noughts(Uint8Array, subjects, spare);
  const fields = fieldWords(plan.mappings, subjects, spare);
  const room = noughts(Uint32Array, subjects, spare);
  yield* pairTraits(plan, traits, fields, room);
  const created = yield* plan.createWrites();
  traits.set(created.traits, pairCount(plan));
  created.fields.forEach((bits, word) => fields[word]!.set(bits, pairCount(plan)));
  const links = yield* linkWords(plan, noughts(Uint8Array, subjects, spare));
  const looks = yield* looksOf(plan.outcomes, traits, links, room);
  const classes = yield* classesOf(looks, plan.reasons, [plan.notes, ...fields]);
  const reasonsSeen = classes.members.reduce((seen, subject) => seen | plan.reasons[subject]!, 0);
  const notesSeen = classes.members.reduce((seen, subject) => seen | plan.notes[subject]!, 0);
  return { traits, links, fields, reasonsSeen, notesSeen, classes };
}

/** Three small columns as one. */
function* looksOf(
  outcomes: Uint8Array,
  traits: Uint8Array,
  links: Uint8Array,
  looks: Uint32Array,
): Steps<Uint32Array> {
  yield* inSlices('impact', looks.length, (from, to) => {
    for (let subject = from; subject < to; subject++)
      looks[subject] = outcomes[subject]! | (traits[subject]! << 4) | (links[subject]! << 9);
  });
  return looks;
}

/** Subjects with writes, without the columns. */
export function countWritten(plan: SyncPlan): number {
  const { acts, creates } = plan;
  let written = 0;
  for (let pair = 0; pair < pairCount(plan); pair++) if (acts[pair] !== 0) written++;
  const [left, right] = SIDES.map((side) => actBits(side, 'delete'));
  for (let at = pairCount(plan); at < acts.length; at++)
    if (acts[at] === left || acts[at] === right) written++;
  return SIDES.reduce((sum, side) => sum + creates[side].total - creates[side].empty, written);
}

/** Writes of a subject. */
export const writeCount = ({ fields }: Pick<PlanTraits, 'fields'>, subject: number): number =>
  fields.reduce((sum, bits) => sum + bitCount(bits[subject]!), 0);

function* pairTraits(
  plan: SyncPlan,
  traits: Uint8Array,
  fields: readonly Uint32Array[],
  room: Uint32Array,
): Steps<void> {
  const bits = Uint8Array.from(plan.verdictList, traitsOf);
  const writes = bits.map((has) => ((has & WRITES) === 0 ? 0 : 1));
  const acting = yield* actingPairs(plan, room);
  for (const [position, verdicts] of plan.verdicts.entries()) {
    const own = fields[position >> 5]!;
    const shift = position & 31;
    yield* inSlices('impact', acting.length, (from, to) => {
      for (let at = from; at < to; at++) {
        const pair = acting[at]!;
        const verdict = verdicts[pair]!;
        traits[pair]! |= bits[verdict]!;
        own[pair]! |= writes[verdict]! << shift;
      }
    });
  }
}

/** Pairs that write or wait for a person: those whose conflicts are told as decided or open. The first of `found`. */
function* actingPairs(plan: SyncPlan, found: Uint32Array): Steps<Uint32Array> {
  const conflict = outcomeCode('conflict');
  let count = 0;
  yield* inSlices('impact', pairCount(plan), (from, to) => {
    for (let pair = from; pair < to; pair++) {
      found[count] = pair;
      if (plan.acts[pair] !== 0 || plan.outcomes[pair] === conflict) count++;
    }
  });
  return found.subarray(0, count);
}

function traitsOf(verdict: Verdict): number {
  const decidedBy = conflictOf(verdict)?.decidedBy ?? null;
  const byRule = decidedBy !== null && decidedBy !== 'person' ? TRAIT.byRule : 0;
  const write = writeOf(verdict);
  if (write === null) return byRule;
  const { side, because } = write;
  const way = WAY[side];
  const changed = because === 'left-changed' || because === 'right-changed' || because === 'cleared';
  return (
    byRule | way | (because === 'fill-blank' ? TRAIT.fillsBlank : 0) | (changed ? TRAIT.oneSideChanged : 0)
  );
}

function* linkWords(plan: SyncPlan, links: Uint8Array): Steps<Uint8Array> {
  const { matches, keys, codes } = plan.matching;
  const { left, right } = plan.pairs;
  yield* inSlices('impact', left.length, (from, to) => {
    for (let pair = from; pair < to; pair++) links[pair] = matches.by.left[left[pair]!]!;
  });
  const names = keys.map(isNameKey);
  if (keys.length < 2 || !names.includes(true)) return links;
  const nameOnly = LINK_WORDS.indexOf('name-only');
  yield* inSlices('impact', left.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      if (matches.by.left[left[pair]!] !== BY.key) continue;
      let hits = 0;
      let differs = false;
      for (let key = 0; key < keys.length; key++) {
        const a = codes[key]!.codes.left[left[pair]!]!;
        const b = codes[key]!.codes.right[right[pair]!]!;
        if (a >= 0 && a === b) hits |= names[key] === true ? 1 : 2;
        else if (a >= 0 && b >= 0 && names[key] !== true) differs = true;
      }
      if (hits === 1 && differs) links[pair] = nameOnly;
    }
  });
  return links;
}

const NAME_NORMALIZERS: readonly NormalizerName[] = ['name', 'name-no-diacritics', 'name-no-legal-form'];

const isNameKey = ({ fields }: MatchKey): boolean =>
  fields.every(({ normalize }) => normalize.some((name) => NAME_NORMALIZERS.includes(name)));

export function bitCount(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
