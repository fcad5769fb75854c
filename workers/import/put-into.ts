import { readFile } from '../../src/lib/connectors/read-file.ts';
import { otherColumns, withChanges } from '../../src/lib/connectors/with-changes.ts';
import { appFacts, type Spare, type Tools } from '../../src/lib/engine/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import type { Answer, PutInto } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { nextTurn, runSteps } from '../common/run-steps.ts';
import { CANCELLED } from '../common/work.ts';
import { keptReport, keptSet } from '../keep/kept-set.ts';
import { noHash, openFile } from '../keep/opened-file.ts';
import { profilesOf } from '../keep/profiles.ts';
import type { ImportJob } from './import-file.ts';

/**
 * PH6: a file of only what changed, put into the records of its side as the command line's `--changed` does it, and all of them kept as
 * one new set. The former one stands until its manifest is on the disk; answers the new set's id.
 */
export async function putInto(
  store: Store,
  tools: Tools,
  spare: Spare,
  { project, sync, side, file, choices, onProgress, cancelled }: ImportJob,
  into: PutInto,
): Promise<Answer<string>> {
  const started = performance.now();
  const stands = await store.sets.open(into.setId);
  if (!stands.ok) return failed(stands.problem);
  const { manifest, report: before } = keptSet(stands.value);
  const opened = await openFile(file, spare);
  const hash = opened.sha256 === null ? () => tools.sha256Stream() : noHash;
  const read = await readFile(opened.source, choices, onProgress, { cancelled, spare, hash });
  if (!read.ok) return failed(read.problem);
  const sha256 = (await opened.sha256) ?? read.report.sha256;
  const loaded = await store.sets.load(manifest.id, manifest.header);
  if (!loaded.ok) return failed(loaded.problem);
  if (cancelled()) return failed(CANCELLED);

  const kept = { set: loaded.value, report: before, changed: before.changed ?? [] };
  const given = { set: read.set, report: { ...read.report, sha256 } };
  const other = otherColumns(kept, given);
  if (other !== null) return failed({ code: 'other-columns', file: file.name, of: before.file, ...other });
  const salesforce = appFacts(into.app).shortIds;
  const merged = await runSteps(withChanges(kept, given, into.idField, salesforce), onProgress, cancelled);
  if (merged === null) return failed(CANCELLED);
  opened.done();
  const goOn = async (): Promise<boolean> => {
    await nextTurn();
    return !cancelled();
  };
  const profiles = await profilesOf(merged.set, merged.report, onProgress, goOn, spare);
  if (profiles === null || cancelled()) return failed(CANCELLED);

  const beginning = { sync, side, file: manifest.file, choices: manifest.choices, putIn: file.name };
  const begun = await store.sets.begin(project, beginning, spare);
  if (!begun.ok) return failed(begun.problem);
  const writer = begun.value;
  const report = {
    ...keptReport(merged.report, Math.round(performance.now() - started)),
    // Of a set of an older build the first rejected rows alone are listed.
    rejectedCount: before.rejectedCount + read.report.rejected.length,
    changed: merged.changed,
  };
  const added = await writer.add(merged.set.segments);
  const finished = added.ok ? await writer.finish({ header: merged.set.header, report, profiles }) : added;
  if (finished.ok) return done(finished.value.id);
  await writer.abort();
  return failed(finished.problem);
}
