import { appFacts } from '../../model/app.ts';
import type { BaselineLink } from '../../model/baseline.ts';
import type { ChangePlace, ResultRow, ResultTable } from '../../model/results.ts';
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
    const own = all.filter(({ link }) => link.sent[side].size > 0);
    const isCreate = ({ link }: Answerable): boolean => link[side] === null;
    const creates = own.filter(isCreate);
    for (const one of own) {
      const id = one.link[side];
      const isOfCreate = [...one.link.sent[side].values()].every(({ because }) => because === 'create');
      // What was created by an earlier answer is found by its id again.
      if (id !== null && isOfCreate === (kind === 'creates')) this.#byId.set(form(id), one);
      const row = one.link.rows?.[side];
      if (row === undefined || isCreate(one) !== (kind === 'creates')) continue;
      this.#byRow.set(row, this.#byRow.has(row) ? null : one);
    }
    const [first] = table.rows;
    this.#fields =
      kind === 'updates' || first === undefined
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

  /** Its handed over fields that the row speaks of: those it has the text of; where it has no such column, those of the last row. */
  spoken(row: ResultRow, { link }: Answerable): readonly string[] {
    const { side, kind } = this.place;
    const own = [...link.sent[side]].filter(([, one]) => (one.because === 'create') === (kind === 'creates'));
    return own.flatMap(([field, one]) => {
      const cell = this.#table.cell(row, field);
      // A blank cell may clear, or say nothing.
      const isOpen = cell === null || (cell.trim() === '' && one.to === '');
      const isSaid = isOpen ? one.earlier !== true : this.#isText(cell, one.to);
      return isSaid ? [field] : [];
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
