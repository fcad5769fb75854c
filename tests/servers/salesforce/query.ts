import { json, type FakeReply } from '../faults/index.ts';
import { AppError } from './errors.ts';
import { makeId } from './ids.ts';
import type { FakeField, FakeObject } from './schema.ts';
import { runQuery } from './soql/run.ts';
import type { Row, Store } from './store.ts';

const TWO_DAYS = 2 * 24 * 3_600_000;
/** Fewest records of a page that a client may ask for. */
const LEAST = 200;

interface Cursor {
  readonly object: FakeObject;
  readonly fields: readonly FakeField[];
  readonly ids: readonly string[];
  readonly way: 'query' | 'queryAll';
  readonly size: number;
  readonly until: number;
}

/** Queries and the cursors they leave, which can be read from for two days. */
export class Queries {
  readonly #store: Store;
  readonly #base: string;
  readonly #cursors = new Map<string, Cursor>();
  #opened = 0;
  /** Records of a page, where the client asks for no other; the app's own is 2,000. */
  pageSize = 2_000;

  constructor(store: Store, base: string) {
    this.#store = store;
    this.#base = base;
  }

  run(soql: string, way: Cursor['way'], options: string | undefined): FakeReply {
    const { query, object, fields, rows } = runQuery(this.#store, soql, way === 'queryAll');
    if (query.count) return json(200, { totalSize: rows.length, done: true, records: [] });
    const [, asked = ''] = /batchSize=(\d+)/i.exec(options ?? '') ?? [];
    const size = asked === '' ? this.pageSize : Math.min(2_000, Math.max(LEAST, Number(asked)));
    const cursor = {
      object,
      fields,
      way,
      size,
      ids: rows.map(({ Id }) => Id),
      until: this.#store.now + TWO_DAYS,
    };
    const locator = makeId('0r8', ++this.#opened);
    if (rows.length > size) this.#cursors.set(locator, cursor);
    return this.#page(locator, cursor, 0);
  }

  /** A further page: `LOCATOR-2000`. */
  more(locator: string): FakeReply {
    const [, id = '', from = ''] = /^(\w+)-(\d+)$/.exec(locator) ?? [];
    const cursor = this.#cursors.get(id);
    if (cursor === undefined || cursor.until < this.#store.now)
      throw new AppError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    return this.#page(id, cursor, Number(from));
  }

  /** Those that were deleted since are left out of it. */
  #page(locator: string, { object, fields, ids, way, size }: Cursor, from: number): FakeReply {
    const to = from + size;
    const records = ids
      .slice(from, to)
      .map((id) => this.#store.row(object.name, id))
      .filter((row): row is Row => row !== null && (way === 'queryAll' || row['IsDeleted'] !== true))
      .map((row) => this.record(object, fields, row));
    const done = to >= ids.length;
    return json(200, {
      totalSize: ids.length,
      done,
      ...(!done && { nextRecordsUrl: `${this.#base}/${way}/${locator}-${String(to)}` }),
      records,
    });
  }

  /** A record as queries give it: what it is, then the fields in the order that was asked for. */
  record(object: FakeObject, fields: readonly FakeField[], row: Row): Record<string, unknown> {
    const attributes = { type: object.name, url: `${this.#base}/sobjects/${object.name}/${row.Id}` };
    return { attributes, ...Object.fromEntries(fields.map(({ name }) => [name, row[name] ?? null])) };
  }
}
