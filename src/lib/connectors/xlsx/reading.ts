import type { ReadHooks, ReadProgress } from '../report.ts';
import { Stopped } from '../stopped.ts';
import type { ByteSource } from '../source.ts';
import { endTable, handOn, type Again } from '../table/hand-on.ts';
import { Table } from '../table/table.ts';
import type { RowHabit } from '../table/widths.ts';
import { BrokenWorkbook, TooLarge, type Limits } from './faults.ts';
import { SheetNotes } from './notes.ts';
import { SheetReader, type RowFacts, type SheetContext } from './sheet.ts';
import type { Archive, SheetPart } from './workbook.ts';
import type { SheetFound, XlsxChoices, XlsxReport, XlsxResult } from './xlsx-report.ts';

/** A workbook that was opened, and the sheet to be read of it. */
export interface OpenedWorkbook {
  readonly archive: Archive;
  readonly sheet: SheetPart;
  readonly sheets: readonly SheetFound[];
  readonly context: SheetContext;
  readonly limits: Limits;
  readonly size: number;
  readonly sha256: string;
}

/** Reads one sheet to the records of its table. */
export class SheetReading {
  readonly #source: ByteSource;
  readonly #opened: OpenedWorkbook;
  readonly #choices: XlsxChoices;
  readonly #onProgress: (progress: ReadProgress) => void;
  readonly #hooks: ReadHooks;
  readonly #table: Table;
  readonly #notes = new SheetNotes();
  /** Of the last row with texts. */
  #line = 0;
  #characters = 0;

  constructor(
    source: ByteSource,
    opened: OpenedWorkbook,
    choices: XlsxChoices,
    onProgress: (progress: ReadProgress) => void,
    hooks: ReadHooks,
    habit: RowHabit | null,
  ) {
    this.#source = source;
    this.#opened = opened;
    this.#choices = choices;
    this.#onProgress = onProgress;
    this.#hooks = hooks;
    // A cell knows its column, so a row that ends early ends with blank cells.
    this.#table = new Table({ ...choices, short: 'fill' }, habit, hooks);
  }

  async run(): Promise<XlsxResult | Again> {
    const { archive, sheet, context, limits } = this.#opened;
    const entry = archive.entry(sheet.part);
    if (entry === null) throw new BrokenWorkbook(sheet.part);
    const table = this.#table;
    const reader = new SheetReader(context, {
      row: (cells, line, facts) => this.#row(cells, line, facts),
      hiddenColumns: (from, to) => this.#notes.hiddenColumns(from, to),
      merged: (line) => this.#notes.merged(line),
    });
    const most = this.#hooks.firstRows ?? Infinity;
    let done = 0;
    for (const step of archive.steps(entry, limits.sheet, reader)) {
      done = Math.min(done + step, entry.size);
      await handOn(this.#table, this.#hooks);
      if (this.#hooks.cancelled?.() === true) throw new Stopped({ code: 'cancelled' });
      this.#onProgress({ what: 'read', done, total: entry.size, rows: table.rows });
      if (table.failure !== null || table.rows >= most) break;
    }
    this.#onProgress({ what: 'read', done: entry.size, total: entry.size, rows: table.rows });
    return await this.#finish();
  }

  /** Rows between two that hold texts are blank ones; below the last there are none (S171). */
  #row(cells: string[], line: number, facts: RowFacts): void {
    for (const cell of cells) this.#characters += cell.length + 1;
    const { characters } = this.#opened.limits;
    if (this.#characters > characters) throw new TooLarge('characters', characters);
    this.#notes.row(cells, line, facts);
    const firstLine = this.#line + 1;
    const rows: string[][] = [];
    for (let at = firstLine; at < line; at++) rows.push([]);
    rows.push(cells);
    this.#table.take({ rows, firstLine, spans: null });
    this.#line = line;
  }

  async #finish(): Promise<XlsxResult | Again> {
    const table = this.#table;
    const ended = await endTable(table, this.#source, this.#hooks);
    if (!('set' in ended)) return ended;
    const { set, lineBreaks } = ended;
    const { sheet, sheets, size, sha256, context } = this.#opened;
    const { long, labels } = this.#choices;
    const report: XlsxReport = {
      file: this.#source.name,
      size,
      sha256,
      workbook: { sheet: sheet.name, sheets, system: context.system },
      encoding: null,
      byteOrderMark: false,
      delimiter: null,
      headerLine: table.headerLine,
      header: table.header,
      rows: table.rows,
      stored: set.rows,
      blank: table.blank,
      rejected: table.rejected.list,
      dropped: table.dropped,
      warnings: [
        ...this.#notes.warnings(table.header.length, sheet.name, sheets),
        ...table.warnings().filter(({ code }) => code !== 'short-rows'),
        ...(table.rows === 0 ? [{ code: 'no-rows', count: 0, lines: [] } as const] : []),
      ],
      lineBreaks,
      choices: {
        encoding: null,
        delimiter: null,
        sheet: sheet.name,
        headerLine: table.headerLine,
        long: long ?? null,
        ...((labels ?? null) === null ? {} : { labels: labels! }),
      },
    };
    return { ok: true, set, report };
  }
}
