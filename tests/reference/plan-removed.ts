import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { HandOver } from '../../src/lib/engine/model/hand-over.ts';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import { SIDES, type Side } from '../../src/lib/engine/model/side.ts';
import type { Handed } from './planner.ts';
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
  // S469: nor does what is back follow what was deleted after it.
  const isBack = entry.removal !== undefined && entry.removal.side !== side;
  const deletes = sync[side].idField !== null && seen.length > 0 && changed === null && !moved && !isBack;
  return { deletes, changed };
}

/** S468: a delete is handed over; S469: a refusal ends where it is not asked for. */
export function removedLink(link: WorldLink, line: PlanLine, going: Handed): WorldLink {
  if (going === null) return link;
  const { removal, ...rest } = link;
  if (line.outcome !== 'delete') {
    const isAsked = line.reasons.some(({ code }) => code === 'refused-by-app');
    return removal?.refused === undefined || isAsked ? link : rest;
  }
  if (!going(line)) return link;
  const side: Side = line.left === null ? 'right' : 'left';
  const sent = Object.entries(link.sent?.[side] ?? {}).map(([field, { refused: _, ...one }]) => [
    field,
    { ...one, earlier: true },
  ]);
  const own = { ...link.sent, [side]: Object.fromEntries(sent) as Record<string, HandOver> };
  return { ...rest, sent: own, removal: { side, tries: (removal?.tries ?? 0) + 1 } };
}
