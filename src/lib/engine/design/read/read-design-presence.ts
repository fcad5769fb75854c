import type { ArchivedField, PresenceFields } from '../../model/design.ts';
import type { Place } from './read-design-place.ts';

/** What a side's app says of its records' lives (S430, S432); absent where it says nothing. */
export function readPresence(side: Place): PresenceFields {
  const archived = readArchived(side.member('archived'));
  const [into, from] = [readField(side.member('mergedInto')), readField(side.member('mergedFrom'))];
  return {
    ...(archived === null ? {} : { archived }),
    ...(into === null ? {} : { mergedInto: into }),
    ...(from === null ? {} : { mergedFrom: from }),
  };
}

function readArchived(archived: Place): ArchivedField | null {
  if (archived.nothing || !archived.isObject()) return null;
  const places = archived.member('is').items();
  if (places.length === 0) archived.member('is').bad('texts');
  return { field: archived.member('field').filledText(), is: places.map((one) => one.filledText()) };
}

const readField = (field: Place): string | null => (field.nothing ? null : field.filledText());
