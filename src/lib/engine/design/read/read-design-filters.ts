import {
  FILTER_MODES,
  FILTER_OPS,
  NO_FILTERS,
  type Filter,
  type FilterCondition,
  type Filters,
} from '../../model/filter.ts';
import { onBoth } from '../../model/side.ts';
import type { Place } from './read-design-place.ts';

/** FI: filters and lists of a sync; absent ones let everybody in. */
export function readFilters(filters: Place): Filters {
  if (filters.nothing || !filters.isObject()) return NO_FILTERS;
  const ids = (list: string): Filters['allow'] =>
    onBoth((side) =>
      filters
        .member(list)
        .member(side)
        .items()
        .map((id) => id.filledText()),
    );
  return {
    mode: filters.member('mode').oneOfOr(FILTER_MODES, 'initial-only'),
    left: readFilter(filters.member('left')),
    right: readFilter(filters.member('right')),
    allow: ids('allow'),
    deny: ids('deny'),
  };
}

function readFilter(filter: Place): Filter | null {
  if (filter.nothing || !filter.isObject()) return null;
  return {
    any: filter
      .member('any')
      .items()
      .map((group) => {
        group.isObject();
        return { all: group.member('all').items().map(readCondition) };
      }),
  };
}

/** FI1; also what a field's `requiredWhen` holds. */
export function readCondition(condition: Place): FilterCondition {
  condition.isObject();
  const field = condition.member('field').text();
  const op = condition.member('op').oneOf(FILTER_OPS);
  const value = condition.member('value');
  switch (op) {
    case 'known':
    case 'unknown':
      return { field, op };
    case 'in': {
      if (value.absent) value.bad('list');
      return { field, op, values: value.items().map(readValue) };
    }
    case 'between': {
      const ends = Array.isArray(value.value) ? value.items() : [];
      if (ends.length !== 2) value.bad('two-ends');
      const [from, to] = ends.map(readValue);
      return { field, op, from: from ?? '', to: to ?? '' };
    }
    case 'last-days': {
      const isWhole = Number.isInteger(value.value);
      if (!isWhole) value.bad('whole-number');
      return { field, op, days: isWhole ? value.numberUpTo(MOST_DAYS, 'whole-number', 0) : 0 };
    }
    case 'eq':
    case 'ne':
    case 'contains':
    case 'starts-with':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return { field, op, value: readValue(value) };
    default:
      return op satisfies never;
  }
}

/** Ten thousand years. */
const MOST_DAYS = 3_652_425;

/** A number or a truth value of the file stands for its text. */
function readValue(value: Place): string {
  const is = value.value;
  return typeof is === 'number' || typeof is === 'boolean' ? String(is) : value.text();
}
