import { SIDES } from '../../src/lib/engine/index.ts';
import type { PushItem, SetRead } from '../../src/lib/push/index.ts';
import type { OpenedProject } from '../project/opened-project.ts';

/**
 * When both sides of each sync that is pushed were read (S409): a file when it was read in here, an app when it was last asked for all or for
 * what had changed.
 */
export function readsOf(items: readonly PushItem[], { sets }: OpenedProject): readonly SetRead[] {
  return [...new Set(items.map(({ sync }) => sync))].flatMap((sync) =>
    SIDES.flatMap((side) => {
      const set = sets.get(sync, side);
      if (set === null) return [];
      const { live } = set.report;
      return [{ sync, side, at: live === undefined ? set.manifest.when : (live.changedAt ?? live.readAt) }];
    }),
  );
}
