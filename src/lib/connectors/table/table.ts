import { addressable, RecordSetBuilder, type RecordSet } from '../../engine/index.ts';
import { findHeader, HEADER_SAMPLE, type FileRow, type HeaderFound } from './header.ts';
import { HeaderWatch } from './header-watch.ts';
import { labelRows, type LabelChoices } from './labels.ts';
import { LineNotes, type LineBreaks } from './lines.ts';
import { filledCells, isBlankRow } from './looks.ts';
import type { Dropped, ReadHooks, ReadWarning } from '../report.ts';
import { RejectedRows } from './rejected-rows.ts';
import { shown, TableEnd } from './table-end.ts';
import { NO_HABIT, Widths, type HeaderWidth, type RowChoices, type RowHabit } from './widths.ts';
import { Lines } from './noted-lines.ts';

/** Rows of cells in file order. */
export interface RowBlock {
  readonly rows: readonly string[][];
  /** Line of the first row. */
  readonly firstLine: number;
  /** Lines each row covers; null where every row is one line. */
  readonly spans: Uint32Array | null;
}

export interface TableChoices extends RowChoices, LabelChoices {
  readonly headerLine: number | null;
}

/** Whether the rows were taken as all of them together say, or have to be read again, or cannot be. */
export type TableOutcome =
  | { readonly kind: 'stands' }
  | { readonly kind: 'again'; readonly habit: RowHabit }
  | { readonly kind: 'header-width'; readonly width: HeaderWidth };

type Failure = Extract<HeaderFound, { ok: false }>;

/** Rows of a file to the records of its table: header, data rows, what is dropped, and the account of all of them. */
export class Table {
  readonly #choices: TableChoices;
  readonly #hooks: Pick<ReadHooks, 'segmentRows' | 'spare'>;
  /** As presumed from the first rows, or known from a reading before. */
  #habit: RowHabit;
  readonly #known: boolean;
  #widths = new Widths(0);
  #filled = new Lines();
  #waiting: FileRow[] = [];
  #builder: RecordSetBuilder | null = null;
  #end: TableEnd | null = null;
  #columns = 0;
  #lines = new LineNotes();
  failure: Failure | null = null;
  header: readonly string[] = [];
  /** As a design addresses them. */
  names: readonly string[] = [];
  headerLine = 0;
  /** Rows equal to the header (RD1). */
  readonly #repeated = new Lines();
  /** Rows of labels under it that are read as records (RD1), and what the first of them says. */
  readonly #labels = new Lines();
  #labelText = '';
  #watch = new HeaderWatch([]);
  rows = 0;
  blank = 0;
  readonly rejected = new RejectedRows();
  readonly dropped: Dropped[] = [];
  /** Line of the last row, where it has fewer cells than the header. */
  shortLast: number | null = null;

  /** `habit`: what a reading of the same file has found. */
  constructor(
    choices: TableChoices,
    habit: RowHabit | null,
    hooks: Pick<ReadHooks, 'segmentRows' | 'spare'>,
  ) {
    this.#choices = choices;
    this.#habit = habit ?? NO_HABIT;
    this.#known = habit !== null;
    this.#hooks = hooks;
  }

  get builder(): RecordSetBuilder | null {
    return this.#builder;
  }

  take(block: RowBlock): void {
    let line = block.firstLine;
    const { rows, spans } = block;
    for (let i = 0; i < rows.length; i++) {
      const cells = rows[i]!;
      const span = spans === null ? 1 : spans[i]!;
      const end = this.#end;
      if (end !== null && this.#watch.isHeader(cells)) {
        this.#repeated.add(line);
        end.repeated();
      } else if (end === null) this.#wait({ cells, line, span });
      else if (end.idle && !isBlankRow(cells) && !end.mayEnd(cells)) this.#data(cells, line);
      else end.push({ cells, line, span });
      line += span;
    }
  }

  /** Is every row that shows something a data row now? */
  get open(): boolean {
    return this.#end?.idle === true && this.failure === null;
  }

