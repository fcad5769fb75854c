import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { LinkBy } from '../../src/lib/engine/model/link-by.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import { readWorldDesign } from './read-world-design.ts';
import { cell, idKey, type Rec, type World, type WorldLink } from './world.ts';

export interface Pair {
  readonly left: Rec;
  readonly right: Rec;
  readonly by: LinkBy;
  /** The baseline's line of this pair, if it has one. */
  readonly entry: WorldLink | null;
}

/** A record whose linked counterpart is not in the file (MA5). */
export interface Missing {
  readonly record: Rec;
  readonly counterpart: string;
  readonly entry: WorldLink;
  /** Does a complete file say that the counterpart was deleted (DE5)? */
  readonly deleted: boolean;
  /** Was it to be created again, where the direction forbids that (DE3)? */
  readonly refused: boolean;
}

/** What is bound before any key is looked at. */
export interface PriorLinks {
  readonly pairs: readonly Pair[];
  readonly missing: readonly Missing[];
  /** What is created again: its link is gone for this plan, and stays in the baseline (DE2). */
  readonly restored: readonly Missing[];
  /** Baseline links with neither record in the files, in their order. */
  readonly gone: readonly WorldLink[];
  /** Of those of which neither is there: do complete files say that both were deleted, where one follows the other (S137)? */
  readonly bothDeleted: (link: WorldLink) => boolean;
  /** Did a person say these two are different? */
  readonly forbidden: (left: Rec, right: Rec) => boolean;
}

/** MA5, MA14, S22: a person's links, then the baseline's, then the id pairs. */
export function priorLinks(
  sync: ObjectSync,
  world: World,
  records: Both<readonly Rec[]>,
  salesforce: Both<boolean>,
): PriorLinks {
  const find = (side: Side, id: string): Rec | null =>
    records[side].find((record) => idKey(record.id, salesforce[side]) === idKey(id, salesforce[side])) ??
    null;
  const sameId = (side: Side, a: string, b: string): boolean =>
    idKey(a, salesforce[side]) === idKey(b, salesforce[side]);
  const verdicts = (world.choices?.links ?? []).filter((link) => link.sync === sync.id);
  const isLink = (link: WorldLink): link is WorldLink & { left: string; right: string } =>
    link.sync === sync.id && link.left !== null && link.right !== null;
  const links = (world.baseline?.links ?? []).filter(isLink);

  const pairs: Pair[] = [];
  const missing: Missing[] = [];
  const restored: Missing[] = [];
  const gone: WorldLink[] = [];
  const isBound = (record: Rec): boolean =>
    pairs.some((pair) => pair[record.side] === record) || missing.some((one) => one.record === record);
  const different = verdicts.filter((link) => link.verdict === 'different');
  const forbids = (left: string, right: string): boolean =>
    different.some((link) => sameId('left', link.left, left) && sameId('right', link.right, right));

  // DE5: "unless the user says the file is complete and the share missing is under the guard".
  const { maxMissing } = readWorldDesign(world.design).guards;
  const saysDeleted = (side: Side): boolean => {
    if (world.complete?.[sync.id]?.[side] !== true || sync[side].idField === null) return false;
    const lost = links.filter((link) => find(side, link[side]) === null).length;
    return maxMissing === null || lost <= maxMissing * links.length;
  };
  const away = (record: Rec, counterpart: string, entry: WorldLink): void => {
    const far = otherSide(record.side);
    // S130: what an app says it created, and no export has shown, may be newer than the file.
    const isUnseen = Object.values(entry.sent?.[far] ?? {}).some(({ because }) => because === 'create');
    const deleted = saysDeleted(far) && !isUnseen;
    const chosen = (world.choices?.restores ?? []).some(
      (one) =>
        one.sync === sync.id &&
        one.to === far &&
        sameId(record.side, one[record.side], record.id) &&
        sameId(far, one[far], counterpart),
    );
    const wanted = deleted && (chosen || sync.deletes[record.side] === 'recreate');
    const allowed = mayWrite(sync.direction, far);
    const one = { record, counterpart, entry, deleted, refused: wanted && !allowed };
    (wanted && allowed ? restored : missing).push(one);
  };
  // S41, S22: `same` ranks first; a pair that is not in the files is void.
  for (const link of verdicts.filter((one) => one.verdict === 'same')) {
    const [left, right] = [find('left', link.left), find('right', link.right)];
    if (left === null || right === null) continue;
    const entry = links.find(
      (one) => sameId('left', one.left, link.left) && sameId('right', one.right, link.right),
    );
    pairs.push({ left, right, by: 'person', entry: entry ?? null });
  }
  // MA5; S22: what a person bound otherwise, or unbound, is no link any more.
  for (const entry of links) {
    const [left, right] = [find('left', entry.left), find('right', entry.right)];
    if (forbids(entry.left, entry.right)) continue;
    if ((left !== null && isBound(left)) || (right !== null && isBound(right))) continue;
    if (left !== null && right !== null) pairs.push({ left, right, by: 'baseline', entry });
    else if (left !== null) away(left, entry.right, entry);
    else if (right !== null) away(right, entry.left, entry);
    else gone.push(entry);
  }
  // FORMATS, idPair: of several records that name one id the first in reading order.
  const { idPair } = sync.matching;
  if (idPair !== null) {
    for (const record of records[idPair.side]) {
      const named = cell(record, idPair.field).trim();
      const other = named === '' ? null : find(otherSide(idPair.side), named);
      if (other === null || isBound(record) || isBound(other)) continue;
      const [left, right] = idPair.side === 'left' ? [record, other] : [other, record];
      if (!forbids(left.id, right.id)) pairs.push({ left, right, by: 'id-pair', entry: null });
    }
  }
  // S137: both were deleted, and one is to follow the other.
  const bothDeleted = (link: WorldLink): boolean =>
    SIDES.some((side) => sync.deletes[side] === 'delete') &&
    SIDES.every(
      (side) =>
        saysDeleted(side) &&
        !Object.values(link.sent?.[side] ?? {}).some(({ because }) => because === 'create'),
    );
  return {
    pairs,
    missing,
    restored,
    gone,
    bothDeleted,
    forbidden: (left, right) => forbids(left.id, right.id),
  };
}
