import type { PlanLine } from './line.ts';
import type { Both, Side } from './side.ts';

/** What is done with a subject on one side. */
export const ACTS = ['none', 'create', 'update', 'delete', 'restore'] as const;
export type Act = (typeof ACTS)[number];

/** Where a side's act stands in the acts of a subject: three bits each. */
const SHIFT: Both<number> = { left: 0, right: 3 };

/** An act on one side, as bits of a plan's column of acts; 0 is nothing on either. */
export const actBits = (side: Side, act: Act): number => ACTS.indexOf(act) << SHIFT[side];

export const actOn = (acts: number, side: Side): Act => ACTS[(acts >> SHIFT[side]) & 7]!;

/** Sets of acts there are. */
export const ACT_SETS = 64;

/** What a line of a plan does on a side. */
export function lineAct(line: PlanLine, side: Side): Act {
  switch (line.outcome) {
    case 'create':
      return line[side] === null ? 'create' : 'none';
    case 'delete':
      return line[side] === null ? 'none' : 'delete';
    case 'update':
    case 'conflict':
      return line.writes.some((write) => write.side === side) ? 'update' : 'none';
    case 'in-sync':
    case 'excluded':
    case 'duplicate':
    case 'failing':
    case 'ambiguous':
    case 'waits':
      return 'none';
    default:
      return line.outcome satisfies never;
  }
}
