import type { NoteCode } from '../../model/reason.ts';
import type { PlanWarning, SyncCounts, WarningCode } from '../../model/summary.ts';

const CODES = [
  'contested',
  'nothing-in-common',
  'near-key',
  'key-twice',
  'maybe-recreated',
  'one-of-several',
  'crossed-keys',
] as const satisfies readonly (NoteCode & WarningCode)[];

/** What a plan warns of keys that mislead though each match stands as MA says (KW1, KW2, KW5–KW7, KW12, KW13). */
export const keyWarnings = (sync: string, { reasons }: Pick<SyncCounts, 'reasons'>): PlanWarning[] =>
  CODES.flatMap((code) => {
    const count = reasons[code] ?? 0;
    return count === 0 ? [] : [{ code, sync, count }];
  });
