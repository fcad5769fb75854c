import { appFacts } from '../../model/app.ts';
import type { BaselineLink } from '../../model/baseline.ts';
import type { ChangePlace, ResultRow, ResultTable } from '../../model/results.ts';
import type { Side } from '../../model/side.ts';
import { comparisonText } from '../../read/fold.ts';

/** A link of which something was handed over, while result files are gone through. */
export interface Answerable {
  readonly position: number;
  link: BaselineLink;
}

/** Finds the rows of a change file a result file speaks of: by id, by row, and creates also by their texts. */
export class AnswerPlace {
  readonly place: ChangePlace;
  readonly #table: ResultTable;
  readonly #form: (id: string) => string;
  readonly #clear: string | null;
  readonly #byId = new Map<string, Answerable>();
  /** Null where two have the same row: the older one is of an earlier file. */
  readonly #byRow = new Map<number, Answerable | null>();
  readonly #byTexts = new Map<string, Answerable[]>();
  /** Handed over fields of creates the result file has a column of. */
  readonly #fields: readonly string[];
  readonly #taken = new Set<Answerable>();

  constructor(
    place: ChangePlace,
    all: readonly Answerable[],
    table: ResultTable,
    form: (id: string) => string,
    app: string,
  ) {
    this.place = place;
    this.#table = table;
    this.#form = form;
    this.#clear = appFacts(app).blanks.clear;
    const { side, kind } = place;
    const own = all.filter(({ link }) =>
      kind === 'deletes' ? link.removal?.side === side : link.sent[side].size > 0,
    );
    const creates = own.filter(({ link }) => link[side] === null);
    for (const one of own) {
      const id = one.link[side];
      if (id !== null && wasSentAs(one.link, side, kind)) this.#byId.set(form(id), one);
      const row = one.link.rows?.[side];
      if (row === undefined || lastFileOf(one.link, side) !== kind) continue;
      this.#byRow.set(row, this.#byRow.has(row) ? null : one);
    }
    const [first] = table.rows;
    this.#fields =
      kind !== 'creates' || first === undefined
        ? []
        : [...new Set(creates.flatMap(({ link }) => [...link.sent[side].keys()]))].filter(
            (field) => table.cell(first, field) !== null,
          );
    if (this.#fields.length === 0) return;
    for (const one of creates) {
      const key = this.#keyOf((field) => one.link.sent[side].get(field)?.to ?? '');
      const like = this.#byTexts.get(key);
      if (like === undefined) this.#byTexts.set(key, [one]);
      else like.push(one);
    }
  }

  /** How many rows speak of what was handed over here. */
  fitting(): number {
    return this.#table.rows.filter((row) => {
      const found = this.#find(row);
      return found !== null && this.spoken(row, found).length > 0;
    }).length;
  }

  /** The link a row speaks of; null where none is found. Of several creates with its texts one no row spoke of yet. */
  take(row: ResultRow): Answerable | null {
    const found = this.#find(row);
    if (found !== null) this.#taken.add(found);
    return found;
  }

  /**
   * Its handed over fields that the row speaks of: those it has the text of; where it has no such column, those of the last row. Of a
   * delete, which has none, its id.
   */
  spoken(row: ResultRow, { link }: Answerable): readonly string[] {
    const { side, kind } = this.place;
    if (kind === 'deletes') return this.#isOfDelete(row, link) ? [link[side]!] : [];
    const own = [...link.sent[side]].filter(([, one]) => (one.because === 'create') === (kind === 'creates'));
    return own.flatMap(([field, one]) => {
      const cell = this.#table.cell(row, field);
      // A blank cell may clear, or say nothing.
      const isOpen = cell === null || (cell.trim() === '' && one.to === '');
      const isSaid = isOpen ? one.earlier !== true : this.#isText(cell, one.to);
      return isSaid ? [field] : [];
    });
  }

  /** S470: a row with a column of a field is of a file that writes it, where its file is not named. */
  #isOfDelete(row: ResultRow, { values }: BaselineLink): boolean {
    if (this.#table.about !== null) return true;
    return [...values[this.place.side].keys()].every((field) => {
      const cell = this.#table.cell(row, field);
      return cell === null || row.ids.includes(cell);
    });
  }

  /** Is this what the change file has for a text? */
  #isText(cell: string, to: string): boolean {
    return comparisonText(cell) === comparisonText(to) || (to === '' && cell.trim() === this.#clear);
  }

  #find(row: ResultRow): Answerable | null {
    for (const id of row.ids) {
      const found = this.#byId.get(this.#form(id.trim()));
      if (found !== undefined) return found;
    }
    const byRow = row.row === null ? null : (this.#byRow.get(row.row) ?? null);
    if (byRow !== null && this.spoken(row, byRow).length > 0) return byRow;
    if (this.#fields.length === 0) return byRow;
    const like = this.#byTexts.get(this.#keyOf((field) => this.#table.cell(row, field) ?? ''));
    return like?.find((one) => !this.#taken.has(one)) ?? like?.at(-1) ?? byRow;
  }

  #keyOf(textOf: (field: string) => string): string {
    return JSON.stringify(this.#fields.map((field) => comparisonText(textOf(field))));
  }
}

/** Did the rows of such files hold its record by its id? What was created by an earlier answer is found by it again. */
function wasSentAs({ sent }: BaselineLink, side: Side, kind: ChangePlace['kind']): boolean {
  const isOfCreate = [...sent[side].values()].every(({ because }) => because === 'create');
  return kind === 'deletes' || isOfCreate === (kind === 'creates');
}

/** The change file its row is of. */
const lastFileOf = (link: BaselineLink, side: Side): ChangePlace['kind'] =>
  link[side] === null ? 'creates' : link.removal?.side === side ? 'deletes' : 'updates';
