import { readFile } from '../../src/lib/connectors/read-file.ts';
import type { ReadHooks } from '../../src/lib/connectors/report.ts';
import { giveBack, type Segment, type Side, type Spare, type Tools } from '../../src/lib/engine/index.ts';
import type { Result, SetWriter, Store, StoreProblem } from '../../src/lib/store/index.ts';
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
export async function importFile(
  store: Store,
  tools: Tools,
  spare: Spare,
  job: ImportJob,
): Promise<Answer<string>> {
  const { project, sync, side, file, choices } = job;
  const started = performance.now();
  const begin = (): Promise<Result<SetWriter>> =>
    store.sets.begin(project, { sync, side, file: file.name, choices }, spare);
  const begun = await begin();
  if (!begun.ok) return failed(begun.problem);
  const target: Target = { writer: begun.value, segments: [], begin, spare };
  const answer = await readInto(target, tools, job, started).catch(async (error: unknown) => {
    await target.writer.abort();
    throw error;
  });
  if (!answer.ok) await target.writer.abort();
  return answer;
}

/** Where the records go: the writer of the reading that is under way, and what it was given. */
interface Target {
  writer: SetWriter;
  segments: Segment[];
  readonly spare: Spare;
  readonly begin: () => Promise<Result<SetWriter>>;
}

async function readInto(
  target: Target,
  tools: Tools,
  { file, choices, onProgress, cancelled }: ImportJob,
  started: number,
): Promise<Answer<string>> {
  let refused: StoreProblem | null = null;
  const { spare } = target;
  const opened = await openFile(file, spare);
  const hooks: ReadHooks = {
    cancelled: () => refused !== null || cancelled(),
    spare,
    hash: opened.sha256 === null ? () => tools.sha256Stream() : noHash,
    onSegments: async (closed) => {
      target.segments.push(...closed);
      const added = await target.writer.add(closed);
      if (!added.ok) refused ??= added.problem;
    },
    onRestart: async () => {
      if (target.segments.length === 0) return;
      await target.writer.abort();
      giveBack(target.segments, spare);
      target.segments = [];
      const begun = await target.begin();
      if (begun.ok) target.writer = begun.value;
      else refused ??= begun.problem;
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
  const profiles = await profilesOf(
    { header, segments: target.segments, rows },
    read.report,
    onProgress,
    goOn,
    spare,
  );
  if (profiles === null || cancelled()) return failed(CANCELLED);
  const report = keptReport({ ...read.report, sha256 }, Math.round(performance.now() - started));
  const finished = await target.writer.finish({ header, report, profiles });
  giveBack(target.segments, spare);
  opened.done();
  return finished.ok ? done(finished.value.id) : failed(finished.problem);
}
