import { readFile } from '../../src/lib/connectors/read-file.ts';
import { placeOf } from '../../src/lib/connectors/report.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import {
  answerHandOvers,
  hasSeen,
  SIDES,
  type Baseline,
  type ResultsReport,
  type ResultTable,
  type Side,
  type SyncDesign,
  type Tools,
} from '../../src/lib/engine/index.ts';
import { placeOfPushResult, resultsReport, resultTable } from '../../src/lib/formats/index.ts';
import type { ProjectRow, Store, WhichBaseline } from '../../src/lib/store/index.ts';
import { resultsOf } from '../../src/lib/store/index.ts';
import type { Answer, HandedFile, HandOverHead } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { openBaseline, piecesOf } from './baseline.ts';
import { hashesOf } from './kept-set.ts';
import type { OpenedSets } from './opened-sets.ts';

/** What is kept of a hand-over beside its baseline. */
export interface HandedAbout {
  readonly madeAt: string;
  /** The number of the plan. */
  readonly plan: number;
  readonly files: readonly HandedFile[];
  /** The push that handed it over; absent for change files. */
  readonly push?: string;
  /** Hashes of the files the plan was made of (`hashesOf`), by `<side> <sync>`. */
  readonly of: Readonly<Record<string, string>>;
}

/** The baseline plans are made with: it knows what the result files say. */
export interface KnownBaseline {
  readonly id: string;
  readonly baseline: Baseline;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  readonly reports: readonly ResultsReport[];
  /** What a push saw of it in its apps (S462); null: nothing that is open. */
  readonly seen: SeenByPush | null;
}

/** Where a push saw what it had written, and when that was handed over. */
interface SeenByPush {
  readonly at: string;
  /** `<side> <sync>`. */
  readonly places: ReadonlySet<string>;
}

/** When a push last saw something on a side that no plan has read since (S462); null: never. */
export const seenAt = (known: KnownBaseline | null, sync: string, side: Side): string | null =>
  known?.seen?.places.has(`${side} ${sync}`) === true ? known.seen.at : null;

/** Pairs of a sync that it links. */
export function pairsLinked(known: KnownBaseline | null, sync: string): number {
  const links = known?.baseline.links.get(sync);
  return links === undefined ? 0 : links.count - links.open.length;
}

/** A baseline with what it was made from, to be read again only where one of that is another. */
export interface Known {
  readonly key: string;
  readonly known: KnownBaseline | null;
}

/**
 * S115: the last hand-over counts once a file of a side is another than it was made of, or a result file tells of it; until then plans
 * are made with the baseline as it was.
 */
export function counts(row: ProjectRow, about: HandedAbout, of: Readonly<Record<string, string>>): boolean {
  if (resultsOf(row, 'handed-over').length > 0) return true;
  // A push was answered by the app while it ran.
  if (about.push !== undefined) return true;
  return Object.entries(about.of).some(([place, sha256]) => of[place] !== undefined && of[place] !== sha256);
}

/** Hashes of the files of a project, by `<side> <sync>`. */
export function filesOf(sets: OpenedSets): Record<string, string> {
  return Object.fromEntries(
    sets.syncs.flatMap((sync) =>
      SIDES.flatMap((side) => {
        const set = sets.get(sync, side);
        return set === null ? [] : [[`${side} ${sync}`, hashesOf(set.report)] as const];
      }),
    ),
  );
}

/** The baseline a project plans with, as this design reads ids and result files; null where it never had one (L15). */
export async function knownBaseline(
  store: Store,
  row: ProjectRow,
  sets: OpenedSets,
  design: SyncDesign,
  tools: Tools,
  former: Known | null,
): Promise<Answer<Known>> {
  const opened = await lastHandOver(store, row);
  if (!opened.ok) return opened;
  const last = opened.value;
  const which = last !== null && counts(row, last, filesOf(sets)) ? 'handed-over' : 'baseline';
  const id = which === 'handed-over' ? row.handedOver!.id : row.baseline;
  if (id === null) return done({ key: '', known: null });
  const given = resultsOf(row, which);
  const { apps, syncs } = design;
  const ids = syncs.map(({ id: sync, left, right }) => [sync, left.idField, right.idField]);
  const key = JSON.stringify([id, given, apps.left.kind, apps.right.kind, ids]);
  if (former?.key === key) return done(former);
  const own = await openBaseline(store, row.id, design, tools, which);
  if (!own.ok) return own;
  if (own.value === null) return done({ key, known: null });
  const files = await resultFiles(store, row.id, given);
  if (!files.ok) return files;
  const told = await withResults(own.value.baseline, design, files.value);
  if (!told.ok) return told;
  const seen = await seenByPush(store, row.id, which, told.value.baseline);
  if (!seen.ok) return seen;
  return done({ key, known: { id, hash: own.value.hash, ...told.value, seen: seen.value } });
}

