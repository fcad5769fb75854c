import { mappingOfAssociation, withAssociations } from '../../model/associated.ts';
import type { ObjectSync } from '../../model/design.ts';
import { designError, type DesignError } from '../../model/design-error.ts';
import { effectiveDirection } from '../../model/effective-direction.ts';
import { SIDES } from '../../model/side.ts';
import { stageMappings } from '../../model/stage-mappings.ts';
import { onlyReads } from '../../model/transform.ts';
import type { Headers } from './check-headers.ts';
import { noDirection } from './check-mappings.ts';

/** Errors of a sync's associations: direction, fields used twice (FM2, DI2), parents that are in no file (S99) or have no name (S112), AS4. */
export function checkAssociations(
  sync: ObjectSync,
  at: string,
  syncs: readonly ObjectSync[],
  headersOf: (sync: string) => Headers,
): DesignError[] {
  return sync.associations.flatMap((association, i): DesignError[] => {
    const place = `${at}.associations[${String(i)}]`;
    const errors: DesignError[] = [];
    const mapping = mappingOfAssociation(association);
    if (effectiveDirection(sync, mapping) === null)
      errors.push(designError(place, noDirection(sync, mapping)));
    const { to } = association;
    const parents = syncs.find(({ id }) => id === to);
    if (parents !== undefined && isHere(headersOf(sync.id)) && !isHere(headersOf(to)))
      errors.push(designError(`${place}.to`, { is: 'parents-not-here', sync: to }));
    if (parents !== undefined && !mayAssociate(sync, parents))
      errors.push(designError(`${place}.to`, { is: 'invoice-parents', sync: to }));
    const before = withAssociations({ ...sync, associations: sync.associations.slice(0, i) });
    const earlier = [...before.mappings, ...stageMappings(sync)];
    for (const side of SIDES) {
      const { field, by } = association[side];
      if (by === null && parents?.[side].idField === null)
        errors.push(designError(`${place}.${side}.by`, { is: 'parents-without-id', side, sync: to }));
      const isTaken = earlier.some(
        (one) => one.enabled && one[side] === field && !onlyReads(sync, one, side),
      );
      if (isTaken)
        errors.push(designError(`${place}.${side}.field`, { is: 'parent-field-taken', side, field }));
    }
    return errors;
  });
}

const isHere = (headers: Headers): boolean => SIDES.every((side) => headers[side] !== null);

/** AS4: invoices and contacts belong together, invoices and anything else do not. */
const mayAssociate = (child: ObjectSync, parents: ObjectSync): boolean => {
  const kinds = [child.kind, parents.kind];
  return !kinds.includes('invoices') || kinds.includes('contacts');
};
