import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import { SIDES } from '../../src/lib/engine/model/side.ts';
import { shownName } from './plan-joined.ts';
import { partMappings } from './plan-stages.ts';
import { sourceOf } from './plan-transform.ts';
import { isBlank } from './values.ts';
import { cell, shown, type Rec, type WorldLink } from './world.ts';

/** DE4, S136: is a record deleted whose counterpart was, and if not for what changed since it was last seen, which field? */
export function removalOf(
  sync: ObjectSync,
  record: Rec,
  entry: WorldLink,
  moved: boolean,
): { readonly deletes: boolean; readonly changed: string | null } {
  const { side } = record;
  if (sync.deletes[side] !== 'delete' || !mayWrite(sync.direction, side))
    return { deletes: false, changed: null };
  const all = [
    ...sync.mappings.filter(({ parent, enabled }) => parent === undefined && enabled),
    ...partMappings(sync),
    ...sync.mappings.filter(({ parent, enabled }) => parent !== undefined && enabled),
  ].map((one) => {
    if ('mapping' in one) return one;
    const constantOf = one.transform?.kind === 'constant' ? sourceOf(sync, one) : null;
    return { mapping: one, owns: { left: constantOf !== 'left', right: constantOf !== 'right' } };
  });
  const seen = all.flatMap(({ mapping, owns }) => {
    const known = SIDES.every((own) => !owns[own] || entry.values[own][mapping[own]] !== undefined);
    const then = entry.values[side][mapping[side]];
    if (!owns[side] || !known || then === undefined) return [];
    const now = shown(cell(record, mapping[side]));
    const isSame = now === then || (now === '' && isBlank(then));
    return [
      { field: shownName(mapping[side]), isSame: isSame || entry.sent?.[side]?.[mapping[side]]?.to === now },
    ];
  });
  const changed = seen.find(({ isSame }) => !isSame)?.field ?? null;
  // S434: what others were merged into stays.
  const deletes = sync[side].idField !== null && seen.length > 0 && changed === null && !moved;
  return { deletes, changed };
}