async function seenByPush(
  store: Store,
  project: string,
  which: WhichBaseline,
  { links }: Baseline,
): Promise<Answer<SeenByPush | null>> {
  const places = [...links].flatMap(([sync, { sent }]) =>
    SIDES.flatMap((side) => (hasSeen(sent[side]) ? [`${side} ${sync}`] : [])),
  );
  if (places.length === 0) return done(null);
  const head = await store.baselines.open(project, which);
  if (!head.ok) return failed(head.problem);
  // One that came as a file does not say when it was handed over.
  const about = (head.value?.about ?? null) as HandedAbout | null;
  return done(about === null ? null : { at: about.madeAt, places: new Set(places) });
}

/** What the page knows of a project's hand-over. `known`: with what the plan is made. */
export async function handOverHead(
  store: Store,
  row: ProjectRow,
  sets: OpenedSets,
  known: KnownBaseline | null,
): Promise<Answer<HandOverHead>> {
  const opened = await lastHandOver(store, row);
  if (!opened.ok) return opened;
  const last = opened.value;
  const isCounted = last !== null && counts(row, last, filesOf(sets));
  const given = resultsOf(row, isCounted ? 'handed-over' : 'baseline');
  return done({
    last:
      last === null
        ? null
        : {
            madeAt: last.madeAt,
            plan: last.plan,
            files: last.files,
            push: last.push ?? null,
            counts: isCounted,
          },
    takesResults: last !== null || row.baseline !== null,
    results: (known?.reports ?? []).map((report, at) => ({ id: given[at]!, report })),
  });
}

/** The push of the last hand-over; null where there is none, or it was one of change files. */
export async function handedByPush(store: Store, row: ProjectRow): Promise<string | null> {
  const last = await lastHandOver(store, row);
  return last.ok ? (last.value?.push ?? null) : null;
}

/** Takes result files in, once each of them could be read. */
export async function takeResults(
  store: Store,
  { id, baseline, handedOver }: ProjectRow,
  files: readonly File[],
): Promise<Answer<null>> {
  const [first] = files;
  if (baseline === null && handedOver == null)
    return failed({ code: 'no-hand-over', name: first?.name ?? '' });
  for (const file of files) {
    const read = await readFile(bytesSource(file.name, new Uint8Array(await file.arrayBuffer())));
    if (!read.ok) return failed(read.problem);
  }
  for (const file of files) {
    const added = await store.baselines.addResult(id, piecesOf(file), file.name, file.size);
    if (!added.ok) return failed(added.problem);
  }
  return done(null);
}

async function lastHandOver(
  store: Store,
  { id, handedOver }: ProjectRow,
): Promise<Answer<HandedAbout | null>> {
  if (handedOver == null) return done(null);
  const head = await store.baselines.open(id, 'handed-over');
  if (!head.ok) return failed(head.problem);
  return done(head.value === null ? null : (head.value.about as HandedAbout));
}

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function resultFiles(
  store: Store,
  project: string,
  ids: readonly string[],
): Promise<Answer<readonly GivenFile[]>> {
  const files: GivenFile[] = [];
  for (const id of ids) {
    const pieces: BlobPart[] = [];
    const read = await store.baselines.readResult(project, id, (bytes) =>
      pieces.push(bytes as Uint8Array<ArrayBuffer>),
    );
    if (!read.ok) return failed(read.problem);
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
    files.push({ name: read.value?.file ?? '', bytes });
  }
  return done(files);
}

/** The hand-overs of a baseline take what result files say: as the command line's `--results` (BL7). */
export async function withResults(
  baseline: Baseline,
  design: SyncDesign,
  files: readonly GivenFile[],
): Promise<Answer<Pick<KnownBaseline, 'baseline' | 'reports'>>> {
  if (files.length === 0) return done({ baseline, reports: [] });
  const tables: ResultTable[] = [];
  const hashes: string[] = [];
  for (const { name, bytes } of files) {
    const read = await readFile(bytesSource(name, bytes));
    if (!read.ok) return failed(read.problem);
    const { set, report } = read;
    const lineOf = (fileRow: number): number => placeOf(report, fileRow).line;
    const rejected = report.rejected.map(({ line }) => line);
    tables.push(resultTable({ set, lineOf, rejected }, design, placeOfPushResult(name, design)));
    hashes.push(report.sha256);
  }
  const answered = answerHandOvers(baseline, design, tables);
  const reports = answered.told.map((told, at) => resultsReport(files[at]!.name, hashes[at]!, told));
  return done({ baseline: answered.baseline, reports });
}
