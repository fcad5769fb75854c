import { OUTCOMES } from '../model/outcome.ts';
import { REASON_CODES } from '../model/reason.ts';
import {
  DECISION_WORDS,
  GROUP,
  SCOPES,
  TRAIT_REASONS,
  WAYS,
  type Filtered,
  type SubjectFilter,
} from './filter-groups.ts';
import { LINK_WORDS, type PlanTraits } from './filter-traits.ts';

export interface FacetCount {
  readonly group: 'outcomes' | 'decisions' | 'reasons' | 'fields' | 'linkedBy' | 'directions';
  readonly value: string;
  readonly count: number;
}

const ALL = 127;

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
  readonly #traits = new Uint32Array(TRAIT_REASONS.length);
  readonly #fields: Uint32Array;
  readonly #scopes = new Uint32Array(16);

  constructor(on: Filtered) {
    this.#on = on;
    this.#fields = new Uint32Array(on.traits.fields.length * 32);
  }

  /** `out`: the one group that keeps the subject out, or 0. */
  add(subject: number, out: number, scopes: number): void {
    const { plan, traits, decisions } = this.#on;
    const groups = out === 0 ? ALL : out;
    const own = traits.traits[subject]!;
    if ((groups & GROUP.scope) !== 0) this.#scopes[scopes]!++;
    if ((groups & GROUP.outcomes) !== 0) this.#outcomes[plan.outcomes[subject]!]!++;
    if ((groups & GROUP.decisions) !== 0) this.#decisions[decisions[subject]!]!++;
    if ((groups & GROUP.linkedBy) !== 0) this.#links[traits.links[subject]!]!++;
    if ((groups & GROUP.directions) !== 0) this.#ways[own & 3]!++;
    if ((groups & GROUP.reasons) !== 0) {
      for (let bits = plan.reasons[subject]!; bits !== 0; bits &= bits - 1)
        this.#reasons[31 - Math.clz32(bits & -bits)]!++;
      if ((own & 4) !== 0) this.#traits[0]!++;
      if ((own & 8) !== 0) this.#traits[1]!++;
      if ((own & 16) !== 0) this.#traits[2]!++;
    }
    if ((groups & GROUP.fields) !== 0 && (own & 3) !== 0) this.#addFields(subject, traits);
  }

  /** Every value that can occur in the plan, zero or not, in the order of the model. */
  facets(): readonly FacetCount[] {
    const { plan, traits } = this.#on;
    const of = (
      group: FacetCount['group'],
      words: readonly string[],
      counts: Uint32Array,
      first: number,
    ): FacetCount[] => words.map((value, at) => ({ group, value, count: counts[at + first]! }));
    const reasons = of('reasons', REASON_CODES, this.#reasons, 0);
    const fields = plan.mappings.map(({ mapping }) => mapping.left);
    return [
      ...of('outcomes', OUTCOMES, this.#outcomes, 0),
      ...of('decisions', DECISION_WORDS, this.#decisions, 1),
      ...of('reasons', TRAIT_REASONS, this.#traits, 0),
      ...reasons.filter((_, at) => ((traits.reasonsSeen >>> at) & 1) === 1),
      ...of('fields', fields, this.#fields, 0),
      ...of('linkedBy', LINK_WORDS, this.#links, 0),
      ...of('directions', WAYS, this.#ways, 1),
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

  #addFields(subject: number, { fields }: PlanTraits): void {
    for (let word = 0; word < fields.length; word++) {
      for (let bits = fields[word]![subject]!; bits !== 0; bits &= bits - 1)
        this.#fields[word * 32 + 31 - Math.clz32(bits & -bits)]!++;
    }
  }
}
