import { DIFFER_CLASSES } from '../../model/differ.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { DECIDING_CODES, NOTE_CODES, type ReasonCode } from '../../model/reason.ts';
import { FacetCounter, type FacetCount } from './facets.ts';
import { LINK_WORDS, SCOPES, WAYS } from '../../model/plan-filter.ts';
import { DECISION_WORDS, GROUP, type Filtered, type SubjectFilter } from './groups.ts';
import type { SubjectClasses } from './classes.ts';
import { DIFFER_WORDS } from './differing.ts';
import { TRAIT } from './traits.ts';
import { noughts, type Spare } from '../../run/spare.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import { outcomeCode } from '../sync-plan.ts';

export interface FilterResult {
  /** In plan order. */
  readonly subjects: Uint32Array;
  /** Counts under all groups but their own. */
  readonly facets: readonly FacetCount[];
  /** Counts of every scope under all groups. */
  readonly scopes: Readonly<Record<SubjectFilter['scope'], number>>;
}

/** The subjects of a filter, its facets and scopes: what is alike in all a filter looks at is asked once. `spare`: where the list is made. */
export function* filterSubjects(
  on: Filtered,
  filter: SubjectFilter,
  spare: Spare | null = null,
): Steps<FilterResult> {
  const { members } = classesOf(on);
  const tests = testsOf(on, filter);
  const counter = new FacetCounter(on);
  const counts = yield* countAlike(on);
  const passes = new Uint8Array(counts.length);
  for (let alike = 0; alike < counts.length; alike++) {
    const count = counts[alike]!;
    if (count === 0) continue;
    const decision = (alike >> 1) & 7;
    const member = members[alike >> 4]!;
    const scopes = scopesOf(on, member, (alike & 1) === 1);
    const out = keptOutBy(on, tests, member, decision, scopes);
    passes[alike] = out === 0 ? 1 : 0;
    // Kept out by one group at most: only such subjects count anywhere.
    if ((out & (out - 1)) === 0) counter.add({ member, decision, scopes, count }, out);
  }
  return {
    subjects: yield* passing(on, passes, counts, spare),
    facets: counter.facets(filter.differsIn),
    scopes: counter.scopes(),
  };
}

/** What is alike in all a filter looks at but decisions and changes. */
const classesOf = ({ traits, differing }: Filtered): SubjectClasses => differing?.classes ?? traits.classes;

/** A subject's class, decision and change as one number: 16 a class. */
const alikeAt = (on: Filtered, subject: number): number =>
  (classesOf(on).of[subject]! << 4) |
  (on.decisions[subject]! << 1) |
  (on.changed === null ? 0 : on.changed[subject]!);

/** Subjects that are found, by `alikeAt`. */
function* countAlike(on: Filtered): Steps<Uint32Array> {
  const { found } = on;
  const counts = new Uint32Array(classesOf(on).members.length * 16);
  yield* inSlices('impact', on.decisions.length, (from, to) => {
    for (let subject = from; subject < to; subject++) {
      if (found === null || found[subject] === 1) counts[alikeAt(on, subject)]!++;
    }
  });
  return counts;
}

/** Subjects that are found and pass, in plan order. */
function* passing(
  on: Filtered,
  passes: Uint8Array,
  counts: Uint32Array,
  spare: Spare | null,
): Steps<Uint32Array> {
  const { found } = on;
  const total = counts.reduce((sum, many, alike) => sum + many * passes[alike]!, 0);
  // One more: every subject is written, and the next one over it where it does not pass.
  const subjects = noughts(Uint32Array, total + 1, spare);
  let count = 0;
  yield* inSlices('impact', on.decisions.length, (from, to) => {
    for (let subject = from; subject < to; subject++) {
      const passed = passes[alikeAt(on, subject)]!;
      subjects[count] = subject;
      count += found === null ? passed : passed & found[subject]!;
    }
  });
  return subjects.subarray(0, total);
}

