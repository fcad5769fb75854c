import type { ObjectSync, SyncDesign } from '../lib/engine/index.ts';
import { done, wrongCall, type Attempt } from './attempt.ts';

/** What stands behind `[SYNC=]`, and the sync that is named; null where none is. */
export function namedSync(
  { syncs }: Pick<SyncDesign, 'syncs'>,
  text: string,
): { readonly sync: ObjectSync | null; readonly rest: string } {
  const sync = syncs.find(({ id }) => text.startsWith(`${id}=`)) ?? null;
  return { sync, rest: sync === null ? text : text.slice(sync.id.length + 1) };
}

/** The sync that is named; the only one of the design where none is, null where it has none. */
export function namedOrOnly(
  { syncs }: Pick<SyncDesign, 'syncs'>,
  named: ObjectSync | null,
  option: string,
  text: string,
): Attempt<ObjectSync | null> {
  if (named !== null || syncs.length < 2) return done(named ?? syncs[0] ?? null);
  const ids = syncs.map(({ id }) => id).join(', ');
  return wrongCall(
    `The design has several syncs (${ids}), so write --${option} SYNC=${text} with one of them.`,
  );
}
