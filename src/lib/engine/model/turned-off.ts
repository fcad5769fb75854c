import type { ObjectSync } from './design.ts';
import { onBoth } from './side.ts';

/** LI2: is a sync turned off? */
export const isOff = ({ enabled }: Pick<ObjectSync, 'enabled'>): boolean => enabled === false;

/**
 * A sync as it is planned (S410): one that is off has its records and the links of its baseline, and asks, compares and writes nothing.
 * One that is on stays the same object.
 */
export function asPlanned(sync: ObjectSync): ObjectSync {
  if (!isOff(sync)) return sync;
  const { lifecycle: _, complete: __, ...rest } = sync;
  const none = { left: [], right: [] };
  return {
    ...rest,
    matching: { ...sync.matching, method: 'none', identifiers: {}, keys: [], idPair: null },
    requireValidEmail: null,
    mappings: sync.mappings.map((mapping) => ({ ...mapping, enabled: false })),
    associations: [],
    filters: { ...sync.filters, left: null, right: null, allow: none, deny: none },
    deletes: onBoth(() => 'report'),
    stages: null,
  };
}
