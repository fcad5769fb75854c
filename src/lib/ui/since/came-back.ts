import type { Filter } from '../../conversation/index.ts';
import type { CreatedCounts, DeletedCounts, HandOverCounts, PlanSummary } from '../../engine/index.ts';

/** A part of what was handed over; `reasons`: what its records are found by, null where they carry none. */
export interface CameBack<Is extends string> {
  readonly is: Is;
  readonly count: number;
  readonly reasons: Filter['reasons'] | null;
}

type Counts = PlanSummary['counts'][string] | undefined;

const VALUES: readonly (readonly [keyof HandOverCounts, Filter['reasons'] | null])[] = [
  ['taken', null],
  ['ownForm', null],
  ['notTaken', ['not-taken']],
  ['cameBack', ['came-back-different']],
  ['notReadBack', ['not-read-back']],
];

const CREATED: readonly (readonly [keyof CreatedCounts, Filter['reasons'] | null])[] = [
  ['found', null],
  ['notTaken', ['not-taken']],
  ['handedOver', ['handed-over']],
  ['ambiguous', ['handed-over']],
  ['aside', null],
  ['refused', ['refused-by-app']],
];

const DELETED: readonly (readonly [keyof DeletedCounts, Filter['reasons'] | null])[] = [
  ['taken', null],
  ['notTaken', ['not-taken']],
  ['refused', ['refused-by-app']],
  ['notReadBack', ['not-read-back']],
  ['open', null],
  ['aside', null],
];

/** What became of the values handed over, over all fields of a sync (BL3). */
export function valueParts(counts: Counts): readonly CameBack<keyof HandOverCounts>[] {
  const fields = counts?.fields ?? [];
  return VALUES.map(([is, reasons]) => ({
    is,
    reasons,
    count: fields.reduce((sum, { handOver }) => sum + (handOver?.[is] ?? 0), 0),
  })).filter((part) => part.count > 0);
}

/** What became of the creates handed over (BL6). */
export const createdParts = (counts: Counts): readonly CameBack<keyof CreatedCounts>[] =>
  partsOf(CREATED, counts?.created);

/** What became of the deletes handed over (S469). */
export const deletedParts = (counts: Counts): readonly CameBack<keyof DeletedCounts>[] =>
  partsOf(DELETED, counts?.deleted);

function partsOf<Is extends string>(
  parts: readonly (readonly [Is, Filter['reasons'] | null])[],
  counts: Readonly<Partial<Record<Is, number>>> | undefined,
): CameBack<Is>[] {
  return parts
    .map(([is, reasons]) => ({ is, reasons, count: counts?.[is] ?? 0 }))
    .filter((part) => part.count > 0);
}
