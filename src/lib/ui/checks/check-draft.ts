import type { Allowed, Change, CheckDraft, Counted, FilterCondition, Outcome } from '../../engine/index.ts';

/** The conditions on a record that a check's form offers; any other is kept as it is. */
export const RECORD_OPS = [
  'eq',
  'ne',
  'contains',
  'known',
  'unknown',
] as const satisfies readonly FilterCondition['op'][];
export type RecordOp = (typeof RECORD_OPS)[number];

export const CHANGE_WORDS: readonly Change[] = [
  'any',
  'fills',
  'overwrites',
  'clears',
  'values',
  'backwards',
  'created-blank',
];

export const OUTCOME_WORDS: readonly Outcome[] = [
  'create',
  'update',
  'delete',
  'conflict',
  'in-sync',
  'excluded',
  'duplicate',
  'failing',
  'ambiguous',
  'waits',
];

export type Bound = 'none' | 'at-most' | 'at-least' | 'between';

export function boundOf({ atLeast, atMost }: Allowed): Bound {
  if (atLeast !== null) return atMost === null ? 'at-least' : 'between';
  return atMost === 0 || atMost === null ? 'none' : 'at-most';
}

/** Another bound, with the numbers there are. */
export function withBound(allowed: Allowed, bound: Bound): Allowed {
  const [least, most] = [allowed.atLeast ?? 0, allowed.atMost ?? 100];
  switch (bound) {
    case 'none':
      return { ...allowed, atLeast: null, atMost: 0, unit: 'records' };
    case 'at-most':
      return { ...allowed, atLeast: null, atMost: most === 0 ? 100 : most };
    case 'at-least':
      return { ...allowed, atLeast: least === 0 ? 1 : least, atMost: null };
    case 'between':
      return { ...allowed, atLeast: least, atMost: Math.max(least, most) };
    default:
      return bound satisfies never;
  }
}

/** Of another sync: its fields are not those of the former one. */
export const ofSync = (counts: Counted, sync: string | null): Counted =>
  sync === counts.sync
    ? counts
    : {
        ...counts,
        sync,
        fields: [],
        where: [],
        writes: counts.writes.map((write) => ({ ...write, field: null, order: [] })),
      };

/** What keeps a draft from being saved; null where nothing does. */
export function lacksOf({ name, counts, allowed }: CheckDraft): 'name' | 'value' | 'bound' | null {
  if (name.trim() === '') return 'name';
  if (Number.isNaN(allowed.atLeast ?? 0) || Number.isNaN(allowed.atMost ?? 0)) return 'bound';
  return valueLacks(counts) ? 'value' : null;
}

/** Is a value still to be written? */
export const valueLacks = ({ where }: Counted): boolean =>
  where.some((one) => 'value' in one && one.value.trim() === '');
