import type { FieldMapping, ObjectSync } from './design.ts';
import { mayWrite } from './direction.ts';
import { PLAIN_MAPPING } from './plain-mapping.ts';
import { SIDES, otherSide, type Side } from './side.ts';

type Limited = Pick<ObjectSync, 'id' | 'kind' | 'left' | 'right' | 'direction' | 'mappings' | 'lifecycle'>;

/** Does another sync speak of the same records of a side by the same field? */
export const sharesLifecycle = (sync: Limited, other: Limited, side: Side): boolean =>
  sync.id !== other.id &&
  sync.lifecycle?.[side]?.field === other.lifecycle?.[side]?.field &&
  sync[side].object === other[side].object;

/** The stages of leads that a sync of contacts promotes: where it has a default to give them. */
export function promotedStages(sync: Limited, syncs: readonly Limited[], side: Side): readonly string[] {
  const limit = sync.lifecycle?.[side] ?? null;
  if (limit === null || limit.default === null || sync.kind !== 'contacts') return [];
  if (!mayWrite(sync.direction, side)) return [];
  return syncs
    .filter((other) => other.kind === 'leads' && sharesLifecycle(sync, other, side))
    .flatMap((other) => other.lifecycle?.[side]?.stages ?? []);
}

/**
 * What writes the default stages of a sync: constants behind the mappings of the design, which every other stage than a blank or a
 * promoted one is as good as (S123).
 */
export const defaultStages = (sync: Limited, syncs: readonly Limited[]): FieldMapping[] =>
  SIDES.flatMap((side): FieldMapping[] => {
    const limit = sync.lifecycle?.[side] ?? null;
    const other = otherSide(side);
    // A constant stands for whatever its source holds.
    const source = sync[other].idField ?? sync.mappings[0]?.[other];
    if (limit === null || limit.default === null || source === undefined) return [];
    const mapped = sync.mappings.some((mapping) => mapping.enabled && mapping[side] === limit.field);
    if (mapped || !mayWrite(sync.direction, side)) return [];
    return [
      {
        ...PLAIN_MAPPING,
        left: side === 'left' ? limit.field : source,
        right: side === 'right' ? limit.field : source,
        direction: side === 'left' ? 'right-to-left' : 'left-to-right',
        transform: { kind: 'constant', value: limit.default },
        defaultStage: { promotes: promotedStages(sync, syncs, side) },
      },
    ];
  });
