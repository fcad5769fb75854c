import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { LinkBy } from '../../src/lib/engine/model/line.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { otherSide } from '../../src/lib/engine/model/side.ts';
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
}

/** What is bound before any key is looked at. */
export interface PriorLinks {
  readonly pairs: readonly Pair[];
  readonly missing: readonly Missing[];
  /** Baseline links with neither record in the files, in their order. */
  readonly gone: readonly WorldLink[];
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
  const gone: WorldLink[] = [];
  const isBound = (record: Rec): boolean =>
    pairs.some((pair) => pair[record.side] === record) || missing.some((one) => one.record === record);
  const different = verdicts.filter((link) => link.verdict === 'different');
  const forbids = (left: string, right: string): boolean =>
    different.some((link) => sameId('left', link.left, left) && sameId('right', link.right, right));

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
    else if (left !== null) missing.push({ record: left, counterpart: entry.right, entry });
    else if (right !== null) missing.push({ record: right, counterpart: entry.left, entry });
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
  return { pairs, missing, gone, forbidden: (left, right) => forbids(left.id, right.id) };
}
