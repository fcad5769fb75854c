import type {
  Baseline,
  BaselineLink,
  CreateAnswer,
  FieldColumns,
  FieldTexts,
  HandOvers,
  LinkTable,
  OpenLink,
  ThereIds,
} from '../model/baseline.ts';
import type { Removal } from '../model/hand-over.ts';
import { LINK_BYS } from '../model/link-by.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../model/side.ts';
import { HandOverBuilder, handOversAt } from './hand-overs.ts';
import { NameListBuilder } from './name-lists.ts';
import { columnOf, textAt } from './records.ts';
import { TextColumnBuilder } from './text-column.ts';

/** Collects the links of a baseline, of whichever sync the next one is. */
export class BaselineBuilder {
  readonly #tables = new Map<string, LinkTableBuilder>();
  readonly #there = new Map<string, Both<string[]>>();

  add(link: BaselineLink): void {
    let table = this.#tables.get(link.sync);
    if (table === undefined) this.#tables.set(link.sync, (table = new LinkTableBuilder(link.sync)));
    table.add(link);
  }

  addThere({ sync, there, ids }: ThereIds): void {
    let lists = this.#there.get(sync);
    if (lists === undefined) this.#there.set(sync, (lists = { left: [], right: [] }));
    for (const id of ids) lists[there].push(id);
  }

  finish(head: Pick<Baseline, 'design' | 'rows'> & Partial<Pick<Baseline, 'mapped'>>): Baseline {
    const links = new Map<string, LinkTable>();
    for (const [sync, table] of this.#tables) {
      links.set(sync, table.finish());
      this.#tables.delete(sync);
    }
    const there = new Map(
      [...this.#there].map(([sync, ids]) => [sync, onBoth((side) => columnOf(ids[side]))]),
    );
    return { design: head.design, rows: head.rows, mapped: head.mapped ?? new Map(), links, there };
  }
}

/** The table of a sync that has no links. */
export const noLinks = (sync: string): LinkTable => new LinkTableBuilder(sync).finish();

export const linkId = ({ ids }: LinkTable, side: Side, link: number): string => textAt(ids[side], link);

/** No record has a blank id. */
function idOrNull(table: LinkTable, side: Side, link: number): string | null {
  const id = linkId(table, side, link);
  return id === '' ? null : id;
}

/** Has a link this field on a side? */
export const hasField = ({ names }: FieldColumns, link: number, field: string): boolean =>
  names.lists[names.of[link]!]!.includes(field);

/** A link's text of a field, `''` where it was blank or is not there. */
export function fieldText({ columns }: FieldColumns, link: number, field: string): string {
  const column = columns.get(field);
  return column === undefined ? '' : textAt(column, link);
}

/** A link as its line said it. */
export function linkAt(table: LinkTable, link: number): BaselineLink {
  const texts = (of: FieldColumns): FieldTexts =>
    new Map(of.names.lists[of.names.of[link]!]!.map((field) => [field, fieldText(of, link, field)]));
  return {
    sync: table.sync,
    ...onBoth((side) => idOrNull(table, side, link)),
    by: LINK_BYS[table.by[link]!]!,
    values: { left: texts(table.values.left), right: texts(table.values.right) },
    sent: onBoth((side) => handOversAt(table.sent[side], link)),
    ...rowsAt(table, link),
    ...laterAt(table, link),
    ...removalAt(table, link),
  };
}

function rowsAt({ rows }: LinkTable, link: number): Pick<BaselineLink, 'rows'> {
  const known = SIDES.filter((side) => rows[side][link] !== 0);
  if (known.length === 0) return {};
  return { rows: Object.fromEntries(known.map((side) => [side, rows[side][link]!])) };
}

function laterAt({ later }: LinkTable, link: number): Pick<BaselineLink, 'later'> {
  const names = later.lists[later.of[link]!]!;
  return names.length === 0 ? {} : { later: names };
}

function removalAt({ removals }: LinkTable, link: number): Pick<BaselineLink, 'removal'> {
  const removal = removals.get(link);
  return removal === undefined ? {} : { removal };
}

/** What a result file says of a create by what was handed over of it. */
function answerOf(sent: HandOvers): CreateAnswer {
  const all = [...sent.values()];
  if (all.some(({ written }) => written !== undefined)) return 'written';
  return all.some(({ refused }) => refused !== undefined) ? 'refused' : 'none';
}

class LinkTableBuilder {
  readonly #sync: string;
  readonly #sides: Both<SideBuilder> = { left: new SideBuilder(), right: new SideBuilder() };
  readonly #by: number[] = [];
  readonly #later = new NameListBuilder();
  readonly #open: OpenLink[] = [];
  readonly #removals = new Map<number, Removal>();

  constructor(sync: string) {
    this.#sync = sync;
  }

  add(link: BaselineLink): void {
    const position = this.#by.push(LINK_BYS.indexOf(link.by)) - 1;
    this.#later.add(link.later ?? []);
    if (link.removal !== undefined) this.#removals.set(position, link.removal);
    for (const side of SIDES) {
      const own = this.#sides[side];
      const id = link[side];
      if (id === null) {
        this.#open.push({ position, source: otherSide(side), answer: answerOf(link.sent[side]) });
      } else own.ids.set(position, id);
      own.sent.add(position, link.sent[side]);
      if ([...link.sent[side].values()].some(({ refused }) => refused !== undefined))
        own.refused.push(position);
      const row = link.rows?.[side];
      if (row !== undefined) own.rows.push([position, row]);
      own.names.add([...link.values[side].keys()]);
      for (const [field, text] of link.values[side]) {
        let column = own.columns.get(field);
        if (column === undefined) own.columns.set(field, (column = new TextColumnBuilder()));
        column.set(position, text);
      }
    }
  }

  finish(): LinkTable {
    const count = this.#by.length;
    const { left, right } = this.#sides;
    const values = ({ names, columns }: SideBuilder): FieldColumns => {
      const done = new Map([...columns].map(([field, column]) => [field, column.finish(count)] as const));
      return { names: names.finish(), columns: done };
    };
    return {
      sync: this.#sync,
      count,
      ids: { left: left.ids.finish(count), right: right.ids.finish(count) },
      open: this.#open,
      by: Uint8Array.from(this.#by),
      values: { left: values(left), right: values(right) },
      sent: { left: left.sent.finish(count), right: right.sent.finish(count) },
      rows: onBoth((side) => {
        const rows = new Uint32Array(count);
        for (const [position, row] of this.#sides[side].rows) rows[position] = row;
        return rows;
      }),
      later: this.#later.finish(),
      refused: { left: left.refused, right: right.refused },
      removals: this.#removals,
    };
  }
}

class SideBuilder {
  readonly ids = new TextColumnBuilder();
  readonly names = new NameListBuilder();
  readonly columns = new Map<string, TextColumnBuilder>();
  readonly sent = new HandOverBuilder();
  readonly rows: [position: number, row: number][] = [];
  readonly refused: number[] = [];
}
