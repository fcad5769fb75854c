import type { Decision } from '../../model/choices.ts';
import type { PlanFilter, SCOPES } from '../../model/plan-filter.ts';
import type { DifferingSubjects, DifferWord } from './differing.ts';
import type { PlanTraits } from './traits.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** Decisions as a column says them: 0 where there is nothing to decide. */
export const DECISION_WORDS = ['open', 'approved', 'held', 'rejected'] as const satisfies readonly (
  Decision | 'open'
)[];

/** A decision as a column says it. */
export const decisionCode = (word: (typeof DECISION_WORDS)[number]): number =>
  DECISION_WORDS.indexOf(word) + 1;

/** Which subjects are looked for. Lists are ORed inside, ANDed between; empty lists pass all. */
export interface SubjectFilter extends PlanFilter {
  readonly scope: (typeof SCOPES)[number];
  readonly decisions: readonly (Decision | 'open')[];
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
