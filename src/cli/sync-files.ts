import { SIDES, type SyncDesign } from '../lib/engine/index.ts';
import type { Both, Side } from '../lib/engine/model/side.ts';
import { done, wrongCall, type Attempt } from './attempt.ts';

/** The files of each sync by id; null where the call names none. */
export type SyncFiles = ReadonlyMap<string, Both<string | null>>;

/** Reads `[SYNC=]FILE`: the text before the first `=` is a sync only where the design has that id. */
export function assignFiles(
  design: SyncDesign,
  given: Both<readonly string[]>,
  everySide: boolean,
): Attempt<SyncFiles> {
  const files = new Map(
    design.syncs.map(({ id }) => [id, { left: null, right: null } as Record<Side, string | null>]),
  );
  const several = design.syncs.length > 1;
  for (const side of SIDES) {
    for (const text of given[side]) {
      const equals = text.indexOf('=');
      const named = equals !== -1 && files.has(text.slice(0, equals));
      const sync = named ? text.slice(0, equals) : several ? null : (design.syncs[0]?.id ?? null);
      const ids = [...files.keys()].join(', ');
      if (sync === null) {
        return wrongCall(
          design.syncs.length === 0
            ? `The design has no sync, so --${side} ${text} belongs to none.`
            : `The design has several syncs (${ids}), so write --${side} SYNC=${text} with one of them.`,
        );
      }
      const file = named ? text.slice(equals + 1) : text;
      if (file === '') return wrongCall(`--${side} ${text} names no file.`);
      const own = files.get(sync)!;
      if (own[side] !== null) return wrongCall(`The ${side} file of the sync ${sync} is given twice.`);
      own[side] = file;
    }
  }
  if (everySide) {
    for (const [sync, own] of files) {
      const missing = SIDES.find((side) => own[side] === null);
      if (missing !== undefined)
        return wrongCall(`The sync ${sync} has no ${missing} file; give it with --${missing}.`);
    }
  }
  return done(files);
}