  /** How rows are taken whose cells are not as many as the header's. */
  get habit(): RowHabit {
    return this.#habit;
  }

  /** A row that is stored under that habit, as bytes (`RecordSetBuilder.addBytes`); false where it may be no data row. */
  takeLine(bytes: Uint8Array, bounds: Int32Array, count: number, line: number): boolean {
    if (this.#watch.mayName(bytes, bounds, count)) {
      const cells = textsOf(bytes, bounds, count);
      if (this.#watch.isHeader(cells) || this.#end?.mayEnd(cells) === true) return false;
    }
    this.#count(count, true, line);
    this.#lines.add(line);
    this.#builder!.addBytes(bytes, bounds, count, this.rows++);
    return true;
  }

  /** Asked at the end of the file. */
  outcome(): TableOutcome {
    if (this.#known || this.#builder === null) return { kind: 'stands' };
    const verdict = this.#widths.verdict(this.#choices);
    if (!verdict.ok) return { kind: 'header-width', width: verdict.width };
    const { habit } = verdict;
    const was = this.#habit;
    const same =
      (habit.short === was.short || this.#widths.shortRows === 0) &&
      habit.extra === was.extra &&
      habit.nameless === was.nameless;
    return same ? { kind: 'stands' } : { kind: 'again', habit };
  }

  warnings(): ReadWarning[] {
    const { extra, short } = this.#habit;
    const ends = extra === null ? 0 : this.#widths.blankEnds(extra);
    const repeated = this.#repeated.list();
    const labels = this.#labels.list();
    return [
      ...(labels.count > 0 ? [{ code: 'labels-row', ...labels, value: this.#labelText } as const] : []),
      ...(repeated.count > 0 ? [{ code: 'repeated-header', ...repeated } as const] : []),
      ...(short && this.#widths.shortRows > 0
        ? [{ code: 'short-rows', ...this.#filled.list() } as const]
        : []),
      ...(ends > 0 ? [{ code: 'blank-ends', count: ends, lines: [] } as const] : []),
    ];
  }

  /** The end of the file; null where there was no table (`failure` says why). */
  finish(): { readonly set: RecordSet; readonly lineBreaks: LineBreaks } | null {
    if (this.#end === null && this.failure === null) this.#open();
    if (this.#builder === null || this.#end === null) return null;
    this.#end.finish();
    this.dropped.push(...this.#end.dropped);
    return { set: this.#builder.finish(), lineBreaks: this.#lines.finish() };
  }

  #wait(row: FileRow): void {
    if (this.failure !== null) return;
    this.#waiting.push(row);
    const enough =
      this.#choices.headerLine === null
        ? this.#waiting.length >= HEADER_SAMPLE
        : // The rows below say whether labels stand under it.
          row.line + row.span > this.#choices.headerLine + HEADER_SAMPLE;
    if (enough) this.#open();
  }

  /** Decides the header and passes on the rows that waited for it. */
  #open(): void {
    const waiting = this.#waiting;
    const found =
      this.#choices.headerLine === null
        ? findHeader(waiting)
        : this.#chosenHeader(waiting, this.#choices.headerLine);
    this.#waiting = [];
    if (!found.ok) {
      this.failure = found;
      return;
    }
    const { cells, line } = waiting[found.at]!;
    const above = waiting.slice(0, found.at);
    if (above.length > 0) {
      const texts = above.filter((row) => !isBlankRow(row.cells)).map((row) => shown(row.cells));
      this.dropped.push({
        kind: 'preamble',
        fromLine: above[0]!.line,
        toLine: line - 1,
        texts: texts.slice(0, 5),
      });
    }
    const below = waiting.slice(found.at + 1);
    if (!this.#known) this.#habit = presumed(cells.length, below, this.#choices);
    const header = [...cells, ...Array<string>(this.#habit.nameless).fill('')];
    this.header = header;
    this.headerLine = line;
    this.#columns = header.length;
    this.#widths = new Widths(header.length);
    this.names = addressable(header);
    this.#builder = new RecordSetBuilder(this.names, this.#hooks.segmentRows, this.#hooks.spare);
    this.#watch = new HeaderWatch(cells);
    this.#end = new TableEnd(cells, this.#watch, (row) => {
      if (isBlankRow(row.cells)) {
        this.#lines.add(row.line);
        this.rows++;
        this.blank++;
        this.shortLast = null;
      } else this.#data(row.cells, row.line);
    });
    const data = this.#passLabels(cells, below, this.#end);
    for (const row of data) {
      if (this.#watch.isHeader(row.cells)) {
        this.#repeated.add(row.line);
        this.#end.repeated();
      } else this.#end.push(row);
    }
  }

  /** RD1: rows of labels under the header are records unless a person says they are none; gives back what follows them. */
  #passLabels(header: readonly string[], below: readonly FileRow[], end: TableEnd): readonly FileRow[] {
    const count = this.#choices.labels === 'keep' ? 0 : labelRows(header, this.#watch, below);
    if (count === 0) return below;
    const labels = below.slice(0, count);
    if (this.#choices.labels === 'drop') {
      const last = labels.at(-1)!;
      const texts = labels.map(({ cells }) => shown(cells));
      const toLine = last.line + last.span - 1;
      this.dropped.push({ kind: 'labels', fromLine: labels[0]!.line, toLine, texts });
    } else {
      this.#labelText = shown(labels[0]!.cells);
      for (const row of labels) {
        this.#labels.add(row.line);
        end.passBy(row);
      }
    }
    return below.slice(count);
  }

  #chosenHeader(waiting: readonly FileRow[], wanted: number): HeaderFound {
    const at = waiting.findIndex((row) => row.line <= wanted && wanted < row.line + row.span);
    if (at === -1 || isBlankRow(waiting[at]!.cells)) return { ok: false, code: 'no-header', line: wanted };
    return { ok: true, at };
  }

  #data(cells: readonly string[], line: number): void {
    const fileRow = this.rows++;
    this.#lines.add(line);
    const columns = this.#columns;
    const { length } = cells;
    const beyond = length > columns ? filledCells(cells.slice(columns)) : 0;
    this.#count(length, beyond === 0, line);
    const { extra, short } = this.#habit;
    const row = { cells, line, fileRow };
    if (length > columns && (beyond > 0 || (extra !== null && length - columns !== extra)))
      this.rejected.add('too-many-cells', row, columns);
    else if (length < columns && !short) this.rejected.add('too-few-cells', row, columns);
    // Every row ends with blank cells of its own but this one: its last cells may stand one place too early.
    else if (length === columns && extra !== null && extra > 0 && cells[columns - 1]!.trim() === '')
      this.rejected.add('too-few-cells', row, columns + extra);
    else this.#builder!.add(cells, fileRow);
  }

  #count(cells: number, blank: boolean, line: number): void {
    this.shortLast = null;
    if (cells === this.#columns) this.#widths.full();
    else if (cells > this.#columns) this.#widths.long(cells, blank);
    else {
      this.#widths.short(cells);
      this.#filled.add(line);
      this.shortLast = line;
    }
  }
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const textsOf = (bytes: Uint8Array, bounds: Int32Array, count: number): string[] =>
  Array.from({ length: count }, (_, at) => UTF8.decode(bytes.subarray(bounds[at * 2], bounds[at * 2 + 1])));

/** What the first rows say, where they say anything; that the header is the fault only all rows can show. */
function presumed(columns: number, rows: readonly FileRow[], choices: TableChoices): RowHabit {
  const widths = new Widths(columns);
  for (const { cells } of rows) {
    const { length } = cells;
    if (isBlankRow(cells)) continue;
    if (length === columns) widths.full();
    else if (length < columns) widths.short(length);
    else widths.long(length, filledCells(cells.slice(columns)) === 0);
  }
  const verdict = widths.verdict(choices);
  return verdict.ok ? { ...verdict.habit, nameless: 0 } : NO_HABIT;
}
