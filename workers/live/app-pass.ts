import type {
  Answer,
  AppConnector,
  AppRecord,
  ReadPage,
  ReadRequest,
} from '../../src/lib/connectors/app/app-connector.ts';
import type { AppFault } from '../../src/lib/connectors/app/fault.ts';
import type { HashStream } from '../../src/lib/engine/index.ts';
import type { Work } from '../common/work.ts';
import { NewsBuilder, type AppNews } from './app-news.ts';
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
  /** How it is known who went: the app gives archived records, which are kept as such (S456), or ids alone; else all ids are asked for. */
  readonly went: 'archived' | 'deleted' | 'missing';
  /** The field that lists the records that were merged into one. */
  readonly mergedFrom: string | undefined;
  /** Does the app count one that comes back as changed (S457)? */
  readonly datesRestored: boolean;
  readonly kept: KeptIds;
  /** S458 */
  readonly takenBack: ReadonlySet<string>;
}

/** The kept records of a side. */
export interface KeptIds {
  readonly ids: () => Iterable<string>;
  readonly archived: ReadonlySet<string>;
}

type Told = { readonly ok: true; readonly news: AppNews } | { readonly ok: false; readonly fault: AppFault };

/** S360, S457: what moved, and who went. Of one pass, in memory. */
export async function readNews(
  connector: AppConnector,
  request: PassRequest,
  patience: Patience,
  hash: HashStream,
): Promise<Told> {
  const { object, header, fields, since, kept, went } = request;
  const news = new NewsBuilder(header, request.mergedFrom, request.takenBack, hash);
  const ask = (asked: Partial<ReadRequest>, take: (record: AppRecord) => void): Promise<AppFault | null> =>
    everyPage(connector, { object, fields, since, deleted: false, ...asked }, take, patience);
  const fault =
    (went === 'archived' ? await ask({ deleted: true }, (one) => news.takeArchived(one)) : null) ??
    (await ask({}, (one) => news.takeThere(one)));
  if (fault !== null) return { ok: false, fault };
  if (since === null) {
    const told = news.told();
    return done(news.finish(keptWhere(kept, (id) => !told.has(id) && !kept.archived.has(id))));
  }
  if (went === 'archived') return ofDoubtful(connector, request, news, patience);
  const ids = new Set<string>();
  const isTold = went === 'deleted';
  const asked = { fields: [], since: isTold ? since : null, deleted: isTold };
  const looked = await ask(asked, ({ id }) => void ids.add(id));
  if (looked !== null) return { ok: false, fault: looked };
  return done(news.finish(isTold ? [...ids] : keptWhere(kept, (id) => !ids.has(id))));
}

/** Asks by their ids for those of which no list of what changed tells: merged into others, or back from the bin (S457). */
async function ofDoubtful(
  connector: AppConnector,
  { object, fields, kept, datesRestored }: PassRequest,
  news: NewsBuilder,
  patience: Patience,
): Promise<Told> {
  const told = news.told();
  const merged = keptWhere(kept, (id) => news.wasMerged(id) && !told.has(id) && !kept.archived.has(id));
  const mayBeBack = datesRestored ? [] : [...kept.archived].filter((id) => !told.has(id));
  const doubtful = [...merged, ...mayBeBack];
  if (doubtful.length > 0) {
    const found = await askAgain(() => connector.readByIds(object, doubtful, fields), patience);
    if (!found.ok) return found;
    for (const record of found.value) if (!record.deleted) news.takeThere(record);
  }
  const { takenBack } = news;
  return done(news.finish([...merged.filter((id) => !news.isThere(id)), ...takenBack]));
}

const done = (news: AppNews): Told => ({ ok: true, news });

const keptWhere = (kept: KeptIds, is: (id: string) => boolean): readonly string[] =>
  [...kept.ids()].filter(is);

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
