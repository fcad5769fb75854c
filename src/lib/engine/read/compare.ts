import { readBoolean } from './boolean.ts';
import { readDate, readDatetime } from './date.ts';
import type { FieldView } from './field-view.ts';
import { comparisonText } from './fold.ts';
import type { Zone } from '../model/zone.ts';
import { readNumber } from './number.ts';
import { optionFinder, sameOption, splitMulti } from './select.ts';
import type { OptionFinder } from './select.ts';
import { readingOfPair } from './type-pair.ts';

export type Comparer = (left: string, right: string) => boolean;

/** Are two non-blank cells of a mapping's fields equal (CO5, S2, S7, S8)? One field with itself (S42): its view twice. */
export function comparer(left: FieldView, right: FieldView): Comparer {
  const kind = readingOfPair(left.type, right.type);
  switch (kind) {
    case 'text':
      return sameText;
    case 'number':
      return typed(
        (l) => readNumber(l, left.decimal),
        (r) => readNumber(r, right.decimal),
        left.decimal === right.decimal,
      );
    case 'boolean':
      return typed(readBoolean, readBoolean, true);
    case 'date':
      return typed(
        (l) => readDate(l, left.dateOrder, left.zone, dayZone(left, right)),
        (r) => readDate(r, right.dateOrder, right.zone, dayZone(right, left)),
        left.dateOrder === right.dateOrder && left.zone === right.zone,
      );
    case 'datetime':
      return typed(
        (l) => readDatetime(l, left.dateOrder, left.zone),
        (r) => readDatetime(r, right.dateOrder, right.zone),
        left.dateOrder === right.dateOrder && left.zone === right.zone,
      );
    case 'single-select':
      return withOptions(left, right, singleComparer, sameText);
    case 'multi-select':
      return withOptions(left, right, multiComparer, multiComparer(nothing, nothing, false));
    default:
      return kind satisfies never;
  }
}

/** TZ1: whose day a time of `own` falls on beside `other`: a date field's, where one is in it, else its own; where that has none, the other's. */
const dayZone = (own: FieldView, other: FieldView): Zone | null =>
  own.type === 'datetime' && other.type === 'date' ? (other.zone ?? own.zone) : (own.zone ?? other.zone);

const sameText: Comparer = (l, r) => l === r || comparisonText(l) === comparisonText(r);

const nothing: OptionFinder = () => null;

/** By value where both can be read, else by text; equal texts are equal also where the sides read them otherwise. */
function typed<T extends string | number | boolean>(
  readLeft: (text: string) => T | null,
  readRight: (text: string) => T | null,
  alike: boolean,
): Comparer {
  return (l, r) => {
    const a = readLeft(l);
    const b = a === null ? null : readRight(r);
    if (a === null || b === null) return sameText(l, r);
    return a === b || (!alike && sameText(l, r));
  };
}

/** Each side's own options; where only one side has some, both cells are looked up in those (S7). */
function withOptions(
  left: FieldView,
  right: FieldView,
  make: (left: OptionFinder, right: OptionFinder, both: boolean) => Comparer,
  without: Comparer,
): Comparer {
  const lists = left.options ?? right.options;
  if (lists === null) return without;
  const both = left.options !== null && right.options !== null;
  const findLeft = optionFinder(left.options ?? lists);
  return make(
    findLeft,
    right.options === null || right.options === left.options ? findLeft : optionFinder(right.options),
    both,
  );
}

function singleComparer(findLeft: OptionFinder, findRight: OptionFinder, both: boolean): Comparer {
  return (l, r) => {
    if (!both && sameText(l, r)) return true;
    const a = findLeft(l);
    const b = findRight(r);
    return a !== null && b !== null ? sameOption(a, b) : sameText(l, r);
  };
}

function multiComparer(findLeft: OptionFinder, findRight: OptionFinder, both: boolean): Comparer {
  const single = singleComparer(findLeft, findRight, both);
  return (l, r) => {
    if (!both && sameText(l, r)) return true;
    const a = splitMulti(l);
    const b = splitMulti(r);
    return a.every((x) => b.some((y) => single(x, y))) && b.every((y) => a.some((x) => single(x, y)));
  };
}
