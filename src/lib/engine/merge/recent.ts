import { APART_MS, momentsOf } from '../columns/moments.ts';
import type { Records } from '../columns/records.ts';
import type { ObjectSync } from '../model/design.ts';
import type { Both, Side } from '../model/side.ts';
import type { Tools } from '../tools.ts';

/** Which record of a pair was changed later (CO8, S29, TZ2); null where that cannot be said. */
export type Newer = (left: number, right: number) => Side | null;

export function newerOf(sync: ObjectSync, records: Both<Records>, tools: Tools): Newer {
  const left = momentsOf(sync, records, 'left', tools);
  const right = momentsOf(sync, records, 'right', tools);
  if (left === null || right === null) return () => null;
  return (l, r) => {
    const a = left(l);
    const b = right(r);
    if (a === null || b === null || a.at === b.at) return null;
    if (a.isBare !== b.isBare && Math.abs(a.at - b.at) < APART_MS) return null;
    return a.at > b.at ? 'left' : 'right';
  };
}
