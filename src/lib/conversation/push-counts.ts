import type { WriteAct } from '../connectors/app/write.ts';

export type ActCounts = Readonly<Record<WriteAct, number>>;

/** Some records, the first 200 of them by name. */
export interface PushRecords {
  readonly count: number;
  readonly names: readonly string[];
}

/** Items by what became of them; together all there are. */
export type PushCounts = Readonly<Record<JournalState, number>>;

export type JournalState =
  'read-back' | 'written' | 'sent' | 'refused' | 'unknown' | 'stale' | 'waiting' | 'not-sent';
