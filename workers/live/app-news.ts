import type { AppRecord } from '../../src/lib/connectors/app/app-connector.ts';
import { RecordSetBuilder, type HashStream, type RecordSet } from '../../src/lib/engine/index.ts';
import { addRow, cellsOf } from './app-rows.ts';
import { ArchivedRecords } from './archived-records.ts';

/** What an app has that may not be in the kept records. */
export interface AppNews {
  /** Whole records, none twice; archived ones stand last. */
  readonly records: RecordSet;
  /** Ids of the archived ones among them. */
  readonly archived: ReadonlySet<string>;
  /** Which of the kept ones are gone there, and are not kept as archived. */
  readonly gone: readonly string[];
}

/** What comes of a pass, until all has come. */
export class NewsBuilder {
  readonly #header: readonly string[];
  readonly #builder: RecordSetBuilder;
  readonly #hash: HashStream;
  readonly #there = new Set<string>();
  readonly #bin: ArchivedRecords;
  /** The column that lists what was merged into a record; -1: none does. */
  readonly #mergedFrom: number;
  readonly #merged = new Set<string>();

  constructor(
    header: readonly string[],
    mergedFrom: string | undefined,
    takenBack: ReadonlySet<string>,
    hash: HashStream,
  ) {
    this.#header = header;
    this.#builder = new RecordSetBuilder(header);
    this.#bin = new ArchivedRecords(header, takenBack);
    this.#mergedFrom = mergedFrom === undefined ? -1 : header.indexOf(mergedFrom);
    this.#hash = hash;
  }

  takeArchived(record: AppRecord): void {
    this.#bin.take(record.id, cellsOf(record, this.#header));
  }

  takeThere(record: AppRecord): void {
    const { id } = record;
    if (this.#there.has(id)) return;
    this.#there.add(id);
    this.#bin.isThere(id);
    const cells = cellsOf(record, this.#header);
    for (const merged of (cells[this.#mergedFrom] ?? '').split(';'))
      if (merged.trim() !== '') this.#merged.add(merged.trim());
    this.#add(cells);
  }

  /** Did the app say that it is there? */
  isThere(id: string): boolean {
    return this.#there.has(id);
  }

  /** Does a record that came list it as merged into it? */
  wasMerged(id: string): boolean {
    return this.#merged.has(id);
  }

  /** In the bin, and nobody deleted it (S458). */
  get takenBack(): ReadonlySet<string> {
    return new Set(this.#bin.leftOut());
  }

  finish(gone: readonly string[]): AppNews {
    const archived = new Set(this.#bin.ids());
    for (const cells of this.#bin.rows()) this.#add(cells);
    return { records: this.#builder.finish(), archived, gone };
  }

  /** Ids that the app told of, whether there or archived. */
  told(): ReadonlySet<string> {
    return new Set([...this.#there, ...this.#bin.ids()]);
  }

  #add(cells: readonly string[]): void {
    addRow(this.#builder, this.#hash, cells);
  }
}
