import { isDayPattern } from '../../read/date-pattern.ts';
import { TRANSFORM_KINDS, type Transform } from '../../model/transform.ts';
import { readCountry } from './read-design-country.ts';
import { isObject, type Place } from './read-design-place.ts';

/** FM10; null where a mapping has none. */
export function readTransform(transform: Place): Transform | null {
  if (transform.nothing || !transform.isObject()) return null;
  const kind = transform.member('kind').oneOf(TRANSFORM_KINDS);
  switch (kind) {
    case 'trim':
      return { kind };
    case 'case':
      return { kind, to: transform.member('to').oneOf(['upper', 'lower', 'title']) };
    case 'split':
      return { kind, at: readSeparator(transform.member('at')), take: readTake(transform.member('take')) };
    case 'join':
      return {
        kind,
        with: readFields(transform.member('with')),
        separator: transform.member('separator').textOr(' '),
      };
    case 'phone':
      return { kind, country: readCountry(transform.member('country')) };
    case 'value-map':
      return {
        kind,
        map: readTable(transform.member('map')),
        otherwise: transform.member('otherwise').oneOfOr(['fail', 'keep', 'blank'], 'fail'),
      };
    case 'constant':
      return { kind, value: transform.member('value').filledText() };
    case 'date-format': {
      const to = transform.member('to');
      const isPattern = typeof to.value === 'string' && isDayPattern(to.value);
      if (!isPattern) to.bad('day-pattern');
      return { kind, to: isPattern ? String(to.value) : 'YYYY-MM-DD' };
    }
    case 'number-format': {
      const decimals = transform.member('decimals');
      const decimal = transform.member('decimal').oneOfOr(['.', ','], '.');
      const group = transform.member('group').oneOfOr(['', '.', ',', ' ', "'"], '');
      if (group === decimal) transform.member('group').bad('other-sign');
      const isDigits = Number.isInteger(decimals.value) && Number(decimals.value) <= 15;
      if (!decimals.nothing && !isDigits) decimals.bad('whole-number');
      return {
        kind,
        decimal,
        group,
        decimals: isDigits ? decimals.numberUpTo(15, 'whole-number', 0) : null,
      };
    }
    case 'lookup':
      return { kind, table: readTable(transform.member('table')) };
    default:
      return kind satisfies never;
  }
}

function readSeparator(at: Place): string {
  if (at.absent) return ' ';
  if (typeof at.value === 'string' && at.value !== '') return at.value;
  at.bad('text');
  return ' ';
}

/** The fields that are joined to the mapping's own: one at least. */
function readFields(fields: Place): readonly string[] {
  if (!Array.isArray(fields.value) || fields.value.length === 0) {
    fields.bad('texts');
    return [];
  }
  return fields.items().map((field) => field.filledText());
}

function readTake(take: Place): 'first' | 'last' | 'rest' | number {
  if (Number.isInteger(take.value)) return take.value as number;
  return take.oneOfOr(['first', 'last', 'rest'] as const, 'first');
}

function readTable(table: Place): readonly (readonly [string, string])[] {
  if (!table.isObject() || !isObject(table.value)) return [];
  return Object.keys(table.value).map((from) => [from, table.member(from).text()] as const);
}
