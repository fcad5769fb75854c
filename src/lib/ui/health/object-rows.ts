import type { Outcome, Side, SyncCounts } from '../../engine/index.ts';

/** A column of counts: the outcomes it sums. Together they are all records of a side (HE4). */
export const COUNTED = {
  synced: ['in-sync'],
  written: ['create', 'update', 'delete'],
  conflict: ['conflict'],
  waits: ['waits'],
  failing: ['failing'],
  excluded: ['excluded'],
  duplicate: ['duplicate'],
  ambiguous: ['ambiguous'],
} as const satisfies Readonly<Record<string, readonly Outcome[]>>;

export type CountedAs = keyof typeof COUNTED;

export const COUNT_COLUMNS = Object.keys(COUNTED) as readonly CountedAs[];

/** How a side of an object sync stands: what is most worth a look. */
export type ObjectState =
  | { readonly is: 'off' | 'empty' | 'settled' }
  | { readonly is: 'person' | 'writes' | 'waits'; readonly count: number };

/** One side of an object sync in numbers. */
export interface ObjectRow {
  readonly side: Side;
  readonly counts: Readonly<Record<CountedAs, number>>;
  readonly read: number;
  readonly state: ObjectState;
}

export function objectRow(side: Side, counts: SyncCounts): ObjectRow {
  const own = counts[side];
  const sum = (outcomes: readonly Outcome[]): number => outcomes.reduce((all, one) => all + own[one], 0);
  const by = Object.fromEntries(COUNT_COLUMNS.map((column) => [column, sum(COUNTED[column])])) as Record<
    CountedAs,
    number
  >;
  return {
    side,
    counts: by,
    read: own.read,
    state: counts.off === true ? { is: 'off' } : stateOf(by, own.read),
  };
}

function stateOf(counts: Readonly<Record<CountedAs, number>>, read: number): ObjectState {
  const person = counts.conflict + counts.failing + counts.ambiguous;
  if (read === 0) return { is: 'empty' };
  if (person > 0) return { is: 'person', count: person };
  if (counts.written > 0) return { is: 'writes', count: counts.written };
  if (counts.waits > 0) return { is: 'waits', count: counts.waits };
  return { is: 'settled' };
}
