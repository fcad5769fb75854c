import { FIELD_FORMATS, FIELD_TYPES, type FieldDef, type Option, type Schema } from '../../model/field.ts';
import { readCountry } from './read-design-country.ts';
import { readTimeZone } from './read-design-zone.ts';
import { readCondition } from './read-design-filters.ts';
import type { Place } from './read-design-place.ts';

/** A side's declared fields; null where the design declares none. */
export function readSchema(schema: Place): Schema | null {
  if (schema.nothing || !schema.isObject()) return null;
  const fields = schema.member('fields').items();
  const seen = new Set<string>();
  return {
    fields: fields.map((place) => {
      const field = readField(place);
      if (seen.has(field.name)) place.error({ is: 'declared-twice', field: field.name });
      seen.add(field.name);
      return field;
    }),
  };
}

function readField(field: Place): FieldDef {
  field.isObject();
  const options = field.member('options');
  const maxLength = field.member('maxLength');
  return {
    name: field.member('name').text(),
    type: field.member('type').oneOf(FIELD_TYPES),
    label: field.member('label').textOrNull(),
    required: field.member('required').flagOr(false),
    readOnly: field.member('readOnly').flagOr(false),
    maxLength: maxLength.nothing ? null : readLength(maxLength),
    options: options.nothing ? null : options.items().map(readOption),
    unique: field.member('unique').flagOr(false),
    multiple: field.member('multiple').flagOr(false),
    dateOrder: readWord(field.member('dateOrder'), ['ymd', 'dmy', 'mdy']),
    decimal: readWord(field.member('decimal'), ['.', ',']),
    ...readFormat(field.member('format')),
    ...readOwnCountry(field.member('country')),
    ...readTimeZone(field.member('timeZone')),
    ...readRequiredWhen(field.member('requiredWhen')),
  };
}

/** Absent where the design says none: it is told from the cells then (BL4). */
const readFormat = (place: Place): Pick<FieldDef, 'format'> =>
  place.nothing ? {} : { format: place.oneOf(FIELD_FORMATS) };

/** Absent where the design says none. */
function readOwnCountry(place: Place): Pick<FieldDef, 'country'> {
  const country = readCountry(place);
  return country === null ? {} : { country };
}

/** Absent where the design says none; an empty list says none too. */
function readRequiredWhen(place: Place): Pick<FieldDef, 'requiredWhen'> {
  const requiredWhen = place.nothing ? [] : place.items().map(readCondition);
  return requiredWhen.length === 0 ? {} : { requiredWhen };
}

/** A text stands for both value and label; a missing label is the value. */
function readOption(option: Place): Option {
  if (typeof option.value === 'string') return { value: option.value, label: option.value };
  if (!option.isObject()) return { value: '', label: '' };
  const value = option.member('value').text();
  return { value, label: option.member('label').textOrNull() ?? value };
}

function readLength(place: Place): number | null {
  if (Number.isInteger(place.value)) return place.numberUpTo(Number.MAX_SAFE_INTEGER, 'whole-number', 0);
  place.bad('whole-number');
  return null;
}

const readWord = <T extends string>(place: Place, words: readonly T[]): T | null =>
  place.nothing ? null : place.oneOf(words);
