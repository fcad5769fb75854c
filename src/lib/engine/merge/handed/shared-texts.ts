import { cellText } from '../../columns/cell.ts';
import type { OpenCreate } from '../../match/links/prior-links.ts';
import type { LinkTable } from '../../model/baseline.ts';
import type { Side } from '../../model/side.ts';
import { looseText } from '../../read/loose-text.ts';
import { handedTexts, type HandedField } from './handed-texts.ts';

/** More than any list of them shows. */
const MOST = 20;

/** Numbers by field and text in its loosest form, ascending. */
type Lists = ReadonlyMap<HandedField, Map<string, number[]>>;

export interface OnSide {
  /** The side the creates were handed over to. */
  readonly side: Side;
  readonly links: LinkTable;
  readonly fields: readonly HandedField[];
  /** Unlinked records that are new there. */
  readonly rows: readonly number[];
  readonly waiting: readonly OpenCreate[];
}

/** Which new records of a side share a text with a create handed over to it: those are named first (BL6). */
export class SharedTexts {
  readonly #on: OnSide;
  #rows: Lists | null = null;
  #creates: Lists | null = null;

  constructor(on: OnSide) {
    this.#on = on;
  }

  /** The new records, those that share a text with the create first; as many as are shown. */
  rowsFor(create: OpenCreate): readonly number[] {
    const { side, links, fields, rows } = this.#on;
    this.#rows ??= listed(fields, rows, (field, row) => cellText(field.on.cells[side], row));
    const texts = handedTexts(links, fields, side, create.position);
    return firstOf(
      texts.map(({ field, to }) => this.#rows!.get(field)!.get(looseText(to))),
      rows,
    );
  }

  /** The creates that wait, those that share a text with the new record first. */
  createsFor(row: number): readonly OpenCreate[] {
    const { side, links, fields, waiting } = this.#on;
    const numbers = waiting.map((_, at) => at);
    if (this.#creates === null) {
      const own = waiting.map(
        (create) =>
          new Map(handedTexts(links, fields, side, create.position).map(({ field, to }) => [field, to])),
      );
      this.#creates = listed(fields, numbers, (field, at) => own[at]!.get(field) ?? '');
    }
    const lists = fields.map((field) =>
      this.#creates!.get(field)!.get(looseText(cellText(field.on.cells[side], row))),
    );
    return firstOf(lists, numbers).map((at) => waiting[at]!);
  }
}

/** Blank ones share nothing. */
function listed(
  fields: readonly HandedField[],
  numbers: readonly number[],
  textOf: (field: HandedField, number: number) => string,
): Lists {
  return new Map(
    fields.map((field) => {
      const lists = new Map<string, number[]>();
      for (const number of numbers) {
        const text = looseText(textOf(field, number));
        if (text === '') continue;
        const list = lists.get(text);
        if (list === undefined) lists.set(text, [number]);
        else list.push(number);
      }
      return [field, lists] as const;
    }),
  );
}

/** The first of these lists together, then of the others. */
function firstOf(
  lists: readonly (readonly number[] | undefined)[],
  all: readonly number[],
): readonly number[] {
  const shared = new Set(lists.flatMap((list) => list?.slice(0, MOST) ?? []));
  const first = [...shared].sort((a, b) => a - b).slice(0, MOST);
  for (const one of all) {
    if (first.length >= MOST) break;
    if (!shared.has(one)) first.push(one);
  }
  return first;
}
