import type { Association, AssociationSide } from '../../model/association.ts';
import type { Place } from './read-design-place.ts';

/** One element of `associations`, with its defaults (AS1). */
export function readAssociation(association: Place): Association {
  association.isObject();
  return {
    to: association.member('to').filledText(),
    required: association.member('required').flagOr(false),
    left: readSide(association.member('left')),
    right: readSide(association.member('right')),
  };
}

function readSide(side: Place): AssociationSide {
  side.isObject();
  return {
    field: side.member('field').text(),
    by: side.member('by').textOrNull(),
    primaryOnly: side.member('primaryOnly').flagOr(false),
  };
}
