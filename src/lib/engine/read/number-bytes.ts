import type { FilterCondition } from '../model/filter.ts';
import { numberOf, ORDER } from './condition.ts';
import type { FieldView } from './field-view.ts';
import { readingOf } from './type-pair.ts';

/** Asked of the bytes `from … to` of a value that is not blank; null where only its text can tell. */
export type BytesTest = (bytes: Uint8Array, from: number, to: number) => boolean | null;

/** Numbers of so many digits are told apart, and in their order, by the doubles nearest to them. */
const EXACT_DIGITS = 15;
const TENTHS = Array.from({ length: EXACT_DIGITS + 1 }, (_, at) => 10 ** at);

/** A condition on numbers, asked of values as an export mostly has them; null where it asks for another type, or for a number of too many digits. */
export function numberTest(condition: FilterCondition, view: FieldView): BytesTest | null {
  if (readingOf(view.type) !== 'number') return null;
  const wanted = wantedOf(condition).map((value) => doubleOf(value, view));
  const known = wanted.filter((value) => value !== null);
  const holds = known.length === wanted.length ? holdsOf(condition, known) : null;
  if (holds === null) return null;
  const mark = view.decimal.charCodeAt(0);
  return (bytes, from, to) => {
    const value = plainNumber(bytes, from, to, mark);
    return Number.isNaN(value) ? null : holds(value);
  };
}

function holdsOf(condition: FilterCondition, wanted: readonly number[]): ((value: number) => boolean) | null {
  const [first = 0, last = 0] = wanted;
  switch (condition.op) {
    case 'eq':
    case 'in':
      return (value) => wanted.includes(value);
    case 'ne':
      return (value) => value !== first;
    case 'between':
      return (value) => value >= first && value <= last;
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge': {
      const isSo = ORDER[condition.op];
      return (value) => isSo(value - first);
    }
    case 'known':
    case 'unknown':
    case 'contains':
    case 'starts-with':
    case 'last-days':
      return null;
    default:
      return condition satisfies never;
  }
}

function wantedOf(condition: FilterCondition): readonly string[] {
  if ('values' in condition) return condition.values;
  if ('from' in condition) return [condition.from, condition.to];
  return 'value' in condition ? [condition.value] : [];
}

function doubleOf(value: string, view: FieldView): number | null {
  const text = numberOf(value, view);
  return text === null || text.replace(/\D/g, '').length > EXACT_DIGITS ? null : Number(text);
}

/** `-12`, `0`, `12.50`: digits without a leading zero, and at most one mark between digits; NaN for what is written otherwise. */
function plainNumber(bytes: Uint8Array, from: number, to: number, mark: number): number {
  const isBelow = bytes[from] === 45;
  const first = isBelow ? from + 1 : from;
  if (to - first > EXACT_DIGITS || first === to) return NaN;
  let value = 0;
  let point = -1;
  for (let at = first; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) value = value * 10 + byte - 48;
    else if (byte === mark && point < 0 && at > first) point = at;
    else return NaN;
  }
  if (point === to - 1) return NaN;
  const whole = (point < 0 ? to : point) - first;
  if (whole > 1 && bytes[first] === 48) return NaN;
  if (point >= 0) value /= TENTHS[to - point - 1]!;
  return isBelow ? 0 - value : value;
}
