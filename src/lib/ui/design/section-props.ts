import type { ColumnRow, SyncFacts } from '../../conversation/index.ts';
import type { Both, DesignActs, DesignError, ObjectSync } from '../../engine/index.ts';

/** What a section of a sync is given. */
export interface SectionProps {
  readonly id: string;
  readonly sync: ObjectSync;
  readonly apps: Both<string>;
  readonly columns: Both<readonly ColumnRow[]>;
  /** What is wrong in it. */
  readonly errors: readonly DesignError[];
  readonly disabled: boolean;
  readonly acts: DesignActs;
}

/** With what the records say of it; null until they were asked. */
export interface FactsProps extends SectionProps {
  readonly facts: SyncFacts | null;
}
