import { Zip, ZipDeflate } from 'fflate';
import { drain, openRecords, textAt, SIDES, type RecordSet, type Tools } from '../../src/lib/engine/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import { nextTurn } from '../common/run-steps.ts';
import type { Answer, OutFile } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { CANCELLED, type Work } from '../common/work.ts';
import { choicesOf, decisionLines, decisionsOf } from './decisions-out.ts';
import { addHandOver } from './hand-over-out.ts';
import { GrowingBlob } from './growing-blob.ts';
import type { KeptSet } from '../keep/kept-set.ts';
import type { OpenedProject } from '../project/opened-project.ts';
import {
  CHOICES_ENTRY,
  DECISIONS_ENTRY,
  DESIGN_ENTRY,
  HASHES_ENTRY,
  PROJECT_ENTRY,
  PROJECT_FORMAT,
  RECORDS_FORMAT,
  recordsEntry,
  type ProjectEntryFile,
  type RecordsHead,
} from './project-file.ts';

/** Rows between two looks at the port. */
const ROWS_AT_ONCE = 8192;

/** The open project as one file. Decisions on rows go with the records; links and sides chosen are always in it. */
export async function projectOut(
  store: Store,
  tools: Tools,
  project: OpenedProject,
  withRecords: boolean,
  work: Work,
): Promise<Answer<OutFile>> {
  const { row, reading, sets } = project;
  const [damage] = withRecords ? sets.problems : [];
  if (damage !== undefined) return failed(damage);
  const kept = withRecords
    ? sets.syncs.flatMap((sync) => SIDES.flatMap((side) => sets.get(sync, side) ?? []))
    : [];
  const zip = new ZipBlob(tools);
  const about: ProjectEntryFile = { format: PROJECT_FORMAT, name: row.name, records: kept.length };
  zip.add(PROJECT_ENTRY, `${JSON.stringify(about, null, 2)}\n`);
  if (reading.kept !== null) zip.add(DESIGN_ENTRY, `${JSON.stringify(reading.json, null, 2)}\n`);
  const states = await decisionsOf(store, row.id);
  if (!states.ok) return states;
  const choices = choicesOf(states.value);
  if (choices !== null) zip.add(CHOICES_ENTRY, choices);
  if (withRecords) {
    const entry = zip.entry(DECISIONS_ENTRY);
    for (const line of decisionLines(states.value)) entry.text(line);
    entry.end();
  }
  const baseline = await addHandOver(store, row, (name) => zip.entry(name));
  if (!baseline.ok) return baseline;

  const total = kept.reduce((sum, { manifest }) => sum + manifest.rows, 0);
  let before = 0;
  for (const [at, set] of kept.entries()) {
    const loaded = await store.sets.load(set.manifest.id, set.manifest.header);
    if (!loaded.ok) return failed(loaded.problem);
    const goOn = async (rows: number): Promise<boolean> => {
      work.onProgress({ what: 'write', done: before + rows, total });
      await nextTurn();
      return !work.cancelled();
    };
    if (!(await addRecords(zip.entry(recordsEntry(at)), set, loaded.value, goOn))) return failed(CANCELLED);
    before += set.manifest.rows;
  }
  zip.add(HASHES_ENTRY, `${JSON.stringify(zip.hashes, null, 2)}\n`);
  const name = `${row.name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim() || 'project'}.drysync.zip`;
  return done({ name, blob: zip.finish(), rows: total });
}

/** False where it was not to go on. */
async function addRecords(
  entry: ZipEntry,
  { manifest, report }: KeptSet,
  set: RecordSet,
  goOn: (rows: number) => Promise<boolean>,
): Promise<boolean> {
  const { sync, side, file, choices, header } = manifest;
  const head: RecordsHead = { format: RECORDS_FORMAT, sync, side, file, choices, header, report };
  entry.text(`${JSON.stringify(head)}\n`);
  const records = drain(openRecords(set, null));
  const columns = header.map((name) => records.column(name));
  for (let from = 0; from < set.rows; from += ROWS_AT_ONCE) {
    let text = '';
    for (let row = from; row < Math.min(set.rows, from + ROWS_AT_ONCE); row++) {
      text += `${JSON.stringify([records.fileRows[row], ...columns.map((column) => textAt(column, row))])}\n`;
    }
    entry.text(text);
    if (!(await goOn(from))) return false;
  }
  entry.end();
  return true;
}

interface ZipEntry {
  write(bytes: Uint8Array): void;
  text(text: string): void;
  end(): void;
}

/** A zip that grows as a blob does. */
class ZipBlob {
  readonly #tools: Tools;
  readonly #blob = new GrowingBlob();
  readonly #zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    this.#blob.write(bytes as Uint8Array<ArrayBuffer>);
  });

  /** SHA-256 of what was put in, by entry. */
  readonly hashes: Record<string, string> = {};

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  entry(name: string): ZipEntry {
    const hash = this.#tools.sha256Stream();
    const push = (bytes: Uint8Array): void => {
      hash.update(bytes);
      file.push(bytes);
    };
    const file = new ZipDeflate(name, { level: 3 });
    // The same project gives the same bytes.
    file.mtime = new Date(1980, 0, 1);
    this.#zip.add(file);
    return {
      // fflate keeps what it is given until it is packed.
      write: (bytes) => push(bytes.slice()),
      text: (text) => push(this.#tools.encode(text)),
      end: () => {
        this.hashes[name] = hash.digest();
        file.push(new Uint8Array(0), true);
      },
    };
  }

  add(name: string, text: string): void {
    const entry = this.entry(name);
    entry.text(text);
    entry.end();
  }

  finish(): Blob {
    this.#zip.end();
    return this.#blob.finish('application/zip');
  }
}
