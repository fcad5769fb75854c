import type { Both } from './side.ts';

/** ST5: which lifecycle stages of a side a sync of contacts or leads is limited to. */
export interface LifecycleLimit {
  readonly field: string;
  readonly stages: readonly string[];
  /** What a record gets that has no stage, or a lead's in a sync of contacts; null: nothing is written. */
  readonly default: string | null;
}

/** By side; null where every stage takes part. */
export type Lifecycle = Both<LifecycleLimit | null>;

/** Of the mapping that writes a default stage: the stages of leads, over which it goes; every other stage stands (S123). */
export interface DefaultStage {
  readonly promotes: readonly string[];
}
