import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { LinkBy } from '../../src/lib/engine/model/link-by.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import { followMerges, type MovedLink } from './plan-merged.ts';
import type { Presence } from './plan-presence.ts';
import { readWorldDesign } from './read-world-design.ts';
import { cell, idKey, type Rec, type World, type WorldLink } from './world.ts';

export interface Pair {
  readonly left: Rec;
  readonly right: Rec;
  readonly by: LinkBy;
  /** The baseline's line of this pair, if it has one. */
  readonly entry: WorldLink | null;
  /** Was a side read after what a push saw there (S462)? Null: nobody knows. */
  readonly readAfter?: Both<boolean | null> | undefined;
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
  /** Did merges lead the link to it (S434)? */
  readonly moved: boolean;
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
  /** Records whose link is unclear since others were merged, and whom of the other side it could be with (S433). */
  readonly unclear: ReadonlyMap<Rec, readonly Rec[]>;
  /** S469: is the record gone that was handed over to be deleted? Asked of those of which it is away. */
  readonly isTaken: (link: WorldLink) => boolean;
  /** Links of which a record was handed over to be deleted, and that record where it is there. */
  readonly removals: readonly { readonly entry: WorldLink; readonly record: Rec | null }[];
  /** Did a person say these two are different? */
  readonly forbidden: (left: Rec, right: Rec) => boolean;
}

/** MA5, MA14, S22: a person's links, then the baseline's, then the id pairs. */
export function priorLinks(
  sync: ObjectSync,
  world: World,
  salesforce: Both<boolean>,
  presence: Presence,
): PriorLinks {
  /** Nobody binds what its app says is gone (S430). */
  const find = (side: Side, id: string): Rec | null =>
    presence.present[side].find(
      (record) => idKey(record.id, salesforce[side]) === idKey(id, salesforce[side]),
    ) ?? null;
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
    const lost = links.filter((link) => presence.endOf(side, link[side]).is === 'away').length;
    return maxMissing === null || lost <= maxMissing * links.length;
  };
  const isDeleted = (side: Side, id: string, entry: WorldLink): boolean => {
    if (presence.endOf(side, id).is === 'gone') return true;
    // S130: what an app says it created, and no export has shown, may be newer than the file.
    const isUnseen = Object.values(entry.sent?.[side] ?? {}).some(({ because }) => because === 'create');
    return saysDeleted(side) && !isUnseen;
  };
  const away = (record: Rec, counterpart: string, entry: WorldLink, moved = false): void => {
    const far = otherSide(record.side);
    const deleted = isDeleted(far, counterpart, entry);
    const chosen = (world.choices?.restores ?? []).some(
      (one) =>
        one.sync === sync.id &&
        one.to === far &&
        sameId(record.side, one[record.side], record.id) &&
        sameId(far, one[far], counterpart),
    );
    const wanted = deleted && (chosen || sync.deletes[record.side] === 'recreate');
    const allowed = mayWrite(sync.direction, far);
    const one = { record, counterpart, entry, deleted, refused: wanted && !allowed, moved };
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
  const moved: MovedLink[] = [];
  for (const entry of links) {
    const ends = { left: presence.endOf('left', entry.left), right: presence.endOf('right', entry.right) };
    const recordOf = (side: Side): Rec | null => {
      const end = ends[side];
      return end.is === 'there' ? end.record : null;
    };
    const [left, right] = [recordOf('left'), recordOf('right')];
    if (forbids(entry.left, entry.right)) continue;
    if (left !== null && right !== null && forbids(left.id, right.id)) continue;
    const byPerson = (record: Rec | null): boolean =>
      pairs.some((pair) => pair.by === 'person' && record !== null && pair[record.side] === record);
    const isMoved = SIDES.some(
      (side) => ends[side].is === 'there' && !sameId(side, ends[side].id, entry[side]),
    );
    if (isMoved) {
      const isPersons = pairs.some((pair) => pair.left === left && pair.right === right);
      if (isPersons || (!byPerson(left) && !byPerson(right))) moved.push({ entry, left, right });
      continue;
    }
    if ((left !== null && isBound(left)) || (right !== null && isBound(right))) continue;
    if (left !== null && right !== null) pairs.push({ left, right, by: 'baseline', entry });
    else if (left !== null) away(left, entry.right, entry);
    else if (right !== null) away(right, entry.left, entry);
    else gone.push(entry);
  }
  // S433: links that merges lead elsewhere come after all others.
  const isSource = (record: Rec): boolean =>
    (world.baseline?.links ?? []).some(
      (link) =>
        link.sync === sync.id &&
        (link.left === null || link.right === null) &&
        sameId(record.side, link[record.side] ?? '', record.id),
    );
  const isHeld = (record: Rec): boolean => isBound(record) || restored.some((one) => one.record === record);
  const followed = followMerges(moved, pairs, isHeld, isSource);
  const replaced = followed.pairs.filter(({ by }) => by === 'person');
  for (const pair of replaced)
    pairs.splice(
      pairs.findIndex((one) => one.left === pair.left),
      1,
    );
  pairs.push(...followed.pairs);
  const isFollowed = (entry: WorldLink): boolean =>
    followed.dropped.includes(entry) ||
    followed.pairs.some((pair) => pair.entry === entry) ||
    followed.lone.some((one) => one.entry === entry);
  for (const { entry, left, right } of followed.lone) {
    if (left !== null) away(left, entry.right ?? '', entry, true);
    else if (right !== null) away(right, entry.left ?? '', entry, true);
  }
  gone.push(...moved.map(({ entry }) => entry).filter((entry) => !isFollowed(entry)));
  gone.sort((a, b) => links.findIndex((one) => one === a) - links.findIndex((one) => one === b));
  // FORMATS, idPair: of several records that name one id the first in reading order.
  const { idPair } = sync.matching;
  if (idPair !== null) {
    for (const record of presence.present[idPair.side]) {
      const named = cell(record, idPair.field).trim();
      const other = named === '' ? null : find(otherSide(idPair.side), named);
      if (other === null || isBound(record) || isBound(other)) continue;
      if (followed.unclear.has(record) || followed.unclear.has(other)) continue;
      const [left, right] = idPair.side === 'left' ? [record, other] : [other, record];
      if (!forbids(left.id, right.id)) pairs.push({ left, right, by: 'id-pair', entry: null });
    }
  }
  // S137: both were deleted, and one is to follow the other.
  const bothDeleted = (link: WorldLink): boolean =>
    SIDES.some((side) => sync.deletes[side] === 'delete') &&
    SIDES.every((side) => {
      const id = link[side];
      return id !== null && presence.endOf(side, id).is !== 'there' && isDeleted(side, id, link);
    });
  const isTaken = (link: WorldLink): boolean => {
    if (link.removal === undefined) return false;
    const { side, written } = link.removal;
    return written === true || isDeleted(side, link[side] ?? '', link);
  };
  const removals = links.flatMap((entry) => {
    if (entry.removal === undefined) return [];
    const { side } = entry.removal;
    const end = presence.endOf(side, entry[side]);
    return [{ entry, record: end.is === 'there' ? end.record : null }];
  });
  return {
    pairs,
    missing,
    restored,
    gone,
    unclear: followed.unclear,
    bothDeleted,
    isTaken,
    removals,
    forbidden: (left, right) => forbids(left.id, right.id),
  };
}
