import { cellText } from '../../columns/cell.ts';
import { handOverAt } from '../../columns/hand-overs.ts';
import type { LinkTable } from '../../model/baseline.ts';
import type { Side } from '../../model/side.ts';
import type { Comparer } from '../../read/compare.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { Tools } from '../../tools.ts';
import { entryField, ownFields, type CompiledMapping } from '../compiled.ts';
import { looseText } from '../../read/loose-text.ts';
import { formOf, ofCells } from './read-back.ts';

/** A field of the side creates were handed over to. */
export interface HandedField {
  readonly on: CompiledMapping;
  /** Was this text taken as it is, or in a form of the app's own (CO5, BL4)? */
  readonly took: Comparer;
  /** A text that is the same for all cells such a text may have become; null where there is none. */
  readonly key: ((text: string) => string) | null;
}

/** A text that was handed over for a field of a create. */
export interface HandedText {
  readonly field: HandedField;
  readonly to: string;
}

/** The fields creates were handed over with to a side and that an enabled mapping still names, in mapping order. */
export function* handedFields(
  links: LinkTable,
  mappings: readonly CompiledMapping[],
  side: Side,
  tools: Tools,
): Steps<HandedField[]> {
  const fields: HandedField[] = [];
  for (const on of mappings) {
    if (ownFields(on, side).length === 0 || !links.sent[side].fields.has(entryField(on, side))) continue;
    const { form, isPlain } = yield* formOf(on, side, tools);
    const same = ofCells(on.same[side]);
    const took: Comparer = (to, v) => same(to, v) || (to !== '' && v !== '' && form(to, v));
    const isKeyed = isPlain && on.keyFields.length === 0 && on.forms.forms.length === 0;
    fields.push({ on, took, key: isKeyed ? looseText : null });
  }
  return fields;
}

/** What was handed over of one create. */
export const handedTexts = (
  links: LinkTable,
  fields: readonly HandedField[],
  side: Side,
  position: number,
): HandedText[] =>
  fields.flatMap((field): HandedText[] => {
    const one = handOverAt(links.sent[side].fields.get(field.on.mapping[side])!, position);
    return one === null ? [] : [{ field, to: one.to }];
  });

/** Finds the records of a side that have all texts of a create, among some; the rows ascend. */
export class TextFinder {
  readonly #side: Side;
  readonly #rows: readonly number[];
  readonly #byText = new Map<HandedField, Map<string, number[]>>();

  private constructor(side: Side, rows: readonly number[]) {
    this.#side = side;
    this.#rows = rows;
  }

  static *among(side: Side, rows: readonly number[], fields: readonly HandedField[]): Steps<TextFinder> {
    const finder = new TextFinder(side, rows);
    for (const field of fields) if (field.key !== null) yield* finder.#list(field, field.key);
    return finder;
  }

  having(texts: readonly HandedText[]): readonly number[] {
    if (texts.length === 0) return [];
    let few = this.#rows;
    for (const { field, to } of texts) {
      if (field.key === null || to.trim() === '') continue;
      const found = this.#byText.get(field)!.get(field.key(to)) ?? [];
      if (found.length < few.length) few = found;
    }
    return few.filter((row) =>
      texts.every(({ field, to }) => field.took(to, cellText(field.on.cells[this.#side], row))),
    );
  }

  *#list(field: HandedField, keyOf: (text: string) => string): Steps<void> {
    const lists = new Map<string, number[]>();
    const rows = this.#rows;
    const cells = field.on.cells[this.#side];
    const slice = (from: number, to: number): void => {
      for (let at = from; at < to; at++) {
        const key = keyOf(cellText(cells, rows[at]!));
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [rows[at]!]);
        else list.push(rows[at]!);
      }
    };
    yield* inSlices('links', rows.length, slice, TEXT_SLICE);
    this.#byText.set(field, lists);
  }
}
