import type {
  Answer,
  AppConnector,
  AppRecord,
  ReadPage,
  ReadRequest,
} from '../../src/lib/connectors/app/app-connector.ts';
import type { AppFault } from '../../src/lib/connectors/app/fault.ts';
import { RecordSetBuilder, type HashStream, type RecordSet } from '../../src/lib/engine/index.ts';
import type { Work } from '../common/work.ts';
import { askAgain, type Patience } from './ask-again.ts';

/** What a pass over a side asks its app for. */
export interface PassRequest {
  readonly object: string;
  /** The columns of the kept records: the first holds the app's id. */
  readonly header: readonly string[];
  /** Those of them that are fields of the app. */
  readonly fields: readonly string[];
  /** ISO 8601, UTC, by the app's clock; null: all records. */
  readonly since: string | null;
  /** The app tells what was deleted since; otherwise all ids are asked for. */
  readonly tellsDeleted: boolean;
}

/** What an app has that may not be in the kept records. */
export interface AppNews {
  /** Whole records, none twice. */
  readonly records: RecordSet;
  /** Which of the kept ids are gone there. */
  readonly gone: (kept: Iterable<string>) => readonly string[];
}

type Told = { readonly ok: true; readonly news: AppNews } | { readonly ok: false; readonly fault: AppFault };

/** S360: what changed is read first, then what is gone, so that what is deleted in between is gone. Of one pass, in memory. */
export async function readNews(
  connector: AppConnector,
  request: PassRequest,
  patience: Patience,
  hash: HashStream,
): Promise<Told> {
  const { object, header, fields, since } = request;
  const encoder = new TextEncoder();
  const builder = new RecordSetBuilder(header);
  const there = new Set<string>();
  const take = ({ id, values }: AppRecord): void => {
    if (there.has(id)) return;
    there.add(id);
    const cells = header.map((name, at) => (at === 0 ? id : (values.get(name) ?? '')));
    builder.add(cells, builder.rows);
    hash.update(encoder.encode(`${JSON.stringify(cells)}\n`));
  };
  const asked = { object, fields, since, deleted: false };
  const read = await everyPage(connector, asked, take, patience);
  if (read !== null) return { ok: false, fault: read };
  if (since === null) return { ok: true, news: { records: builder.finish(), gone: notAmong(there) } };
  const ids = new Set<string>();
  const deleted = request.tellsDeleted;
  const left = { object, fields: [], since: deleted ? since : null, deleted };
  const looked = await everyPage(connector, left, ({ id }) => ids.add(id), patience);
  if (looked !== null) return { ok: false, fault: looked };
  const gone = deleted ? () => [...ids] : notAmong(ids);
  return { ok: true, news: { records: builder.finish(), gone } };
}

const notAmong =
  (there: ReadonlySet<string>) =>
  (kept: Iterable<string>): readonly string[] =>
    [...kept].filter((id) => !there.has(id));

/** Every page of a question; the fault it ended with. */
async function everyPage(
  connector: AppConnector,
  request: Omit<ReadRequest, 'cursor'>,
  take: (record: AppRecord) => void,
  patience: Patience,
): Promise<AppFault | null> {
  let cursor: string | null = null;
  let read = 0;
  do {
    const at: string | null = cursor;
    const page: Answer<ReadPage> = await askAgain(() => connector.read({ ...request, cursor: at }), patience);
    if (!page.ok) return page.fault;
    page.value.records.forEach(take);
    read += page.value.records.length;
    cursor = page.value.next;
    tellRead(patience.work, read, page.value.total);
  } while (cursor !== null);
  return null;
}

const tellRead = ({ onProgress }: Work, read: number, total: number | null): void =>
  onProgress({ what: 'read-app', done: read, total: Math.max(total ?? 0, read) });
