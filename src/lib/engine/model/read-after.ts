import type { Both } from './side.ts';
import type { InputReport } from './summary.ts';

/**
 * S462: are the records of a side known as they were after the last push to it? True: its app was read after it; false: perhaps not;
 * null: a file, of which nobody knows.
 */
export type ReadAfter = Both<boolean | null>;

export const NOT_ASKED: ReadAfter = { left: null, right: null };

/** The same by sync, as a plan is given it. */
export function readAfterPush(
  inputs: readonly Pick<InputReport, 'sync' | 'side' | 'readAfter'>[],
): ReadonlyMap<string, ReadAfter> {
  const found = new Map<string, ReadAfter>();
  for (const { sync, side, readAfter } of inputs) {
    if (readAfter !== undefined) found.set(sync, { ...(found.get(sync) ?? NOT_ASKED), [side]: readAfter });
  }
  return found;
}
