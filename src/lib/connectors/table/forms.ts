import { isCodeLike, isContactLike, isDataLike, isNumberLike } from './looks.ts';

/** First rows of a table that say what its cells look like. */
const SAMPLE_ROWS = 50;
/** Filled cells of a column that say something of it. */
const SOME = 2;
/** Signs that ids of one kind begin with, at least and as far as is looked. */
const PREFIX = { least: 2, most: 3 };

/** The first column whose name ends in `id`, else the first one. */
export const idColumnOf = (header: readonly string[]): number => Math.max(0, header.findIndex(isIdName));

/** `Id`, `Record ID`, `deal_id`, `AccountId`. */
export const isIdName = (name: string): boolean => /(?:^|[^\p{L}])[iI][dD]$|\p{Ll}I[dD]$/u.test(name.trim());

/** What the cells of a table's columns look like, told by its first rows: is another row one of them? */
export class Forms {
  readonly #id: number;
  readonly #ids: string[] = [];
  readonly #filled: number[] = [];
  readonly #data: number[] = [];
  readonly #widths = new Set<number>();
  #rows = 0;

  constructor(header: readonly string[]) {
    this.#id = idColumnOf(header);
    this.#widths.add(header.length);
  }

  get empty(): boolean {
    return this.#rows === 0;
  }

  /** No further row is looked at. */
  get known(): boolean {
    return this.#rows === SAMPLE_ROWS;
  }

  add(cells: readonly string[]): void {
    if (this.known) return;
    this.#rows++;
    this.#widths.add(cells.length);
    cells.forEach((cell, at) => {
      if (cell.trim() === '') return;
      this.#filled[at] = (this.#filled[at] ?? 0) + 1;
      if (isDataLike(cell)) this.#data[at] = (this.#data[at] ?? 0) + 1;
    });
    const id = cells[this.#id]?.trim() ?? '';
    if (id !== '') this.#ids.push(id);
  }

  /** Does the row's cell in the id column look like those above? False where they look like nothing but words. */
  hasId(cells: readonly string[]): boolean {
    const id = cells[this.#id]?.trim() ?? '';
    const ids = this.#ids;
    if (id === '' || ids.length === 0) return false;
    if (ids.every(isNumberLike)) return isNumberLike(id);
    if (ids.every(isContactLike)) return isContactLike(id);
    if (!ids.every(isCodeLike) || !isCodeLike(id)) return false;
    const { length } = ids[0]!;
    return id.length === length || ids.some((one) => one.length !== length);
  }

  /** Does its id begin as all ids above do, which are no plain numbers? */
  beginsAsIds(cells: readonly string[]): boolean {
    const ids = this.#ids;
    if (ids.length < SOME || ids.some(isNumberLike) || !this.hasId(cells)) return false;
    let start = ids[0]!.slice(0, PREFIX.most);
    while (start !== '' && !ids.every((id) => id.startsWith(start))) start = start.slice(0, -1);
    return start.length >= PREFIX.least && cells[this.#id]!.trim().startsWith(start);
  }

  /** As many cells as the header or a row above has. */
  hasWidth(cells: readonly string[]): boolean {
    return this.#widths.has(cells.length);
  }

  /** Can a word in the id column be no id? */
  get idsAreNoWords(): boolean {
    return this.#ids.length > 0 && (this.#ids.every(isCodeLike) || this.#ids.every(isDataLike));
  }

  /** Columns in which this row has a word where all cells above are data. */
  wordsForData(cells: readonly string[]): number {
    return cells.filter((cell, at) => cell.trim() !== '' && !isDataLike(cell) && this.#isData(at)).length;
  }

  /** Has this row data where no cell above is? */
  hasDataForWords(cells: readonly string[]): boolean {
    return cells.some(
      (cell, at) => isDataLike(cell) && (this.#filled[at] ?? 0) >= SOME && this.#data[at] === undefined,
    );
  }

  #isData(at: number): boolean {
    return this.#filled[at] !== undefined && this.#data[at] === this.#filled[at];
  }
}
