import type { FilterCondition, OrderOp } from '../model/filter.ts';
import { readBoolean } from './boolean.ts';
import { readDate, readDatetime } from './date.ts';
import type { FieldView } from './field-view.ts';
import { foldText } from './fold.ts';
import { readNumber } from './number.ts';
import { compareNumbers, signOf } from './order.ts';
import { readingOf, readsAsText } from './type-pair.ts';

/** Does a value pass? Asked of texts that are not blank. */
type ValueTest = (text: string) => boolean;

/** Where a text stands against a condition's value: the sign of text − value; null where one of them is not of the field's type. */
type Against = (text: string) => number | null;

/** FI1: `ne` is the negation of `eq`; every other operator but `unknown` is false for a blank. */
export const passesBlank = ({ op }: FilterCondition): boolean => op === 'ne' || op === 'unknown';

/** What a condition asks of the values of its field. `asOf`: days since 1970-01-01, in the field's zone as in any other. */
export function valueTest(condition: FilterCondition, view: FieldView, asOf: number): ValueTest {
  switch (condition.op) {
    case 'known':
      return () => true;
    case 'unknown':
      return () => false;
    case 'eq':
      return equals(condition.value, view);
    case 'ne': {
      const same = equals(condition.value, view);
      return (text) => !same(text);
    }
    case 'in': {
      const tests = condition.values.map((value) => equals(value, view));
      return (text) => tests.some((test) => test(text));
    }
    case 'contains': {
      const part = foldText(condition.value);
      return (text) => foldText(text).includes(part);
    }
    case 'starts-with': {
      const part = foldText(condition.value);
      return (text) => foldText(text).startsWith(part);
    }
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge': {
      const against = standing(condition.value, view);
      const holds = ORDER[condition.op];
      return (text) => {
        const sign = against(text);
        return sign !== null && holds(sign);
      };
    }
    case 'between': {
      const low = standing(condition.from, view);
      const high = standing(condition.to, view);
      return (text) => {
        const [above, below] = [low(text), high(text)];
        return above !== null && below !== null && above >= 0 && below <= 0;
      };
    }
    case 'last-days': {
      const read = dayOf(view);
      return (text) => {
        const day = read(text);
        return day !== null && day >= asOf - condition.days && day <= asOf;
      };
    }
    default:
      return condition satisfies never;
  }
}

export const ORDER: Readonly<Record<OrderOp, (sign: number) => boolean>> = {
  lt: (sign) => sign < 0,
  le: (sign) => sign <= 0,
  gt: (sign) => sign > 0,
  ge: (sign) => sign >= 0,
};

/** By value where both can be read as the field's type, else by folded text. */
function equals(value: string, view: FieldView): ValueTest {
  const folded = foldText(value);
  if (readsAsText(view.type)) return (text) => foldText(text) === folded;
  const against = standing(value, view);
  return (text) => {
    const sign = against(text);
    return sign === null ? foldText(text) === folded : sign === 0;
  };
}

function standing(value: string, view: FieldView): Against {
  const kind = readingOf(view.type);
  switch (kind) {
    case 'number':
      return typed(
        numberOf(value, view),
        (text) => readNumber(text, view.decimal),
        (text, wanted) => compareNumbers(text, wanted),
      );
    case 'boolean':
      return typed(readBoolean(value), readBoolean, (text, wanted) => Number(text) - Number(wanted));
    case 'date':
    case 'datetime': {
      const byDay = kind === 'date' || !value.includes(':');
      const read = byDay ? dayOf(view) : (text: string) => readDatetime(text, view.dateOrder, view.zone);
      return typed(read(value), read, (text, wanted) => text - wanted);
    }
    case 'text':
    case 'single-select':
    case 'multi-select':
      return typed(foldText(value), foldText, signOf);
    default:
      return kind satisfies never;
  }
}

/** S380: the day of a moment is its day in the field's zone. */
const dayOf =
  ({ dateOrder, zone }: FieldView) =>
  (text: string): number | null =>
    readDate(text, dateOrder, zone, zone);

function typed<T>(
  wanted: T | null,
  read: (text: string) => T | null,
  sign: (text: T, wanted: T) => number,
): Against {
  if (wanted === null) return () => null;
  return (text) => {
    const value = read(text);
    return value === null ? null : sign(value, wanted);
  };
}

/** A condition's number: canonical text as it stands, any other as the field's file has it (as S55 has it for values). */
export function numberOf(value: string, view: FieldView): string | null {
  const text = value.trim();
  return readNumber(text, '.') === text ? text : readNumber(text, view.decimal);
}

/** Can a condition's value be read as the field's type? A text can be anything. */
export const canBeOf = (value: string, view: FieldView): boolean => {
  const kind = readingOf(view.type);
  if (kind === 'number') return numberOf(value, view) !== null;
  return kind === 'date' || kind === 'datetime' ? readDatetime(value, view.dateOrder) !== null : true;
};
