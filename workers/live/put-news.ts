import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import type { AppFault } from '../../src/lib/connectors/app/fault.ts';
import type { LiveSource } from '../../src/lib/connectors/app/live-source.ts';
import {
  appFacts,
  leaveOut,
  mergeChanged,
  type RecordSet,
  type Side,
  type Spare,
  type Steps,
  type Tools,
} from '../../src/lib/engine/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import type { Answer, PassBecause, PassCounts } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { nextTurn, runSteps } from '../common/run-steps.ts';
import { CANCELLED } from '../common/work.ts';
import type { KeptReport, KeptSet } from '../keep/kept-set.ts';
import { profilesOf } from '../keep/profiles.ts';
import type { AppNews } from './app-news.ts';
import { readNews, type KeptIds } from './app-pass.ts';
import { fieldsAsked } from './app-rows.ts';
import type { Patience } from './ask-again.ts';
import type { Described } from './described.ts';
import { openKept } from './kept-records.ts';
import { readAfter, sinceWhen } from './since-when.ts';

/** One side of a sync whose records are here, and its app as it is now. */
export interface PassOver {
  readonly sync: string;
  readonly side: Side;
  readonly kept: KeptSet;
  readonly source: LiveSource;
  readonly connector: AppConnector;
  /** What the app says of this kind of records now: the fields are those the kept records have. */
  readonly described: Described;
  /** When a push last saw something of this side (S462); null: never. */
  readonly seenByPush: string | null;
  /** S458 */
  readonly takenBack: ReadonlySet<string>;
}

export interface PassParts extends Patience {
  readonly store: Store;
  readonly project: string;
  readonly tools: Tools;
  readonly spare: Spare;
  readonly now: () => Date;
  /** What is asked for is known. */
  readonly onAsk: (isWhole: boolean) => void;
}

/** What became of a side: `set` names its records from now on. */
export interface PutNews extends PassCounts {
  readonly set: string;
  readonly because: PassBecause | null;
}

type Passed = Answer<PutNews> | { readonly ok: false; readonly problem: null; readonly fault: AppFault };

/**
 * LI3, S360: reads what an app has that the kept records may not have, and compares whole records with them (PH4). Where something is new,
 * otherwise or gone, all together are kept as one new set, in one strict write; else the kept set stands.
 */
export async function passOver(
  { sync, side, kept, source, connector, described, seenByPush, takenBack }: PassOver,
  parts: PassParts,
): Promise<Passed> {
  const started = performance.now();
  const { store, tools, work, now } = parts;
  const { manifest, report } = kept;
  const { header } = manifest;
  const { presence = {} } = described.object;
  const opened = await openKept(store, manifest, described.object);
  if (!opened.ok) return opened;
  const records = opened.value;
  const { can } = connector;
  const asked = sinceWhen(report, records.times, can.readChanged !== null, now());
  const { since, because } = asked;
  parts.onAsk(since === null);
  const hash = tools.sha256Stream();
  hash.update(tools.encode(`${report.sha256}\n`));
  const at = now().toISOString();
  const request = {
    object: source.object,
    header,
    fields: fieldsAsked(described, header),
    since,
    went: !can.readDeleted ? 'missing' : presence.archived === undefined ? 'deleted' : 'archived',
    mergedFrom: presence.mergedFrom,
    datesRestored: can.datesRestored,
    kept: records,
    takenBack,
  } as const;
  const told = await readNews(connector, request, parts, hash);
  if (work.cancelled()) return failed(CANCELLED);
  if (!told.ok) return { ok: false, problem: null, fault: told.fault };

  const loaded = await records.whole();
  if (!loaded.ok) return loaded;
  const same = { idField: source.idField, salesforce: appFacts(source.app).shortIds };
  const put = await runSteps(
    putNews(loaded.value, records, told.news, same),
    work.onProgress,
    work.cancelled,
  );
  if (put === null) return failed(CANCELLED);
  const { set, added, changed, gone, goneIds } = put;
  const counts = { read: told.news.records.rows, added, changed, gone };
  const isNews = added + changed + gone > 0;
  const live: LiveSource =
    since === null
      ? { ...source, readAt: at }
      : { ...source, readAt: report.live?.readAt ?? at, changedAt: at };
  // That all were read today, or were read after a push, is kept even where nothing moved.
  const isFirstAfter = seenByPush !== null && !readAfter(source, seenByPush) && readAfter(live, seenByPush);
  const isSame =
    because !== 'day' && !isFirstAfter && JSON.stringify(described) === JSON.stringify(report.described);
  if (!isNews && isSame) return done({ ...counts, because, set: manifest.id });

  hash.update(tools.encode(JSON.stringify(goneIds)));
  const next: KeptReport = {
    ...report,
    rows: set.rows,
    stored: set.rows,
    sha256: isNews ? hash.digest() : report.sha256,
    milliseconds: Math.round(performance.now() - started),
    live,
    described,
  };
  const written = await keep(set, next, { sync, side, kept }, parts);
  return written.ok ? done({ ...counts, because, set: written.value }) : written;
}

/** The kept records with the news in them. Gone is what is archived now and was not, and what is left out. */
function* putNews(
  kept: RecordSet,
  before: KeptIds,
  { records, archived, gone }: AppNews,
  same: { readonly idField: string; readonly salesforce: boolean },
): Steps<{
  readonly set: RecordSet;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  readonly goneIds: readonly string[];
}> {
  const merged = yield* mergeChanged(kept, records, { ...same, keptRows: kept.rows });
  const left = yield* leaveOut(merged.set, same, gone);
  let went = 0;
  for (const id of before.ids()) if (archived.has(id) && !before.archived.has(id)) went++;
  return {
    set: left.set,
    added: merged.appended.length,
    changed: merged.replaced - went,
    gone: left.count + went,
    goneIds: gone,
  };
}

async function keep(
  set: RecordSet,
  report: KeptReport,
  { sync, side, kept }: Pick<PassOver, 'sync' | 'side' | 'kept'>,
  { store, project, spare, work }: PassParts,
): Promise<Answer<string>> {
  const goOn = async (): Promise<boolean> => {
    await nextTurn();
    return !work.cancelled();
  };
  const profiles = await profilesOf(set, report, work.onProgress, goOn, spare);
  if (profiles === null || work.cancelled()) return failed(CANCELLED);
  const { file, choices } = kept.manifest;
  const begun = await store.sets.begin(project, { sync, side, file, choices }, spare);
  if (!begun.ok) return failed(begun.problem);
  const added = await begun.value.add(set.segments);
  const finished = added.ok ? await begun.value.finish({ header: set.header, report, profiles }) : added;
  if (finished.ok) return done(finished.value.id);
  await begun.value.abort();
  return failed(finished.problem);
}
