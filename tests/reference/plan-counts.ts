import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { OUTCOMES, type Outcome } from '../../src/lib/engine/model/outcome.ts';
import type { ReasonCode } from '../../src/lib/engine/model/reason.ts';
import type { Side } from '../../src/lib/engine/model/side.ts';
import { otherSide } from '../../src/lib/engine/model/side.ts';
import type { SideCounts, SyncCounts } from '../../src/lib/engine/model/summary.ts';
import { readWorldDesign } from './read-world-design.ts';
import type { World } from './world.ts';

/** The counts that can be read off the lines themselves (FORMATS, summary.json): all but `fields[].same`. */
export type LineCounts = Omit<SyncCounts, 'fields'> & {
  readonly fields: readonly Omit<SyncCounts['fields'][number], 'same'>[];
};

export function referenceCounts(world: World, lines: readonly PlanLine[]): Record<string, LineCounts> {
  const design = readWorldDesign(world.design);
  return Object.fromEntries(
    design.syncs.map((sync) => {
      const own = lines.filter((line) => line.sync === sync.id);
      const onSide = (side: Side): SideCounts => {
        const seen = own.filter((line) => line[side] !== null);
        const count = (outcome: Outcome): number => seen.filter((line) => line.outcome === outcome).length;
        const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)]));
        return { ...counts, read: seen.length } as SideCounts;
      };
      const written = (side: Side): { create: number; update: number; delete: number } => ({
        create: own.filter((line) => line.outcome === 'create' && line[otherSide(side)] !== null).length,
        update: own.filter((line) => isPair(line) && line.writes.some((write) => write.side === side)).length,
        delete: 0,
      });
      const fields = sync.mappings.map(({ left, right, enabled }) => {
        const writes = own
          .filter((line) => enabled && isPair(line))
          .flatMap((line) => line.writes)
          .filter((write) => write.field === (write.side === 'left' ? left : right));
        return {
          left,
          right,
          fills: writes.filter((write) => write.from === '').length,
          overwrites: writes.filter((write) => write.from !== '' && write.to !== '').length,
          clears: writes.filter((write) => write.from !== '' && write.to === '').length,
        };
      });
      const reasons: Partial<Record<ReasonCode, number>> = {};
      for (const line of own) {
        for (const code of new Set(line.reasons.map((reason) => reason.code))) {
          reasons[code] = (reasons[code] ?? 0) + 1;
        }
      }
      const counts: LineCounts = {
        left: onSide('left'),
        right: onSide('right'),
        writes: { left: written('left'), right: written('right') },
        fields,
        reasons,
      };
      return [sync.id, counts];
    }),
  );
}

const isPair = (line: PlanLine): boolean => line.left !== null && line.right !== null;
