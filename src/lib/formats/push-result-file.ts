import { SIDES, type ChangePlace, type Side, type SyncDesign } from '../engine/index.ts';

const ACTS = { create: 'creates', update: 'updates', remove: 'deletes', restore: 'restores' } as const;

/** What a push made of records; each has a file of its own. */
const ENDS = ['written', 'refused', 'unknown', 'stale', 'not-sent'] as const;

/** The name of a push's file of one sync, side, act and end: `people-right-creates-written.csv`. */
export const pushResultName = (
  { sync, side, act }: { readonly sync: string; readonly side: Side; readonly act: keyof typeof ACTS },
  is: (typeof ENDS)[number],
): string => `${[sync, side, ACTS[act], is].map(safe).join('-')}.csv`;

const safe = (part: string): string => part.replace(/[\p{Cc}"%*/:<>?\\|]/gu, '_');

/** What such a file is about, by its name, also where a browser numbered it (S374); null of every other name. */
export function placeOfPushResult(name: string, { syncs }: Pick<SyncDesign, 'syncs'>): ChangePlace | null {
  const own = name.replace(/ \(\d+\)(?=\.csv$)/u, '');
  for (const { id: sync } of syncs) {
    for (const side of SIDES) {
      for (const act of ['create', 'update', 'remove'] as const) {
        if (ENDS.some((is) => pushResultName({ sync, side, act }, is) === own))
          return { sync, side, kind: ACTS[act] };
      }
    }
  }
  return null;
}
