import type { Side } from '../../engine/index.ts';

/** What a mapping would do to the linked records (workers/conversation.ts has the same shape). */
export interface ImpactRow {
  readonly left: string;
  readonly right: string;
  readonly enabled: boolean;
  readonly fills: number;
  readonly overwrites: number;
  readonly clears: number;
  readonly same: number;
  readonly top: readonly {
    readonly from: string;
    readonly to: string;
    readonly side: Side;
    readonly count: number;
  }[];
}

export const writesOf = (row: ImpactRow): number => row.fills + row.overwrites + row.clears;

/** Where the shown changes point: the side of all of them, or both. */
export function towardOf(row: ImpactRow): Side | 'both' | null {
  const sides = new Set(row.top.map(({ side }) => side));
  if (sides.size === 2) return 'both';
  return row.top[0]?.side ?? null;
}
