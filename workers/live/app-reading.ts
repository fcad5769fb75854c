import type { AppConnector, ReadPage } from '../../src/lib/connectors/app/app-connector.ts';
import type { Answer as AppAnswer } from '../../src/lib/connectors/app/fault.ts';
import type { LiveSource } from '../../src/lib/connectors/app/live-source.ts';
import type { FileReport } from '../../src/lib/connectors/read-file.ts';
import {
  giveBack,
  RecordSetBuilder,
  type HashStream,
  type Segment,
  type Spare,
} from '../../src/lib/engine/index.ts';
import type { SetWriter } from '../../src/lib/store/index.ts';
import type { Answer, Problem } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { nextTurn } from '../common/run-steps.ts';
import { CANCELLED, type Work } from '../common/work.ts';
import { keptReport } from '../keep/kept-set.ts';
import { profilesOf } from '../keep/profiles.ts';
import { addRow, cellsOf, fieldsAsked, headerOf } from './app-rows.ts';
import { ArchivedRecords } from './archived-records.ts';
import { askAgain, type Patience } from './ask-again.ts';
import type { Described } from './described.ts';
import { faultOf } from './fault-of.ts';

/** What a reading needs beside the app. */
export interface ReadingParts extends Omit<Patience, 'work'> {
  readonly writer: SetWriter;
  readonly hash: HashStream;
  readonly spare: Spare;
  /** Records that are in the app's bin, and that nobody deleted (S458). */
  readonly takenBack: ReadonlySet<string>;
}

/**
 * One reading of all records of an object (S354): whole pages, in the app's order, into a set that stands once its manifest is on the
 * disk. A fault that no waiting mends leaves it where it was: `goOn` asks for the page after the last whole one.
 */
export class AppReading {
  readonly source: LiveSource;
  readonly #described: Described;
  readonly #parts: ReadingParts;
  /** What is asked for: the id comes by itself, and is asked for too where it is a field. */
  readonly #fields: readonly string[];
  readonly #header: readonly string[];
  readonly #builder: RecordSetBuilder;
  readonly #segments: Segment[] = [];
  readonly #archived: ArchivedRecords;
  /** What is asked for now: archived records first, where they say so themselves (S457). Null: all has come. */
  #asks: 'archived' | 'there' | null;
  #cursor: string | null = null;
  #read = 0;
  /** The same when those that are there began to be asked for. */
  #before = 0;
  #bytes = 0;
  #milliseconds = 0;

  constructor(source: LiveSource, described: Described, parts: ReadingParts) {
    this.source = source;
    this.#described = described;
    this.#parts = parts;
    this.#header = headerOf(described, source.idField);
    this.#fields = fieldsAsked(described, this.#header);
    this.#builder = new RecordSetBuilder(this.#header, undefined, parts.spare);
    this.#archived = new ArchivedRecords(this.#header, parts.takenBack);
    this.#asks = described.object.presence?.archived === undefined ? 'there' : 'archived';
  }

  /** Records that came so far. */
  get read(): number {
    return this.#read;
  }

  /** Reads to the end, or to a fault; answers the new set's id. Cancelled, it is over and nothing of it stands. */
  async goOn(connector: AppConnector, work: Work): Promise<Answer<string>> {
    const started = performance.now();
    const pages = await this.#pages(connector, work);
    this.#milliseconds += performance.now() - started;
    return pages.ok ? this.#finish(work) : pages;
  }

  /** Gives up: nothing was ever there. */
  async abort(): Promise<void> {
    await this.#parts.writer.abort();
    giveBack(this.#segments, this.#parts.spare);
  }

  async #pages(connector: AppConnector, work: Work): Promise<Answer<null>> {
    while (this.#asks !== null) {
      const asks = this.#asks;
      const page = await this.#page(connector, asks === 'archived', work);
      if (work.cancelled()) return failed(CANCELLED);
      if (!page.ok) return failed(faultOf(this.source.app, 'read', page.fault, this.#read));
      this.#take(page.value, asks);
      const stored = await this.#store();
      if (stored !== null) return failed(stored);
      this.#cursor = page.value.next;
      work.onProgress({
        what: 'read-app',
        done: this.#read,
        total: Math.max(this.#before + (page.value.total ?? 0), this.#read),
      });
      if (this.#cursor !== null) continue;
      this.#asks = asks === 'archived' ? 'there' : null;
      this.#before = this.#read;
    }
    return done(null);
  }

  /** A page, asked for again while waiting may help. */
  async #page(connector: AppConnector, deleted: boolean, work: Work): Promise<AppAnswer<ReadPage>> {
    const request = {
      object: this.source.object,
      fields: this.#fields,
      since: null,
      deleted,
      cursor: this.#cursor,
    };
    return askAgain(() => connector.read(request), { ...this.#parts, work });
  }

  #take({ records }: ReadPage, asks: 'archived' | 'there'): void {
    for (const record of records) {
      const cells = cellsOf(record, this.#header);
      if (asks === 'archived') this.#archived.take(record.id, cells);
      else {
        this.#archived.isThere(record.id);
        this.#add(cells);
      }
      this.#read += 1;
    }
  }

  #add(cells: readonly string[]): void {
    this.#bytes += addRow(this.#builder, this.#parts.hash, cells);
  }

  async #store(): Promise<Problem | null> {
    const closed = this.#builder.takeSegments();
    this.#segments.push(...closed);
    const added = await this.#parts.writer.add(closed);
    return added.ok ? null : added.problem;
  }

  async #finish(work: Work): Promise<Answer<string>> {
    for (const cells of this.#archived.rows()) this.#add(cells);
    const rest = this.#builder.finish().segments;
    this.#segments.push(...rest);
    const added = await this.#parts.writer.add(rest);
    return added.ok ? this.#keep(work) : failed(added.problem);
  }

  async #keep(work: Work): Promise<Answer<string>> {
    const { hash, spare, writer } = this.#parts;
    const report = this.#report(hash.digest());
    const goOn = async (): Promise<boolean> => {
      await nextTurn();
      return !work.cancelled();
    };
    const set = { header: this.#header, segments: this.#segments, rows: this.#builder.rows };
    const profiles = await profilesOf(set, report, work.onProgress, goOn, spare);
    if (profiles === null || work.cancelled()) return failed(CANCELLED);
    const kept = {
      ...keptReport(report, Math.round(this.#milliseconds)),
      live: this.source,
      described: this.#described,
    };
    const finished = await writer.finish({ header: this.#header, report: kept, profiles });
    giveBack(this.#segments, spare);
    return finished.ok ? done(finished.value.id) : failed(finished.problem);
  }

  /** A record is a row, and its number its line: read = stored + rejected, as with files. */
  #report(sha256: string): FileReport {
    return {
      file: fileOf(this.source),
      size: this.#bytes,
      sha256,
      headerLine: 0,
      header: this.#header,
      rows: this.#builder.rows,
      stored: this.#builder.rows,
      blank: 0,
      rejected: [],
      dropped: [],
      warnings: [],
      lineBreaks: { first: 1, rows: [], extra: [] },
      encoding: null,
      byteOrderMark: false,
      delimiter: null,
      choices: AS_FOUND,
    };
  }
}

/** What stands for a file's name where records have none. */
export const fileOf = ({ app, object }: Pick<LiveSource, 'app' | 'object'>): string => `${app} ${object}`;

export const AS_FOUND = { encoding: null, delimiter: null, headerLine: null };
