import type { Decision } from '../../model/choices.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { ReasonCode } from '../../model/reason.ts';
import type { DifferingSubjects, DifferWord } from './differing.ts';
import type { LinkWord, PlanTraits } from './traits.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** Decisions as a column says them: 0 where there is nothing to decide. */
export const DECISION_WORDS = ['open', 'approved', 'held', 'rejected'] as const satisfies readonly (
  Decision | 'open'
)[];

export const SCOPES = ['all', 'written', 'needs-person', 'changed'] as const;
export const TRAIT_REASONS = ['by-rule', 'fills-blank', 'one-side-changed'] as const;
export const WAYS = ['to-left', 'to-right', 'both-ways'] as const;

/** Which subjects are looked for. Lists are ORed inside, ANDed between; empty lists pass all. */
export interface SubjectFilter {
  readonly scope: (typeof SCOPES)[number];
  readonly outcomes: readonly Outcome[];
  readonly decisions: readonly (Decision | 'open')[];
  readonly reasons: readonly (ReasonCode | (typeof TRAIT_REASONS)[number])[];
  /** Left field names of mappings that write. */
  readonly fields: readonly string[];
  readonly linkedBy: readonly LinkWord[];
  readonly directions: readonly (typeof WAYS)[number][];
  /** Why values differ (DX1), in any mapping, or in the one that `differsIn` names by its left field. */
  readonly differs: readonly DifferWord[];
  /** One field at most: what differs elsewhere is not looked at. Alone it asks for any difference. */
  readonly differsIn: readonly string[];
}

/** Every subject passes. */
export const ALL_SUBJECTS: SubjectFilter = {
  scope: 'all',
  outcomes: [],
  decisions: [],
  reasons: [],
  fields: [],
  linkedBy: [],
  directions: [],
  differs: [],
  differsIn: [],
};

/** The columns a filter looks at. */
export interface Filtered {
  readonly plan: Pick<SyncPlan, 'outcomes' | 'reasons' | 'notes' | 'mappings'>;
  readonly traits: PlanTraits;
  /** Per subject 0, or 1 + a position in `DECISION_WORDS`. */
  readonly decisions: Uint8Array;
  /** Why values differ, in the mapping the filter names or in all; null where it was not asked. */
  readonly differing: DifferingSubjects | null;
  /** 1 where outcome or writes are others than in the plan compared with; null: nothing to compare with. */
  readonly changed: Uint8Array | null;
  /** 1 where the text looked for was found; null: none is looked for. */
  readonly found: Uint8Array | null;
}

/** One bit a group: which of them keep a subject out. */
export const GROUP = {
  scope: 1,
  outcomes: 2,
  decisions: 4,
  reasons: 8,
  fields: 16,
  linkedBy: 32,
  directions: 64,
  differs: 128,
} as const;
