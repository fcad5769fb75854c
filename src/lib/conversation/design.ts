import type { DesignStep } from '../engine/model/design-step.ts';
import type {
  Both,
  DesignError,
  DesignWarning,
  Side,
  FilterFact,
  MappingFact,
  StageFact,
  StageFields,
  SyncDesign,
  TypeCheck,
} from '../engine/index.ts';
import type { LeftOutCode, SuggestedMapping } from '../engine/suggest/index.ts';
import type { PlanHead } from './plan.ts';
import type { OpenQuestion } from './questions.ts';

export interface DesignHead {
  /** The design file as it is kept, unknown members and all. */
  readonly json: unknown;
  /** With every default filled in; null while it cannot be read. */
  readonly design: SyncDesign | null;
  readonly errors: readonly DesignError[];
  readonly warnings: readonly DesignWarning[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly savedAt: string;
  /** What a person changed since the plan was last kept. */
  readonly changes: DesignChanges;
  /** What `suggest` said of the mappings, by sync; null where the design was given. */
  readonly suggested: Readonly<Record<string, SuggestedSync>> | null;
  /** What the files leave open as long as this design does not say it. */
  readonly questions: readonly OpenQuestion[];
}

/** A plan that was kept, and the design as it is measured by it. */
export interface KeptPlanHead {
  readonly plan: PlanHead;
  readonly design: DesignHead;
}

/** What was done to a design, by a person or by Drysync itself; an older version kept its words. */
export type DoneStep =
  | DesignStep
  | { readonly code: 'suggested'; readonly values: { readonly sync: string } }
  | {
      readonly code: 'sample' | 'taken-in' | 'reverted' | 'app-fields';
      readonly values: Readonly<Record<string, never>>;
    }
  | { readonly code: 'text'; readonly values: { readonly text: string } };

/** Design steps, oldest first. */
export interface DesignChanges {
  readonly made: readonly DoneStep[];
  /** Steps the kept plan was made with that were taken back since. */
  readonly takenBack: readonly DoneStep[];
}

/** Two columns that may be the same, how sure that is (0 to 1), and why. */
export type SuggestedPair = Pick<SuggestedMapping, 'left' | 'right' | 'sure' | 'why'>;

/** A column that is in no mapping, and why. */
export interface SuggestedLeftOut {
  readonly side: Side;
  readonly name: string;
  readonly why: LeftOutCode;
}

export interface SuggestedSync {
  readonly kind: string;
  readonly mappings: readonly SuggestedPair[];
  readonly leftOut: readonly SuggestedLeftOut[];
  /** The fields a stage map would begin with (S122). */
  readonly stages: Both<StageFields> | null;
}

/** What a key does on the real records. */
export interface KeyFacts {
  readonly fields: readonly {
    readonly left: string;
    readonly right: string;
    readonly normalize: readonly string[];
  }[];
  /** Left records this key finds on the right; of them those no earlier key finds. */
  readonly hits: number;
  readonly newHits: number;
  /** Hits that are equal only through the normalisers (the texts differ). */
  readonly byNormaliser: number;
  /** Per normaliser of the key: the hits that would be lost without it. */
  readonly alone: readonly { readonly name: string; readonly hits: number }[];
}

export interface MappingFacts {
  /** Position in the design. */
  readonly index: number;
  /** Shares from 0 to 1. */
  readonly filled: Both<number>;
  readonly check: TypeCheck;
  /** A linked pair that shows the mapping; null without one. */
  readonly sample: MappingFact['sample'];
}

export interface SyncFacts {
  readonly sync: string;
  readonly linked: number;
  readonly ambiguous: number;
  readonly duplicate: number;
  readonly keys: readonly KeyFacts[];
  readonly mappings: readonly MappingFacts[];
  /** How many records pass; null on a side whose filter is not asked. */
  readonly filters: Both<FilterFact | null>;
  /** Where the records stand; null without a stage map. */
  readonly stages: Both<readonly StageFact[]> | null;
}
