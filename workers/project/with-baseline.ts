import type { InputReport } from '../../src/lib/engine/index.ts';
import { seenAt, type KnownBaseline } from '../keep/hand-over.ts';
import type { OpenedSets } from '../keep/opened-sets.ts';
import { readAfter } from '../live/since-when.ts';

/** What a plan is made with, and what its baseline adds: also whether each app was read after a push to it (S462). */
export const withBaseline = <T extends { readonly inputs: readonly InputReport[] }>(
  own: T,
  known: KnownBaseline | null,
  sets: OpenedSets,
) => ({
  ...own,
  baseline: known?.baseline ?? null,
  baselineHash: known?.hash ?? null,
  baselineId: known?.id ?? null,
  results: known?.reports ?? [],
  inputs: own.inputs.map((input): InputReport => {
    const seen = seenAt(known, input.sync, input.side);
    const live = sets.get(input.sync, input.side)?.report.live;
    return seen === null || live === undefined ? input : { ...input, readAfter: readAfter(live, seen) };
  }),
});
