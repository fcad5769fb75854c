import {
  ChangeRows,
  type GoingOf,
  type HandsOver,
  type SaidWrite,
  type Steps,
  type SyncDesign,
  type SyncPlan,
} from '../engine/index.ts';
import { targetOf } from './change-writer.ts';

/** What the change files of a plan hand over: the writes of approved lines, as far as a file can say them (BL2). */
export function* handedByFiles(
  { apps }: Pick<SyncDesign, 'apps'>,
  syncs: readonly Pick<SyncPlan, 'sync' | 'records'>[],
  goes: GoingOf,
): Steps<NonNullable<HandsOver>> {
  const kinds = { left: apps.left.kind, right: apps.right.kind };
  const files = new Map<string, ChangeRows>();
  for (const plan of syncs) {
    const targets = { left: yield* targetOf(plan, 'left'), right: yield* targetOf(plan, 'right') };
    files.set(plan.sync.id, new ChangeRows(plan.sync, kinds, targets));
  }
  return (line, subject) => {
    const going = goes(line, subject);
    if (going === null) return () => false;
    const rows = files.get(line.sync)!;
    const isGoing = ({ side, field }: SaidWrite): boolean =>
      going.writes.some((own) => own.side === side && own.field === field);
    return (write) => isGoing(write) && rows.says(going, write);
  };
}
