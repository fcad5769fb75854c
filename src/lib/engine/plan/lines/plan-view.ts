import type { CodeGroups } from '../../match/keys/code-groups.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** What a reason is told from: a plan, the outcomes of its subjects by their words, and the groups of its keys. */
export interface PlanView {
  readonly plan: SyncPlan;
  outcome(subject: number): Outcome;
  /** Rows by code of a key as the records are. */
  groups(key: number): CodeGroups;
  /** The same of what nearly is a key (KW5); only where something is created. */
  nearGroups(key: number): CodeGroups;
  /** The same once what the plan writes is in place; only where it writes keys. */
  groupsAfter(key: number): CodeGroups;
}
