import { stepLabel } from '../common/step-label.ts';
import { readDesign, DESIGN_FORMAT, type Choices, type Tools } from '../../src/lib/engine/index.ts';
import { readChoices, readJson } from '../../src/lib/formats/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import type { Answer, ProjectFileFault } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { CANCELLED, type Work } from '../common/work.ts';
import { givenHandOver, saveHandOver, type GivenHandOver } from './hand-over-in.ts';
import {
  BASELINE_ENTRY,
  CHOICES_ENTRY,
  DECISIONS_ENTRY,
  DESIGN_ENTRY,
  HAND_OVER_ENTRY,
  HANDED_ENTRY,
  HASHES_ENTRY,
  PROJECT_ENTRY,
  PROJECT_FORMAT,
  recordsEntry,
} from './project-file.ts';
import { readRecordsEntry } from './records-in.ts';
import { takeDecisions } from './decisions-in.ts';
import { textOf, ZipReader } from './zip-reader.ts';

/** An entry is unpacked whole: a small file must not ask for more memory than a browser has (bytes). */
const LARGEST_ENTRY = 1024 ** 3;

interface Given {
  readonly name: string;
  readonly json: unknown;
  readonly choices: Choices | null;
  readonly handOver: GivenHandOver;
  readonly records: number;
  /** A further entry, once its hash was checked; null where it is not there or not as it was written. */
  readonly entry: (name: string) => Uint8Array<ArrayBuffer> | null;
}

/** Takes a project file in, or a design file alone, as a new project; nothing stays where it fails. Answers its id. */
export async function projectIn(store: Store, tools: Tools, file: File, work: Work): Promise<Answer<string>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const given = isZip ? readProject(file.name, bytes, tools) : readDesignFile(file.name, bytes);
  if (!given.ok) return given;
  const apps = appsOf(given.value);
  if (!apps.ok) return apps;
  const made = await store.projects.create(given.value.name, apps.value);
  if (!made.ok) return failed(made.problem);
  const { id } = made.value;
  const filled = await fill(store, id, given.value, work);
  if (!filled.ok) {
    await store.projects.remove(id);
    return filled;
  }
  return done(id);
}

async function fill(
  store: Store,
  project: string,
  { json, choices, handOver, records, entry }: Given,
  work: Work,
): Promise<Answer<null>> {
  for (let at = 0; at < records; at++) {
    work.onProgress({ what: 'read', done: at, total: records });
    const name = recordsEntry(at);
    const read = await readRecordsEntry(store, project, entry(name), name, work.cancelled);
    if (!read.ok) return read;
  }
  if (work.cancelled()) return failed(CANCELLED);
  const handed = await saveHandOver(store, project, handOver);
  if (!handed.ok) return handed;
  if (json !== null) {
    const saved = await store.designs.save(
      project,
      JSON.stringify(json),
      stepLabel({ code: 'taken-in', values: {} }),
    );
    if (!saved.ok) return failed(saved.problem);
  }
  return takeDecisions(store, project, choices, records === 0 ? null : entry(DECISIONS_ENTRY));
}

function readProject(file: string, bytes: Uint8Array, tools: Tools): Answer<Given> {
  const refused = (fault: ProjectFileFault): Answer<never> =>
    failed({ code: 'bad-project-file', name: file, fault });
  const zip = ZipReader.open(bytes);
  const large = zip?.largerThan(LARGEST_ENTRY) ?? null;
  if (large !== null)
    return refused({ is: 'too-large', entry: large.name, bytes: large.size, most: LARGEST_ENTRY });
  const first = zip?.bytes(PROJECT_ENTRY);
  const about = first instanceof Uint8Array ? objectOf(first) : null;
  if (zip === null || about === null) return refused({ is: 'another-file' });
  const { format, name, records } = about;
  if (format !== PROJECT_FORMAT) {
    const isNewer = typeof format === 'string' && format.startsWith('drysync/project@');
    if (isNewer) return failed({ code: 'newer-project-file', name: file, format, known: PROJECT_FORMAT });
    return refused({ is: 'format', found: JSON.stringify(format) ?? 'undefined' });
  }
  const listed = zip.bytes(HASHES_ENTRY);
  const hashes = listed instanceof Uint8Array ? objectOf(listed) : null;
  if (hashes === null) return refused({ is: 'damaged' });
  const entry = (wanted: string): Uint8Array<ArrayBuffer> | null => {
    const found = zip.bytes(wanted);
    return found instanceof Uint8Array && tools.sha256(found) === hashes[wanted] ? found : null;
  };
  const names = [DESIGN_ENTRY, CHOICES_ENTRY, BASELINE_ENTRY, HAND_OVER_ENTRY, HANDED_ENTRY];
  const small = names.map((each) => entry(each));
  const isWhole = names.every((each, i) => !(each in hashes) || small[i] !== null);
  if (!isWhole || tools.sha256(first as Uint8Array) !== hashes[PROJECT_ENTRY])
    return refused({ is: 'damaged' });
  const [design, choices, baseline, handed] = small;
  const json = design == null ? null : objectOf(design);
  if (design != null && json === null) return refused({ is: 'no-design' });
  const text = choices == null ? null : textOf(choices);
  const read = text === null ? null : readChoices(text);
  if (read?.ok === false) return refused({ is: 'choices', fault: read.fault });
  const handOver = givenHandOver(baseline ?? null, handed ?? null, entry);
  if (handOver === null) return refused({ is: 'damaged' });
  if (!handOver.ok) return handOver;
  return done({
    name: typeof name === 'string' ? name : file,
    json,
    choices: read?.choices ?? null,
    handOver: handOver.value,
    records: Number.isSafeInteger(records) ? Number(records) : 0,
    entry,
  });
}

function readDesignFile(file: string, bytes: Uint8Array): Answer<Given> {
  const json = objectOf(bytes);
  const { format, name } = json ?? {};
  if (format !== DESIGN_FORMAT && typeof format === 'string' && format.startsWith('drysync/design@')) {
    return failed({ code: 'newer-project-file', name: file, format, known: DESIGN_FORMAT });
  }
  if (json === null || format !== DESIGN_FORMAT)
    return failed({ code: 'bad-project-file', name: file, fault: { is: 'another-file' } });
  const handOver = { baseline: null, last: null, results: [] };
  const none = { choices: null, handOver, records: 0, entry: () => null };
  return done({ name: typeof name === 'string' ? name : file, json, ...none });
}

/** Kinds of the apps; a design that cannot be read at all is refused. */
function appsOf({ name, json }: Given): Answer<{ readonly left: string; readonly right: string }> {
  if (json === null) return done({ left: '', right: '' });
  const reading = readDesign(json);
  if (reading.design === null)
    return failed({ code: 'design-errors', name, errors: reading.ok ? [] : reading.errors });
  return done({ left: reading.design.apps.left.kind, right: reading.design.apps.right.kind });
}

function objectOf(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  const read = readJson(textOf(bytes));
  if (!read.ok || typeof read.value !== 'object' || read.value === null || Array.isArray(read.value))
    return null;
  return read.value as Readonly<Record<string, unknown>>;
}