/** One bit for each group of the filter that the subjects like this one do not pass. */
function keptOutBy(
  { plan, traits, differing }: Filtered,
  tests: Tests,
  member: number,
  decision: number,
  scopes: number,
): number {
  const own = traits.traits[member]!;
  let out =
    tests.outcome[plan.outcomes[member]!]! |
    tests.decision[decision]! |
    tests.link[traits.links[member]!]! |
    tests.way[own & 3]!;
  const said = (plan.reasons[member]! & tests.reasonBits) | (plan.notes[member]! & tests.noteBits);
  if (tests.byReason && said === 0 && (own & tests.traitBits) === 0) out |= GROUP.reasons;
  if (tests.fieldBits !== null && !writesOneOf(traits.fields, tests.fieldBits, member)) out |= GROUP.fields;
  if (tests.byDiffer && (differing === null || (differing.bits[member]! & tests.differBits) === 0))
    out |= GROUP.differs;
  if ((scopes & tests.scope) === 0) out |= GROUP.scope;
  return out;
}

interface Tests {
  readonly outcome: Uint8Array;
  readonly decision: Uint8Array;
  readonly link: Uint8Array;
  readonly way: Uint8Array;
  readonly byReason: boolean;
  readonly reasonBits: number;
  readonly noteBits: number;
  readonly traitBits: number;
  readonly fieldBits: readonly number[] | null;
  readonly byDiffer: boolean;
  readonly differBits: number;
  readonly scope: number;
}

function testsOf({ plan, traits }: Filtered, filter: SubjectFilter): Tests {
  const table = <T extends string>(
    words: readonly T[],
    wanted: readonly T[],
    group: number,
    first: number,
  ): Uint8Array => {
    const out = new Uint8Array(32);
    if (wanted.length > 0) {
      out.fill(group);
      for (const word of wanted) out[words.indexOf(word) + first] = 0;
    }
    return out;
  };
  const traitBits = filter.reasons.reduce((bits, word) => bits | (TRAIT_BITS.get(word) ?? 0), 0);
  const bitsOf = (codes: readonly ReasonCode[]): number =>
    codes.reduce((bits, code, at) => (filter.reasons.includes(code) ? bits | (1 << at) : bits), 0);
  const fieldBits = traits.fields.map(() => 0);
  plan.mappings.forEach(({ mapping }, position) => {
    if (filter.fields.includes(mapping.left)) fieldBits[position >> 5]! |= 1 << (position & 31);
  });
  return {
    outcome: table(OUTCOMES, filter.outcomes, GROUP.outcomes, 0),
    decision: table(DECISION_WORDS, filter.decisions, GROUP.decisions, 1),
    link: table(LINK_WORDS, filter.linkedBy, GROUP.linkedBy, 0),
    way: table(WAYS, filter.directions, GROUP.directions, 1),
    byReason: filter.reasons.length > 0,
    reasonBits: bitsOf(DECIDING_CODES),
    noteBits: bitsOf(NOTE_CODES),
    traitBits,
    fieldBits: filter.fields.length > 0 ? fieldBits : null,
    byDiffer: filter.differs.length + filter.differsIn.length > 0,
    differBits:
      filter.differs.length === 0
        ? ALL_CLASSES
        : filter.differs.reduce((bits, word) => bits | (1 << DIFFER_WORDS.indexOf(word)), 0),
    scope: 1 << SCOPES.indexOf(filter.scope),
  };
}

const ALL_CLASSES = (1 << DIFFER_CLASSES.length) - 1;

const TRAIT_BITS: ReadonlyMap<string, number> = new Map([
  ['by-rule', TRAIT.byRule],
  ['fills-blank', TRAIT.fillsBlank],
  ['one-side-changed', TRAIT.oneSideChanged],
]);

const NEEDS_PERSON = new Uint8Array(32);
for (const outcome of ['conflict', 'failing', 'ambiguous'] as const) NEEDS_PERSON[outcomeCode(outcome)] = 4;

/** Bits by position in `SCOPES`. */
function scopesOf({ plan, traits }: Filtered, subject: number, isChanged: boolean): number {
  const written = (traits.traits[subject]! & 3) !== 0 ? 2 : 0;
  return 1 | written | NEEDS_PERSON[plan.outcomes[subject]!]! | (isChanged ? 8 : 0);
}

const writesOneOf = (fields: readonly Uint32Array[], wanted: readonly number[], subject: number): boolean =>
  wanted.some((bits, at) => (fields[at]![subject]! & bits) !== 0);
