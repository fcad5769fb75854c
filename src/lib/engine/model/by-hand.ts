import type { Association } from './association.ts';
import type { ObjectSync, SyncDesign } from './design.ts';

type Syncs<Sync> = Pick<SyncDesign, 'profile'> & { readonly syncs: readonly Sync[] };
type Named = Pick<ObjectSync, 'id' | 'kind'>;

/** AS5: the profile `data-sync` keeps no associations of custom objects, on either end: a person sets them. */
export const associationsByHand = (
  { profile, syncs }: Syncs<Named>,
  sync: Pick<ObjectSync, 'kind' | 'associations'>,
): readonly Association[] =>
  profile !== 'data-sync'
    ? []
    : sync.associations.filter(
        ({ to }) => sync.kind === 'custom' || syncs.find(({ id }) => id === to)?.kind === 'custom',
      );

/** The syncs as they are planned: without those. A sync that has none stays the same object. */
export const withoutByHand = (design: Syncs<ObjectSync>): readonly ObjectSync[] =>
  design.syncs.map((sync) => {
    const byHand = associationsByHand(design, sync);
    return byHand.length === 0
      ? sync
      : { ...sync, associations: sync.associations.filter((one) => !byHand.includes(one)) };
  });
