import type { Association } from './association.ts';
import type { FieldMapping, ObjectSync } from './design.ts';
import { PLAIN_MAPPING } from './plain-mapping.ts';

/**
 * An association flows as a mapping does, from the fields that name the parent, under the sync's direction and winner (S95). In a plan
 * these stand after the mappings of the design.
 */
export const withAssociations = (sync: ObjectSync): ObjectSync =>
  sync.associations.length === 0
    ? sync
    : { ...sync, mappings: [...sync.mappings, ...sync.associations.map(mappingOfAssociation)] };

export const mappingOfAssociation = (association: Association): FieldMapping => ({
  ...PLAIN_MAPPING,
  left: association.left.field,
  right: association.right.field,
  parent: association,
});
