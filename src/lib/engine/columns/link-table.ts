import type { Baseline, BaselineLink, FieldColumns, FieldTexts, LinkTable } from '../model/baseline.ts';
import { LINK_BYS } from '../model/line.ts';
import { SIDES, onBoth, type Both, type Side } from '../model/side.ts';
import { HandOverBuilder, handOversAt } from './hand-overs.ts';
import { NameListBuilder } from './name-lists.ts';
import { textAt } from './records.ts';
import { TextColumnBuilder } from './text-column.ts';

/** Collects the links of a baseline, of whichever sync the next one is. */
export class BaselineBuilder {
  readonly #tables = new Map<string, LinkTableBuilder>();

  add(link: BaselineLink): void {
    let table = this.#tables.get(link.sync);
    if (table === undefined) this.#tables.set(link.sync, (table = new LinkTableBuilder(link.sync)));
    table.add(link);
  }

  finish(head: Pick<Baseline, 'design' | 'rows'>): Baseline {
    const links = new Map<string, LinkTable>();
    for (const [sync, table] of this.#tables) {
      links.set(sync, table.finish());
      this.#tables.delete(sync);
    }
    return { design: head.design, rows: head.rows, links };
  }
}

/** The table of a sync that has no links. */
export const noLinks = (sync: string): LinkTable => new LinkTableBuilder(sync).finish();

export const linkId = ({ ids }: LinkTable, side: Side, link: number): string => textAt(ids[side], link);

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
    left: linkId(table, 'left', link),
    right: linkId(table, 'right', link),
    by: LINK_BYS[table.by[link]!]!,
    values: { left: texts(table.values.left), right: texts(table.values.right) },
    sent: onBoth((side) => handOversAt(table.sent[side], link)),
  };
}

class LinkTableBuilder {
  readonly #sync: string;
  readonly #sides: Both<SideBuilder> = { left: new SideBuilder(), right: new SideBuilder() };
  readonly #by: number[] = [];

  constructor(sync: string) {
    this.#sync = sync;
  }

  add(link: BaselineLink): void {
    const position = this.#by.push(LINK_BYS.indexOf(link.by)) - 1;
    for (const side of SIDES) {
      const own = this.#sides[side];
      own.ids.set(position, link[side]);
      own.sent.add(position, link.sent[side]);
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
      by: Uint8Array.from(this.#by),
      values: { left: values(left), right: values(right) },
      sent: { left: left.sent.finish(count), right: right.sent.finish(count) },
    };
  }
}

class SideBuilder {
  readonly ids = new TextColumnBuilder();
  readonly names = new NameListBuilder();
  readonly columns = new Map<string, TextColumnBuilder>();
  readonly sent = new HandOverBuilder();
}
