import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import { SIDES, type Both } from '../../src/lib/engine/model/side.ts';
import type { Pair } from './plan-links.ts';
import type { Merged } from './plan-merge.ts';
import { shownName } from './plan-joined.ts';
import { sourceOf } from './plan-transform.ts';
import type { World, WorldLink } from './world.ts';

/** FM13: "profile `salesforce` does not until the record changes". */

export const nameOf = ({ left, right }: Both<string>): string =>
  JSON.stringify([shownName(left), shownName(right)]);

type Fields = Both<string> & { readonly defaultStage?: object };

/** What a sync keeps alike, its associations among it. */
const fieldsOf = (sync: ObjectSync): Fields[] => [
  ...sync.mappings.filter(({ enabled }) => enabled),
  ...sync.associations.map(({ left, right }) => ({ left: left.field, right: right.field })),
];

export const namesOf = (sync: ObjectSync): string[] => fieldsOf(sync).map(nameOf);

/** CO4: has a link an entry of it on both sides? The field that a default stage stands against is not its own. */
const isKnown = (sync: ObjectSync, one: Fields, { values }: WorldLink): boolean =>
  SIDES.every(
    (side) =>
      (one.defaultStage !== undefined && side === sourceOf(sync, one as FieldMapping)) ||
      one[side] in values[side],
  );

/** Was it mapped after the baseline was made? */
const isSince = (sync: ObjectSync, baseline: World['baseline'], name: string): boolean =>
  baseline?.mapped?.[sync.id]?.includes(name) === false;

interface OfPair {
  readonly fields: readonly Merged[];
  readonly places: readonly Merged[];
  readonly parents: readonly Merged[];
}

/** What is made of the fields of a pair, but that new ones wait. */
export function leftWaiting(
  sync: ObjectSync,
  baseline: World['baseline'],
  { entry }: Pair,
  { fields, places, parents }: OfPair,
): Merged[] {
  const changed = [...fields, ...places, ...parents].some(({ moved }) => moved);
  const waiting = (one: Merged): Merged => {
    const name = nameOf(one.mapping);
    if (sync.salesforce === undefined || entry === null || one.equal || one.returned !== null) return one;
    if (isKnown(sync, one.mapping, entry)) return one;
    if (!isSince(sync, baseline, name) && entry.later?.includes(name) !== true) return one;
    return changed ? { ...one, later: 'is' } : { ...one, later: 'waits', write: null, conflict: null };
  };
  return [...fields.map(waiting), ...places, ...parents.map(waiting)];
}

/** A link that stays as it was: what was mapped since waits for it. */
export function kept(sync: ObjectSync, baseline: World['baseline'], link: WorldLink): WorldLink {
  if (sync.salesforce === undefined || link.left === null || link.right === null) return link;
  const since = fieldsOf(sync).filter(
    (one) => isSince(sync, baseline, nameOf(one)) && !isKnown(sync, one, link),
  );
  return withLater(link, [...(link.later ?? []), ...since.map(nameOf)]);
}

export function withLater({ later: _, ...link }: WorldLink, names: readonly string[]): WorldLink {
  return names.length === 0 ? link : { ...link, later: [...new Set(names)].sort() };
}
