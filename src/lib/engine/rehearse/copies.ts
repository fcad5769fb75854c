import { copiedRecords, nextFileRow, type Rewrite } from '../columns/copied.ts';
import type { Records } from '../columns/records.ts';
import { appFacts } from '../model/app.ts';
import type { ObjectSync, SyncDesign } from '../model/design.ts';
import { onBoth, SIDES, type Both, type Side } from '../model/side.ts';
import type { CreatedFrom } from '../model/line.ts';

/** The copies of both sides of every sync, and what is written into them in one round. */
export class Copies {
  readonly #design: SyncDesign;
  #records: ReadonlyMap<string, Both<Records>>;
  readonly #rewrites = new Map<string, Both<Draft>>();
  /** Rows in its file that the next record of a side gets, by sync: also behind those that went. */
  readonly #next = new Map<string, Record<Side, number>>();
  /** Ids given to records that were made, by sync, side and source. */
  readonly #ids = new Map<string, string>();

  constructor(design: SyncDesign, records: ReadonlyMap<string, Both<Records>>) {
    this.#design = design;
    this.#records = records;
  }

  get records(): ReadonlyMap<string, Both<Records>> {
    return this.#records;
  }

  of(sync: string): Both<Records> {
    const own = this.#records.get(sync);
    if (own === undefined) throw new Error(`no records of ${sync}`);
    return own;
  }

  /** Sets a field of a record, also of one this round made. */
  write(sync: string, side: Side, row: number, field: string, text: string): void {
    const { texts, added } = this.#draft(sync)[side];
    const { count } = this.of(sync)[side];
    if (row >= count) {
      added[row - count]!.set(field, text);
      return;
    }
    let own = texts.get(field);
    if (own === undefined) texts.set(field, (own = new Map()));
    own.set(row, text);
  }

  /**
   * Adds a record with these texts and gives it the id `new-ID` of its source, numbered where that is taken (S151). Null where it
   * would be a blank row of a file that knows its records by their rows: such a row is none.
   */
  add(sync: ObjectSync, side: Side, source: CreatedFrom, texts: Map<string, string>): number | null {
    const { idField } = sync[side];
    const draft = this.#draft(sync.id)[side];
    const own = this.of(sync.id)[side];
    if (idField === null) {
      if ([...texts.values()].every((text) => text.trim() === '')) return null;
    } else {
      let id = `new-${source.id}`;
      for (let n = 2; own.rowOf(id) >= 0 || draft.ids.has(own.idForm(id)); n++)
        id = `new-${source.id}-${String(n)}`;
      draft.ids.add(own.idForm(id));
      texts.set(idField, id);
    }
    draft.added.push(texts);
    const row = own.count + draft.added.length - 1;
    this.#ids.set(
      nameOf(source),
      idField === null ? `row-${String(this.fileRow(sync.id, side, row))}` : texts.get(idField)!,
    );
    return row;
  }

  /** Takes a record away (DE4). */
  remove(sync: string, side: Side, row: number): void {
    this.#draft(sync)[side].removed.add(row);
  }

  /** The row in its file of a record, also of one this round made. */
  fileRow(sync: string, side: Side, row: number): number {
    const { count, fileRows } = this.of(sync)[side];
    return row < count ? fileRows[row]! : this.#nextOf(sync)[side] + row - count;
  }

  /** The id of the record this round made of another one; null where it made none. */
  idOf(source: CreatedFrom): string | null {
    return this.#ids.get(nameOf(source)) ?? null;
  }

  /** Ends the round: what was written stands from now on. */
  settle(): void {
    const next = new Map(this.#records);
    for (const sync of this.#design.syncs) {
      const drafts = this.#rewrites.get(sync.id);
      if (drafts === undefined) continue;
      const before = this.of(sync.id);
      const rows = this.#nextOf(sync.id);
      next.set(
        sync.id,
        onBoth((side) =>
          isEmpty(drafts[side])
            ? before[side]
            : copiedRecords(
                before[side],
                sync[side].idField,
                appFacts(this.#design.apps[side].kind).shortIds,
                { ...drafts[side], next: rows[side] },
              ),
        ),
      );
      for (const side of SIDES) rows[side] += drafts[side].added.length;
    }
    this.#records = next;
    this.#rewrites.clear();
    this.#ids.clear();
  }

  #nextOf(sync: string): Record<Side, number> {
    let own = this.#next.get(sync);
    if (own === undefined)
      this.#next.set(sync, (own = { ...onBoth((side) => nextFileRow(this.of(sync)[side])) }));
    return own;
  }

  #draft(sync: string): Both<Draft> {
    let own = this.#rewrites.get(sync);
    if (own === undefined) this.#rewrites.set(sync, (own = onBoth(() => newDraft())));
    return own;
  }
}

interface Draft extends Omit<Rewrite, 'next'> {
  readonly texts: Map<string, Map<number, string>>;
  readonly added: Map<string, string>[];
  readonly removed: Set<number>;
  readonly ids: Set<string>;
}

const newDraft = (): Draft => ({ texts: new Map(), added: [], removed: new Set(), ids: new Set() });

const isEmpty = ({ texts, added, removed }: Draft): boolean => texts.size + added.length + removed.size === 0;

const nameOf = ({ sync, side, id }: CreatedFrom): string => JSON.stringify([sync, side, id]);
