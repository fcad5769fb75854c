import type { WriteAsked } from '../model/check.ts';
import type { FieldDef, Option } from '../model/field.ts';
import type { Both, Side } from '../model/side.ts';
import { otherSide } from '../model/side.ts';
import { foldText } from '../read/fold.ts';

/** Where a text stands in an order, from 0; null where it is none of its values. */
export type PlaceOf = (text: string) => number | null;

/**
 * S401: the order values are moved back in: the one the check names, else the options of the field that is written, else those of
 * the other side's. A value and the label of its option are one.
 */
export function valueOrder(
  { order }: Pick<WriteAsked, 'order'>,
  defs: Both<Pick<FieldDef, 'options'> | null>,
  side: Side,
): PlaceOf {
  const own = optionsOf(defs[side]);
  const options = [...own, ...optionsOf(defs[otherSide(side)])];
  const values = order.length > 0 ? order : (own.length > 0 ? own : options).map(({ value }) => value);
  const places = new Map<string, number>();
  const put = (text: string, place: number): void => {
    const word = foldText(text);
    if (word !== '' && !places.has(word)) places.set(word, place);
  };
  values.forEach(put);
  for (const { value, label } of options) {
    const place = places.get(foldText(value)) ?? places.get(foldText(label));
    if (place === undefined) continue;
    put(value, place);
    put(label, place);
  }
  return (text) => places.get(foldText(text)) ?? null;
}

const optionsOf = (def: Pick<FieldDef, 'options'> | null): readonly Option[] => def?.options ?? [];
