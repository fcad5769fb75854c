import { createHash } from 'node:crypto';
import { appFacts, drain, openRecords, SIDES, type Records, type SyncDesign } from '../lib/engine/index.ts';
import type { Both, Side } from '../lib/engine/model/side.ts';
import type { ChangedInput, InputReport } from '../lib/engine/model/summary.ts';
import { isCompleteFile } from '../lib/connectors/complete.ts';
import { inputReport, readAside } from '../lib/connectors/input-report.ts';
import * as connectors from '../lib/connectors/read-file.ts';
import type { FileChoices, FileReport } from '../lib/connectors/read-file.ts';
import { placeOf, type ReadProblem, type SideReport } from '../lib/connectors/report.ts';
import type { RecordSet } from '../lib/engine/model/column.ts';
import type { SetAsideForId } from '../lib/words/en/reading.ts';
import { readingProblem } from '../lib/words/en/problems-reading.ts';
import { done, EXIT, type Attempt } from './attempt.ts';
import { fileSource } from './file-source.ts';
import type { ReadChoices } from './read-choices.ts';
import type { SyncFiles } from './sync-files.ts';
import { READING } from './words.ts';

/** A file as read: rows not yet opened under an id field, since the design is checked against the header first. */
export interface InputFile {
  readonly sync: string;
  readonly side: Side;
  readonly set: RecordSet;
  readonly report: FileReport;
  /** What the call chose of its reading. */
  readonly chosen: Partial<FileChoices>;
  /** Exports of only what changed that were put into it (PH6). */
  readonly changed: readonly ChangedInput[];
}

/** Reads every file named, syncs in design order, left before right. */
export async function readInputs(
  files: SyncFiles,
  choices: ReadChoices,
): Promise<Attempt<readonly InputFile[]>> {
  const inputs: InputFile[] = [];
  for (const [sync, paths] of files) {
    for (const side of SIDES) {
      const path = paths[side];
      if (path === null) continue;
      const chosen = choices(sync, side);
      const read = await readFile(path, chosen);
      if (!read.ok) return read;
      inputs.push({ sync, side, chosen, changed: [], ...read.value });
    }
  }
  return done(inputs);
}

/** One file. */
export async function readFile(
  path: string,
  chosen: Partial<FileChoices>,
): Promise<Attempt<Pick<InputFile, 'set' | 'report'>>> {
  const source = await fileSource(path);
  if (!source.ok) return source;
  const hash = () => {
    const stream = createHash('sha256');
    return { update: (bytes: Uint8Array) => void stream.update(bytes), digest: () => stream.digest('hex') };
  };
  const result = await connectors.readFile(source.value, chosen, () => undefined, { hash });
  if (result.ok) return done({ set: result.set, report: result.report });
  return { ok: false, problem: { exit: EXIT.input, sentences: [sentenceOf(result.problem)] } };
}

/** With what the call can say of the rows, where that is what is missing (RD3). */
function sentenceOf(problem: ReadProblem): string {
  if (problem.code !== 'header-width') return readingProblem(problem);
  const choice = problem.cells < problem.columns ? 'short=fill' : 'long=fill';
  return `${readingProblem(problem)} Here: --read left:${choice}, or right:${choice}.`;
}

/** Headers by sync, for `checkDesign`. */
export function headersOf(inputs: readonly InputFile[]): Map<string, Both<readonly string[] | null>> {
  const headers = new Map<string, Record<Side, readonly string[] | null>>();
  for (const { sync, side, set } of inputs) {
    const own = headers.get(sync) ?? { left: null, right: null };
    own[side] = set.header;
    headers.set(sync, own);
  }
  return headers;
}

/** Which files a call says are complete (DE5). */
export type IsComplete = (sync: string, side: Side) => boolean;

export interface OpenedInputs {
  readonly records: ReadonlyMap<string, Both<Records>>;
  readonly reports: readonly InputReport[];
  /** What a person should know of how the files were read. */
  readonly notes: readonly string[];
}

/** Opens the records of a checked design; rows without an id of their own count as rejected. */
export function openInputs(
  design: SyncDesign,
  inputs: readonly InputFile[],
  isComplete: IsComplete,
): OpenedInputs {
  const records = new Map<string, Both<Records>>();
  const reports: InputReport[] = [];
  const notes: string[] = [];
  for (const sync of design.syncs) {
    const open = (side: Side): Records => {
      const input = inputs.find((candidate) => candidate.sync === sync.id && candidate.side === side);
      if (input === undefined) throw new Error(`no ${side} file of ${sync.id}`);
      const { set, report, changed } = input;
      const opened = drain(
        openRecords(set, sync[side].idField, appFacts(design.apps[side].kind).shortIds, readAside(report)),
      );
      const complete = isCompleteFile(sync, side, report, isComplete(sync.id, side));
      const kept = { ...report, changed };
      reports.push(inputReport({ side, sync: sync.id }, kept, opened.rejected, complete));
      notes.push(...READING.notes(report), ...READING.idNotes(report.file, idRejections(opened, report)));
      return opened;
    };
    records.set(sync.id, { left: open('left'), right: open('right') });
  }
  return { records, reports, notes };
}

/** The rows set aside for their id, with their lines. */
const idRejections = (records: Records, report: SideReport): readonly SetAsideForId[] =>
  records.rejected.map(({ code, fileRow, id }) => ({ code, id, line: placeOf(report, fileRow).line }));
