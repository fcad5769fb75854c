import { OUTCOMES } from '../../model/outcome.ts';
import { DECIDING_CODES, NOTE_CODES } from '../../model/reason.ts';
import { LINK_WORDS, SCOPES, TRAIT_REASONS, WAYS } from '../../model/plan-filter.ts';
import { DECISION_WORDS, GROUP, type Filtered, type SubjectFilter } from './groups.ts';
import { DIFFER_WORDS } from './differing.ts';

export interface FacetCount {
  readonly group:
    'outcomes' | 'decisions' | 'reasons' | 'fields' | 'linkedBy' | 'directions' | 'differs' | 'differsIn';
  readonly value: string;
  readonly count: number;
}

const ALL = 255;

/** Subjects a filter cannot tell apart. */
export interface AlikeSubjects {
  /** One of them. */
  readonly member: number;
  /** 0, or 1 + a position in `DECISION_WORDS`. */
  readonly decision: number;
  /** Bits by position in `SCOPES`. */
  readonly scopes: number;
  readonly count: number;
}

/**
 * Counts of facet values, each under the other groups: a subject counts in the groups it passes, and where one group alone keeps
 * it out in that one.
 */
export class FacetCounter {
  readonly #on: Filtered;
  readonly #outcomes = new Uint32Array(32);
  readonly #decisions = new Uint32Array(8);
  readonly #links = new Uint32Array(8);
  readonly #ways = new Uint32Array(4);
  readonly #reasons = new Uint32Array(32);
  readonly #notes = new Uint32Array(32);
  readonly #traits = new Uint32Array(TRAIT_REASONS.length);
  readonly #differs = new Uint32Array(32);
  #differing = 0;
  readonly #fields: Uint32Array;
  /** By mapping, the first one of its left field: the parts of a stage can share one (S90). */
  readonly #first: readonly number[];
  readonly #scopes = new Uint32Array(16);

  constructor(on: Filtered) {
    this.#on = on;
    this.#fields = new Uint32Array(on.traits.fields.length * 32);
    const lefts = on.plan.mappings.map(({ mapping }) => mapping.left);
    this.#first = lefts.map((left) => lefts.indexOf(left));
  }

  /** `out`: the one group that keeps them out, or 0. */
  add({ member, decision, scopes, count }: AlikeSubjects, out: number): void {
    const { plan, traits, differing } = this.#on;
    const groups = out === 0 ? ALL : out;
    const own = traits.traits[member]!;
    if ((groups & GROUP.scope) !== 0) this.#scopes[scopes]! += count;
    if ((groups & GROUP.outcomes) !== 0) this.#outcomes[plan.outcomes[member]!]! += count;
    if ((groups & GROUP.decisions) !== 0) this.#decisions[decision]! += count;
    if ((groups & GROUP.linkedBy) !== 0) this.#links[traits.links[member]!]! += count;
    if ((groups & GROUP.directions) !== 0) this.#ways[own & 3]! += count;
    if ((groups & GROUP.reasons) !== 0) {
      addBits(this.#reasons, plan.reasons[member]!, count);
      addBits(this.#notes, plan.notes[member]!, count);
      addBits(this.#traits, own >> 2, count);
    }
    const why = differing === null ? 0 : differing.bits[member]!;
    if ((groups & GROUP.differs) !== 0 && why !== 0) {
      this.#differing += count;
      addBits(this.#differs, why, count);
    }
    if ((groups & GROUP.fields) !== 0 && (own & 3) !== 0) {
      const writes = traits.fields.map((bits) => bits[member]!);
      this.#first.forEach((first, at) => {
        const bit = 1 << (at & 31);
        if (first === at || (writes[at >> 5]! & bit) === 0) return;
        writes[at >> 5]! &= ~bit;
        writes[first >> 5]! |= 1 << (first & 31);
      });
      writes.forEach((bits, word) => addBits(this.#fields.subarray(word * 32), bits, count));
    }
  }

  /** Every value that can occur in the plan, zero or not, in the order of the model. `differsIn`: the field the filter names. */
  facets(differsIn: readonly string[]): readonly FacetCount[] {
    const { plan, traits, differing } = this.#on;
    const of = (
      group: FacetCount['group'],
      words: readonly string[],
      counts: Uint32Array,
      first: number,
    ): FacetCount[] => words.map((value, at) => ({ group, value, count: counts[at + first]! }));
    const reasons = of('reasons', DECIDING_CODES, this.#reasons, 0);
    const notes = of('reasons', NOTE_CODES, this.#notes, 0);
    const fields = plan.mappings.map(({ mapping }) => mapping.left);
    return [
      ...of('outcomes', OUTCOMES, this.#outcomes, 0),
      ...of('decisions', DECISION_WORDS, this.#decisions, 1),
      ...of('reasons', TRAIT_REASONS, this.#traits, 0),
      ...reasons.filter((_, at) => ((traits.reasonsSeen >>> at) & 1) === 1),
      ...notes.filter((_, at) => ((traits.notesSeen >>> at) & 1) === 1),
      ...of('fields', fields, this.#fields, 0).filter((_, at) => this.#first[at] === at),
      ...of('linkedBy', LINK_WORDS, this.#links, 0),
      ...of('directions', WAYS, this.#ways, 1),
      ...of('differs', DIFFER_WORDS, this.#differs, 0).filter(
        (_, at) => differing !== null && ((differing.seen >>> at) & 1) === 1,
      ),
      ...differsIn.map((value): FacetCount => ({ group: 'differsIn', value, count: this.#differing })),
    ];
  }

  scopes(): Readonly<Record<SubjectFilter['scope'], number>> {
    const count = (scope: SubjectFilter['scope']): number => {
      const bit = 1 << SCOPES.indexOf(scope);
      return this.#scopes.reduce((sum, n, bits) => ((bits & bit) === 0 ? sum : sum + n), 0);
    };
    return {
      all: count('all'),
      written: count('written'),
      'needs-person': count('needs-person'),
      changed: count('changed'),
    };
  }
}

/** Adds to the count of every bit that is set. */
function addBits(counts: Uint32Array, bits: number, count: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) counts[31 - Math.clz32(rest & -rest)]! += count;
}
