import type { DesignHead } from './design.ts';
import type { PlanHead } from './plan.ts';

/** One thing a person did on the project, whatever screen it was done on. */
export interface Act {
  /** Counts the acts of the project, from 1. */
  readonly id: number;
  readonly at: string;
  readonly subject: 'design' | 'decisions' | 'records' | 'name';
  /** What it was about; empty for the design and the name. */
  readonly sync: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number | null>>;
}

/** An act that was taken back or done again, and what the project is now. */
export interface Moved {
  readonly act: Act;
  /** Newer acts that were passed over: files that were read stay. The last first. */
  readonly staying: readonly Act[];
  readonly name: string;
  readonly design: DesignHead;
  /** Where decisions moved; null where the design or the name did. */
  readonly plan: PlanHead | null;
}
