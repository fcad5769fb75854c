import { readFile } from '../../src/lib/connectors/read-file.ts';
import type { ReadHooks } from '../../src/lib/connectors/report.ts';
import type { Segment, Side, Tools } from '../../src/lib/engine/index.ts';
import type { SetWriter, Store, StoreProblem } from '../../src/lib/store/index.ts';
import { nextTurn } from '../common/run-steps.ts';
import type { Answer, ReadingChoices } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { CANCELLED, type Work } from '../common/work.ts';
import { keptReport } from '../keep/kept-set.ts';
import { noHash, openFile } from '../keep/opened-file.ts';
import { profilesOf } from '../keep/profiles.ts';

export interface ImportJob extends Work {
  readonly project: string;
  readonly sync: string;
  readonly side: Side;
  readonly file: File;
  readonly choices: ReadingChoices;
}

/**
 * Reads a file into the store, segment by segment as they close. The set the sync had on that side stands until the new
 * one's manifest is on the disk; answers the new set's id.
 */
export async function importFile(store: Store, tools: Tools, job: ImportJob): Promise<Answer<string>> {
  const { project, sync, side, file, choices } = job;
  const started = performance.now();
  const begun = await store.sets.begin(project, { sync, side, file: file.name, choices });
  if (!begun.ok) return failed(begun.problem);
  const writer = begun.value;
  const answer = await readInto(writer, tools, job, started).catch(async (error: unknown) => {
    await writer.abort();
    throw error;
  });
  if (!answer.ok) await writer.abort();
  return answer;
}

async function readInto(
  writer: SetWriter,
  tools: Tools,
  { file, choices, onProgress, cancelled }: ImportJob,
  started: number,
): Promise<Answer<string>> {
  const segments: Segment[] = [];
  let refused: StoreProblem | null = null;
  const opened = await openFile(file);
  const hooks: ReadHooks = {
    cancelled: () => refused !== null || cancelled(),
    hash: opened.sha256 === null ? () => tools.sha256Stream() : noHash,
    onSegments: async (closed) => {
      segments.push(...closed);
      const added = await writer.add(closed);
      if (!added.ok) refused ??= added.problem;
    },
  };
  const read = await readFile(opened.source, choices, onProgress, hooks);
  if (refused !== null) return failed(refused);
  if (!read.ok) return failed(read.problem);

  const sha256 = (await opened.sha256) ?? read.report.sha256;
  const { header, rows } = read.set;
  const goOn = async (): Promise<boolean> => {
    await nextTurn();
    return !cancelled();
  };
  const profiles = await profilesOf({ header, segments, rows }, read.report, onProgress, goOn);
  if (profiles === null || cancelled()) return failed(CANCELLED);
  const report = keptReport({ ...read.report, sha256 }, Math.round(performance.now() - started));
  const finished = await writer.finish({ header, report, profiles });
  return finished.ok ? done(finished.value.id) : failed(finished.problem);
}
