import { isObject, readJson } from '../../src/lib/formats/index.ts';
import type { Store, WhichBaseline } from '../../src/lib/store/index.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { baselineTextProblem, lineCount, piecesOf, saveBaseline } from '../keep/baseline.ts';
import type { HandedAbout } from '../keep/hand-over.ts';
import { HAND_OVER_FORMAT, HANDED_ENTRY, resultEntry, type HandOverEntryFile } from './project-file.ts';
import { textOf } from './zip-reader.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a project file says of its baselines and their result files. */
export interface GivenHandOver {
  readonly baseline: Bytes | null;
  readonly last: { readonly about: HandedAbout; readonly bytes: Bytes } | null;
  readonly results: readonly {
    readonly which: WhichBaseline;
    readonly file: string;
    readonly bytes: Bytes;
  }[];
}

/** Null where an entry is not what it must be. `entry`: one as it was written; null where it is not there. */
export function givenHandOver(
  baseline: Bytes | null,
  about: Bytes | null,
  entry: (name: string) => Bytes | null,
): Answer<GivenHandOver> | null {
  const damage = baseline === null ? null : baselineTextProblem(baseline);
  if (damage !== null) return failed(damage);
  if (about === null) return done({ baseline, last: null, results: [] });
  const said = handOverFile(about);
  if (said === null) return null;
  const bytes = said.last === null ? null : entry(HANDED_ENTRY);
  if (said.last !== null && bytes === null) return null;
  const handed = bytes === null ? null : baselineTextProblem(bytes);
  if (handed !== null) return failed(handed);
  const results: GivenHandOver['results'][number][] = [];
  for (const which of ['baseline', 'handed-over'] as const) {
    for (const [at, file] of said.results[which].entries()) {
      const found = entry(resultEntry(which, at));
      if (found === null) return null;
      results.push({ which, file, bytes: found });
    }
  }
  const last = said.last === null || bytes === null ? null : { about: said.last, bytes };
  return done({ baseline, last, results });
}

/** Saves it as a new project's. */
export async function saveHandOver(
  store: Store,
  project: string,
  { baseline, last, results }: GivenHandOver,
): Promise<Answer<null>> {
  if (baseline !== null) {
    const saved = await saveBaseline(store, project, new Blob([baseline]));
    if (!saved.ok) return saved;
  }
  const told = await saveResults(store, project, results, 'baseline');
  if (!told.ok || last === null) return told;
  const blob = new Blob([last.bytes]);
  const counts = { links: (await lineCount(blob)) - 1, about: last.about };
  const handed = await store.baselines.handOver(project, piecesOf(blob), counts, null);
  return handed.ok ? saveResults(store, project, results, 'handed-over') : failed(handed.problem);
}

async function saveResults(
  store: Store,
  project: string,
  results: GivenHandOver['results'],
  of: WhichBaseline,
): Promise<Answer<null>> {
  for (const { which, file, bytes } of results) {
    if (which !== of) continue;
    const added = await store.baselines.addResult(project, piecesOf(new Blob([bytes])), file, bytes.length);
    if (!added.ok) return failed(added.problem);
  }
  return done(null);
}

function handOverFile(bytes: Bytes): HandOverEntryFile | null {
  const read = readJson(textOf(bytes));
  if (!read.ok || !isObject(read.value)) return null;
  const { format, last, results } = read.value;
  if (format !== HAND_OVER_FORMAT || !isObject(results)) return null;
  const isList = (value: unknown): boolean =>
    Array.isArray(value) && value.every((name) => typeof name === 'string');
  if (!isList(results['baseline']) || !isList(results['handed-over'])) return null;
  if (last !== null && !isAbout(last)) return null;
  return read.value as unknown as HandOverEntryFile;
}

function isAbout(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { madeAt, plan, files, of, push } = value;
  const isFile = (one: unknown): boolean =>
    isObject(one) && typeof one['name'] === 'string' && Number.isSafeInteger(one['rows']);
  return (
    typeof madeAt === 'string' &&
    !Number.isNaN(Date.parse(madeAt)) &&
    Number.isSafeInteger(plan) &&
    Array.isArray(files) &&
    files.every(isFile) &&
    (push === undefined || typeof push === 'string') &&
    isObject(of) &&
    Object.values(of).every((hash) => typeof hash === 'string')
  );
}
