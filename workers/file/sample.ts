import { stepLabel } from '../common/step-label.ts';
import { readDesign, SIDES, Spare, type Both, type Tools } from '../../src/lib/engine/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { CANCELLED, type Work } from '../common/work.ts';
import { saveBaseline } from '../keep/baseline.ts';
import { importFile } from '../import/import-file.ts';

/** `static/sample/manifest.json`. */
interface SampleManifest {
  readonly name: string;
  readonly design: string;
  readonly baseline?: string;
  readonly syncs: readonly ({ readonly id: string } & Both<string>)[];
}

/** Loads one file of this app. */
export type Load = (
  address: string,
) => Promise<{ readonly ok: boolean; readonly status: number; blob(): Promise<Blob> }>;

const AS_FOUND = { encoding: null, delimiter: null, headerLine: null };

/** Makes the sample project of the files under `base` and answers its id; nothing stays where it fails. */
export async function createSample(
  store: Store,
  tools: Tools,
  base: string,
  work: Work,
  load: Load,
): Promise<Answer<string>> {
  const get = (name: string): Promise<Answer<Blob>> => loadFile(load, base, name);
  const listed = await get('manifest.json');
  if (!listed.ok) return listed;
  const manifest = JSON.parse(await listed.value.text()) as SampleManifest;
  const text = await get(manifest.design);
  if (!text.ok) return text;
  const json: unknown = JSON.parse(await text.value.text());
  const reading = readDesign(json);
  if (!reading.ok)
    return failed({ code: 'design-errors', name: reading.design?.name ?? '', errors: reading.errors });
  const { left, right } = reading.design.apps;

  const made = await store.projects.create(manifest.name, { left: left.kind, right: right.kind });
  if (!made.ok) return failed(made.problem);
  const { id } = made.value;
  const filled = await fill(store, tools, id, manifest, get, work);
  const design = JSON.stringify(json);
  const saved = filled.ok
    ? await store.designs.save(id, design, stepLabel({ code: 'sample', values: {} }))
    : null;
  if (saved?.ok === true) return done(id);
  await store.projects.remove(id);
  return saved === null ? (filled as Answer<string>) : failed(saved.problem);
}

async function fill(
  store: Store,
  tools: Tools,
  project: string,
  manifest: SampleManifest,
  get: (name: string) => Promise<Answer<Blob>>,
  work: Work,
): Promise<Answer<unknown>> {
  const spare = new Spare();
  for (const sync of manifest.syncs) {
    for (const side of SIDES) {
      const blob = await get(sync[side]);
      if (!blob.ok) return blob;
      const file = new File([blob.value], sync[side]);
      const job = { project, sync: sync.id, side, file, choices: AS_FOUND };
      const read = await importFile(store, tools, spare, { ...job, ...work });
      if (!read.ok) return read;
    }
  }
  if (work.cancelled()) return failed(CANCELLED);
  if (manifest.baseline === undefined) return done(null);
  const baseline = await get(manifest.baseline);
  return baseline.ok ? saveBaseline(store, project, baseline.value) : baseline;
}

async function loadFile(load: Load, base: string, name: string): Promise<Answer<Blob>> {
  try {
    const answer = await load(new URL(name, base).href);
    if (!answer.ok) return failed({ code: 'not-there', name, because: answer.status });
    return done(await answer.blob());
  } catch (error) {
    return failed({
      code: 'not-there',
      name,
      because: error instanceof Error ? error.message : String(error),
    });
  }
}
