import type { Transaction } from 'dexie';
import { actsOfSteps } from './migrate-acts.ts';

/** One version of the schema: Dexie's store definitions that are new or changed, and what is to be done to the data. */
export interface Migration {
  /** From 1, ascending. */
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => PromiseLike<void>;
}

/**
 * Every version there ever was, oldest first. A version that has left the house is never edited: a change is a new entry.
 * Keys without a name are given from outside: a chunk is its bytes and nothing else.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    stores: {
      projects: 'id',
      owners: 'project',
      designs: '[project+step]',
      sets: 'id, project',
      baselines: 'id, project',
      plans: 'id, project',
      decisions: '[project+sync], project',
      steps: '[project+sync+step], project',
      chunks: '',
    },
  },
  {
    version: 2,
    stores: { acts: '[project+number], [project+state], [project+subject+sync+step], project' },
    upgrade: actsOfSteps,
  },
  {
    version: 3,
    stores: { pushes: '[project+push], project', journal: '[project+push+at], project' },
  },
];
